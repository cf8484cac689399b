// Names what the core needs from outside: a platform to post on, a clock, a log and a meter.

import type { Temporal } from 'temporal-polyfill'
import type { Message } from './message/message.ts'

/** Where a chat is: its platform, the chat, and the topic or thread in it, if any. */
export interface Address {
  platform: string
  chat: string
  thread?: string
}

/**
 * What kind of place people talk in. It decides which words describe it, and who sees an answer. `topic`: one of a group.
 * `channel`: only admins write, all read. `server`: a channel of a server, where people see what they call for.
 * `guest`: a private chat of others, where the bot is no member and sees only what it is called for. `terminal`: of the
 * computer that runs the bot.
 */
export type ChatKind = 'terminal' | 'private' | 'guest' | 'group' | 'topic' | 'channel' | 'server'

/** The person who asks, and the chat they ask in. */
export interface Caller {
  chat: Address
  kind: ChatKind
  user: string
  /** BCP 47, as given by the person's client. */
  locale: string
  /** Whether everybody in the chat sees this answer, although its kind answers people alone. */
  isPublic?: true
  /** Whether a short private answer reaches them alone, as an alert or a hidden message does. */
  hasPrivateReply?: true
  /** Options are typed with their names, as in Discord's slash commands: `/settings time:06:30`. */
  namesOptions?: true
  /** Whether they may change the chat's subscriptions. Called only if it matters, because it may cost a request. */
  isAdmin(): boolean | Promise<boolean>
  /** Why `isAdmin` may be false for an admin, if it may. Called after it, for the words of the refusal. */
  adminDoubt?(): AdminDoubt | undefined | Promise<AdminDoubt | undefined>
  /** The places of the chat, if it can have several that take posts. */
  places?: Places
}

/**
 * `hidden`: the platform does not tell the bot who the admins are. `anonymous`: an anonymous admin would be taken for a
 * member, because only what they write shows what they are.
 */
export type AdminDoubt = 'hidden' | 'anonymous'

/** The places of one chat: the channels of a server, or the topics of a group. */
export interface Places {
  /** The one that the caller is in. Undefined if the bot is no member there, so that it cannot post. */
  here(): Promise<Place | undefined>
  /** By the id of `placeIdOf`. Undefined if the chat has no such place, or the caller may not see it. */
  find(id: string): Promise<Place | undefined>
  /** Whether the chat has such a place, which the caller may not see. Without it, they may see all. */
  isHidden?(id: string): Promise<boolean>
  /** A role that a post to the place may mention. Only platforms that have roles have this function. */
  findRole?(id: string, place: Address): Promise<Role | undefined>
}

/** A place that can get posts of its own. */
export interface Place {
  address: Address
  /** As people write it, such as `#feeds`. */
  name: string
  /** The permission that posts lack there, as the platform's settings call it. */
  missing?: string
  /** Whether posts there can be published to those who follow it from other servers. */
  canPublish?: boolean
  /** The place was deleted, but still has subscriptions. */
  isGone?: true
}

/** The id of a place among those of its chat: its thread, or a sign for the one without, such as the General topic. */
export const placeIdOf = ({ thread }: Address): string => thread ?? THREADLESS_PLACE
export const THREADLESS_PLACE = '-'

export interface Role {
  /** As people write it, such as `@readers`. */
  name: string
  /** Everybody's role is never mentioned. `missing`: the permission without which this one cannot be. */
  mention: 'allowed' | 'everybody' | { missing: string }
}

/** What a platform reports about a chat. */
export type ChatChange =
  /** The chat takes no more posts. Without a thread in the address, this covers all its threads. */
  | { type: 'lost'; chat: Address; reason: GoneReason }
  | { type: 'back'; chat: Address }
  /** Something changed that may have been in the way of posts. What is paused there is checked. */
  | { type: 'maybe-back'; chat: Address }
  | { type: 'moved'; from: Address; to: Address }

/** Why a chat no longer takes posts. */
export type GoneReason = 'blocked' | 'kicked' | 'deleted' | 'topic-deleted' | 'forbidden'

