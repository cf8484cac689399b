// Lays out the time axis: where a date goes, which years are written, and how labels and marks avoid each other.

import { daysIn, type LooseDate } from '../../core/calendar/date.ts'
import type { PlotItem } from '../../core/picture/picture.ts'

/** In years; both ends of a date or a span. */
export type Extent = readonly [from: number, to: number]

/** The time of an item; a span reaches to the end of its last date. */
export const extentOf = ({ from, until }: Pick<PlotItem, 'from' | 'until'>): Extent => [
  startOf(from),
  endOf(until ?? from),
]

/** In years; a date known only to the month or the year begins with it. */
const startOf = ({ year, month = 1, day = 1 }: LooseDate): number =>
  year + (month - 1) / 12 + (day - 1) / daysIn(month, year) / 12

/** The end of the day, the month or the year. */
function endOf({ year, month, day }: LooseDate): number {
  if (month === undefined) return year + 1
  if (day === undefined) return year + month / 12
  return startOf({ year, month, day }) + 1 / daysIn(month, year) / 12
}

/** Years without a gap on the axis; `at` and `length` are in pixels. */
export interface AxisRun {
  from: number
  to: number
  at: number
  length: number
}

export interface Scale {
  runs: AxisRun[]
  length: number
  /** The place of a time within a run, in pixels. */
  place(time: number): number
}

/** Divides the axis into runs, each long enough for its labels to be where they belong. */
export function scaleOf(labels: readonly { extent: Extent; height: number }[]): Scale {
  const runs: AxisRun[] = []
  for (const { extent, height } of labels.toSorted((a, b) => a.extent[0] - b.extent[0])) {
    const [from, to] = [Math.floor(extent[0]), Math.ceil(extent[1])]
    const last = runs.at(-1)
    if (last && from - last.to <= MAX_EMPTY_YEARS) {
      last.to = Math.max(last.to, to)
      last.length += height
    } else runs.push({ from, to, at: 0, length: height })
  }
  let end = 0
  for (const run of runs) {
    run.length = Math.max(run.length, MIN_RUN_PX, (run.to - run.from) * MIN_YEAR_PX)
    run.at = end === 0 ? 0 : end + AXIS_BREAK_PX
    end = run.at + run.length
  }
  return {
    runs,
    length: end,
    place(time) {
      const run = runs.findLast(({ from }) => from <= time)
      return run ? run.at + ((time - run.from) / (run.to - run.from)) * run.length : 0
    },
  }
}

/** The axis breaks where nothing happened for more years than this. */
const MAX_EMPTY_YEARS = 3
const AXIS_BREAK_PX = 72
const MIN_YEAR_PX = 36
const MIN_RUN_PX = 120

/** Years to write beside a run: round ones, at least `gapPx` apart; if there are none, the first year. */
export function tickYears({ from, to, length }: AxisRun, gapPx: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500].find(each => (each * length) / (to - from) >= gapPx) ?? 1000
  const years = Array.from({ length: to - from }, (_, index) => from + index).filter(
    year => year % step === 0,
  )
  return years.length > 0 ? years : [from]
}

/** Tops of labels as near as possible to where they belong: in order, without overlap, none beyond the end. */
export function spreadLabels(wanted: readonly number[], heights: readonly number[], end: number): number[] {
  const tops: number[] = []
  for (const [index, top] of wanted.entries())
    tops.push(Math.max(top, index > 0 ? (tops[index - 1] ?? 0) + (heights[index - 1] ?? 0) : top))
  let limit = end
  for (let index = tops.length - 1; index >= 0; index--) {
    tops[index] = Math.min(tops[index] ?? 0, limit - (heights[index] ?? 0))
    limit = tops[index] ?? 0
  }
  return tops
}

/** For each range the first lane in which it touches none of those before it. */
export function assignLanes(ranges: readonly (readonly [from: number, to: number])[]): number[] {
  const taken: (readonly [number, number])[][] = []
  return ranges.map(([from, to]) => {
    const free = taken.findIndex(lane => lane.every(other => other[1] <= from || other[0] >= to))
    const lane = free < 0 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), [from, to]]
    return lane
  })
}
