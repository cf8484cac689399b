// Linear regression with a little ridge: what each feature is worth, learnt from the value of single sentences.

export interface Example {
  features: readonly number[]
  value: number
}

/** The weight of each feature. Groups, such as the sentences of one text, count the same and are compared within themselves. */
export function regress(groups: readonly (readonly Example[])[], ridge = 0.5): number[] {
  const size = groups.find(group => group.length > 0)?.[0]?.features.length ?? 0
  const matrix = Array.from({ length: size }, (_, at) =>
    Array.from({ length: size + 1 }, (_, other) => (at === other ? ridge : 0)),
  )
  for (const group of groups) {
    const middle = (of: (example: Example) => number) =>
      group.reduce((sum, example) => sum + of(example), 0) / group.length
    const value = middle(example => example.value)
    const means = Array.from({ length: size }, (_, at) => middle(({ features }) => features[at] ?? 0))
    for (const example of group) {
      const x = means.map((mean, at) => (example.features[at] ?? 0) - mean)
      const row = [...x, example.value - value]
      for (const [at, own] of x.entries())
        for (const [other, its] of row.entries()) {
          const line = matrix[at] as number[]
          line[other] = (line[other] ?? 0) + (own * its) / group.length
        }
    }
  }
  return solve(matrix)
}

/** Gauss and Jordan, on a matrix whose last column is the right side; the ridge keeps it from being singular. */
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
