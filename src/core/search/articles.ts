// Finds articles by what people call them: id, title, publisher, year, or words more or less like those.
import type { Article, Corpus } from '../corpus/corpus.ts'
import { fold, tokens } from './fold.ts'
import type { SearchIndex } from './index.ts'
import { completions, type Named, nearest } from './nearest.ts'
import { search } from './search.ts'

/** `sure` where the words name the articles; otherwise they are only the nearest. */
export interface Candidates {
  articles: Article[]
  sure: boolean
}

/** The articles the words may mean, the likeliest first. */
export function findArticles(corpus: Corpus, index: SearchIndex, words: string): Candidates {
  const typed = fold(words.trim()).slice(0, 200)
  const named = corpus.articles.filter(article => article.id === typed || fold(article.title) === typed)
  if (named.length > 0) return { articles: named, sure: true }
  const wanted = tokens(typed).map(token => token.word)
  const labelled = wanted.length
    ? corpus.articles.filter(article => {
        const label = new Set(index.concepts.mark(tokens(labelOf(article))).map(token => token.word))
        return wanted.every(word => label.has(word) || label.has(index.concepts.at([word], 0)?.concept ?? ''))
      })
    : []
  if (labelled.length > 0) return { articles: labelled, sure: true }
  const near = nearest(listOf(corpus), 0.25)(words).map(each => each.value)
  if (near.length > 0) return { articles: near, sure: false }
  const ids = new Map(corpus.articles.map(article => [article.id, article]))
  const found = search(index, words, { count: 10 }).hits.flatMap(hit => ids.get(hit.article.id) ?? [])
  return { articles: found, sure: false }
}

/** Articles to offer while somebody types. */
export function completeArticles(corpus: Corpus, typed: string, limit: number): Article[] {
  return completions(listOf(corpus), typed, limit)
}

const listOf = (corpus: Corpus): Named<Article>[] =>
  corpus.articles.map(article => ({ value: article, keys: [article.title, article.id, article.publisher] }))

const labelOf = (article: Article) =>
  [article.id, article.title, article.publisher, article.retells?.name ?? '', article.published.year].join(
    ' ',
  )
