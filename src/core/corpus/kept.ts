// The parsed corpus as it is kept beside the state, and how it is told whether it still is what its folder makes.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Corpus } from './corpus.ts'

export interface Kept {
  /** The folder and the parser that made it. */
  maker: string
  /** The sizes and times that the files had. */
  stamp: string
  /** What stood in them. */
  content: string
  corpus: Corpus
}

/** A file as the file system tells of it, without reading it; times in nanoseconds. */
export interface Stamped {
  /** Its path below the folder, with forward slashes. */
  place: string
  size: bigint
  mtimeNs: bigint
  ctimeNs: bigint
}

/** What makes the parsed form: when any of it changes, the kept one is stale. The lock file stands for the packages. */
const parsers = [
  ...['parse', 'references', 'evidence', 'schema', 'narrow', 'frontmatter', 'paragraphs', 'corpus'].map(
    name => `./${name}.ts`,
  ),
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

export function stampOf(files: readonly Stamped[]): string {
  const hash = createHash('sha256')
  for (const { place, size, mtimeNs, ctimeNs } of files)
    hash.update(`${place}\0${size} ${mtimeNs} ${ctimeNs}\0`)
  return hash.digest('hex')
}

export function contentOf(files: readonly { place: string; text: string }[]): string {
  const hash = createHash('sha256')
  for (const { place, text } of files) hash.update(`${place}\0${text.length}\0${text}`)
  return hash.digest('hex')
}

/** Two seconds: the coarsest clock of a file system, FAT's. */
const tick = 2_000_000_000n

/**
 * Whether the stamp tells that nothing changed. A file that changed shortly before the corpus was kept may have changed
 * again within one tick of the file system's clock, and only its text can tell (git calls such an entry racy).
 */
export function isUntouched(kept: Kept, path: string, files: readonly Stamped[]): boolean {
  if (kept.stamp !== stampOf(files)) return false
  const { mtimeNs } = statSync(path, { bigint: true })
  return files.every(file => file.ctimeNs < mtimeNs - tick)
}

/** A broken or foreign file counts for nothing. */
export async function readKept(path: string, maker: string): Promise<Kept | undefined> {
  try {
    const kept = JSON.parse(await readFile(path, 'utf8')) as Kept
    return kept.maker === maker && kept.corpus ? kept : undefined
  } catch {
    return undefined
  }
}

export async function keep(path: string, kept: Kept): Promise<void> {
  try {
    // The store makes the folders above; a recursive mkdir here would never return in places such as /proc.
    await mkdir(dirname(path)).catch(() => {})
    // Renamed into place, so that a start in mid-write never reads half a file.
    await writeFile(`${path}.new`, JSON.stringify(kept))
    await rename(`${path}.new`, path)
  } catch {
    // Without it the next start only takes longer.
  }
}
