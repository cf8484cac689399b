// Tells messages whose words were corrected soon after they were sent from other edited messages.

import type { Message as Received } from 'grammy/types'
import { textOrCaption } from './invocation.ts'

/** Later, nobody waits for an answer any more. */
const MAX_CORRECTION_SECONDS = 60
const MAX_REMEMBERED_MESSAGES = 5000

/**
 * Makes a function that says whether a message has words to be read now: if it is new, or was edited within a minute.
 * Telegram also reports edits that leave the words as they were
 * (https://core.telegram.org/bots/api#update). Words are remembered in this process only.
 */
export function createCorrectionFilter(): (message: Received) => boolean {
  const known = new Map<string, string | undefined>()
  return message => {
    const { chat, message_id, date, edit_date } = message
    const key = `${chat.id} ${message_id}`
    const words = textOrCaption(message)
    const isSame = known.has(key) && known.get(key) === words
    known.set(key, words)
    const [oldest] = known.keys()
    if (known.size > MAX_REMEMBERED_MESSAGES && oldest !== undefined) known.delete(oldest)
    if (edit_date === undefined) return true
    return !isSame && edit_date - date <= MAX_CORRECTION_SECONDS
  }
}
