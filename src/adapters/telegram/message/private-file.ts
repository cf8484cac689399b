// Sends a private answer with a file to the asker's private chat, if there is one.

import type { Context } from 'grammy'
import type { Bot } from '../../../core/bot/bot.ts'
import { greetingOf } from '../../../core/commands/traits.ts'
import { silence } from '../../../core/message/build.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Address } from '../../../core/ports.ts'
import { addressOf } from '../chats.ts'
import { outcomeOf } from '../outcome.ts'
import { linkUrl } from '../updates/links.ts'

type SendToChat = (chat: Address, message: Message) => Promise<void>

/** Whether the answer has a private file that others in the chat would see. */
export const isForPrivateChat = ({ isPrivate, file }: Message, { chat }: Context): boolean =>
  isPrivate === true && file !== undefined && chat?.type !== 'private'

/** Sends the answer to the asker. Resolves to the notice for the chat in which they asked. */
export async function sendPrivately(
  answer: Message,
  { from, me }: Context,
  { bot, send }: { bot: Bot; send: SendToChat },
): Promise<Message> {
  // The choices are about the chat in which they asked, so they stay there.
  const { choices = [], ...alone } = answer
  const isSent = from !== undefined && (await sendToUser(from.id, alone, send))
  const notices = answer.file?.notices
  if (!notices) return silence
  if (isSent) return { ...notices.sent, choices: [...(notices.sent.choices ?? []), ...choices] }
  const url = linkUrl(me, greetingOf(bot.commands).command)
  const { openChat, notSent } = notices
  return {
    ...notSent,
    choices: [[{ type: 'open', label: openChat, url }], ...(notSent.choices ?? []), ...choices],
  }
}

/**
 * False for people who have not written to the bot or have blocked it, and for the accounts behind anonymous admins and
 * channels.
 */
async function sendToUser(id: number, answer: Message, send: SendToChat): Promise<boolean> {
  const chat = addressOf({ id })
  try {
    await send(chat, answer)
    return true
  } catch (error) {
    if (outcomeOf(error, chat).status !== 'gone') throw error
    return false
  }
}
