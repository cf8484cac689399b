// Finds the parts of a query that were not understood or can match nothing, so that the answer does not seem to cover
// them.

import type { SearchIndex } from '../index/search-index.ts'
import { filterOf } from './filter.ts'
import type { Filters, Query, QueryProblem } from './query.ts'

/** The filters that could not be read, and those that no article passes. */
export function problemsIn(index: SearchIndex, query: Query): QueryProblem[] {
  const { filters, excludedWords, words, problems } = query
  const { from, year } = filters
  const findsAny = (only: Filters) => {
    const isAllowed = filterOf(index, { ...query, excludedWords: [], filters: only })
    return index.segment.articles.some((_, article) => isAllowed(article))
  }
  const none = (filter: 'from' | 'year', value: string): QueryProblem => ({
    ...{ filter, value, typed: `${filter}:${value}`, why: 'none' },
  })
  const hasExclusionsOnly =
    words.length === 0 && excludedWords.length > 0 && Object.keys(filters).length === 0
  const excluded = excludedWords.join(' -')
  return [
    ...problems,
    ...(hasExclusionsOnly
      ? [{ filter: 'without', value: excluded, typed: `-${excluded}`, why: 'alone' } as const]
      : []),
    ...(from !== undefined && !findsAny({ from }) ? [none('from', from)] : []),
    ...(year !== undefined && !findsAny({ year }) ? [none('year', String(year))] : []),
  ]
}
