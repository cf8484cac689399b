// The ledger: what the store keeps of every post, one row for each subscription and occurrence, written before sending.
import type { Temporal } from 'temporal-polyfill'
import type { LeapDay } from '../calendar/recurrence.ts'
import type { Language } from '../languages/language.ts'
import type { Address, GoneReason } from '../ports.ts'
import type { Due, Grace, Subscription } from './subscription.ts'

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
  /** What the chat chose to be told in. */
  language?: Language
  /** Nobody waits for its hour any more: an admin or the operator asked for it. */
  resent: boolean
  messageId?: string
  lastError?: string
}

/** What came of an attempt, as the ledger keeps it. */
export type Settlement =
  | { state: 'sent'; messageId: string }
  | { state: 'unknown' | 'failed' | 'expired' | 'skipped'; error?: string }
  | { state: 'pending'; nextAt: Temporal.Instant; error?: string }

/** Subscriptions that are due at the same moment and will be at the same one next time: they are opened together. */
export interface DueGroup {
  anniversary: string
  zone: string
  time: Temporal.PlainTime
  leapDay: LeapDay
  grace: Grace
  next: Due
}

/** Who holds a lease, and until when. */
export interface Lease {
  owner: string
  until: Temporal.Instant
}

/** So many milliseconds between two messages under this key. */
export interface Rate {
  key: string
  spacing: number
}
export interface Slot {
  at: Temporal.Instant
  taken: boolean
}

/** What adapters keep over a restart: short texts under keys of their own. */
export interface Memory {
  recall(key: string): Promise<string | undefined>
  /** Keeps the value under the key, in place of an earlier one; with what it tells of a chat, it is that chat's. */
  keep(key: string, value: string, now: Temporal.Instant, of?: Address): Promise<void>
  /** True for the first process that says it of a key, false ever after. */
  once(key: string, now: Temporal.Instant): Promise<boolean>
}

export interface Store extends Memory {
  /** Adds the subscription, or replaces the one this chat has for the anniversary; its id stays the first one's. */
  putSubscription(subscription: Subscription): Promise<Subscription>
  /** All of a chat's subscriptions, ended ones too. */
  subscriptionsOf(chat: Address): Promise<Subscription[]>
  /** Stops posts to a chat that refuses them, in every subscription it has; true where it took them until now. */
  pause(chat: Address, reason: GoneReason): Promise<boolean>
  /** The chat itself and each of its threads, as far as they have subscriptions. */
  threadsOf(chat: Address): Promise<Address[]>
  /** What a chat and its threads are told in; undefined where nobody chose. */
  languageOf(chat: Address): Promise<Language | undefined>
  setLanguage(chat: Address, language: Language): Promise<void>
  /** Ends the pause of a chat that takes posts again. */
  resume(chat: Address): Promise<void>
  /** Paused chats of a platform that a post waits for or is due for before `until`, at most `limit`. */
  pausedChats(platform: string, until: Temporal.Instant, limit: number): Promise<Address[]>
  /** Moves a chat's subscriptions and its language to its new address. */
  move(from: Address, to: Address): Promise<void>
  /**
   * Computes every next moment anew where the time zone data is not of `version`, and keeps the version; tells how many
   * subscriptions changed.
   */
  retime(version: string, momentOf: (group: DueGroup) => Temporal.Instant): Promise<number>

  /** How many subscriptions take posts. */
  countActive(): Promise<number>
  /** The earliest group of active subscriptions that are due at `now`. */
  dueGroup(now: Temporal.Instant): Promise<DueGroup | undefined>
  /**
   * Writes the ledger rows of up to `limit` subscriptions of the group, those that are not there yet, and moves these
   * subscriptions on to `then`, all in one transaction. `due` is the rows' moment. Tells after which subscription to go
   * on with the next call; undefined where the group is done.
   */
  open(
    group: DueGroup,
    due: Due,
    expiresAt: Temporal.Instant,
    then: Due,
    limit: number,
    after?: string,
  ): Promise<string | undefined>
  /** Moves the whole group to another moment without opening it. */
  defer(group: DueGroup, to: Temporal.Instant): Promise<void>
  /** Leases pending rows of the platform that are due, each to one owner only. */
  claim(platform: string, now: Temporal.Instant, lease: Lease, limit: number): Promise<Delivery[]>
  /** Commits that the request is about to be written; false where the lease was lost. */
  markSending(delivery: Delivery, lease: Lease): Promise<boolean>
  /** Ends or postpones an attempt; a lease that was lost changes nothing. */
  settle(delivery: Delivery, owner: string, settlement: Settlement): Promise<void>
  /**
   * Frees rows whose lease is over: leased ones are pending again; those in sending are pending again on the platforms
   * where a repeat is harmless, and unknown elsewhere. Pending rows past their expiry are expired.
   */
  recover(now: Temporal.Instant, harmless: readonly string[]): Promise<void>
  /** When the next subscription or pending row is due; undefined where nothing is. */
  nextWake(): Promise<Temporal.Instant | undefined>

  /** The last deliveries of a chat, the latest first. */
  deliveriesOf(chat: Address, limit: number): Promise<Delivery[]>
  findDelivery(id: string): Promise<Delivery | undefined>
  /** How many deliveries are in each state. */
  countDeliveries(): Promise<Record<DeliveryState, number>>
  /** Deliveries in any of the states, the latest first. */
  listDeliveries(states: readonly DeliveryState[], limit: number): Promise<Delivery[]>
  /** Makes an ended delivery pending again, to be sent now; undefined where no ended one has the id. */
  resend(id: string, now: Temporal.Instant, expiresAt: Temporal.Instant): Promise<Delivery | undefined>
  /** Gives up a delivery that is not sent; undefined where none such has the id. */
  skip(id: string): Promise<Delivery | undefined>

  /**
   * Takes the account's next free moment for each chat, in order, each `spacing` after the one before (GCRA without a
   * burst). A chat that is not free by then takes nothing and is told when to ask again.
   */
  reserve(account: Rate, chats: readonly Rate[], now: Temporal.Instant): Promise<Slot[]>
  /** Lets nothing of the key happen before `until`, in every process. */
  hold(key: string, until: Temporal.Instant): Promise<void>
  /** The moment until which the key is held; in the past where it is not. */
  heldUntil(key: string): Promise<Temporal.Instant>

  /** Everything that is kept of a chat and its threads, as it is kept: rows by the name of what they are. */
  rowsOf(chat: Address): Promise<Record<string, Record<string, unknown>[]>>
  /** Erases everything of a chat and its threads, in one transaction. */
  forget(chat: Address): Promise<void>
  /** Erases ended deliveries that were due before the moment, and what was kept in memory before it. */
  prune(before: Temporal.Instant): Promise<void>
  close(): Promise<void>
}
