// Looks up an article by its id, without searching the list for every citation.

import { memoByObject } from '../text/memo.ts'
import type { Article, Corpus } from './model.ts'

/** The first article of the corpus with this id; in a view of one language it is the only one. */
export const articleById = (corpus: Corpus, id: string): Article | undefined => articlesOf(corpus).get(id)

// Reversed, so that the first of several versions wins.
const articlesOf = memoByObject(
  ({ articles }: Corpus) => new Map(articles.toReversed().map(article => [article.id, article])),
)
