// Prints figures as a table beside their goals, says which goals are missed, and computes percentiles.

export interface Table {
  title: string
  /** The figures to reach, in words. */
  goal?: string
  /** By column, for the figure of every row. A run that misses one ends with 1. */
  goals?: Record<string, Goal>
  rows: Row[]
}

type Row = Record<string, string | number>

export type Goal = { is: string | number } | { min: number } | { max: number }

/** One line for each figure that misses its goal. A figure that is not there, or no number, misses it too. */
export function missedGoals({ title, goals = {}, rows }: Table): string[] {
  if (rows.length === 0) return [`${title}: there are no figures`]
  return rows.flatMap(row =>
    Object.entries(goals)
      .filter(([column, goal]) => !isReached(row[column], goal))
      .map(([column, goal]) => `${title}: ${column} is ${row[column]}, the goal is ${wordsOf(goal)}`),
  )
}

function isReached(figure: string | number | undefined, goal: Goal): boolean {
  if ('is' in goal) return figure === goal.is
  if (typeof figure !== 'number') return false
  return 'min' in goal ? figure >= goal.min : figure <= goal.max
}

function wordsOf(goal: Goal): string {
  if ('is' in goal) return String(goal.is)
  return 'min' in goal ? `>= ${goal.min}` : `<= ${goal.max}`
}

export function print({ title, goal, goals = {}, rows: figures }: Table): void {
  console.log(`\n${title}${goal ? `   (goal: ${goal})` : ''}`)
  const columns = Object.keys(figures[0] ?? {})
  const ofGoals = Object.fromEntries(Object.entries(goals).map(([column, each]) => [column, wordsOf(each)]))
  const rows: Row[] = [...figures]
  if (Object.keys(goals).length > 0) rows.push(withLabel(ofGoals, columns[0]))
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

/** The row of goals says what it is, even where the first column has a goal of its own. */
const withLabel = (goals: Row, first = ''): Row => ({
  ...goals,
  [first]: `goal ${goals[first] ?? ''}`.trim(),
})

/** The value below which a share of the sorted list lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))
