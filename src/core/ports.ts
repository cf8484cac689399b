// All the core asks of the world: a platform to speak on, a clock to wait by, a painter where there are pictures.
import type { Temporal } from 'temporal-polyfill'
import type { Message } from './message/message.ts'

/** Where a chat is: a platform, its chat, and the topic or thread in it where there is one. */
export interface Address {
  platform: string
  chat: string
  thread?: string
}

/** Who asks, and from where. */
export interface Caller {
  chat: Address
  user: string
  /** BCP 47, as the person's client says it. */
  locale: string
  /** Whether they may change what the chat is subscribed to; asked only where it matters, for platforms must be asked. */
  isAdmin(): boolean | Promise<boolean>
}

/** What happened to a chat, as its platform tells it. */
export type ChatChange =
  /** It takes no posts any more; without a thread in its address, in none of its threads. */
  | { type: 'lost'; chat: Address; reason: GoneReason }
  | { type: 'back'; chat: Address }
  | { type: 'moved'; from: Address; to: Address }

/** Why a chat no longer takes posts. */
export type GoneReason = 'blocked' | 'kicked' | 'deleted' | 'forbidden'

/** What became of a send. */
export type Outcome =
  | { status: 'sent'; id: string }
  /** The platform said wait; surely not sent. */
  | { status: 'later'; seconds: number }
  /** Surely not sent, and will not be until somebody repairs it. */
  | { status: 'gone'; reason: GoneReason }
  /** The chat has another address now; surely not sent. */
  | { status: 'moved'; to: Address }
  /** The platform will never take this message; surely not sent. A fault of ours. */
  | { status: 'refused'; error: string }
  /** The request went out and no answer came: it may have been posted. */
  | { status: 'unknown' }

/** What pacing needs to know of a platform. */
export interface Limits {
  /** Messages a second over all chats of the account. */
  perSecond: number
  /** Messages a second in one chat. */
  perSecondInChat: number
  /** A repeat with the same key is the same message (Discord's enforced nonce). */
  isIdempotent: boolean
}

/** Where posts go: one platform, as delivery knows it. */
export interface Sender {
  readonly name: string
  readonly limits: Limits
  /** Sends one message; `key` is the delivery's idempotency key. Expected failures are outcomes, bugs throw. */
  send(to: Address, message: Message, key: string): Promise<Outcome>
  /** Whether a chat that refused takes posts again, without posting. */
  check?(chat: Address): Promise<boolean>
  /** Tells those who can repair a chat, where the platform has a way. */
  tellAdmins?(chat: Address, message: Message): Promise<void>
}

/**
 * Where the core tells what happened: errors are for the operator's eyes, info for the record, debug for somebody who
 * looks for a fault. Only debug may name people, and nothing quotes what they wrote.
 */
export type Log = (level: 'error' | 'info' | 'debug', event: string, details: Record<string, unknown>) => void

/** Where the core counts and times what it does. The labels name no person and no chat, and take few values. */
export interface Meter {
  /** `claims`: rounds of asking the store for due rows, by platform. `outcomes`: sends, by platform and status. */
  count(what: 'claims' | 'outcomes', labels: Record<string, string>): void
  /** `commands`, by name, and `searches`: starts a watch, which the function returned stops. */
  time(what: 'commands' | 'searches', labels?: Record<string, string>): () => void
}

export const noMeter: Meter = { count() {}, time: () => () => {} }

export interface Clock {
  now(): Temporal.Instant
  /** Resolves when `time` has come, or at once when the signal aborts. */
  until(time: Temporal.Instant, signal: AbortSignal): Promise<void>
}
