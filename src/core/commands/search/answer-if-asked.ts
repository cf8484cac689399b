// Answers words that ask, and loads all that it takes only then: key words need none of it.

import { readQuery } from '../../search/query/query.ts'
import { nextTurn } from '../../text/turns.ts'
import type { Context } from '../command.ts'
import type { Answered } from './answer.ts'

/** Undefined if the words ask nothing, or narrow a search. */
export async function answerIfAsked(words: string, context: Context): Promise<Answered | undefined> {
  if (!readQuery(words).question) return undefined
  const { answerTo } = await import('./answer.ts')
  // Loading takes as long as a turn may, the first time.
  await nextTurn()
  return answerTo(words, context)
}
