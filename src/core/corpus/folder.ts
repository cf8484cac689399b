// A corpus folder on disk: reads it whole, and keeps the parsed form beside the state so that a start is quick.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Corpus } from './corpus.ts'
import type { CorpusFile, Parsed } from './parse.ts'

/**
 * Reads and parses the corpus below `folder`. With `saved`, a file that holds the parsed corpus of an earlier start is
 * used if it was made from the very same files by the very same parser, and written anew otherwise.
 */
export async function loadCorpus(folder: string, saved?: string): Promise<Parsed> {
  const files = await readFolder(folder)
  if ('faults' in files) return files
  const key = saved && (await keyOf(files.files))
  const earlier = saved && (await readSaved(saved, key as string))
  if (earlier) return { corpus: earlier, doubts: [] }
  // The parsers of YAML and Markdown cost more to load than all the rest, so only a changed corpus loads them.
  const { parseCorpus } = await import('./parse.ts')
  const parsed = parseCorpus(files.files, folder)
  if (saved && 'corpus' in parsed) await save(saved, key as string, parsed.corpus)
  return parsed
}

async function readFolder(
  folder: string,
): Promise<{ files: CorpusFile[] } | { faults: [{ path: string; line: number; message: string }] }> {
  let entries: string[]
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
    entries = found.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such folder' : message
    return { faults: [{ path: folder, line: 1, message: reason }] }
  }
  const files: CorpusFile[] = []
  for (const path of entries.sort()) {
    const place = relative(folder, path).split(sep).join('/')
    // What editors and systems leave behind is nobody's fault.
    if (place.split('/').some(part => part.startsWith('.')) || /^readme/i.test(basename(place))) continue
    const read = await readText(path)
    if (read === undefined) continue
    if ('fault' in read) return { faults: [{ path, line: 1, message: read.fault }] }
    files.push({ path, place, text: read.text })
  }
  return { files }
}

/** Nobody writes a longer one, and parsers take more than twice as long over twice as much. In bytes. */
const longestFile = 10_000_000

/** Undefined for what is no file. */
async function readText(path: string): Promise<{ text: string } | { fault: string } | undefined> {
  try {
    // A mounted corpus may consist of links to its files.
    const found = await stat(path)
    if (!found.isFile()) return undefined
    if (found.size > longestFile) return { fault: 'is larger than 10 MB' }
    const text = utf8(await readFile(path))
    return text === undefined ? { fault: 'is not UTF-8 text' } : { text }
  } catch (error) {
    // A link that leads nowhere or to itself, a file that nobody may read.
    return { fault: `cannot be read: ${(error as NodeJS.ErrnoException).code}` }
  }
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What makes the parsed form: when any of it changes, the saved one is stale. The lock file stands for the packages. */
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

async function keyOf(files: readonly CorpusFile[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.place}\0${file.text.length}\0${file.text}`)
  for (const path of parsers) hash.update(await readFile(new URL(path, import.meta.url)).catch(() => ''))
  return hash.digest('hex')
}

async function readSaved(path: string, key: string): Promise<Corpus | undefined> {
  try {
    const saved = JSON.parse(await readFile(path, 'utf8')) as { key: string; corpus: Corpus }
    return saved.key === key ? saved.corpus : undefined
  } catch {
    return undefined
  }
}

async function save(path: string, key: string, corpus: Corpus): Promise<void> {
  try {
    // The store makes the folders above; a recursive mkdir here would never return in places such as /proc.
    await mkdir(dirname(path)).catch(() => {})
    // Renamed into place, so that a start in mid-write never reads half a file.
    await writeFile(`${path}.new`, JSON.stringify({ key, corpus }))
    await rename(`${path}.new`, path)
  } catch {
    // Without the saved form the next start only takes longer.
  }
}
