// Looks up an article by its id, without searching the list for every citation.

import { memoByObject } from '../text/memo.ts'
import type { Article, Corpus } from './model.ts'

/** The first article of the corpus with this id; in a view of one language it is the only one. */
export const articleById = (corpus: Corpus, id: string): Article | undefined => articlesOf(corpus).get(id)

const articlesOf = memoByObject(({ articles }: Corpus) => {
  const byId = new Map<string, Article>()
  for (const article of articles) if (!byId.has(article.id)) byId.set(article.id, article)
  return byId
})
