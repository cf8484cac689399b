// Opens the index of a corpus: from the file of an earlier start, or built while it already answers.
import { setImmediate as turn } from 'node:timers/promises'
import type { Article, Corpus } from '../corpus/corpus.ts'
import { conceptsOf } from './concepts.ts'
import { byId, indexOver, offersOf, type SearchIndex } from './index.ts'
import { indexKey, markOf, readSaved, type Saved, save } from './saved.ts'
import { shelfOf } from './shelf.ts'
import { createWriter } from './stream.ts'

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

/** Articles that are written before anybody else has a turn: some 20 ms. */
const inOneTurn = 100
/** Articles after which the index answers for the first time. */
const first = 1000

/**
 * The index of the corpus. What `saved` holds is used as far as it was made from the same articles by the same code;
 * articles that are new or changed are written anew, and a file that is broken or foreign counts for nothing.
 */
export async function openIndex(corpus: Corpus, { saved, signal, told }: Opening = {}): Promise<Opened> {
  const concepts = conceptsOf(corpus.names)
  const articles = byId(corpus.articles)
  const key = saved === undefined ? '' : await indexKey(corpus.names)
  const marks = saved === undefined ? [] : articles.map(markOf)
  const earlier = saved === undefined ? undefined : await readSaved(saved, key)
  if (earlier && isSame(earlier.marks, marks)) {
    const { forms, streams, postings } = earlier
    const index = indexOver(corpus, concepts, shelfOf(articles, forms, streams, postings))
    return { index, whole: Promise.resolve() }
  }

  const write = writerOver(earlier, marks)
  for (const word of concepts.words()) write.writer.number(word)
  // Articles from everywhere, so that the frequent words of every language get small numbers.
  const step = Math.ceil(articles.length / 200)
  if (articles.length > first)
    for (let at = 0; at < articles.length; at += step) write.writer.meet(articles[at] as Article)
  const shelf = (count: number) =>
    shelfOf(articles.slice(0, count), write.writer.forms.slice(), write.writer.streams())
  await writeUpTo(Math.min(first, articles.length), 0)
  const index = indexOver(corpus, concepts, shelf(Math.min(first, articles.length)))
  return { index, whole: finish() }

  /** False where the signal came first. */
  async function writeUpTo(end: number, from: number): Promise<boolean> {
    for (let at = from; at < end; at++) {
      write.article(articles[at] as Article, at)
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
      index.built = there / articles.length
      if (!(await writeUpTo(Math.min(there * 10, articles.length), there))) return
      index.shelf = shelf(Math.min(there * 10, articles.length))
      index.offers = offersOf(corpus, index.shelf)
    }
    delete index.built
    told?.(articles.length, articles.length)
    const { forms, streams, postings } = index.shelf
    if (saved !== undefined) await save(saved, { key, marks, forms, streams, postings })
  }

  /** Writes articles, or copies their streams from an earlier index that had the very same. */
  function writerOver(earlier: Saved | undefined, marks: readonly string[]) {
    const places = new Map(earlier?.marks.map((mark, place) => [mark, place]))
    const kept = marks.filter(mark => places.has(mark)).length
    // Words that no article has any more are carried along; where most would be, it is better to begin anew.
    const old = earlier && kept * 2 >= earlier.marks.length ? earlier : undefined
    const lengths = articles.map(({ paragraphs }) =>
      paragraphs.reduce((sum, { text }) => sum + text.length, 0),
    )
    const characters = lengths.reduce((sum, length) => sum + length, 0)
    const writer = createWriter(concepts, { earlier: old?.forms ?? [], characters })
    return {
      writer,
      article(article: Article, at: number) {
        const place = old && places.get(marks[at] as string)
        if (old && place !== undefined)
          writer.copy(old.streams.bytes.subarray(old.streams.starts[place], old.streams.starts[place + 1]))
        else writer.write(article)
      },
    }
  }
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, at) => each === b[at])
