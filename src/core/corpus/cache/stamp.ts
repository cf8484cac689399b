// How it is told whether a corpus folder still is what it was: by the times of its files, or by their text.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** A file as the file system tells of it, without reading it; times in nanoseconds. */
export interface FileStamp {
  /** Its path below the folder, with forward slashes. */
  place: string
  size: bigint
  mtimeNs: bigint
  ctimeNs: bigint
}

/** What makes the parsed form: when any of it changes, the kept one is stale. The lock file stands for the packages. */
const parsers = [
  ...[
    'parse',
    'references',
    'evidence',
    'schema',
    'narrow',
    'frontmatter',
    'paragraphs',
    'corpus',
    'kept',
  ].map(name => `./${name}.ts`),
  ...[
    'calendar/date',
    'calendar/digits',
    'calendar/zone',
    'message/text',
    'summary/sentences',
    'search/fold',
  ].map(name => `../${name}.ts`),
  '../../../package-lock.json',
]

/** Of another folder, or by another parser, a kept corpus is of no use. */
export async function makerOf(folder: string): Promise<string> {
  const hash = createHash('sha256').update(folder)
  for (const path of parsers) hash.update(await readFile(new URL(path, import.meta.url)).catch(() => ''))
  return hash.digest('hex')
}

export function stampOf(files: readonly FileStamp[]): string {
  const hash = createHash('sha256')
  for (const { place, size, mtimeNs, ctimeNs } of files)
    hash.update(`${place}\0${size} ${mtimeNs} ${ctimeNs}\0`)
  return hash.digest('hex')
}

/** Two seconds: the coarsest clock of a file system, FAT's. */
const tick = 2_000_000_000n

/**
 * Whether a file is so young at the moment `mtimeNs` that it may change once more without its time changing, within one
 * tick of the file system's clock: then only its text can tell (git calls such an entry racy).
 */
export function isRacy(files: readonly FileStamp[], mtimeNs: bigint): boolean {
  return files.some(file => file.ctimeNs >= mtimeNs - tick)
}

export function contentOf(files: readonly { place: string; text: string }[]): string {
  const hash = createHash('sha256')
  for (const { place, text } of files) hash.update(`${place}\0${text.length}\0${text}`)
  return hash.digest('hex')
}
