// Defines storage as ten small ports, and the store that implements them all.

import type { Temporal } from 'temporal-polyfill'
import type { Language } from '../languages/language.ts'
import type { Address, GoneReason } from '../ports.ts'
import type { Delivery, DeliveryState, DueGroup, Lease, Settlement } from './ledger.ts'
import type { Due, Subscription } from './subscription.ts'

/** Everything one database keeps. Most callers need one of the ports below. */
export interface Store
  extends Subscriptions,
    ChatLanguages,
    Ledger,
    SetAsideRows,
    Backlog,
    DeliveryLog,
    BulkDeliveries,
    Pace,
    ClockAhead,
    Memory,
    Privacy {
  close(): Promise<void>
}

/** Which chats want which anniversaries, and whether they take posts. */
export interface Subscriptions {
  /** Adds the subscription, or replaces the chat's subscription to this anniversary, which keeps its first id. */
  putSubscription(subscription: Subscription): Promise<Subscription>
  /** All subscriptions of a chat, including ended ones. */
  subscriptionsOf(chat: Address): Promise<Subscription[]>
  /** The addresses in a chat that have subscriptions: the chat itself and each of its threads. */
  threadsOf(chat: Address): Promise<Address[]>
  /** How many subscriptions take posts. */
  countActive(): Promise<number>
  /** Pauses all subscriptions of a chat that refuses posts. True if any was active until now. */
  pause(chat: Address, reason: GoneReason): Promise<boolean>
  /** Ends the pause of a chat that takes posts again. */
  resume(chat: Address): Promise<void>
  /** At most `limit` paused chats of a platform with a post that is waiting or due before `until`. */
  pausedChats(platform: string, until: Temporal.Instant, limit: number): Promise<Address[]>
  /** Moves a chat's subscriptions, memory and languages to its new address. */
  move(from: Address, to: Address): Promise<void>
  /**
   * Moves one subscription to another address with its deliveries, and ends its pause. One that ended at the new address
   * goes to the old one instead. False, and nothing has changed, while one of its posts may be on its way, or if the new
   * address has an active or paused one.
   */
  moveSubscription(id: string, goal: { to: Address; next: Due }): Promise<boolean>
  /**
   * Recomputes every next occurrence and moment if the stored ones come from another version of the rules, and stores the
   * version. Returns the number of changed subscriptions.
   */
  retime(version: string, dueOf: (group: DueGroup) => Due): Promise<number>
}

/** The languages that chats chose. A chat's holds for all of its places but those that have one of their own. */
export interface ChatLanguages {
  /** The language of the place: its own, else the chat's. */
  languageOf(chat: Address): Promise<Language | undefined>
  /** The language that was set at exactly this address. */
  ownLanguageOf(chat: Address): Promise<Language | undefined>
  /** Sets the language of exactly this address; undefined takes it back. */
  setLanguage(chat: Address, language: Language | undefined): Promise<void>
}

/** The ledger as the dispatcher drives it. The states are drawn in ledger.ts. */
export interface Ledger {
  /** The earliest group of active subscriptions due at `now`. */
  dueGroup(now: Temporal.Instant): Promise<DueGroup | undefined>
  /**
   * Writes the missing rows of the group's next subscriptions and moves these on, in one transaction. Returns the id to
   * continue after, or undefined when the whole group is done.
   */
  openGroup(opening: Opening): Promise<string | undefined>
  /** Moves the whole group to another moment without writing rows. */
  defer(group: DueGroup, to: Temporal.Instant): Promise<void>
  /** Leases up to `limit` due rows of the platform. No row is leased to two owners at once. */
  claim(claim: ClaimRequest): Promise<Delivery[]>
  /** Commits that the request is about to be written. False if the lease was lost. */
  markSending(delivery: Delivery, lease: Lease): Promise<boolean>
  /** Records the result of an attempt. Changes nothing if the lease was lost. */
  settle(delivery: Delivery, owner: string, settlement: Settlement): Promise<void>
  /**
   * Frees rows whose lease is over, and expires pending rows past their expiry. A leased row becomes pending again. A
   * row in sending becomes pending on the platforms given, where a repeat is the same message, and unknown on all
   * others.
   */
  recover(now: Temporal.Instant, idempotentPlatforms: readonly string[]): Promise<void>
  /** The moment when the next subscription or pending row is due, if any. */
  nextWake(): Promise<Temporal.Instant | undefined>
}

