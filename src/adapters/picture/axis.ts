// The axis of time: where a date stands on it, and which years are written beside it.
import { daysIn, type LooseDate } from '../../core/calendar/date.ts'
import type { PlotItem } from '../../core/picture/picture.ts'

/** In years; a date known only to the month or the year begins with it. */
export const startOf = ({ year, month = 1, day = 1 }: LooseDate): number =>
  year + (month - 1) / 12 + (day - 1) / daysIn(month, year) / 12

/** The end of the day, the month or the year. */
export function endOf({ year, month, day }: LooseDate): number {
  if (month === undefined) return year + 1
  if (day === undefined) return year + month / 12
  return startOf({ year, month, day }) + 1 / daysIn(month, year) / 12
}

/** The time of an item; a span reaches to the end of its last date. */
export const extentOf = ({ from, until }: Pick<PlotItem, 'from' | 'until'>): [from: number, to: number] => [
  startOf(from),
  endOf(until ?? from),
]

/** Years that the axis shows one by one, `at` and `length` in pixels. */
export interface Run {
  from: number
  to: number
  at: number
  length: number
}

export interface Scale {
  runs: Run[]
  length: number
  /** Where a time within a run stands. */
  place(time: number): number
}

/** What stands at a time, and how much room its words take. */
export interface Placed {
  extent: readonly [from: number, to: number]
  height: number
}

/** Years in which nothing happened are left out where they are more than this. */
const longestGap = 3
const breakLength = 72
const shortestYear = 36
const shortestRun = 120

/** The axis in runs, each as long as the words beside it, so that these stand where they belong. */
export function scaleOf(placed: readonly Placed[]): Scale {
  const runs: Run[] = []
  for (const { extent, height } of placed.toSorted((a, b) => a.extent[0] - b.extent[0])) {
    const [from, to] = [Math.floor(extent[0]), Math.ceil(extent[1])]
    const last = runs.at(-1)
    if (last && from - last.to <= longestGap) {
      last.to = Math.max(last.to, to)
      last.length += height
    } else runs.push({ from, to, at: 0, length: height })
  }
  let end = 0
  for (const run of runs) {
    run.length = Math.max(run.length, shortestRun, (run.to - run.from) * shortestYear)
    run.at = end === 0 ? 0 : end + breakLength
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

/** Years to write beside a run: round ones, no closer together than `apart` pixels, or else the first. */
export function ticks({ from, to, length }: Run, apart: number): number[] {
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500].find(each => (each * length) / (to - from) >= apart) ?? 1000
  const years = Array.from({ length: to - from }, (_, index) => from + index).filter(
    year => year % step === 0,
  )
  return years.length > 0 ? years : [from]
}

/** Tops of labels as near as can be to where they belong: in order, none over another, none beyond the end. */
export function spread(wanted: readonly number[], heights: readonly number[], end: number): number[] {
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

/** The first lane for each extent in which it touches none before it. */
export function lanes(extents: readonly (readonly [from: number, to: number])[]): number[] {
  const taken: (readonly [number, number])[][] = []
  return extents.map(([from, to]) => {
    const free = taken.findIndex(lane => lane.every(other => other[1] <= from || other[0] >= to))
    const lane = free < 0 ? taken.length : free
    taken[lane] = [...(taken[lane] ?? []), [from, to]]
    return lane
  })
}
