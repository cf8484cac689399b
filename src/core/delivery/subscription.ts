// Computes when a subscription is due and when its post expires, at the chat's own hour and in its own time zone.

import { Temporal } from 'temporal-polyfill'
import { type LeapDay, nextOccurrence, occurrenceAfter, type RecurringDay } from '../calendar/recurrence.ts'
import { momentOf } from '../calendar/zone.ts'
import type { Address, GoneReason } from '../ports.ts'

/** How long after its hour a post may still go out: not at all, until local midnight, or for days. */
export type Grace = { type: 'skip' } | { type: 'same-day' } | { type: 'days'; days: number }

export type SubscriptionStatus =
  | { type: 'active' }
  /** The chat refuses posts. Everything is kept, and posts resume once the chat is repaired. */
  | { type: 'paused'; reason: GoneReason }
  /** Unsubscribed. The row stays, so that subscribing again on the same day cannot post twice. */
  | { type: 'ended' }

export interface Subscription {
  id: string
  chat: Address
  anniversary: string
  /** IANA name. */
  zone: string
  time: Temporal.PlainTime
  grace: Grace
  leapDay: LeapDay
  status: SubscriptionStatus
  next: Due
  /** The user who subscribed, who hears of it too if posts do not go out. Unknown for those of earlier versions. */
  subscriber?: string
}

/** One occurrence of an anniversary for one chat: its date, and the moment it is due there. */
export interface Due {
  occurrence: Temporal.PlainDate
  at: Temporal.Instant
}

export const DEFAULT_GRACE = { type: 'days', days: 3 } as const satisfies Grace

/** The least time allowed for reaching all chats. A chat with "skip" survives an outage of this length. */
export const MIN_FAN_OUT = { hours: 1 }

/** The input for a moment besides the date of the occurrence. "Now" plays no part. */
export type Hour = Pick<Subscription, 'zone' | 'time' | 'leapDay'>

/** The first occurrence that is due at `from` or later. */
export function dueFrom(from: Temporal.Instant, day: RecurringDay, hour: Hour): Due {
  // Starts a day early, because an occurrence on the zone's date may be due before midnight elsewhere.
  let date = from.toZonedDateTimeISO(hour.zone).toPlainDate().subtract({ days: 1 })
  for (;;) {
    const occurrence = nextOccurrence(date, day, hour.leapDay)
    const at = momentOf(occurrence, hour.time, hour.zone)
    if (Temporal.Instant.compare(at, from) >= 0) return { occurrence, at }
    date = occurrence.add({ days: 1 })
  }
}

/** The occurrence after this one. */
export function dueAfter(occurrence: Temporal.PlainDate, day: RecurringDay, hour: Hour): Due {
  const next = occurrenceAfter(occurrence, day, hour.leapDay)
  return { occurrence: next, at: momentOf(next, hour.time, hour.zone) }
}

/**
 * The moment after which a post is no longer wanted. Posting to many chats takes time, `fanOut`: the last ones must not
 * expire while the first are served, so even "skip" leaves room for it.
 */
export function expiryOf(
  due: Due,
  { zone, grace }: Pick<Subscription, 'zone' | 'grace'>,
  fanOut: Temporal.DurationLike = MIN_FAN_OUT,
): Temporal.Instant {
  const earliest = due.at.add(fanOut)
  switch (grace.type) {
    case 'skip':
      return earliest
    case 'same-day': {
      const midnight = momentOf(due.occurrence.add({ days: 1 }), new Temporal.PlainTime(), zone)
      return Temporal.Instant.compare(midnight, earliest) > 0 ? midnight : earliest
    }
    case 'days':
      return due.at.add({ hours: 24 * grace.days }).add(fanOut)
    default:
      return grace satisfies never
  }
}
