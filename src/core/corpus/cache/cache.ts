// Writes and reads the parsed corpus beside the state. The texts of a large corpus stay in the file until they are
// needed.

import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import { writeCacheFile } from '../../files/atomic-write.ts'
import type { Article, Corpus } from '../model.ts'

/** The source of a cached corpus. */
export interface CacheKey {
  /** The format and the folder: see `originOf`. */
  origin: string
  /** A hash of the files' sizes and times. */
  stamp: string
  /** A hash of the files' text. */
  content: string
}

export interface CachedCorpus extends CacheKey {
  corpus: Corpus
}

/*
 * The file:
 *
 *   text of article 0 │ text of article 1 │ … │ head │ sum of the head │ length of the head
 *   0                 offsets[1]              offsets.at(-1)   10 characters  16 digits
 *
 * A disk or a copy that changes a byte must not change what an article says: hence the sums.
 */

/** The long parts of an article. */
type ArticleText = Pick<Article, 'body' | 'paragraphs'>

type WithoutText = Omit<Article, keyof ArticleText>

/** Everything but the texts, and the byte at which each text begins. The last offset is where the head begins. */
interface Head extends CacheKey {
  corpus: Omit<Corpus, 'articles' | 'fingerprints'> & { articles: WithoutText[]; fingerprints: string[] }
  offsets: number[]
  /** One of each text. */
  sums: string[]
}

const SUM_CHARACTERS = 10
const LENGTH_DIGITS = 16
const TAIL_BYTES = SUM_CHARACTERS + LENGTH_DIGITS
/** Up to this size all texts are read at once, because reading them one by one would only be slower. */
const MAX_EAGER_BYTES = 32 * 2 ** 20
/** How many texts of a large corpus stay in memory. */
const MAX_TEXTS_IN_MEMORY = 200

/** Of bytes. A CRC would be as good, but loading its module takes longer than hashing a small corpus. */
const sumOf = (bytes: Buffer): string => hash('sha1', bytes, 'base64url').slice(0, SUM_CHARACTERS)

/** Writes the file. Resolves to whether that was possible. */
export function writeCache(path: string, cached: CachedCorpus): Promise<boolean> {
  return writeCacheFile(path, fileParts(cached))
}

function* fileParts({ corpus, ...key }: CachedCorpus): Generator<Buffer> {
  const offsets = [0]
  const sums: string[] = []
  const fingerprints: string[] = []
  const articles: WithoutText[] = []
  for (const { body, paragraphs, ...rest } of corpus.articles) {
    const text = Buffer.from(JSON.stringify({ body, paragraphs } satisfies ArticleText))
    offsets.push((offsets.at(-1) ?? 0) + text.length)
    sums.push(sumOf(text))
    fingerprints.push(hash('sha1', `${JSON.stringify(rest)}\n${text}`, 'base64url'))
    articles.push(rest)
    yield text
  }
  const head: Head = { ...key, corpus: { ...corpus, articles, fingerprints }, offsets, sums }
  const bytes = Buffer.from(JSON.stringify(head))
  yield bytes
  yield Buffer.from(sumOf(bytes) + String(bytes.length).padStart(LENGTH_DIGITS, '0'))
}

/**
 * The cached corpus if the file is complete, unchanged and of this origin, else undefined. If there are more than `maxEagerBytes`
 * of texts, they stay in the file until they are needed; one that
 * was changed there throws when it is needed.
 */
export function readCache(
  path: string,
  origin: string,
  maxEagerBytes = MAX_EAGER_BYTES,
): CachedCorpus | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const tail = readBytes(file, size - TAIL_BYTES, TAIL_BYTES).toString()
    const length = Number(tail.slice(SUM_CHARACTERS))
    const end = size - TAIL_BYTES - length
    const head = readBytes(file, end, length)
    if (sumOf(head) !== tail.slice(0, SUM_CHARACTERS)) return undefined
    const { corpus, offsets, sums, ...key } = JSON.parse(head.toString()) as Head
    if (key.origin !== origin || offsets.at(-1) !== end) return undefined
    const isEager = end <= maxEagerBytes
    const withText = isEager
      ? withTextFrom(readBytes(file, 0, end), { offsets, sums })
      : withTextOnDemand(file, { offsets, sums, path })
    // If texts are still to be read from the file, it stays open while any article is in use.
    if (!isEager) file = undefined
    return { ...key, corpus: { ...corpus, articles: corpus.articles.map(withText) } }
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Throws if the file has fewer bytes. */
function readBytes(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(file, bytes, 0, length, start) !== length) throw new RangeError('the file is too short')
  return bytes
}

type WithText = (article: WithoutText, index: number) => Article

/** Throws if the bytes are not those that were written. */
function parseText(bytes: Buffer, sum: string | undefined): ArticleText {
  if (sumOf(bytes) !== sum) throw new RangeError('a text has changed')
  return JSON.parse(bytes.toString()) as ArticleText
}

function withTextFrom(bytes: Buffer, { offsets, sums }: Pick<Head, 'offsets' | 'sums'>): WithText {
  return (article, index) => ({
    ...article,
    ...parseText(bytes.subarray(offsets[index], offsets[index + 1]), sums[index]),
  })
}

const unreachable = new FinalizationRegistry<number>(closeSync)

function withTextOnDemand(
  file: number,
  { offsets, sums, path }: Pick<Head, 'offsets' | 'sums'> & { path: string },
): WithText {
  const texts = new Map<number, ArticleText>()
  const textAt = (index: number): ArticleText => {
    const known = texts.get(index)
    if (known) return known
    const [start = 0, end = 0] = offsets.slice(index, index + 2)
    const text = readText(index, start, end)
    if (texts.size >= MAX_TEXTS_IN_MEMORY) texts.delete(texts.keys().next().value as number)
    texts.set(index, text)
    return text
  }
  const readText = (index: number, start: number, end: number): ArticleText => {
    try {
      return parseText(readBytes(file, start, end - start), sums[index])
    } catch (error) {
      // The next start, or the next change of the corpus, reads the articles themselves.
      rmSync(path, { force: true })
      throw new Error(`${path} was changed by something else and is not used: start again`, { cause: error })
    }
  }
  // The articles' getters hold this function. Once it is collected, no article can read a text.
  unreachable.register(textAt, file)
  return (article, index) =>
    Object.defineProperties(article, {
      body: { get: () => textAt(index).body, enumerable: true },
      paragraphs: { get: () => textAt(index).paragraphs, enumerable: true },
    }) as Article
}
