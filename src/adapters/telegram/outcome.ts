// Reads what became of a message from an error that Telegram answered or that the connection threw.

import { GrammyError, HttpError } from 'grammy'
import type { Address, Outcome } from '../../core/ports.ts'
import { NOBODY_BEHIND_GATEWAY } from './gateway.ts'
import { refusals } from './refusals.ts'

/** The outcome of a send that threw. An error that no rule covers is a bug and is thrown again. */
export function outcomeOf(error: unknown, to: Address): Exclude<Outcome, { status: 'sent' }> {
  if (error instanceof HttpError) return wasNotSent(error.error) ? { status: 'unreachable' } : unknown
  if (!(error instanceof GrammyError)) throw error
  const { error_code: code, description, parameters } = error
  if (code === 429)
    return {
      status: 'later',
      seconds: parameters.retry_after ?? DEFAULT_RETRY_AFTER_SECONDS,
      // Telegram does not say whom it means. It is the chat, unless several are told at once, which core watches for:
      // https://github.com/tdlib/td/issues/715
      scope: 'chat',
    }
  if (code >= 500) return unknown
  if (parameters.migrate_to_chat_id !== undefined)
    return { status: 'moved', to: { ...to, chat: String(parameters.migrate_to_chat_id) } }
  const reason = refusals.find(({ words }) => words.test(description))?.reason
  if (reason) return { status: 'gone', reason }
  // The token was revoked. Polling reports that and ends the process, so the post waits for the next start.
  if (code === 401 || code === 404)
    return { status: 'later', seconds: REVOKED_TOKEN_SECONDS, scope: 'account' }
  if (code === 403) return { status: 'gone', reason: 'forbidden' }
  return { status: 'refused', error: description }
}

/** The seconds that Telegram asks to wait before the request is repeated; undefined for any other error. */
export function secondsToWait(error: unknown): number | undefined {
  if (!(error instanceof GrammyError) || error.error_code !== 429) return undefined
  return error.parameters.retry_after ?? DEFAULT_RETRY_AFTER_SECONDS
}

/** Whether a failed answer is a fault. It is none if the chat or the question has gone away in the meantime. */
export const isFault = (error: unknown): boolean =>
  !(error instanceof GrammyError) ||
  !(outcomeOf(error, anyChat).status === 'gone' || /query is too old/.test(error.description))

const anyChat: Address = { platform: 'telegram', chat: '0' }
const unknown = { status: 'unknown' } as const

/** Telegram normally says how long to wait (https://core.telegram.org/bots/api#responseparameters). */
const DEFAULT_RETRY_AFTER_SECONDS = 30
const REVOKED_TOKEN_SECONDS = 60

/** There was no connection, or nobody at its end, so that Telegram cannot have got the request. */
function wasNotSent(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return (
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', NOBODY_BEHIND_GATEWAY].includes(
      code,
    ) || /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)
  )
}
