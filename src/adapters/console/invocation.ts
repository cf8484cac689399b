// What a typed line asks for: a number picks a choice of the last answer, anything else is read by the bot.
import type { Bot } from '../../core/bot.ts'
import type { Invocation, Message } from '../../core/message/message.ts'

export function invocationOf(line: string, last: Message | undefined, bot: Bot): Invocation {
  const calls = (last?.choices ?? []).flat().filter(choice => choice.type === 'run')
  const picked = /^\[?(\d{1,2})\]?$/.exec(line.trim())
  return (picked && calls[Number(picked[1]) - 1]?.call) || bot.read(line)
}
