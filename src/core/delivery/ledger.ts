// Describes the ledger: one row for each subscription and occurrence, written before anything is sent.

import type { Temporal } from 'temporal-polyfill'
import type { LeapDay } from '../calendar/recurrence.ts'
import type { Language } from '../languages/language.ts'
import type { Due, Grace, Subscription } from './subscription.ts'

/**
 * Which call of the store moves a row along which arrow:
 *
 *   (no row)
 *      | openGroup: the moment has come
 *      v
 *   pending <----------------------------+-----------------------------+
 *      | claim: one lane leases the row  |                             |
 *      v                                 | settle: no slot, or on hold |
 *   leased ------------------------------+ recover: the lease is over  |
 *      | markSending: committed just                                   |
 *      v   before the request is written                               | settle: wait, gone, moved (surely not sent)
 *   sending -----------------------------------------------------------+ settle, recover: no answer, and the platform
 *      |                                                                   takes a repeated key for the same message
 *      | settle
 *      +--> sent      the platform took it
 *      +--> failed    the platform will never take it
 *      +--> unknown   no answer came, or the process died here (recover)
 *
 *   pending, leased                    --> expired   recover, settle: its grace is over
 *   pending, leased                    --> failed    recover: handed out too often (PostgreSQL)
 *   unknown                            --> any       settle: the answer came after all
 *   (no row), pending, leased, sending --> unknown   a backup was restored, and the post was due
 *   unknown, failed, expired, skipped  --> pending   resend: an admin or the operator asked for it
 *   pending, unknown, failed, expired  --> skipped   skip: the operator gave it up
 *
 * Up to `leased` nothing went out, so everything is repeated freely. What was `sending` may have arrived: it is repeated
 * with the same key on an idempotent platform, and elsewhere only by `resend`.
 */
export const deliveryStates = [
  'pending',
  'leased',
  'sending',
  'sent',
  'unknown',
  'failed',
  'expired',
  'skipped',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

export interface Delivery {
  /** Also the idempotency key of every attempt at this occurrence in this chat. */
  id: string
  subscription: Subscription
  due: Due
  state: DeliveryState
  /** How many attempts reached `sending`. */
  attempt: number
  expiresAt: Temporal.Instant
  /** The language the chat chose, if any. */
  language?: Language
  /** Sent again because an admin or the operator asked for it, so its hour no longer matters. */
  resent: boolean
  messageId?: string
  lastError?: string
}

/** The result of an attempt, as the ledger records it. */
export type Settlement =
  | { state: 'sent'; messageId: string }
  | { state: 'unknown' | 'failed' | 'expired' | 'skipped'; error?: string }
  | { state: 'pending'; nextAt: Temporal.Instant; error?: string }

/** Subscriptions that share this due moment and the next one, and are therefore opened in one statement. */
export interface DueGroup {
  anniversary: string
  /** IANA name. */
  zone: string
  time: Temporal.PlainTime
  leapDay: LeapDay
  grace: Grace
  next: Due
}

export interface Lease {
  owner: string
  until: Temporal.Instant
}

/** How long a row belongs to the process that claimed it: longer than any platform takes to answer. */
export const LEASE_SECONDS = 60
