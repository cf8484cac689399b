// A platform that people talk on: a sender of posts that also serves people and may answer HTTP.

import type { Bot } from './bot/bot.ts'
import type { Sender } from './ports.ts'

/** A platform, or our own server, cannot be served, and will not be until the operator changes something; the message says what. */
export class PlatformError extends Error {}

export interface Platform extends Sender {
  /** What tells this bot account from others, where two processes of one account would harm. */
  readonly account?: string
  /** Serves the platform's people until the signal or the platform ends it. Throws a PlatformError where it cannot. */
  run(bot: Bot, signal: AbortSignal): Promise<void>
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