export interface Opening {
  group: DueGroup
  /** The occurrence that the rows are for, and their moment. */
  due: Due
  expiresAt: Temporal.Instant
  /** The next due moment of the subscriptions after this one. */
  next: Due
  /** How many subscriptions to open in this call. */
  limit: number
  /** The id returned by the previous call. */
  after?: string | undefined
}

export interface ClaimRequest {
  platform: string
  now: Temporal.Instant
  lease: Lease
  limit: number
}

/**
 * Subscriptions that cannot be worked out, such as those in a time zone that this program does not know. They take no
 * posts, so that they stop no others, and their rows wait.
 */
export interface SetAsideRows {
  /** Sets the subscriptions of the group aside, and logs it once. The store does the same with rows it cannot read. */
  setAside(group: DueGroup, error: string): Promise<void>
  listSetAside(limit: number): Promise<SetAsideRow[]>
  countSetAside(): Promise<number>
  /** Makes all of them active again, for a program that may know better. Returns how many there were. */
  reviewSetAside(): Promise<number>
}

export interface SetAsideRow {
  /** The subscription's. */
  id: string
  chat: Address
  anniversary: string
  error: string
}

/** How far sending is behind. */
export interface Backlog {
  backlog(now: Temporal.Instant): Promise<Waiting>
}

export interface Waiting {
  /** The moment of the oldest row that may be sent now or is being sent, or of a due subscription without a row. */
  since?: Temporal.Instant
  /** How many due rows were put off until later. */
  held: number
  /** When the oldest of these was due. */
  heldSince?: Temporal.Instant
}

/** The ledger as shown to admins and the operator. */
export interface DeliveryLog {
  /** The last deliveries of a chat, latest first. */
  deliveriesOf(chat: Address, limit: number): Promise<Delivery[]>
  findDelivery(id: string): Promise<Delivery | undefined>
  /** How many deliveries are in each state. */
  countDeliveries(): Promise<Record<DeliveryState, number>>
  /** Deliveries in any of the states, latest first. */
  listDeliveries(states: readonly DeliveryState[], limit: number): Promise<Delivery[]>
  /** Makes an ended, unsent delivery pending, to be sent now. Undefined if there is no such delivery with this id. */
  resend(id: string, now: Temporal.Instant, expiresAt: Temporal.Instant): Promise<Delivery | undefined>
  /** Gives up an unsent delivery. Undefined if there is no such delivery with this id. */
  skip(id: string): Promise<Delivery | undefined>
}

/** The ledger as the operator repairs it. */
export interface BulkDeliveries {
  /** All deliveries that match, page by page in the order of their ids. They may be changed in between. */
  matching(filter: DeliveryFilter): AsyncIterable<Delivery[]>
}

export interface DeliveryFilter {
  states: readonly DeliveryState[]
  anniversary?: string
  platform?: string
  /** Due at this moment or later. */
  since?: Temporal.Instant
  /** Due before this moment. */
  until?: Temporal.Instant
}

