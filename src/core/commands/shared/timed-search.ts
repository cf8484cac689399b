// Searches for an answer, and times the search for the operator.

import { type SearchResult, search } from '../../search/search.ts'
import type { Context } from '../command.ts'

/** The hits from the `from`th on, at most `count`, in the language of the reader. */
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
