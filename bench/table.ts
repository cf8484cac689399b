// Prints figures as a table, and computes percentiles.

export interface Table {
  title: string
  /** The figures to reach, if there is a goal. */
  goal?: string
  rows: Record<string, string | number>[]
}

export function print({ title, goal, rows }: Table): void {
  console.log(`\n${title}${goal ? `   (goal: ${goal})` : ''}`)
  const columns = Object.keys(rows[0] ?? {})
  const widths = columns.map(column =>
    Math.max(column.length, ...rows.map(row => String(row[column] ?? '').length)),
  )
  const line = (cells: (string | number)[]) =>
    cells
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width)
      })
      .join('  ')
  console.log(line(columns))
  for (const row of rows) console.log(line(columns.map(column => row[column] ?? '')))
}

/** The value below which a share of the sorted list lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
