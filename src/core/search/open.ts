// Opens the index of a corpus: from the file of an earlier start, checked by hashes, or else built.
import { createHash, hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Article, Corpus, NameEntry } from '../corpus/corpus.ts'
import { conceptsOf } from './concepts.ts'
import { indexOver, type SearchIndex } from './index.ts'
import type { Postings } from './postings.ts'
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
  const marks = saved === undefined ? [] : marksOf(corpus, articles)
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

/** In the order of the articles given. One by one it takes the text of each. */
function marksOf(corpus: Corpus, articles: readonly Article[]): string[] {
  const known = new Map(corpus.marks?.map((mark, place) => [corpus.articles[place], mark]))
  return articles.map(article => known.get(article) ?? markOf(article))
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((each, at) => each === b[at])

export interface Saved {
  /** What made it: the code, the names, and what cuts words in the engine. */
  key: string
  /** What each article was, in the order of the streams. */
  marks: readonly string[]
  forms: readonly string[]
  streams: { bytes: Uint8Array; starts: Uint32Array }
  postings: Postings
}

/** The code that decides what a file holds. */
const code = ['concepts', 'fold', 'passages', 'postings', 'open', 'shelf', 'writer']

/** When this changes, nothing of a saved index is of use. */
export function indexKey(names: readonly NameEntry[]): string {
  const made = createHash('sha256').update(`${process.versions.icu} ${JSON.stringify(names)}`)
  for (const name of code) made.update(readFileSync(new URL(`./${name}.ts`, import.meta.url)))
  return made.digest('hex')
}

/** Tells an article from every other, by all of it that is indexed. */
export function markOf(article: Article): string {
  const { id, language, title, publisher, retells, published, people, places, tags, keyPoints } = article
  const fields = [
    id,
    language,
    title,
    publisher,
    retells?.name,
    published.year,
    people,
    places,
    tags,
    keyPoints,
  ]
  const paragraphs = article.paragraphs.map(({ text, sentences }) => `${sentences.join()} ${text}`)
  return hash('sha1', `${JSON.stringify(fields)}\n${paragraphs.join('\n')}`, 'base64url')
}

/** What the file holds where it is whole and was made with this key; a broken or foreign one counts for nothing. */
export function readSaved(path: string, key: string): Saved | undefined {
  let file: number | undefined
  try {
    const opened = openSync(path, 'r')
    file = opened
    // Never more than there is: a broken length must not ask for all the memory.
    let left = fstatSync(opened).size
    const sum = createHash('sha256')
    const take = <T extends Numbers>(Type: NumbersOf<T>, length: number): T => {
      left -= length * Type.BYTES_PER_ELEMENT
      if (!(left >= 0)) throw new RangeError('the file is too short')
      const list = new Type(length)
      readSync(opened, list)
      return list
    }
    const wanted = take(Uint8Array, sumLength)
    const summed = <T extends Numbers>(Type: NumbersOf<T>, length: number): T => {
      const list = take(Type, length)
      sum.update(list)
      return list
    }
    const [length = 0] = summed(Uint32Array, 1)
    const header = JSON.parse(Buffer.from(summed(Uint8Array, length)).toString()) as Header
    if (header.key !== key) return undefined
    const { marks, forms, words, concepts, lengths } = header
    const bytes = summed(Uint8Array, lengths[0])
    const [starts, wordOf, entries, wordStarts] = [
      summed(Uint32Array, lengths[1]),
      summed(Uint32Array, lengths[2]),
      summed(Uint32Array, lengths[3]),
      summed(Uint32Array, lengths[4]),
    ]
    if (left !== 0 || !sum.digest().equals(wanted)) return undefined
    const postings = { words, concepts, wordOf, entries, starts: wordStarts }
    return { key, marks, forms, streams: { bytes, starts }, postings }
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

export async function save(path: string, { key, marks, forms, streams, postings }: Saved): Promise<void> {
  const lists = [streams.bytes, streams.starts, postings.wordOf, postings.entries, postings.starts]
  const lengths = lists.map(({ length }) => length)
  const { words, concepts } = postings
  const header = Buffer.from(JSON.stringify({ key, marks, forms, words, concepts, lengths }))
  const parts = [Uint32Array.of(header.length), header, ...lists]
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  // Shards that start together save it all at once, each in a file of its own until it is whole.
  const fresh = `${path}.${process.pid}.new`
  try {
    // The store makes the folders above; a recursive mkdir here would never return in places such as /proc.
    await mkdir(dirname(path)).catch(() => {})
    const file = await open(fresh, 'w')
    try {
      for (const part of [sum.digest(), ...parts]) await file.writeFile(part)
    } finally {
      await file.close()
    }
    // Renamed into place, so that a start in mid-write never reads half a file.
    await rename(fresh, path)
  } catch {
    // Without the file the next start only takes longer; half of it would take the room that the ledger needs.
    await rm(fresh, { force: true }).catch(() => {})
  }
}

/** Of SHA-256, which stands before all else. */
const sumLength = 32

/** What is not numbers, and how many there are of those that follow. */
interface Header extends Pick<Saved, 'key' | 'marks' | 'forms'>, Pick<Postings, 'words' | 'concepts'> {
  lengths: [bytes: number, starts: number, wordOf: number, entries: number, wordStarts: number]
}

type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>
interface NumbersOf<T> {
  new (length: number): T
  readonly BYTES_PER_ELEMENT: number
}
