// Finds articles by what people call them: id, title, publisher, year, or words more or less like those.
import type { Article, Corpus } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelTokens } from '../../text/labels.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { articlesFor } from '../search.ts'

/** `isNamed` where the words name the articles; otherwise they are only the nearest. */
export interface ArticleMatches {
  articles: Article[]
  isNamed: boolean
}

/** The articles the words may mean, the likeliest first. */
export function findArticles(corpus: Corpus, index: SearchIndex, words: string): ArticleMatches {
  const typed = fold(words.trim()).slice(0, 200)
  const named = corpus.articles.filter(article => article.id === typed || fold(article.title) === typed)
  if (named.length > 0) return { articles: named, isNamed: true }
  const wanted = tokens(typed).map(token => token.word)
  const some = likely(corpus, index, words)
  const labelled = wanted.length
    ? some.filter(article => {
        const label = new Set(index.concepts.annotate(labelTokens(labelOf(article))).map(token => token.word))
        return wanted.every(
          word => label.has(word) || label.has(index.concepts.conceptAt([word], 0)?.concept ?? ''),
        )
      })
    : []
  if (labelled.length > 0) return { articles: labelled, isNamed: true }
  const near = nearest(listOf(some), 0.25)(words).map(each => each.value)
  return { articles: near.length > 0 ? near : foundBy(corpus, index, words), isNamed: false }
}

/** Articles to offer while somebody types. */
export function completeArticles(
  corpus: Corpus,
  index: SearchIndex,
  typed: string,
  limit: number,
): Article[] {
  return completions(listOf(likely(corpus, index, typed)), typed, limit)
}

/** Names of articles are compared one by one as long as there are few; of many, those that search finds first. */
const likely = (corpus: Corpus, index: SearchIndex, words: string): readonly Article[] =>
  corpus.articles.length <= few || !words.trim()
    ? corpus.articles.slice(0, few)
    : foundBy(corpus, index, words)
const few = 300

function foundBy(corpus: Corpus, index: SearchIndex, words: string): Article[] {
  const ids = new Set(articlesFor(index, words, { count: 25 }).map(({ id }) => id))
  const found = new Map(corpus.articles.filter(({ id }) => ids.has(id)).map(article => [article.id, article]))
  return [...ids].flatMap(id => found.get(id) ?? [])
}

const listOf = (articles: readonly Article[]): Named<Article>[] =>
  articles.map(article => ({ value: article, keys: [article.title, article.id, article.publisher] }))

const labelOf = (article: Article) =>
  [article.id, article.title, article.publisher, article.retells?.name ?? '', article.published.year].join(
    ' ',
  )
