// Writes and reads the index that is kept beside the state between starts: a checksum, a header, lists of numbers.

import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { writeCacheFile } from '../../files/atomic-write.ts'
import type { Postings } from './postings.ts'

export interface SavedIndex {
  /** The key it was made with: see `indexKey`. */
  key: string
  /** A hash of each article, in the order of the streams. */
  fingerprints: readonly string[]
  forms: readonly string[]
  streams: { bytes: Uint8Array; starts: Uint32Array }
  postings: Postings
}

/*
 * The file:
 *
 *   SHA-256 of the rest │ length of the header │ header, JSON │ bytes │ starts │ wordOf │ entries │ word starts
 *   32 bytes              one number of 32 bits                 lists of numbers, as long as the header says
 */

const SUM_BYTES = 32

/** Everything except the numbers, and the length of each list of numbers. */
interface Header
  extends Pick<SavedIndex, 'key' | 'fingerprints' | 'forms'>,
    Pick<Postings, 'words' | 'concepts'> {
  lengths: [bytes: number, starts: number, wordOf: number, entries: number, wordStarts: number]
}

/** The saved index if the file is complete and was made with this key, else undefined. */
export function readIndexFile(path: string, key: string): SavedIndex | undefined {
  let file: number | undefined
  try {
    const opened = openSync(path, 'r')
    file = opened
    // Never more than the file holds: a corrupt length must not allocate all the memory.
    let left = fstatSync(opened).size
    const sum = createHash('sha256')
    const take = <T extends Numbers>(Type: NumbersOf<T>, length: number): T => {
      left -= length * Type.BYTES_PER_ELEMENT
      if (!(left >= 0)) throw new RangeError('the file is too short')
      const list = new Type(length)
      readSync(opened, list)
      return list
    }
    const expected = take(Uint8Array, SUM_BYTES)
    const summed = <T extends Numbers>(Type: NumbersOf<T>, length: number): T => {
      const list = take(Type, length)
      sum.update(list)
      return list
    }
    const [length = 0] = summed(Uint32Array, 1)
    const header = JSON.parse(Buffer.from(summed(Uint8Array, length)).toString()) as Header
    if (header.key !== key) return undefined
    const { fingerprints, forms, words, concepts, lengths } = header
    const bytes = summed(Uint8Array, lengths[0])
    const [starts, wordOf, entries, wordStarts] = [
      summed(Uint32Array, lengths[1]),
      summed(Uint32Array, lengths[2]),
      summed(Uint32Array, lengths[3]),
      summed(Uint32Array, lengths[4]),
    ]
    if (left !== 0 || !sum.digest().equals(expected)) return undefined
    const postings = { words, concepts, wordOf, entries, starts: wordStarts }
    return { key, fingerprints, forms, streams: { bytes, starts }, postings }
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Writes the file if possible: without it the next start only takes longer. */
export async function writeIndexFile(
  path: string,
  { key, fingerprints, forms, streams, postings }: SavedIndex,
): Promise<void> {
  const lists = [streams.bytes, streams.starts, postings.wordOf, postings.entries, postings.starts]
  const { words, concepts } = postings
  const lengths = lists.map(({ length }) => length) as Header['lengths']
  const header: Header = { key, fingerprints, forms, words, concepts, lengths }
  const headerBytes = Buffer.from(JSON.stringify(header))
  const parts = [Uint32Array.of(headerBytes.length), headerBytes, ...lists].map(bytesOf)
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  await writeCacheFile(path, [sum.digest(), ...parts])
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array | Uint32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength)

type Numbers = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

interface NumbersOf<T> {
  new (length: number): T
  readonly BYTES_PER_ELEMENT: number
}
