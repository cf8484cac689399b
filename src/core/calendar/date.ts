// Reads, writes and compares dates as the sources give them: to the day, the month or the year.

/** A date as exactly as it is known; there is no day without a month. */
export interface LooseDate {
  year: number
  month?: number
  day?: number
}

/** Reads `2023-01-09`, `2014-01` or `2014`; undefined if the calendar has no such date. */
export function parseLooseDate(text: string): LooseDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim())
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(part => (part === undefined ? undefined : Number(part)))
  if (year === undefined || year === 0) return undefined
  if (month === undefined) return { year }
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return { year, month }
  return day >= 1 && day <= daysIn(month, year) ? { year, month, day } : undefined
}

/** Writes the date in the form that `parseLooseDate` reads. */
export function formatLooseDate({ year, month, day }: LooseDate): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return [String(year).padStart(4, '0'), ...[month, day].flatMap(n => (n === undefined ? [] : two(n)))].join(
    '-',
  )
}

/** Orders dates for `sort`, lists and pictures alike. */
export const compareLooseDates = (a: LooseDate, b: LooseDate): number => placeInOrder(a) - placeInOrder(b)

/**
 * The place of a date among others, as a number for sorting. A date known only to the month or the year has its place in
 * the middle of it: just before the 16th, or just before July. Counting the days of a month is not needed for that.
 */
export function placeInOrder({ year, month, day }: LooseDate): number {
  if (month === undefined) return placeInOrder({ year, month: 7, day: 1 }) - 1
  if (day === undefined) return placeInOrder({ year, month, day: 16 }) - 1
  return ((year * 13 + month) * 32 + day) * 2
}

/** The days in a month; without a year, 29 for February. */
export function daysIn(month: number, year?: number): number {
  if (month === 2) return year === undefined || isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
