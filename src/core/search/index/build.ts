// Builds the index of a corpus: at once, or piece by piece while it already answers.

import { setImmediate as yieldToEventLoop } from 'node:timers/promises'
import type { Article, Corpus } from '../../corpus/model.ts'
import { type Concepts, conceptsOf } from './concepts.ts'
import { type SavedIndex, writeIndexFile } from './index-file.ts'
import { countPostings } from './postings.ts'
import { type IndexOptions, indexOver, type OpenedIndex, offersOf, type SearchIndex } from './search-index.ts'
import { createSegment, sortedById } from './segment.ts'
import { createWriter } from './writer.ts'

/** Builds the whole index at once, from the articles in every language. */
export function buildIndex(corpus: Corpus): SearchIndex {
  const concepts = conceptsOf(corpus.names)
  const articles = sortedById(corpus.articles)
  const builder = createBuilder({ articles }, concepts)
  for (const article of articles.keys()) builder.write(article)
  return indexOver(corpus, concepts, builder.segment(articles.length))
}

/** The articles to index, and an earlier index to copy from. */
interface BuildInput {
  /** In the order of the index. */
  articles: readonly Article[]
  /** A hash of each article, in the same order; absent if nothing is saved. */
  fingerprints?: readonly string[]
  /** An index with the same key. The streams of unchanged articles are copied from it. */
  earlier?: SavedIndex
}

/** Articles indexed before other work gets a turn: about 20 ms. */
const ARTICLES_PER_TURN = 100
/** Articles after which the index gives its first answers. */
const FIRST_ARTICLES = 1000

/**
 * An index that answers from the first articles and grows. When complete it is saved with `key` to `file`, if given.
 */
export async function growIndex(
  { corpus, key, ...input }: BuildInput & { corpus: Corpus; key: string; fingerprints: readonly string[] },
  { file, signal, onProgress }: IndexOptions,
): Promise<OpenedIndex> {
  const { articles, fingerprints } = input
  const concepts = conceptsOf(corpus.names)
  const builder = createBuilder(input, concepts)
  const first = Math.min(FIRST_ARTICLES, articles.length)
  await writeUpTo(first, 0)
  const index = indexOver(corpus, concepts, builder.segment(first))
  return { index, complete: finish() }

  /** False if the signal aborts first. */
  async function writeUpTo(end: number, from: number): Promise<boolean> {
    for (let at = from; at < end; at++) {
      builder.write(at)
      if (at % ARTICLES_PER_TURN !== ARTICLES_PER_TURN - 1) continue
      onProgress?.(at + 1, articles.length)
      await yieldToEventLoop()
      if (signal?.aborted) return false
    }
    return true
  }

  async function finish(): Promise<void> {
    // Postings are counted again whenever there are ten times as many articles. Counting more often would take longer
    // than reading.
    for (let indexed = FIRST_ARTICLES; indexed < articles.length; indexed *= 10) {
      index.indexedShare = indexed / articles.length
      const next = Math.min(indexed * 10, articles.length)
      if (!(await writeUpTo(next, indexed))) return
      index.segment = builder.segment(next)
      index.offers = offersOf(corpus, index.segment)
    }
    delete index.indexedShare
    onProgress?.(articles.length, articles.length)
    const { surfaceForms: forms, streams, postings } = index.segment
    if (file !== undefined) await writeIndexFile(file, { key, fingerprints, forms, streams, postings })
  }
}

/** Writes articles by their place, in order, or copies their streams from the earlier index. */
function createBuilder({ articles, fingerprints = [], earlier }: BuildInput, concepts: Concepts) {
  const places = new Map(earlier?.fingerprints.map((fingerprint, place) => [fingerprint, place]))
  const unchanged = fingerprints.filter(fingerprint => places.has(fingerprint)).length
  // Copying keeps the words of articles that are gone. If more than half of them are, start from scratch.
  const source = earlier && unchanged * 2 >= earlier.fingerprints.length ? earlier : undefined
  // A sample from the whole corpus shows how long the articles are, without reading all of them.
  const step = Math.ceil(articles.length / 200)
  const sample = articles.filter((_, at) => at % step === 0)
  const lengths = sample.map(({ paragraphs }) => paragraphs.reduce((sum, { text }) => sum + text.length, 0))
  const characters = lengths.reduce((sum, length) => sum + length, 0) * step
  const writer = createWriter(concepts, { earlier: source?.forms ?? [], characters })
  for (const word of concepts.words()) writer.number(word)
  // Gives the frequent words of every language small numbers.
  if (articles.length > FIRST_ARTICLES) for (const article of sample) writer.enterWords(article)
  return {
    write(at: number) {
      const place = source && places.get(fingerprints[at] as string)
      if (source && place !== undefined)
        writer.copyStream(
          source.streams.bytes.subarray(source.streams.starts[place], source.streams.starts[place + 1]),
        )
      else writer.write(articles[at] as Article)
    },
    segment(count: number) {
      const forms = writer.surfaceForms.slice()
      const streams = writer.streams()
      return createSegment(articles.slice(0, count), forms, streams, countPostings(forms, streams))
    },
  }
}
