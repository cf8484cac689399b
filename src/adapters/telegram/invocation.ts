// What a message asks for: a command for this bot, words to search for, or nothing that concerns it.
import type { Message as Received, UserFromGetMe } from 'grammy/types'
import type { Bot } from '../../core/bot/bot.ts'
import type { Invocation } from '../../core/message/message.ts'

/** Undefined where silence is the answer. */
export function invocationOf(message: Received, me: UserFromGetMe, bot: Bot): Invocation | undefined {
  const words = message.text ?? message.caption
  if (words === undefined) return undefined
  const command = /^\/([A-Za-z0-9_]+)(?:@(\w+))?(?=\s|$)([\s\S]*)$/.exec(words)
  if (command) {
    const [, name = '', to, rest = ''] = command
    if (to !== undefined && to.toLowerCase() !== me.username.toLowerCase()) return undefined
    const known = bot.commands.some(each => each.name === name.toLowerCase())
    // In a group an unknown command may be another bot's.
    if (!known && to === undefined && message.chat.type !== 'private') return undefined
    if (name.toLowerCase() === 'start') return fromLink(rest.trim(), bot)
    return bot.read(words)
  }
  switch (message.chat.type) {
    case 'private':
      return bot.read(words)
    case 'group':
    case 'supergroup':
      return isForUs(message, me) ? bot.read(withoutName(words, me)) : undefined
    case 'channel':
      return undefined
    default:
      return message.chat satisfies never
  }
}

/** What stands after /start when somebody opens a link: up to 64 letters of A-Za-z0-9_- */
export function linkTo(call: Invocation): string | undefined {
  const { article, words } = call.args
  const payload =
    call.command === 'summary' && article
      ? `a_${article}`
      : call.command === 'search' && words
        ? `s_${Buffer.from(words).toString('base64url')}`
        : Object.keys(call.args).length === 0
          ? `c_${call.command}`
          : undefined
  return payload !== undefined && /^[\w-]{1,64}$/.test(payload) ? payload : undefined
}

function fromLink(payload: string, bot: Bot): Invocation {
  const [, kind, rest = ''] = /^([asc])_([\w-]{1,62})$/.exec(payload) ?? []
  if (kind === 'c' && bot.commands.some(({ name }) => name === rest)) return { command: rest, args: {} }
  if (kind === 'a') return { command: 'summary', args: { article: rest } }
  if (kind === 's')
    return { command: 'search', args: { words: Buffer.from(rest, 'base64url').toString('utf8') } }
  return { command: 'start', args: {} }
}

const isForUs = ({ reply_to_message, ...message }: Received, me: UserFromGetMe): boolean =>
  reply_to_message?.from?.id === me.id || nameOf(me).test(message.text ?? message.caption ?? '')

const withoutName = (words: string, me: UserFromGetMe) => words.replace(nameOf(me), ' ').trim()

/** The bot's name as people write it, in any case; @daybook_bot_dev is somebody else. */
const nameOf = ({ username }: UserFromGetMe) => new RegExp(`(?<![\\w@])@${username}(?!\\w)`, 'i')
