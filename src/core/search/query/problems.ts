// What of a query was not understood or cannot be, so that nobody takes silence for an answer.
import type { SearchIndex } from '../index/search-index.ts'
import { filterOf } from './filter.ts'
import type { Filters, Query, QueryProblem } from './query.ts'

/** What could not be read of the query, and what of it finds nothing by itself. */
export function unreadIn(index: SearchIndex, query: Query): QueryProblem[] {
  const { filters, excludedWords: without, words, problems: unread } = query
  const { from, year } = filters
  const found = (filter: Filters) => {
    const isLetThrough = filterOf(index, { ...query, excludedWords: [], filters: filter })
    return index.segment.articles.some((_, place) => isLetThrough(place))
  }
  const none = (filter: 'from' | 'year', value: string): QueryProblem => ({
    ...{ filter, value, typed: `${filter}:${value}`, why: 'none' },
  })
  const isAlone = words.length === 0 && without.length > 0 && Object.keys(filters).length === 0
  const value = without.join(' -')
  return [
    ...unread,
    ...(isAlone ? [{ filter: 'without', value, typed: `-${value}`, why: 'alone' } as const] : []),
    ...(from !== undefined && !found({ from }) ? [none('from', from)] : []),
    ...(year !== undefined && !found({ year }) ? [none('year', String(year))] : []),
  ]
}
