// Decides when an anniversary falls: on which date in a year, which occurrence is next, and which one it is.
//
// Every surface asks here: posts, commands, inline results, pictures, the calendar feed and the checks. Dates are
// Gregorian, those before 1582 too, as in ISO 8601.

import { Temporal } from 'temporal-polyfill'

/** Every year on a month and day. */
export interface Yearly {
  type: 'yearly'
  month: number
  day: number
}
/** Every year on a weekday of a month: the second Sunday of May. */
export interface YearlyWeekday {
  type: 'weekday'
  month: number
  /** 1 is Monday, and 7 is Sunday (ISO 8601). */
  weekday: number
  /** -1 is the last of the month. Not every month has a fifth. */
  nth: 1 | 2 | 3 | 4 | -1
}
export type Recurrence = Yearly | YearlyWeekday

/** The day in a common year on which an anniversary of 29 February falls. */
export type LeapDay = 'february-28' | 'march-1'

/** Holds where nobody has chosen: in the terminal at first, in the calendar feed, in results for an unknown chat. */
export const DEFAULT_LEAP_DAY: LeapDay = 'february-28'

/** A day that recurs. `since` is the day itself: the first occurrence, before which there is none. */
export interface RecurringDay {
  recurrence: Recurrence
  since: { year: number; month: number; day: number }
}

/** The first date on or after `from` on which the day falls. */
export function nextOccurrence(
  from: Temporal.PlainDate,
  day: RecurringDay,
  leapDay: LeapDay,
): Temporal.PlainDate {
  const first = Temporal.PlainDate.from(day.since)
  const earliest = Temporal.PlainDate.compare(from, first) > 0 ? from : first
  const thisYear = dateIn(earliest.year, day.recurrence, leapDay)
  return Temporal.PlainDate.compare(thisYear, earliest) >= 0
    ? thisYear
    : dateIn(earliest.year + 1, day.recurrence, leapDay)
}

/**
 * The occurrence after this one, which is in another year even if the leap day was chosen differently in between:
 * a chat that had its post on 28 February gets none on 1 March.
 */
export function occurrenceAfter(
  occurrence: Temporal.PlainDate,
  day: RecurringDay,
  leapDay: LeapDay,
): Temporal.PlainDate {
  const january1 = Temporal.PlainDate.from({ year: occurrence.year + 1, month: 1, day: 1 })
  return nextOccurrence(january1, day, leapDay)
}

/** Whether the day itself is one of those on which the rule falls. */
export function isOccurrence(since: RecurringDay['since'], recurrence: Recurrence): boolean {
  const first = Temporal.PlainDate.from(since)
  return nextOccurrence(first, { recurrence, since }, DEFAULT_LEAP_DAY).equals(first)
}

/** Which anniversary an occurrence is: 1 for the first, and 0 for the day itself. */
export const yearsSince = (
  { year }: Pick<Temporal.PlainDate, 'year'>,
  { since }: Pick<RecurringDay, 'since'>,
): number => year - since.year

/** Whether the day is a 29 February, so that it matters where it falls in common years. */
export const isLeapDay = ({ recurrence }: Pick<RecurringDay, 'recurrence'>): boolean =>
  recurrence.type === 'yearly' && recurrence.month === 2 && recurrence.day === 29

/** The day of the year on which the rule falls: the same in all years, or that of the next occurrence. */
export function dayOfYear(
  recurring: RecurringDay,
  today: Temporal.PlainDate,
): { month: number; day: number } {
  const { recurrence } = recurring
  return recurrence.type === 'yearly' ? recurrence : nextOccurrence(today, recurring, DEFAULT_LEAP_DAY)
}

function dateIn(year: number, rule: Recurrence, leapDay: LeapDay): Temporal.PlainDate {
  switch (rule.type) {
    case 'yearly': {
      const { month, day } = rule
      // 'constrain', the default, turns 29 February of a common year into the 28th.
      const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
      return date.day === day || leapDay === 'february-28' ? date : date.add({ days: 1 })
    }
    case 'weekday':
      return weekdayIn(year, rule)
    default:
      return rule satisfies never
  }
}

function weekdayIn(year: number, { month, weekday, nth }: YearlyWeekday): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
  const last = first.with({ day: first.daysInMonth })
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
}
