// Learns the weight of each feature from the value of single sentences, by linear regression with a little ridge.

export interface Example {
  features: readonly number[]
  value: number
}

/** The weight of each feature. Every group (the sentences of one text) counts the same and is centred on its own mean. */
export function regress(groups: readonly (readonly Example[])[], ridge = 0.5): number[] {
  const size = groups.find(group => group.length > 0)?.[0]?.features.length ?? 0
  const matrix = Array.from({ length: size }, (_, at) =>
    Array.from({ length: size + 1 }, (_, other) => (at === other ? ridge : 0)),
  )
  for (const group of groups) {
    const meanOf = (valueIn: (example: Example) => number) =>
      group.reduce((sum, example) => sum + valueIn(example), 0) / group.length
    const meanValue = meanOf(example => example.value)
    const means = Array.from({ length: size }, (_, at) => meanOf(({ features }) => features[at] ?? 0))
    for (const example of group) {
      const x = means.map((mean, at) => (example.features[at] ?? 0) - mean)
      const row = [...x, example.value - meanValue]
      for (const [at, own] of x.entries())
        for (const [other, its] of row.entries()) {
          const line = matrix[at] as number[]
          line[other] = (line[other] ?? 0) + (own * its) / group.length
        }
    }
  }
  return solve(matrix)
}

/** Gauss-Jordan elimination; the last column is the right-hand side, and the ridge keeps the matrix from being singular. */
function solve(matrix: number[][]): number[] {
  for (const [at, row] of matrix.entries()) {
    const pivot = row[at] ?? 1
    for (const [column, value] of row.entries()) row[column] = value / pivot
    for (const [other, line] of matrix.entries()) {
      if (other === at) continue
      const factor = line[at] ?? 0
      for (const [column, value] of line.entries()) line[column] = value - factor * (row[column] ?? 0)
    }
  }
  return matrix.map(row => row.at(-1) ?? 0)
}
