// Reads a day of the year as people type it: today, in 3 days, last Friday, 7 January, January 7, 01-07, 7/1, ngày 7 tháng 1,
// 7 tháng giêng, ៧ មករា, ថ្ងៃទី៧ ខែមករា; and a month or a week: January, next week.

import type { Temporal } from 'temporal-polyfill'
import { daysIn } from './date.ts'
import type { CalendarVocabulary, Weekday } from './words.ts'

export interface MonthDay {
  month: number
  day: number
}

/** A day as it is typed in every language: `01-07`. */
export const monthDay = ({ month, day }: MonthDay): string =>
  [month, day].map(number => String(number).padStart(2, '0')).join('-')

export type DayReading = Day | Days | NoSuchDay

/** A day of any year. */
export interface Day extends MonthDay {
  type: 'day'
  /** `day-month`: 7/1 may mean two days, and is taken as day, then month. */
  reading: 'plain' | 'day-month'
}

/** All days from the first to the last, which may be in the next year. */
export interface Days {
  type: 'days'
  first: MonthDay
  last: MonthDay
}

/** The month is shorter: 31 April. */
export interface NoSuchDay {
  type: 'no-such-day'
  month: number
  /** The days of the month in its longest year. */
  days: number
}

export interface DayContext {
  today: Temporal.PlainDate
  words: CalendarVocabulary
  /** Some readers of the language write the month first. */
  hasBothDayOrders: boolean
}

/** Undefined if the words mean no day. */
export function parseDay(
  text: string,
  { today, words, hasBothDayOrders }: DayContext,
): DayReading | undefined {
  const ahead = words.relativeDay(text)
  if (ahead !== undefined) return dayAt(today, ahead)
  const weekday = words.weekday(text)
  if (weekday) return dayAt(today, daysTo(weekday, today))
  const weeks = words.relativeWeek(text)
  if (weeks !== undefined) return weekAt(today, weeks)
  const months = words.relativeMonth(text)
  if (months !== undefined) return wholeMonth(today.add({ months }).month)
  const typed = words.normalize(text)
  const dashed = /^(?:D (\d{1,2})-(\d{1,2})(?:-\d{4})?|(\d{1,2})-(\d{1,2})-\d{4})$/.exec(typed)
  if (dashed) return dayOf(Number(dashed[2] ?? dashed[4]), Number(dashed[1] ?? dashed[3]))
  const iso = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]))
  const slashed = /^(?:D )?(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4})?)?$/.exec(typed)
  if (slashed) {
    const [day, month] = [Number(slashed[1]), Number(slashed[2])]
    // 29/2 can be read in one way only.
    return dayOf(month, day, hasBothDayOrders && day <= 12 ? 'day-month' : 'plain')
  }
  const numbered = /^(?:D )?(\d{1,2}) M (\d{1,2})(?: (?:Y )?\d{4})?$/.exec(typed)
  if (numbered) return dayOf(Number(numbered[2]), Number(numbered[1]))
  const numberedMonth = /^M (\d{1,2})(?: (?:Y )?\d{4})?$/.exec(typed)
  if (numberedMonth) return wholeMonth(Number(numberedMonth[1]))
  const dayFirst = /^(?:D )?(\d{1,2})\.? (?:M )?(\p{L}[\p{L}\p{M}]*)\.?(?: (?:Y )?\d{4})?$/u.exec(typed)
  if (dayFirst) return dayOf(words.month(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = /^(\p{L}[\p{L}\p{M}]*)\.? (\d{1,2})(?: \d{4})?$/u.exec(typed)
  if (monthFirst) return dayOf(words.month(monthFirst[1] ?? ''), Number(monthFirst[2]))
  const named = /^(?:M )?(\p{L}[\p{L}\p{M}]*)\.?(?: (?:Y )?\d{4})?$/u.exec(typed)
  if (named) return wholeMonth(words.month(named[1] ?? ''))
  return undefined
}

function dayAt(today: Temporal.PlainDate, days: number): Day {
  const { month, day } = today.add({ days })
  return { type: 'day', month, day, reading: 'plain' }
}

/** How many days from today the day of the week is; below 0 if it is past. */
function daysTo({ weekday, choice }: Weekday, today: Temporal.PlainDate): number {
  const inThisWeek = weekday - today.dayOfWeek
  const coming = (inThisWeek + 7) % 7
  switch (choice) {
    case 'coming':
      return coming
    case 'after':
      return coming === 0 ? 7 : coming
    case 'before':
      return coming - 7
    default:
      return inThisWeek + 7 * choice
  }
}

/** From Monday to Sunday (ISO 8601). */
function weekAt(today: Temporal.PlainDate, weeks: number): Days {
  const first = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks })
  const last = first.add({ days: 6 })
  return {
    type: 'days',
    first: { month: first.month, day: first.day },
    last: { month: last.month, day: last.day },
  }
}

function wholeMonth(month: number): Days | undefined {
  if (month < 1 || month > 12) return undefined
  return { type: 'days', first: { month, day: 1 }, last: { month, day: daysIn(month) } }
}

function dayOf(month: number, day: number, reading: Day['reading'] = 'plain'): DayReading | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const days = daysIn(month)
  return day <= days ? { type: 'day', month, day, reading } : { type: 'no-such-day', month, days }
}
