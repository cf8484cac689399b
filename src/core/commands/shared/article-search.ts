// Searches for articles at most once for an answer, however often the answer needs them.

import { type Query, readQuery } from '../../search/query/query.ts'
import { type ArticleSearchResult, searchArticles } from '../../search/search.ts'
import type { Context } from '../command.ts'

export interface ArticleSearch {
  /** As typed. */
  words: string
  query: Query
  result(): ArticleSearchResult
}

/** The most articles that any user of the search needs. */
const MAX_ARTICLES = 25

/** Searches when the result is first requested. */
export function articleSearch(
  words: string,
  { index, language }: Pick<Context, 'index' | 'language'>,
): ArticleSearch {
  const query = readQuery(words)
  let result: ArticleSearchResult | undefined
  return {
    words,
    query,
    result: () => {
      result ??= searchArticles(index, query, { language, count: MAX_ARTICLES })
      return result
    },
  }
}
