// What a typed line asks for: a number picks a choice of the last answer, anything else is read by the bot.
import type { Bot } from '../../core/bot.ts'
import type { Invocation, Message } from '../../core/message/message.ts'

/** A number where there are choices, but none with it. */
export interface NoChoice {
  noChoice: string
  /** The number of the last choice. */
  last: number
}

export function invocationOf(line: string, last: Message | undefined, bot: Bot): Invocation | NoChoice {
  const calls = (last?.choices ?? []).flat().filter(choice => choice.type === 'run')
  const [, picked] = /^\[?(\d{1,2})\]?$/.exec(line.trim()) ?? []
  if (picked === undefined || calls.length === 0) return bot.read(line)
  return calls[Number(picked) - 1]?.call ?? { noChoice: picked, last: calls.length }
}
