// Opens the index of a corpus: from the file of an earlier start, or else built while it already answers.
import type { Corpus } from '../corpus/corpus.ts'
import { conceptsOf } from './concepts.ts'
import { indexOver, type SearchIndex } from './index.ts'
import { indexKey, markOf, readSaved } from './saved.ts'
import { byId, shelfOf } from './shelf.ts'

export interface Opening {
  /** Where the index is kept between starts; without it, it is built each time. */
  saved?: string
  /** Ends the building, for a program that ends before it. */
  signal?: AbortSignal
  /** Called now and then while the index is built. */
  told?(articles: number, of: number): void
}

export interface Opened {
  /** Answers at once, from the articles that are there. */
  index: SearchIndex
  /** Resolves when all articles are there and the index has been saved. */
  whole: Promise<void>
}

/**
 * The index of the corpus. What `saved` holds is used as far as it was made from the same articles by the same code;
 * articles that are new or changed are written anew, and a file that is broken or foreign counts for nothing.
 */
export async function openIndex(corpus: Corpus, opening: Opening = {}): Promise<Opened> {
  const { saved } = opening
  const articles = byId(corpus.articles)
  const key = saved === undefined ? '' : indexKey(corpus.names)
  const marks = saved === undefined ? [] : articles.map(markOf)
  const earlier = saved === undefined ? undefined : readSaved(saved, key)
  if (earlier && isSame(earlier.marks, marks)) {
    const { forms, streams, postings } = earlier
    const shelf = shelfOf(articles, forms, streams, postings)
    return { index: indexOver(corpus, conceptsOf(corpus.names), shelf), whole: Promise.resolve() }
  }
  // What builds is not loaded by a start that has nothing to build.
  const { growIndex } = await import('./build.ts')
  return growIndex(corpus, articles, { key, marks, ...(earlier && { earlier }) }, opening)
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, at) => each === b[at])
