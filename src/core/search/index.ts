// The search index: articles in every language, the names that stand for the same thing, and what can be offered.
import type { Anniversary, Article, Corpus } from '../corpus/corpus.ts'
import { type Concepts, conceptOf, conceptsOf } from './concepts.ts'
import type { Named } from './nearest.ts'
import { countOf, type Shelf, shelfOf } from './shelf.ts'
import { createWriter } from './stream.ts'

export interface SearchIndex {
  /** Replaced by a fuller one while a large index is being built. */
  shelf: Shelf
  concepts: Concepts
  anniversaries: readonly Anniversary[]
  /** Names, and in a small archive titles: the short strings to complete, and to offer when nothing was found. */
  offers: Named<string>[]
  /** The share of the articles that can be found so far, where it is not yet all of them. */
  built?: number
}

/** The whole index at once, of the articles in every language. */
export function buildIndex(corpus: Corpus): SearchIndex {
  const concepts = conceptsOf(corpus.names)
  const writer = createWriter(concepts)
  for (const word of concepts.words()) writer.number(word)
  const articles = byId(corpus.articles)
  for (const article of articles) writer.write(article)
  return indexOver(corpus, concepts, shelfOf(articles, writer.forms, writer.streams()))
}

export function indexOver(corpus: Corpus, concepts: Concepts, shelf: Shelf): SearchIndex {
  return { shelf, concepts, anniversaries: corpus.anniversaries, offers: offersOf(corpus, shelf) }
}

/** The order of a shelf, which is also that of articles that answer a query equally well. */
export const byId = (articles: readonly Article[]): Article[] =>
  articles.toSorted((a, b) => compare(a.id, b.id) || compare(a.language, b.language))

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The ids of the articles that mention a name in any spelling, in any of their languages. */
export function mentioning({ shelf }: SearchIndex, name: string): Set<string> {
  const { postings, lexicon, articles } = shelf
  const word = lexicon.find(conceptOf(name))
  const entries = word < 0 ? [] : postings.entries.subarray(postings.starts[word], postings.starts[word + 1])
  return new Set(Array.from(entries, entry => (articles[entry >>> 8] as Article).id))
}

/** Names first, those that stand in the most articles before the others; then titles, as long as the list stays short. */
export function offersOf(corpus: Corpus, shelf: Shelf): Named<string>[] {
  const names = corpus.names
    .map(({ name, also }) => ({
      value: name,
      keys: [name, ...also],
      count: countOf(shelf, shelf.lexicon.find(conceptOf(name))),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const titles = corpus.articles.slice(0, Math.max(0, shortList - names.length))
  return [...names, ...titles.map(({ title }) => ({ value: title, keys: [title] }))]
}

/** Fuse answers in a few milliseconds up to here. */
const shortList = 700
