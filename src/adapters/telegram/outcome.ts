// Reads what became of a message from an error that Telegram answered or that the connection threw.

import { GrammyError, HttpError } from 'grammy'
import type { Address, GoneReason, Outcome } from '../../core/ports.ts'

/** The outcome of a send that threw. An error that no rule covers is a bug and is thrown again. */
export function outcomeOf(error: unknown, to: Address): Exclude<Outcome, { status: 'sent' }> {
  if (error instanceof HttpError)
    return wasNotSent(error.error) ? { status: 'later', seconds: RECONNECT_SECONDS } : unknown
  if (!(error instanceof GrammyError)) throw error
  const { error_code: code, description, parameters } = error
  if (code === 429) return { status: 'later', seconds: parameters.retry_after ?? DEFAULT_RETRY_AFTER_SECONDS }
  if (code >= 500) return unknown
  if (parameters.migrate_to_chat_id !== undefined)
    return { status: 'moved', to: { ...to, chat: String(parameters.migrate_to_chat_id) } }
  const reason = goneReasons.find(([words]) => words.test(description))?.[1]
  if (reason) return { status: 'gone', reason }
  // The token was revoked. Polling reports that and ends the process, so the post waits for the next start.
  if (code === 401 || code === 404) return { status: 'later', seconds: REVOKED_TOKEN_SECONDS }
  if (code === 403) return { status: 'gone', reason: 'forbidden' }
  return { status: 'refused', error: description }
}

/** Whether a failed answer is a fault. It is none if the chat or the question has gone away in the meantime. */
export const isFault = (error: unknown): boolean =>
  !(error instanceof GrammyError) ||
  !(outcomeOf(error, anyChat).status === 'gone' || /query is too old/.test(error.description))

const anyChat: Address = { platform: 'telegram', chat: '0' }
const unknown = { status: 'unknown' } as const

const RECONNECT_SECONDS = 5
/** Telegram normally says how long to wait (https://core.telegram.org/bots/api#responseparameters). */
const DEFAULT_RETRY_AFTER_SECONDS = 30
const REVOKED_TOKEN_SECONDS = 60

/** By the error texts of the Bot API server, because it has no codes for them. */
const goneReasons: readonly [RegExp, GoneReason][] = [
  [/bot was blocked|user is deactivated|can't initiate conversation/i, 'blocked'],
  [/bot was kicked|not a member/i, 'kicked'],
  [/chat was deleted|chat not found|message thread not found|TOPIC_DELETED/i, 'deleted'],
  [
    /not enough rights|need administrator rights|TOPIC_CLOSED|CHAT_WRITE_FORBIDDEN|have no rights/i,
    'forbidden',
  ],
]

/** There was no connection, so no byte of the request was sent. */
function wasNotSent(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return (
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code) ||
    /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)
  )
}
