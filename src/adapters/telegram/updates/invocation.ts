// Reads a message as a call, if it is meant for the bot: a command, words, a reply to a question, or a link that starts it.

import type { Message as Received, UserFromGetMe } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { greetingOf } from '../../../core/commands/traits.ts'
import type { Invocation } from '../../../core/message/message.ts'
import type { Caller } from '../../../core/ports.ts'
import type { Buttons } from '../message/buttons.ts'
import { callOfLink } from './links.ts'

interface HearingParts {
  me: UserFromGetMe
  bot: Bot
  buttons: Buttons
}

/** Undefined for a message that is not meant for the bot. */
export async function invocationOf(
  message: Received,
  caller: Caller,
  { me, bot, buttons }: HearingParts,
): Promise<Invocation | undefined> {
  const words = textOrCaption(message)
  if (words === undefined) return undefined
  const { reply_to_message: answered } = message
  const question =
    answered?.from?.id === me.id
      ? await buttons.questionIn({ chat: caller.chat, id: answered.message_id })
      : undefined
  const call = await bot.hear({ words, name: me.username, question }, caller)
  const [, payload] = /^\s*\/\S+\s+(\S[\s\S]*)$/.exec(words) ?? []
  if (payload === undefined || call?.command !== greetingOf(bot.commands).command) return call
  return callOfLink(payload.trim(), bot.commands, buttons)
}

export const textOrCaption = ({ text, caption }: Received): string | undefined => text ?? caption

/**
 * Whether somebody wrote the message to those in the chat. Not so the posts of a channel that Telegram passes on to its
 * group, what comes from other bots, and what somebody sent through inline mode: its words are a bot's.
 */
export const isWrittenByPerson = ({ from, sender_chat, via_bot, is_automatic_forward }: Received): boolean =>
  !is_automatic_forward && !via_bot && (from?.is_bot !== true || sender_chat !== undefined)
