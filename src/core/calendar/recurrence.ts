// Works out when an anniversary recurs: one function for each kind of rule, which gives its date in a year.

import { Temporal } from 'temporal-polyfill'

/** Every year on a month and day. */
export interface Yearly {
  type: 'yearly'
  month: number
  day: number
}
export type Recurrence = Yearly

/** The day in a common year on which an anniversary of 29 February falls. */
export type LeapDay = 'february-28' | 'march-1'

/** The date in a year on which the rule falls. */
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
  // 'constrain', the default, turns 29 February of a common year into the 28th.
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return date.day === day || leapDay === 'february-28' ? date : date.add({ days: 1 })
}
