// Finds what of a query was not understood or can find nothing, so that no answer is taken for a considered one.

import type { SearchIndex } from '../index/search-index.ts'
import { filterOf } from './filter.ts'
import type { Filters, Query, QueryProblem } from './query.ts'

/** The filters that could not be read, and those that let no article through. */
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
