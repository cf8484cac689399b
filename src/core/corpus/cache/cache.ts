// The parsed corpus as it is kept beside the state: what lists need at once, the texts of a large one when they are wanted.
import { hash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Article, Corpus } from '../model.ts'

/** What a kept corpus was made of, and by what. */
export interface CacheKey {
  /** The folder and the parser. */
  maker: string
  /** The sizes and times that the files had. */
  stamp: string
  /** What stood in them. */
  content: string
}

export interface CachedCorpus extends CacheKey {
  corpus: Corpus
}

/** The long parts of an article, which stand in the file apart from the rest of it. */
type Text = Pick<Article, 'body' | 'paragraphs'>

/** All but the texts, and where in the file these are: article by article the first byte, and the last one's end. */
interface Head extends CacheKey {
  corpus: Omit<Corpus, 'articles' | 'marks'> & { articles: Omit<Article, keyof Text>[]; marks: string[] }
  starts: number[]
}

/** The texts come first, then the head, and at the very end its length in so many digits. */
const digits = 16
/** Up to this many bytes all texts are read at once: reading them one by one would only be slower. */
const small = 32 * 2 ** 20
/** Bytes that are collected before they are written. */
const together = 2 ** 20
/** How many texts of a large corpus stay in memory. */
const atHand = 200

/** Writes the file; resolves with whether that was possible. */
export async function writeCache(path: string, { corpus, ...origin }: CachedCorpus): Promise<boolean> {
  const starts = [0]
  const marks: string[] = []
  const articles: Head['corpus']['articles'] = []
  // Shards that start together keep it all at once, each in a file of its own until it is whole.
  const fresh = `${path}.${process.pid}.new`
  try {
    // The store makes the folders above; a recursive mkdir here would never return in places such as /proc.
    await mkdir(dirname(path)).catch(() => {})
    const file = await open(fresh, 'w')
    try {
      let waiting: Buffer[] = []
      let length = 0
      for (const { body, paragraphs, ...rest } of corpus.articles) {
        const text = Buffer.from(JSON.stringify({ body, paragraphs } satisfies Text))
        starts.push((starts.at(-1) ?? 0) + text.length)
        marks.push(hash('sha1', `${JSON.stringify(rest)}\n${text}`, 'base64url'))
        articles.push(rest)
        waiting.push(text)
        length += text.length
        if (length < together) continue
        await file.writeFile(Buffer.concat(waiting))
        waiting = []
        length = 0
      }
      const head = Buffer.from(
        JSON.stringify({ ...origin, corpus: { ...corpus, articles, marks }, starts } satisfies Head),
      )
      await file.writeFile(Buffer.concat([...waiting, head, Buffer.from(lengthOf(head))]))
      // The name must not come to the disk before what it names.
      await file.sync()
    } finally {
      await file.close()
    }
    // Renamed into place, so that a start in mid-write never reads half a file.
    await rename(fresh, path)
    return true
  } catch {
    // Without it the next start only takes longer; half of it would take the room that the ledger needs.
    await rm(fresh, { force: true }).catch(() => {})
    return false
  }
}

const lengthOf = (head: Buffer) => String(head.length).padStart(digits, '0')

/**
 * What the file holds where it is whole and by this maker; a broken or foreign one counts for nothing. More than `atOnce`
 * bytes of texts stay in the file until they are wanted.
 */
export function readCache(path: string, maker: string, atOnce = small): CachedCorpus | undefined {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const length = Number(bytesOf(file, size - digits, digits))
    const end = size - digits - length
    const head = JSON.parse(bytesOf(file, end, length).toString()) as Head
    const { corpus, starts, ...origin } = head
    if (origin.maker !== maker || starts.at(-1) !== end) return undefined
    const textOf = end <= atOnce ? fromAll(bytesOf(file, 0, end), starts) : fromFile(file, starts)
    // Kept open for as long as any article is in use.
    if (end > atOnce) file = undefined
    return { ...origin, corpus: { ...corpus, articles: corpus.articles.map((rest, at) => textOf(rest, at)) } }
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Throws where the file has fewer bytes. */
function bytesOf(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(file, bytes, 0, length, start) !== length) throw new RangeError('the file is too short')
  return bytes
}

type Whole = (rest: Omit<Article, keyof Text>, at: number) => Article

function fromAll(bytes: Buffer, starts: readonly number[]): Whole {
  return (rest, at) => ({
    ...rest,
    ...(JSON.parse(bytes.toString('utf8', starts[at], starts[at + 1])) as Text),
  })
}

const unused = new FinalizationRegistry<number>(closeSync)

function fromFile(file: number, starts: readonly number[]): Whole {
  const texts = new Map<number, Text>()
  const textAt = (at: number): Text => {
    const found = texts.get(at)
    if (found) return found
    const [start = 0, end = 0] = starts.slice(at, at + 2)
    const text = JSON.parse(bytesOf(file, start, end - start).toString()) as Text
    if (texts.size >= atHand) texts.delete(texts.keys().next().value as number)
    texts.set(at, text)
    return text
  }
  // The articles' getters hold this function; when it is gone, so are they.
  unused.register(textAt, file)
  return (rest, at) =>
    Object.defineProperties(rest, {
      body: { get: () => textAt(at).body, enumerable: true },
      paragraphs: { get: () => textAt(at).paragraphs, enumerable: true },
    }) as Article
}
