// What an answer or an error of Telegram says became of a message.
import { GrammyError, HttpError } from 'grammy'
import type { Address, GoneReason, Outcome } from '../../core/ports.ts'

/** The outcome of a send that threw; what no rule knows is thrown on, as a bug. */
export function outcomeOf(error: unknown, to: Address): Exclude<Outcome, { status: 'sent' }> {
  if (error instanceof HttpError) return wasNotSent(error.error) ? { status: 'later', seconds: 5 } : unknown
  if (!(error instanceof GrammyError)) throw error
  const { error_code: code, description, parameters } = error
  if (code === 429) return { status: 'later', seconds: parameters.retry_after ?? 30 }
  if (code >= 500) return unknown
  if (parameters.migrate_to_chat_id !== undefined)
    return { status: 'moved', to: { ...to, chat: String(parameters.migrate_to_chat_id) } }
  const reason = gone.find(([words]) => words.test(description))?.[1]
  if (reason) return { status: 'gone', reason }
  // A token that was revoked: the poll says so and ends the process; the post waits for the next start.
  if (code === 401 || code === 404) return { status: 'later', seconds: 60 }
  if (code === 403) return { status: 'gone', reason: 'forbidden' }
  return { status: 'refused', error: description }
}

/** Whether an answer failed by somebody's fault, and not because the chat or the question went away meanwhile. */
export const isFault = (error: unknown): boolean =>
  !(error instanceof GrammyError) ||
  !(outcomeOf(error, nowhere).status === 'gone' || /query is too old/.test(error.description))

const nowhere: Address = { platform: 'telegram', chat: '0' }
const unknown = { status: 'unknown' } as const

/** Error texts as the Bot API server has them; there are no codes to go by. */
const gone: readonly [RegExp, GoneReason][] = [
  [/bot was blocked|user is deactivated|can't initiate conversation/i, 'blocked'],
  [/bot was kicked|not a member/i, 'kicked'],
  [/chat was deleted|chat not found|message thread not found|TOPIC_DELETED/i, 'deleted'],
  [
    /not enough rights|need administrator rights|TOPIC_CLOSED|CHAT_WRITE_FORBIDDEN|have no rights/i,
    'forbidden',
  ],
]

/** No connection came about, so no byte of the request went out. */
function wasNotSent(error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  return (
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code) ||
    /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code)
  )
}
