// Converts rows to the core's values and back.

import { Temporal } from 'temporal-polyfill'
import type { LeapDay } from '../../core/calendar/recurrence.ts'
import type { Delivery, DeliveryState, DueGroup } from '../../core/delivery/ledger.ts'
import type { Grace, Subscription, SubscriptionStatus } from '../../core/delivery/subscription.ts'
import type { Language } from '../../core/languages/language.ts'
import type { Address, GoneReason } from '../../core/ports.ts'
import type { Row } from './sql.ts'

/** Selects what `deliveryOf` reads: `d` is the delivery, `s` its subscription. */
export const SELECT_DELIVERY = `SELECT s.*, d.id AS delivery_id, d.occurrence, d.due_at, d.state, d.attempt, d.resent,
    d.expires_at, d.message_id, d.last_error, COALESCE(own.language, l.language) AS language
  FROM delivery d JOIN subscription s ON s.id = d.subscription
    LEFT JOIN language l ON l.platform = s.platform AND l.chat = s.chat AND l.thread = ''
    LEFT JOIN language own ON own.platform = s.platform AND own.chat = s.chat AND own.thread = s.thread`

/** The condition on one address; `addressParams` are its parameters. */
export const AT_ADDRESS = 'platform = $1 AND chat = $2 AND thread = $3'
export const addressParams = (chat: Address) => [chat.platform, chat.chat, chat.thread ?? ''] as const

/** The condition on one group; `groupParams` are its parameters. */
export const IN_GROUP = `anniversary = $1 AND zone = $2 AND local_time = $3 AND leap_day = $4 AND grace = $5
  AND next_due_at = $6 AND next_occurrence = $7`
export const GROUP_COLUMNS = 'anniversary, zone, local_time, leap_day, grace, next_due_at, next_occurrence'
export const groupParams = ({ anniversary, zone, time, leapDay, grace, next }: DueGroup) => [
  anniversary,
  zone,
  time.toString(),
  leapDay,
  graceText(grace),
  next.at.epochMilliseconds,
  next.occurrence.toString(),
]

export function deliveryOf(row: Row): Delivery {
  return {
    id: String(row.delivery_id),
    subscription: subscriptionOf(row),
    due: { at: instantOf(row.due_at), occurrence: Temporal.PlainDate.from(String(row.occurrence)) },
    state: row.state as DeliveryState,
    attempt: Number(row.attempt),
    resent: Number(row.resent) === 1,
    ...(row.language !== null && { language: row.language as Language }),
    expiresAt: instantOf(row.expires_at),
    ...(row.message_id !== null && { messageId: String(row.message_id) }),
    ...(row.last_error !== null && { lastError: String(row.last_error) }),
  }
}

export function subscriptionOf(row: Row): Subscription {
  return {
    id: String(row.id),
    chat: addressOf(row),
    ...groupOf(row),
    status: statusOf(row),
    ...(row.subscriber !== null && { subscriber: String(row.subscriber) }),
  }
}

export function groupOf(row: Row): DueGroup {
  return {
    anniversary: String(row.anniversary),
    zone: String(row.zone),
    time: Temporal.PlainTime.from(String(row.local_time)),
    grace: graceOf(String(row.grace)),
    leapDay: row.leap_day as LeapDay,
    next: {
      at: instantOf(row.next_due_at),
      occurrence: Temporal.PlainDate.from(String(row.next_occurrence)),
    },
  }
}

/** The rows that can be read. The others, which somebody else has written, are set aside when they are due. */
export function readableOf<T>(rows: readonly Row[], read: (row: Row) => T): T[] {
  return rows.flatMap(row => {
    const value = tryRead(row, read)
    return 'value' in value ? [value.value] : []
  })
}

export function tryRead<T>(row: Row, read: (row: Row) => T): { value: T } | { error: unknown } {
  try {
    return { value: read(row) }
  } catch (error) {
    return { error }
  }
}

export const addressOf = ({ platform, chat, thread }: Row): Address => ({
  platform: String(platform),
  chat: String(chat),
  ...(thread !== '' && { thread: String(thread) }),
})

export const instantOf = (ms: unknown) => Temporal.Instant.fromEpochMilliseconds(Number(ms))

export const graceText = (grace: Grace): string => (grace.type === 'days' ? String(grace.days) : grace.type)

function graceOf(text: string): Grace {
  if (text === 'skip' || text === 'same-day') return { type: text }
  if (!/^\d+$/.test(text)) throw new RangeError(`${text} is not a grace`)
  return { type: 'days', days: Number(text) }
}

function statusOf(row: Row): SubscriptionStatus {
  if (row.status === 'paused') return { type: 'paused', reason: row.status_reason as GoneReason }
  return { type: row.status === 'ended' ? 'ended' : 'active' }
}
