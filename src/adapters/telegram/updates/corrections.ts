// Tells messages whose words were corrected soon after they were sent from other edited messages, and knows their answers.

import type { Message as Received } from 'grammy/types'
import { textOrCaption } from './invocation.ts'

/** Later, nobody waits for an answer any more. */
const MAX_CORRECTION_SECONDS = 60

/** The answer to a message that may have been answered before. */
export interface Answering {
  /** The id of the answer to the words before they were corrected, if it was one message. */
  earlier?: number | undefined
  /** Notes a message of the answer. */
  sent(id: number): void
}

export interface Corrections {
  /** Whether a message has words to be read now: if it is new, or was corrected within a minute. */
  isToBeRead(message: Received): boolean
  /** Called for each message that is answered. */
  answering(message: Received): Answering
}

interface Recent {
  words: string | undefined
  date: number
  answers: number[]
}

/**
 * Telegram also reports changes that leave the words as they were (https://core.telegram.org/bots/api#update), so they are
 * remembered for that minute, in this process only.
 */
export function createCorrections(): Corrections {
  /** In the order of their dates, which are Telegram's, in seconds. */
  const recent = new Map<string, Recent>()
  return {
    isToBeRead(message) {
      const { date, edit_date = date } = message
      if (edit_date - date > MAX_CORRECTION_SECONDS) return false
      for (const [other, { date: sentAt }] of recent) {
        if (edit_date - sentAt <= MAX_CORRECTION_SECONDS) break
        recent.delete(other)
      }
      const words = textOrCaption(message)
      const known = recent.get(messageKeyOf(message))
      recent.set(messageKeyOf(message), { words, date, answers: known?.answers ?? [] })
      return message.edit_date === undefined || known?.words !== words
    },
    answering(message) {
      const [earlier, ...others] = recent.get(messageKeyOf(message))?.answers ?? []
      const answers: number[] = []
      return {
        earlier: others.length === 0 ? earlier : undefined,
        sent(id) {
          answers.push(id)
          const known = recent.get(messageKeyOf(message))
          if (known) known.answers = answers
        },
      }
    },
  }
}

const messageKeyOf = ({ chat, message_id }: Received) => `${chat.id} ${message_id}`
