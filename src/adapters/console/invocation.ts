// Reads a typed line as a call: a number of one or two digits picks a choice of the last answer.

import type { Bot } from '../../core/bot/bot.ts'
import type { Invocation, Message } from '../../core/message/message.ts'

/** A number that no choice has. */
export interface NoChoice {
  noChoice: string
  /** The number of the last choice; 0 if there are none. */
  last: number
}

export function invocationOf(line: string, last: Message | undefined, bot: Bot): Invocation | NoChoice {
  const calls = (last?.choices ?? []).flat().filter(choice => choice.type === 'run')
  const [, picked] = /^\[?(\d{1,2})\]?$/.exec(line.trim()) ?? []
  if (picked === undefined) return bot.read(line)
  return calls[Number(picked) - 1]?.call ?? { noChoice: picked, last: calls.length }
}
