// Defines the search index: articles in all languages, names with their spellings, and suggestions.

import type { Anniversary, Article, Corpus, SynonymClass, Translated } from '../../corpus/model.ts'
import type { Language } from '../../languages/language.ts'
import type { Named } from '../../text/nearest.ts'
import { type Concepts, conceptOf } from './concepts.ts'
import { articleCount, type Segment } from './segment.ts'

export interface SearchIndex {
  /** Replaced by a fuller one while a large index is being built. */
  segment: Segment
  concepts: Concepts
  anniversaries: readonly Anniversary[]
  /** The archive's own, beside those of the languages. */
  synonyms: readonly SynonymClass[]
  /** Names and, in a small archive, titles: they complete a typed prefix, and are suggested if nothing was found. */
  offers: Named<Translated>[]
  /** The share of the articles that can be found so far; absent once all can be. */
  indexedShare?: number
}

export function indexOver(corpus: Corpus, concepts: Concepts, segment: Segment): SearchIndex {
  const { anniversaries, synonyms } = corpus
  return { segment, concepts, anniversaries, synonyms, offers: offersOf(corpus, segment) }
}

/** The ids of the articles that mention a name in any spelling, in any of their languages. */
export function mentioning({ segment }: SearchIndex, name: string): Set<string> {
  const { postings, lexicon, articles } = segment
  const word = lexicon.find(conceptOf(name))
  const entries = word < 0 ? [] : postings.entries.subarray(postings.starts[word], postings.starts[word + 1])
  return new Set(Array.from(entries, entry => (articles[entry >>> 8] as Article).id))
}

/** Names first, those in the most articles before others; then titles, if the list stays short enough. */
export function offersOf(corpus: Corpus, segment: Segment): Named<Translated>[] {
  const names = corpus.names
    .map(({ name, names, also }) => ({
      value: names,
      keys: [name, ...also],
      count: articleCount(segment, segment.lexicon.find(conceptOf(name))),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return [...names, ...titlesIn(corpus, MAX_OFFERS_WITH_TITLES - names.length)]
}

/** Each article once, with its title in every language that it has. One without an English title has another in its place. */
function titlesIn({ articles }: Corpus, limit: number): Named<Translated>[] {
  const titles = new Map<string, Record<Language, string>>()
  for (const { id, language, title } of articles) {
    if (!titles.has(id) && titles.size >= limit) break
    titles.set(id, { ...titles.get(id), [language]: title })
  }
  return Array.from(titles.values(), each => {
    const keys = Object.values(each)
    return { value: { ...each, en: each.en ?? (keys[0] as string) }, keys }
  })
}

/** Titles are long: up to this number Fuse answers in a few milliseconds. */
const MAX_OFFERS_WITH_TITLES = 150

export interface IndexOptions {
  /** The file in which the index is kept between starts; without one it is built at each start. */
  file?: string
  /** Stops building, if the program ends first. */
  signal?: AbortSignal
  /** Called from time to time while the index is built. */
  onProgress?(articles: number, of: number): void
}

export interface OpenedIndex {
  /** Answers at once, from the articles indexed so far. */
  index: SearchIndex
  /** Resolves when all articles are indexed and the index has been saved. */
  complete: Promise<void>
}
