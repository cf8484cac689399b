// Tells whether a corpus folder has changed: by the sizes and times of its files, or by their text.

import { createHash } from 'node:crypto'

/** A file as the file system describes it, without reading it; times in nanoseconds. */
export interface FileStamp {
  /** Its path below the folder, with forward slashes. */
  place: string
  size: bigint
  mtimeNs: bigint
  ctimeNs: bigint
}

export function stampOf(files: readonly FileStamp[]): string {
  const hash = createHash('sha256')
  for (const { place, size, mtimeNs, ctimeNs } of files)
    hash.update(`${place}\0${size} ${mtimeNs} ${ctimeNs}\0`)
  return hash.digest('hex')
}

/** The coarsest clock of a file system: FAT's. */
const CLOCK_TICK_NS = 2_000_000_000n

/**
 * Whether a file is so young at the moment `mtimeNs` that it could change again within one tick of the file system's
 * clock, and keep its time. Then only its text can tell. Git calls such an entry racy:
 * https://git-scm.com/docs/racy-git
 */
export function isRacy(files: readonly FileStamp[], mtimeNs: bigint): boolean {
  return files.some(file => file.ctimeNs >= mtimeNs - CLOCK_TICK_NS)
}

export function contentHashOf(files: readonly { place: string; text: string }[]): string {
  const hash = createHash('sha256')
  for (const { place, text } of files) hash.update(`${place}\0${text.length}\0${text}`)
  return hash.digest('hex')
}
