// Searches for an answer, and times the search for the operator.

import { type SearchResult, search } from '../../search/search.ts'
import type { Context } from '../command.ts'

/** At most `count` hits from number `from` on, in the reader's language. */
export function timedSearch(
  words: string,
  range: { from: number; count: number },
  { index, meter, language }: Pick<Context, 'index' | 'meter' | 'language'>,
): SearchResult {
  const stopWatch = meter.time('searches')
  const result = search(index, words, { language, ...range })
  stopWatch()
  return result
}
