// Answers what has no words, such as a voice message, once in each private chat.

import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import { paragraph } from '../../../core/message/build.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Caller, Clock } from '../../../core/ports.ts'

interface WordlessParts {
  bot: Bot
  memory: Memory
  clock: Clock
}

/** What people send, as opposed to what Telegram reports (https://core.telegram.org/bots/api#message). */
const contentKinds = [
  ...['animation', 'audio', 'checklist', 'contact', 'dice', 'document', 'game', 'live_photo', 'location'],
  ...['paid_media', 'photo', 'poll', 'sticker', 'story', 'venue', 'video', 'video_note', 'voice'],
]

/** The answer to a message without words; undefined for the second one, for others' chats, and for Telegram's own. */
export async function answerToWordless(
  message: Received,
  caller: Caller,
  { bot, memory, clock }: WordlessParts,
): Promise<Message | undefined> {
  if (caller.kind !== 'private' || !contentKinds.some(kind => kind in message)) return undefined
  const key = `telegram wordless ${caller.chat.chat}`
  if ((await memory.recall(key)) !== undefined) return undefined
  await memory.remember({ key, value: 'answered', chat: caller.chat, now: clock.now() })
  return { body: [paragraph((await bot.phrases(caller)).onlyWords)] }
}
