// All the core asks of the world: a platform to speak on, a clock to wait by, a painter where there are pictures.
import type { Temporal } from 'temporal-polyfill'
import type { Bot } from './bot.ts'
import type { Message } from './message/message.ts'
import type { Picture } from './picture/picture.ts'

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
export type News =
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
  repeatsAreHarmless: boolean
}

/** A platform, or our own server, cannot be served, and will not be until the operator changes something; the message says what. */
export class PlatformError extends Error {}

export interface Platform {
  readonly name: string
  /** What tells this bot account from others, where two processes of one account would harm. */
  readonly account?: string
  readonly limits: Limits
  /** Serves the platform's people until the signal or the platform ends it. Throws a PlatformError where it cannot. */
  run(bot: Bot, signal: AbortSignal): Promise<void>
  /** Sends one message; `key` is the delivery's idempotency key. Expected failures are outcomes, bugs throw. */
  send(to: Address, message: Message, key: string): Promise<Outcome>
  /** Whether a chat that refused takes posts again, without posting. */
  check?(chat: Address): Promise<boolean>
  /** Tells those who can repair a chat, where the platform has a way. */
  tellAdmins?(chat: Address, message: Message): Promise<void>
  /** Whether its people are served at this moment; without it, always. */
  isConnected?(): boolean
  /** Asks the platform once who we are there, and says it in a few words. Throws a PlatformError where it refuses us. */
  probe?(): Promise<string>
  /** What others call over HTTP while it runs, such as a webhook. */
  readonly endpoint?: Endpoint
}

/** A path that is answered over HTTP; the program puts it on its server. */
export interface Endpoint {
  method: 'GET' | 'POST'
  path: string
  answer(request: Incoming): Reply | Promise<Reply>
}

export interface Incoming {
  query: URLSearchParams
  /** By its name in small letters. */
  header(name: string): string | undefined
  /** Read when it is first wanted; undefined where it is longer than anybody has reason to send. */
  body(): Promise<string | undefined>
}

export interface Reply {
  /** A status of HTTP. */
  status: number
  /** The media type of the body. */
  type?: string
  body?: string
  /** Another for every other body, in letters of A-Za-z0-9_-; who has this one already need not be sent it. */
  version?: string
  /** For how many seconds the body may be shown again without asking; without it, it may not be kept at all. */
  keptFor?: number
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

export interface Painter {
  /** PNG bytes; the same for the same picture. Rejects where it cannot draw. */
  paint(picture: Picture): Promise<Uint8Array>
}

export interface Clock {
  now(): Temporal.Instant
  /** Resolves when `time` has come, or at once when the signal aborts. */
  until(time: Temporal.Instant, signal: AbortSignal): Promise<void>
}
