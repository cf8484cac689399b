// Answers words that ask, and loads all that it takes only then: key words need none of it.

import { readQuery } from '../../search/query/query.ts'
import { mayAsk } from '../../search/respelling/respelled.ts'
import { nextTurn } from '../../text/turns.ts'
import type { Context } from '../command.ts'
import type { Answered } from './answer.ts'

/** Undefined if the words ask nothing, or narrow a search. */
export async function answerIfAsked(words: string, context: Context): Promise<Answered | undefined> {
  const typed = readQuery(words)
  if (!typed.question && !mayAsk(typed, context)) return undefined
  const { answerTo } = await import('./answer.ts')
  // Loading takes as long as a turn may, the first time.
  await nextTurn()
  return answerTo(typed, context)
}
