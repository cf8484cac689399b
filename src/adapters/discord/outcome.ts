// What an answer or an error of Discord says became of a message.
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import type { GoneReason, Outcome } from '../../core/ports.ts'

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const gone: Record<number, GoneReason> = {
  10003: 'deleted', // unknown channel
  10004: 'kicked', // unknown guild
  50001: 'forbidden', // missing access
  50013: 'forbidden', // missing permissions
  50008: 'forbidden', // not a text channel
  160005: 'forbidden', // thread locked
  50083: 'forbidden', // thread archived, and locked: else the post itself would have opened it
  50007: 'blocked', // cannot send messages to this user
  50278: 'blocked', // no mutual guilds
}
/** Slow mode and write limits, which end by themselves. */
const later = new Set([130000, 20016, 20028, 20029])

/** The channel takes posts only as threads of their own. */
export const isForum = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === 40058

/** Surely not sent, and perhaps only because of a file that came with it. */
export const wasRefused = (error: unknown): boolean =>
  (error instanceof DiscordAPIError || error instanceof HTTPError) && [400, 403, 413].includes(error.status)

/** The outcome of a send that threw; unauthorized where the token was reset, so that nothing can be sent any more; what no rule knows is thrown on, as a bug. */
export function outcomeOf(error: unknown): Exclude<Outcome, { status: 'sent' }> | { status: 'unauthorized' } {
  if (error instanceof RateLimitError)
    return { status: 'later', seconds: Math.ceil(Math.max(error.retryAfter, error.timeToReset) / 1000) || 1 }
  if (error instanceof HTTPError) return { status: 'unknown' }
  if (!(error instanceof DiscordAPIError))
    return wasNotSent(error) ? { status: 'later', seconds: 5 } : lost(error)
  const code = Number(error.code)
  const reason = gone[code]
  if (reason) return { status: 'gone', reason }
  if (later.has(code)) return { status: 'later', seconds: retryAfter(error) }
  if (error.status >= 500) return { status: 'unknown' }
  if (error.status === 429) return { status: 'later', seconds: retryAfter(error) }
  if (error.status === 401) return { status: 'unauthorized' }
  if (error.status === 403) return { status: 'gone', reason: 'forbidden' }
  return { status: 'refused', error: `${error.code} ${error.message}`.replace(/\s+/g, ' ') }
}

function retryAfter({ rawError }: DiscordAPIError): number {
  const seconds = (rawError as { retry_after?: unknown }).retry_after
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : 30
}

/** A request that ended without an answer; anything else is a fault of ours. */
function lost(error: unknown): { status: 'unknown' } {
  const { name = '', code = '' } = error as { name?: string; code?: string }
  if (name === 'AbortError' || name === 'TimeoutError' || /^(ECONN|EPIPE|ETIMEDOUT|UND_ERR)/.test(code))
    return { status: 'unknown' }
  const cause = (error as { cause?: unknown }).cause
  if (cause) return lost(cause)
  throw error
}

/** No connection came about, so no byte of the request went out. */
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
