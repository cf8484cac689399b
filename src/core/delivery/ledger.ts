// Describes the ledger: one row for each subscription and occurrence, written before anything is sent.

import type { Temporal } from 'temporal-polyfill'
import type { LeapDay } from '../calendar/recurrence.ts'
import type { Language } from '../languages/language.ts'
import type { Due, Grace, Subscription } from './subscription.ts'

/**
 * The states of a row, and the store call behind each transition:
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
 *      +--> unknown   no reply came, or the process died here (recover)
 *
 *   pending, leased                    --> expired   recover, settle: its grace is over
 *   pending, leased                    --> failed    recover: handed out too often (PostgreSQL)
 *   unknown                            --> any       settle: the reply came after all
 *   pending, expired                   --> (no row)  takeBack: a wrong clock opened it before its day
 *   (no row), pending, leased, sending --> unknown   a backup was restored, and the post was due
 *   unknown, failed, expired, skipped  --> pending   resend: an admin or the operator asked for it
 *   pending, unknown, failed, expired  --> skipped   skip: the operator gave it up
 *
 * Up to `leased` nothing has gone out, so repeating is safe. A post that was `sending` may have arrived: it is repeated
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
  /** How many attempts got as far as `sending`. */
  attempt: number
  expiresAt: Temporal.Instant
  /** The language the chat chose, if any. */
  language?: Language
  /** An admin or the operator asked to send it again, so its hour no longer matters. */
  resent: boolean
  messageId?: string
  lastError?: string
}

/** The result of an attempt, as the ledger records it. */
export type Settlement =
  | { state: 'sent'; messageId: string }
  | { state: 'unknown' | 'failed' | 'expired' | 'skipped'; error?: string }
  | { state: 'pending'; nextAt: Temporal.Instant; error?: string }

/** Subscriptions with the same due moment and the same next one, which are therefore opened in one statement. */
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

/** The error of a row that is tried again although its last attempt may have arrived. */
export const UNANSWERED = 'no answer'

/** How long a row belongs to the process that claimed it. Longer than any platform takes to answer. */
export const LEASE_SECONDS = 60
