// Looks up articles by what people call them: id, title, publisher, year, or words similar to those.

import { articleById } from '../../corpus/article-by-id.ts'
import type { Article, Corpus } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelTokens } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { visitInTurns } from '../../text/turns.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { type Query, readQuery } from '../query/query.ts'
import { articlesFor } from '../rank/matches.ts'
import { isAlike } from './alike.ts'

export interface ArticleMatches {
  articles: Article[]
  /** Whether the words name them; if not, they are only the nearest. */
  isNamed: boolean
}

/** Finds articles by a search. Passed in if the answer needs the same search for something else. */
export type FindBySearch = (query: Query) => readonly Article[]

/** The articles that the words may mean, the likeliest first. */
export async function findArticles(
  { corpus, index }: { corpus: Corpus; index: SearchIndex },
  typed: string | Query,
  bySearch: FindBySearch = searchIn(index),
): Promise<ArticleMatches> {
  const query = readQuery(typed)
  const folded = fold(query.text.trim())
  const titled = (await articlesByTitle(corpus)).get(folded) ?? []
  const called = articleById(corpus, folded)
  const exact = called && !titled.includes(called) ? [called, ...titled] : titled
  if (exact.length > 0) return { articles: exact, isNamed: true }
  const words = query.words.map(({ word }) => word)
  const likely = likelyArticles(corpus, query, bySearch)
  const labelled =
    words.length === 0
      ? []
      : likely.filter(article => {
          const label = new Set(
            index.concepts.annotate(labelTokens(labelOf(article))).map(({ word }) => word),
          )
          const conceptOfWord = (word: string) => index.concepts.conceptAt([word], 0)?.concept ?? ''
          return words.every(word => label.has(word) || label.has(conceptOfWord(word)))
        })
  if (labelled.length > 0) return { articles: labelled, isNamed: true }
  const near = nearest(
    articleNames(likely),
    0.25,
  )(query.text)
    .filter(({ keys }) => isAlike(query.text, keys))
    .map(each => each.value)
  return { articles: near.length > 0 ? near : inCorpus(bySearch(query), corpus), isNamed: false }
}

/** Articles to suggest while somebody types. */
export function completeArticles(
  corpus: Corpus,
  index: SearchIndex,
  typed: string,
  limit: number,
): Article[] {
  return completions(
    articleNames(likelyArticles(corpus, readQuery(typed), searchIn(index))),
    typed,
    limit,
    isAlike,
  )
}

/** In a small archive all articles are compared one by one; in a large one, only those that search finds. */
const likelyArticles = (corpus: Corpus, query: Query, bySearch: FindBySearch): readonly Article[] =>
  corpus.articles.length <= MAX_COMPARED_ARTICLES || !query.text.trim()
    ? corpus.articles.slice(0, MAX_COMPARED_ARTICLES)
    : inCorpus(bySearch(query), corpus)

const MAX_COMPARED_ARTICLES = 300
const MAX_SEARCHED_ARTICLES = 25

const searchIn =
  (index: SearchIndex): FindBySearch =>
  query =>
    articlesFor(index, query, { count: MAX_SEARCHED_ARTICLES })

/** The same articles in their versions from this corpus, which may be a view in one language. */
function inCorpus(articles: readonly Article[], corpus: Corpus): Article[] {
  const ids = new Set(articles.map(({ id }) => id))
  return [...ids].flatMap(id => articleById(corpus, id) ?? [])
}

/** The articles by their folded title. */
const articlesByTitle = memoByObject(async ({ articles }: Corpus) => {
  const byTitle = new Map<string, Article[]>()
  await visitInTurns(articles, article => {
    const title = fold(article.title)
    const list = byTitle.get(title)
    if (list) list.push(article)
    else byTitle.set(title, [article])
  })
  return byTitle
})

const articleNames = (articles: readonly Article[]): Named<Article>[] =>
  articles.map(article => ({ value: article, keys: [article.title, article.id, article.publisher] }))

const labelOf = (article: Article) =>
  [article.id, article.title, article.publisher, article.retells?.name ?? '', article.published.year].join(
    ' ',
  )
