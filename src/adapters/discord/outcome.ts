// Translates an error of Discord or of the connection into the outcome of a send.

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { GoneReason, Outcome } from '../../core/ports.ts'

/** The outcome of a send that failed. `unauthorized`: the token was reset, so nothing can be sent. */
export type FailedOutcome = Exclude<Outcome, { status: 'sent' }> | { status: 'unauthorized' }

/** The outcome of a send that threw. An error that no rule knows is a bug and is thrown on. */
export function outcomeOf(error: unknown): FailedOutcome {
  if (error instanceof RateLimitError) return waitOf(error)
  if (error instanceof HTTPError) return { status: 'unknown' }
  if (!(error instanceof DiscordAPIError))
    return wasNotSent(error) ? { status: 'unreachable' } : unanswered(error)
  const code = Number(error.code)
  const reason = goneReasons[code]
  if (reason) return { status: 'gone', reason }
  if (temporaryCodes.has(code)) return { status: 'later', seconds: retryAfterSeconds(error), scope: 'chat' }
  if (error.status >= 500) return { status: 'unknown' }
  // A page of Cloudflare in front of Discord tells nothing about the channel.
  if (Number.isNaN(code) && error.status !== 401) return accountWait(BLOCKED_DELAY_SECONDS)
  if (error.status === 401) return { status: 'unauthorized' }
  if (error.status === 403) return { status: 'gone', reason: 'forbidden' }
  return { status: 'refused', error: `${error.code} ${error.message}`.replace(/\s+/g, ' ') }
}

/**
 * A limit of all routes concerns the account. A bucket belongs to one channel or server, and the scope `shared` is about
 * what other bots did there (https://discord.com/developers/docs/topics/rate-limits#header-format).
 */
function waitOf({ retryAfter, timeToReset, global, scope }: RateLimitError): FailedOutcome {
  const seconds = Math.ceil(Math.max(retryAfter, timeToReset) / 1000) || 1
  return { status: 'later', seconds, scope: global || scope === 'global' ? 'account' : 'chat' }
}

const accountWait = (seconds: number): FailedOutcome => ({ status: 'later', seconds, scope: 'account' })

/** Whether the message was certainly not sent, and a file that came with it may be the reason. */
export const mayBeFileRefusal = (error: unknown): boolean =>
  (error instanceof DiscordAPIError || error instanceof HTTPError) && [400, 403, 413].includes(error.status)

const BLOCKED_DELAY_SECONDS = 60
/** For errors that end by themselves but do not say when. */
const DEFAULT_RETRY_SECONDS = 30

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const goneReasons: Record<number, GoneReason> = {
  10003: 'deleted', // unknown channel
  10004: 'kicked', // unknown guild
  50001: 'forbidden', // missing access
  50013: 'forbidden', // missing permissions
  50008: 'forbidden', // not a text channel, and no forum, whose type is known before
  160005: 'forbidden', // thread locked
  50083: 'forbidden', // thread archived and locked: otherwise the post itself would have opened it
  50007: 'blocked', // cannot send messages to this user
  50278: 'blocked', // no mutual guilds
}
/**
 * Slow mode and write limits, which end by themselves, and a thread whose author has not written yet
 * (https://github.com/discord/discord-api-docs/issues/6340).
 */
const temporaryCodes = new Set([130000, 20016, 20028, 20029, 40058])

function retryAfterSeconds({ rawError }: DiscordAPIError): number {
  const seconds = (rawError as { retry_after?: unknown }).retry_after
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : DEFAULT_RETRY_SECONDS
}

/** The outcome of a request that ended without an answer. Throws any other error on: it is a bug of ours. */
function unanswered(error: unknown): { status: 'unknown' } {
  const { name = '', code = '' } = error as { name?: string; code?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code))
    return { status: 'unknown' }
  const cause = (error as { cause?: unknown }).cause
  if (cause) return unanswered(cause)
  throw error
}

/** Whether the connection was closed while the request was under way: it may have been carried out, or never read. */
export function wasCutOff(error: unknown): boolean {
  const { code = '', cause } = error as { code?: string; cause?: unknown }
  return ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(code) || (cause !== undefined && wasCutOff(cause))
}

/** Whether no connection was made, so that no byte of the request went out. */
function wasNotSent(error: unknown): boolean {
  const { code = '', syscall, cause } = error as { code?: string; syscall?: string; cause?: unknown }
  return (
    [
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'EHOSTUNREACH',
      'ENETUNREACH',
      'UND_ERR_CONNECT_TIMEOUT',
    ].includes(code) ||
    syscall === 'connect' ||
    (cause !== undefined && wasNotSent(cause))
  )
}