/** The pace of sending, shared by all processes on the store. */
export interface Pace {
  /**
   * Reserves the account's next free moments, one for each chat, in order, `spacingMs` apart, without bursts and not before
   * `from` (GCRA, https://www.itu.int/rec/T-REC-I.371). Any of these moments may be used for any of these chats: each
   * chat is free again only `spacingMs` after the last of them. A chat that is not free gets no moment, and is told when
   * to ask again. A chat may be named several times; the first one gets the moment.
   */
  reserve(request: ReserveRequest): Promise<Slot[]>
  /** Holds the key until the moment, in every process. A later hold already in place stays. */
  hold(key: string, until: Temporal.Instant): Promise<void>
  /** The moment until which the key is held; in the past if it is not held. */
  heldUntil(key: string): Promise<Temporal.Instant>
}

/** What a clock that was ahead wrote: moments that hold posts back until they come, and posts that it gave up. */
export interface ClockAhead {
  /**
   * Makes everything void that lies farther ahead of `now` than any rule allows. If the clock was seen to be later than it
   * is now, that is every wait. Returns how much there was: moments of the keys named, leases, and waiting rows.
   */
  voidAhead(
    now: Temporal.Instant,
    keys: { accounts: readonly string[]; holds: readonly string[] },
  ): Promise<{ keys: number; leases: number; rows: number }>
  /**
   * Takes back every row that waits or expired although it is due well after `now`, unless its post may have arrived. Its
   * subscription waits for the occurrence again. Returns the number of rows.
   */
  takeBack(now: Temporal.Instant): Promise<number>
  /** The groups of active and paused subscriptions whose next moment comes after this one. */
  groupsAfter(moment: Temporal.Instant): Promise<DueGroup[]>
  /** The active and paused subscriptions of the group, in the order of their ids, after the id given. */
  subscriptionsIn(group: DueGroup, page: { after: string; limit: number }): Promise<Subscription[]>
}

/** The time between two messages under one key. */
export interface Rate {
  key: string
  spacingMs: number
}

export interface ReserveRequest {
  account: Rate
  chats: readonly Rate[]
  from: Temporal.Instant
  /** The chats had moments, which passed before they could be used: each gets another one although it is not free. */
  isLate?: boolean
}

export interface Slot {
  at: Temporal.Instant
  /** Whether the moment was reserved. If not, `at` says when to ask again. */
  taken: boolean
}

/** The keys of questions that await an answer, which are pruned earlier than the rest. */
export const DIALOGUE_PREFIX = 'dialogue '

/** Short texts that are kept across restarts, under their own keys. */
export interface Memory {
  recall(key: string): Promise<string | undefined>
  /** Replaces what was stored under the key before. */
  remember(entry: MemoryEntry): Promise<void>
  erase(key: string): Promise<void>
  /** True for the first call with the key in any process, false ever after. */
  markOnce(key: string, now: Temporal.Instant): Promise<boolean>
  /**
   * Leases work that is to be done once over all processes. An owner that asks again renews its lease. `busy` while
   * another owner's lease runs: ask again later.
   */
  takeWork(work: WorkLease): Promise<'taken' | 'busy' | 'done'>
  /** Records that the work was done. The note is kept for days, not for good: see Privacy.prune. */
  finishWork(key: string, now: Temporal.Instant): Promise<void>
}

export interface WorkLease {
  key: string
  owner: string
  now: Temporal.Instant
  until: Temporal.Instant
}

export interface MemoryEntry {
  key: string
  value: string
  now: Temporal.Instant
  /** The chat or place that the value is about, so that it is exported and erased with it. */
  chat?: Address
}

/**
 * The data stored about a chat: exports it, erases it, and erases what is old. An address with a thread means what is
 * about that place alone, and one without, the chat and all its places.
 */
export interface Privacy {
  /** Everything stored, as stored: rows by the name of their kind. */
  rowsOf(chat: Address): Promise<Record<string, Record<string, unknown>[]>>
  /** Erases everything, in one transaction. */
  forget(chat: Address): Promise<void>
  /**
   * Erases ended deliveries that were due before the moment, memory stored before it, and work finished and questions
   * asked before the other.
   */
  prune(before: Temporal.Instant, workBefore: Temporal.Instant): Promise<void>
}
