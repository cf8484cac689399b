// Searching on somebody's behalf, timed for the operator.
import { type Found, search } from '../search/search.ts'
import type { Context } from './command.ts'

/** The hits from the `from`th on, at most `count`, in the language of the asker. */
export function find({ index, meter, language }: Context, words: string, from: number, count: number): Found {
  const ended = meter.time('searches')
  const found = search(index, words, { language, from, count })
  ended()
  return found
}
