// Reads a message as a call: a command for this bot or words to search for, if the message concerns it at all.

import type { Message as Received, UserFromGetMe } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { commandNamed, greetingOf } from '../../../core/commands/traits.ts'
import type { Invocation } from '../../../core/message/message.ts'
import { callOfLink } from './links.ts'

/** Undefined for a message that is not meant for the bot. */
export function invocationOf(message: Received, me: UserFromGetMe, bot: Bot): Invocation | undefined {
  const words = message.text ?? message.caption
  if (words === undefined) return undefined
  const command = /^\/([A-Za-z0-9_]+)(?:@(\w+))?(?=\s|$)([\s\S]*)$/.exec(words)
  if (command) {
    const [, name = '', to, rest = ''] = command
    if (to !== undefined && to.toLowerCase() !== me.username.toLowerCase()) return undefined
    const isKnown = commandNamed(name.toLowerCase(), bot.commands) !== undefined
    // In a group an unknown command may be another bot's.
    if (!isKnown && to === undefined && message.chat.type !== 'private') return undefined
    if (name.toLowerCase() === greetingOf(bot.commands).command) return callOfLink(rest.trim(), bot.commands)
    return bot.read(words)
  }
  switch (message.chat.type) {
    case 'private':
      return bot.read(words)
    case 'group':
    case 'supergroup':
      return isForBot(message, me) ? bot.read(withoutMention(words, me)) : undefined
    case 'channel':
      return undefined
    default:
      return message.chat satisfies never
  }
}

const isForBot = ({ reply_to_message, ...message }: Received, me: UserFromGetMe): boolean =>
  reply_to_message?.from?.id === me.id || mentionOf(me).test(message.text ?? message.caption ?? '')

const withoutMention = (words: string, me: UserFromGetMe) => words.replace(mentionOf(me), ' ').trim()

/** The bot's name in any case. @daybook_bot_dev is another bot. */
const mentionOf = ({ username }: UserFromGetMe) => new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'i')
