// The index as it is kept beside the state between starts: a checksum, a header, and lists of numbers.

import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { NameEntry } from '../../corpus/model.ts'
import type { Postings } from './postings.ts'

export interface SavedIndex {
  /** What made it: the code, the names, and what cuts words in the engine. */
  key: string
  /** What each article was, in the order of the streams. */
  marks: readonly string[]
  forms: readonly string[]
  streams: { bytes: Uint8Array; starts: Uint32Array }
  postings: Postings
}

/** The code that decides what a file holds. */
const code = ['concepts', 'passages', 'postings', 'open', 'segment', 'writer']

/** When this changes, nothing of a saved index is of use. */
export function indexKey(names: readonly NameEntry[]): string {
  const made = createHash('sha256').update(`${process.versions.icu} ${JSON.stringify(names)}`)
  for (const name of code) made.update(readFileSync(new URL(`./${name}.ts`, import.meta.url)))
  return made.digest('hex')
}

/** What the file holds where it is whole and was made with this key; a broken or foreign one counts for nothing. */
export function readIndexFile(path: string, key: string): SavedIndex | undefined {
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

export async function writeIndexFile(
  path: string,
  { key, marks, forms, streams, postings }: SavedIndex,
): Promise<void> {
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
interface Header extends Pick<SavedIndex, 'key' | 'marks' | 'forms'>, Pick<Postings, 'words' | 'concepts'> {
  lengths: [bytes: number, starts: number, wordOf: number, entries: number, wordStarts: number]
}

type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

interface NumbersOf<T> {
  new (length: number): T
  readonly BYTES_PER_ELEMENT: number
}
