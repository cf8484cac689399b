// Tells messages whose words were corrected soon after they were sent from other edited messages.

import type { Message as Received } from 'grammy/types'
import { textOrCaption } from './invocation.ts'

/** Later, nobody waits for an answer any more. */
const MAX_CORRECTION_SECONDS = 60

/**
 * Makes a function that says whether a message has words to be read now: if it is new, or was corrected within a minute.
 * Telegram also reports changes that leave the words as they were (https://core.telegram.org/bots/api#update), so they are
 * remembered for that minute, in this process only.
 */
export function createCorrectionFilter(): (message: Received) => boolean {
  /** In the order of their dates, which are Telegram's, in seconds. */
  const recent = new Map<string, { words: string | undefined; date: number }>()
  return message => {
    const { chat, message_id, date, edit_date = date } = message
    if (edit_date - date > MAX_CORRECTION_SECONDS) return false
    for (const [other, { date: sentAt }] of recent) {
      if (edit_date - sentAt <= MAX_CORRECTION_SECONDS) break
      recent.delete(other)
    }
    const key = `${chat.id} ${message_id}`
    const words = textOrCaption(message)
    const known = recent.get(key)
    recent.set(key, { words, date })
    return message.edit_date === undefined || known?.words !== words
  }
}
