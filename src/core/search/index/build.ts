// Builds the index of a corpus: at once, or a piece at a time while it already answers.
import { setImmediate as turn } from 'node:timers/promises'
import type { Article, Corpus } from '../../corpus/model.ts'
import { type Concepts, conceptsOf } from './concepts.ts'
import { countPostings } from './postings.ts'
import { type SavedIndex, writeIndexFile } from './saved.ts'
import type { IndexOptions, OpenedIndex } from './search-index.ts'
import { indexOver, offersOf, type SearchIndex } from './search-index.ts'
import { createSegment, sortedById } from './segment.ts'
import { createWriter } from './writer.ts'

/** The whole index at once, of the articles in every language. */
export function buildIndex(corpus: Corpus): SearchIndex {
  const concepts = conceptsOf(corpus.names)
  const articles = sortedById(corpus.articles)
  const builder = builderOf(articles, concepts)
  for (const article of articles.keys()) builder.write(article)
  return indexOver(corpus, concepts, builder.segment(articles.length))
}

/** Articles that are written before anybody else has a turn: some 20 ms. */
const inOneTurn = 100
/** Articles after which the index answers for the first time. */
const first = 1000

/**
 * An index that answers for the first articles, and grows. Where `earlier` has an article by its mark, its stream is
 * copied. At the end all of it is saved with `key`, if a place is given.
 */
export async function growIndex(
  corpus: Corpus,
  articles: readonly Article[],
  { key, marks, earlier }: { key: string; marks: readonly string[]; earlier?: SavedIndex },
  { file: saved, signal, onProgress: told }: IndexOptions,
): Promise<OpenedIndex> {
  const concepts = conceptsOf(corpus.names)
  const builder = builderOf(articles, concepts, marks, earlier)
  await writeUpTo(Math.min(first, articles.length), 0)
  const index = indexOver(corpus, concepts, builder.segment(Math.min(first, articles.length)))
  return { index, whole: finish() }

  /** False where the signal came first. */
  async function writeUpTo(end: number, from: number): Promise<boolean> {
    for (let at = from; at < end; at++) {
      builder.write(at)
      if (at % inOneTurn !== inOneTurn - 1) continue
      told?.(at + 1, articles.length)
      await turn()
      if (signal?.aborted) return false
    }
    return true
  }

  async function finish(): Promise<void> {
    // Counted anew each time there are ten times as many: oftener, and counting would take longer than reading.
    for (let there = first; there < articles.length; there *= 10) {
      index.indexedShare = there / articles.length
      const next = Math.min(there * 10, articles.length)
      if (!(await writeUpTo(next, there))) return
      index.segment = builder.segment(next)
      index.offers = offersOf(corpus, index.segment)
    }
    delete index.indexedShare
    told?.(articles.length, articles.length)
    const { forms, streams, postings } = index.segment
    if (saved !== undefined) await writeIndexFile(saved, { key, marks, forms, streams, postings })
  }
}

/** Writes articles by their place, in order, or copies their streams from an earlier index that had the very same. */
function builderOf(
  articles: readonly Article[],
  concepts: Concepts,
  marks: readonly string[] = [],
  earlier?: SavedIndex,
) {
  const places = new Map(earlier?.marks.map((mark, place) => [mark, place]))
  const kept = marks.filter(mark => places.has(mark)).length
  // Words that no article has any more are carried along; where most would be, it is better to begin anew.
  const old = earlier && kept * 2 >= earlier.marks.length ? earlier : undefined
  // Articles from everywhere tell how long all are, without the text of each.
  const step = Math.ceil(articles.length / 200)
  const sample = articles.filter((_, at) => at % step === 0)
  const lengths = sample.map(({ paragraphs }) => paragraphs.reduce((sum, { text }) => sum + text.length, 0))
  const characters = lengths.reduce((sum, length) => sum + length, 0) * step
  const writer = createWriter(concepts, { earlier: old?.forms ?? [], characters })
  for (const word of concepts.words()) writer.number(word)
  // So that the frequent words of every language get small numbers.
  if (articles.length > first) for (const article of sample) writer.meet(article)
  return {
    write(at: number) {
      const place = old && places.get(marks[at] as string)
      if (old && place !== undefined)
        writer.copy(old.streams.bytes.subarray(old.streams.starts[place], old.streams.starts[place + 1]))
      else writer.write(articles[at] as Article)
    },
    segment(count: number) {
      const forms = writer.forms.slice()
      const streams = writer.streams()
      return createSegment(articles.slice(0, count), forms, streams, countPostings(forms, streams))
    },
  }
}
