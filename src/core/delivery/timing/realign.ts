// Puts the next occurrence of every subscription where the rules of today have it.

import { Temporal } from 'temporal-polyfill'
import { nextOccurrence, type RecurringDay } from '../../calendar/recurrence.ts'
import { momentOf } from '../../calendar/zone.ts'
import type { DueGroup } from '../ledger.ts'
import type { Subscriptions } from '../store.ts'
import type { Due } from '../subscription.ts'

export interface Rules {
  /** Changes with the time zone data and with the days of the corpus. */
  version: string
  recurringDayOf(anniversary: string): RecurringDay | undefined
}

/**
 * New time zone rules change the moment that a local hour means, and a corrected archive the day itself. Reads the
 * subscriptions only when the version is new. Returns the number of changed ones.
 */
export function realign(
  store: Pick<Subscriptions, 'retime'>,
  { version, recurringDayOf }: Rules,
): Promise<number> {
  return store.retime(version, group => {
    const day = recurringDayOf(group.anniversary)
    return day ? dueInSameYear(group, day) : dueOn(group.next.occurrence, group)
  })
}

/** In the same year as before, because the posts of earlier years have gone out. */
function dueInSameYear(group: DueGroup, day: RecurringDay): Due {
  const january1 = Temporal.PlainDate.from({ year: group.next.occurrence.year, month: 1, day: 1 })
  return dueOn(nextOccurrence(january1, day, group.leapDay), group)
}

const dueOn = (occurrence: Temporal.PlainDate, { time, zone }: DueGroup): Due => ({
  occurrence,
  at: momentOf(occurrence, time, zone),
})
