// Reads a typed line as a call: a number of one or two digits picks a choice of the last answer.

import type { Bot } from '../../core/bot/bot.ts'
import type { Invocation, Message, PageTurn } from '../../core/message/message.ts'
import type { Caller } from '../../core/ports.ts'
import { asciiDigits } from '../../core/text/digits.ts'
import { choiceNumbered } from './numbers.ts'

/** A number that no choice has. */
export interface NoChoice {
  noChoice: string
  /** The number of the last choice; 0 if there are none. */
  last: number
}

/** A page that does not exist. */
export interface NoPage {
  noPage: PageTurn
}

export async function invocationOf(
  line: string,
  last: Message | undefined,
  { bot, caller }: { bot: Bot; caller: Caller },
): Promise<Invocation | NoChoice | NoPage> {
  const [, picked] = /^\[?(\d{1,2})\]?$/.exec(asciiDigits(line.trim())) ?? []
  if (picked === undefined)
    return (await bot.hear({ words: line, name: 'daybook' }, caller)) ?? bot.read(line)
  const numbered = choiceNumbered(last ?? { body: [] }, picked)
  if ('choice' in numbered) return numbered.choice.call
  if ('turn' in numbered) return { noPage: numbered.turn }
  return { noChoice: picked, last: numbered.last }
}
