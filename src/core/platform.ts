// Defines a platform that people talk on: a sender of posts that also serves people and may answer HTTP.

import type { Bot } from './bot/bot.ts'
import type { Memory } from './delivery/store.ts'
import type { Clock, Log, Sender } from './ports.ts'
import type { Setting, Settings, ValuesOf } from './setting.ts'

/**
 * Thrown if a platform, or our own server, cannot be served until the operator changes something. The message says
 * what.
 */
export class PlatformError extends Error {}

export interface Platform extends Sender {
  /** Identifies this bot account, if two processes of one account would do harm. */
  readonly account?: string
  /**
   * Serves people on the platform until the signal aborts or the platform ends it. Throws a PlatformError if it cannot.
   */
  run(bot: Bot, signal: AbortSignal): Promise<void>
  /** Whether people are being served right now; if absent, always. */
  isConnected?(): boolean
  /**
   * Asks the platform once which account this is, and describes it in a few words. Throws a PlatformError if the
   * platform refuses us.
   */
  probe?(): Promise<string>
  /** What others call over HTTP while it runs, such as a webhook. */
  readonly endpoint?: Endpoint
}

/** A path answered over HTTP; the program puts it on its server. */
export interface Endpoint {
  method: 'GET' | 'POST'
  /** Compared with the path of a request as received, escapes included. */
  path: string
  /**
   * Answers a request with this method, or a HEAD for a GET. Reading a body that is too long throws, and the server
   * answers that itself. An answer with an ETag becomes 304 for a client that has it, one without Cache-Control is not
   * stored, and one without a body gets its status in words.
   */
  answer(request: Request): Response | Promise<Response>
}

/** Paths that Daybook answers itself and no platform may take. */
export const reservedPaths: readonly string[] = ['/health', '/ready', '/metrics', '/calendar.ics']

/** What an adapter declares about its platform before any of it is loaded. */
export interface PlatformModule<S extends PlatformSettings = PlatformSettings> {
  /** The platform's name in addresses, in the ledger and in the log. */
  readonly name: string
  /** The platform's name as people write it. */
  readonly title: string
  /** Their variables begin with the platform's name. */
  readonly settings: S
  /**
   * A variable that the platform's own library sets in the processes that it spawns from this one. Such a process
   * answers people on this platform and does nothing else: its parent sends the posts.
   */
  readonly shardVariable?: string
  /** Loads the adapter, and opens the platform without connecting to it. */
  open(values: PlatformValues<S>, parts: PlatformParts): Promise<Platform>
}

/** The platform is served if its token is given; every other setting needs the token. */
export type PlatformSettings = Settings & { readonly token: Setting<string> }

export type PlatformValues<S extends PlatformSettings = PlatformSettings> = ValuesOf<S> & { token: string }

export interface PlatformParts {
  memory: Memory
  clock: Clock
  log: Log
  /** Whether the platform's library spawned this process. */
  isShard: boolean
}

/** Lets the compiler infer the types of the values from the settings. */
export const definePlatform = <S extends PlatformSettings>(module: PlatformModule<S>): PlatformModule<S> =>
  module
