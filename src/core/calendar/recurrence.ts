// When an anniversary recurs: one function a kind of rule, each giving the date of the rule's year.
import { Temporal } from 'temporal-polyfill'

/** Every year on a month and day. */
export interface Yearly {
  type: 'yearly'
  month: number
  day: number
}
export type Recurrence = Yearly

/** Where a 29 February falls in a common year. */
export type LeapDay = 'february-28' | 'march-1'

/** The date on which the rule falls in a year. */
export function occurrenceIn(
  year: number,
  rule: Recurrence,
  leapDay: LeapDay = 'february-28',
): Temporal.PlainDate {
  switch (rule.type) {
    case 'yearly':
      return yearly(year, rule, leapDay)
    default:
      return rule.type satisfies never
  }
}

/** The first date on or after `from` on which the rule falls. */
export function nextOccurrence(
  from: Temporal.PlainDate,
  rule: Recurrence,
  leapDay?: LeapDay,
): Temporal.PlainDate {
  const thisYear = occurrenceIn(from.year, rule, leapDay)
  return Temporal.PlainDate.compare(thisYear, from) >= 0
    ? thisYear
    : occurrenceIn(from.year + 1, rule, leapDay)
}

function yearly(year: number, { month, day }: Yearly, leapDay: LeapDay): Temporal.PlainDate {
  // 'constrain' turns 29 February of a common year into the 28th, the default of this calendar.
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day || leapDay === 'february-28' ? date : date.add({ days: 1 })
}
