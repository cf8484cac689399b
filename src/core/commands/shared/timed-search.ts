// Searching on somebody's behalf, timed for the operator.
import { type SearchResult, search } from '../../search/search.ts'
import type { Context } from '../command.ts'

/** The hits from the `from`th on, at most `count`, in the language of the asker. */
export function timedSearch(
  { index, meter, language }: Context,
  words: string,
  from: number,
  count: number,
): SearchResult {
  const ended = meter.time('searches')
  const found = search(index, words, { language, from, count })
  ended()
  return found
}
