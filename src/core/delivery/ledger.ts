// The ledger: what the store keeps of every post, one row for each subscription and occurrence, written before sending.
import type { Temporal } from 'temporal-polyfill'
import type { Address, GoneReason } from '../ports.ts'
import type { Due, Subscription } from './subscription.ts'

/**
 * pending: to be sent at `nextAt`. leased: a dispatcher has it, nothing went out. sending: committed just before the
 * request is written. sent, unknown (it may have arrived, and is not repeated by itself), failed, expired, skipped: ends.
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
  /** Also the idempotency key of the send: the same for every attempt at this occurrence in this chat. */
  id: string
  subscription: Subscription
  due: Due
  state: DeliveryState
  attempt: number
  expiresAt: Temporal.Instant
  messageId?: string
  lastError?: string
}

/** What came of an attempt, as the ledger keeps it. */
export type Settlement =
  | { state: 'sent'; messageId: string }
  | { state: 'unknown' | 'failed' | 'expired' | 'skipped'; error?: string }
  | { state: 'pending'; nextAt: Temporal.Instant; error?: string }

export interface Store {
  /** Adds the subscription, or replaces the one this chat has for the anniversary; its id stays the first one's. */
  putSubscription(subscription: Subscription): Promise<Subscription>
  /** All of a chat's subscriptions, ended ones too. */
  subscriptionsOf(chat: Address): Promise<Subscription[]>
  /** Stops posts to a chat that refuses them, in every subscription it has. */
  pause(chat: Address, reason: GoneReason): Promise<void>
  /** Moves a chat's subscriptions to its new address. */
  move(from: Address, to: Address): Promise<void>

  /** Active subscriptions whose next occurrence is due at `now`, the earliest first. */
  dueSubscriptions(now: Temporal.Instant, limit: number): Promise<Subscription[]>
  /**
   * Writes the row of the subscription's next occurrence, unless it is there, and moves the subscription on to `then`,
   * in one transaction.
   */
  open(subscription: Subscription, expiresAt: Temporal.Instant, then: Due): Promise<void>
  /** Leases pending rows that are due, each to one owner only. */
  claim(now: Temporal.Instant, owner: string, until: Temporal.Instant, limit: number): Promise<Delivery[]>
  /** Commits that the request is about to be written; false where the lease was lost. */
  markSending(delivery: Delivery, owner: string, until: Temporal.Instant): Promise<boolean>
  /** Ends or postpones an attempt; a lease that was lost changes nothing. */
  settle(delivery: Delivery, owner: string, settlement: Settlement): Promise<void>
  /**
   * Frees rows whose lease is over: leased ones are pending again; those in sending are pending again on the platforms
   * where a repeat is harmless, and unknown elsewhere.
   */
  recover(now: Temporal.Instant, harmless: readonly string[]): Promise<void>
  /** When the next subscription or pending row is due; undefined where nothing is. */
  nextWake(): Promise<Temporal.Instant | undefined>
  /** The last deliveries of a chat, the latest first. */
  deliveriesOf(chat: Address, limit: number): Promise<Delivery[]>
  close(): Promise<void>
}