/** The result of a send. All except `sent` and `unknown` mean that nothing was posted. */
export type Outcome =
  | { status: 'sent'; id: string }
  /** The platform said wait, to this chat or to the whole account; without a scope, to the account. */
  | { status: 'later'; seconds: number; scope?: 'chat' | 'account' }
  /** The platform was not reached, or nobody behind its gateway was: the request was surely not carried out. */
  | { status: 'unreachable' }
  /** The chat takes no posts until somebody repairs it. */
  | { status: 'gone'; reason: GoneReason }
  /** The chat has another address now. */
  | { status: 'moved'; to: Address }
  /** The platform will never take this message, which is our fault. */
  | { status: 'refused'; error: string }
  /** The request went out and no reply came: it may have been posted. */
  | { status: 'unknown' }

/** How fast messages may be sent, and what a repeat does. */
export interface Limits {
  /** Messages per second over all chats of the account. */
  perSecond: number
  /** Messages per second in one chat. */
  perSecondInChat: number
  /** Whether a repeat with the same key is the same message, as with Discord's enforced nonce. */
  isIdempotent: boolean
}

/** Whether a chat takes posts. */
export type Readiness =
  | { status: 'ready' }
  /** `missing`: the permission that is lacking, as the platform's settings call it. */
  | { status: 'refused'; missing?: string; cause?: 'deleted' | 'locked' | 'takes-no-posts' }
  /** The platform did not say, so nothing is known about the chat. */
  | { status: 'unreachable' }

/** The names of a chat and of the place in it, as people know them. */
export interface ChatNames {
  chat: string
  place?: string
}

/** A platform as seen by delivery. */
export interface Sender {
  readonly name: string
  readonly limits: Limits
  /** Sends one message; `key` is the delivery's idempotency key. Expected failures are outcomes, bugs throw. */
  send(to: Address, message: Message, key: string): Promise<Outcome>
  /** Finds out, without posting, whether a chat takes posts. Never rejects. */
  check?(chat: Address): Promise<Readiness>
  /** Asks, without posting, whether the platform answers at all. Never rejects. */
  ping?(): Promise<boolean>
  /** Undefined in private, and if the platform does not say. Rejects if another try may help. */
  describe?(chat: Address): Promise<ChatNames | undefined>
  /**
   * Sends a message to those who can repair a chat, and to the users in `also`, if the platform has a way; those who
   * cannot be reached are left out. Rejects if some would have to be tried again. A call with the same message object
   * tries only these.
   */
  notifyAdmins?(chat: Address, message: Message, also?: readonly string[]): Promise<void>
  /** Whether the user may change the chat's subscriptions. */
  isAdmin?(chat: Address, user: string): Promise<boolean>
  /** Hands over the pace, which the platform waits for before every request that core did not reserve one for. */
  setPace?(turn: Turn): void
}

/** Resolves when one more request to the chat may be made. */
export type Turn = (chat: Address) => Promise<void>

/**
 * Records an event: errors for the operator, info for the record, debug for troubleshooting. Only debug may name
 * people, and nothing quotes what they wrote.
 */
export type Log = (level: 'error' | 'info' | 'debug', event: string, details: Record<string, unknown>) => void

/** Counts and times what the core does. Labels name no person and no chat, and have few values. */
export interface Meter {
  /**
   * `claims`: how often the store was asked for due rows, by platform. `outcomes`: sends, by platform and status.
   * `circuits`: how often the circuit of a platform opened or closed, by platform and state.
   */
  count(what: 'claims' | 'outcomes' | 'circuits', labels: Record<string, string>): void
  /** Starts a stopwatch for `commands`, by name, or `searches`. The returned function stops it. */
  time(what: 'commands' | 'searches', labels?: Record<string, string>): () => void
}

export const noMeter: Meter = { count() {}, time: () => () => {} }

export interface Clock {
  now(): Temporal.Instant
  /** Resolves when `time` has come, or at once when the signal aborts. */
  until(time: Temporal.Instant, signal: AbortSignal): Promise<void>
}
