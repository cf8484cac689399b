// A corpus folder on disk: reads it whole, and keeps the parsed form beside the state so that a start is quick.
import { type Dirent, readFileSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { readCache, writeCache } from '../cache/cache.ts'
import { contentOf, type FileStamp, isRacy, makerOf, stampOf } from '../cache/stamp.ts'
import type { Corpus } from '../model.ts'
import type { CorpusFile } from './parse.ts'
import type { Fault } from './yaml.ts'

/** A corpus; or what is wrong with it, and the one that the folder last made without faults, where it was kept. */
export type LoadedCorpus = { corpus: Corpus; doubts: Fault[] } | { faults: Fault[]; earlier?: Corpus }

export interface LoadOptions {
  /** The file that holds the parsed corpus of an earlier start: used while nothing changed, written anew otherwise. */
  cacheFile?: string
  /** Loads in another place what takes long: more than some hundred files, when they are not as they were. */
  loadInWorker?(folder: string, saved: string): Promise<LoadedCorpus>
}

const many = 500

/** Reads and parses the corpus below `folder`. */
export async function loadCorpus(
  folder: string,
  { cacheFile: saved, loadInWorker: aside }: LoadOptions = {},
): Promise<LoadedCorpus> {
  const listed = await list(folder)
  if (saved === undefined) return 'faults' in listed ? listed : parse(folder, readAll(listed.files))

  const maker = await makerOf(resolve(folder))
  const kept = readCache(saved, maker)
  const withEarlier = (faults: Fault[]) => ({ faults, ...(kept && { earlier: kept.corpus }) })
  if ('faults' in listed) return withEarlier(listed.faults)
  const stamp = stampOf(listed.files)
  if (kept?.stamp === stamp && !isRacy(listed.files, statSync(saved, { bigint: true }).mtimeNs))
    return { corpus: kept.corpus, doubts: [] }
  if (aside && listed.files.length > many) return aside(folder, saved)

  const read = readAll(listed.files)
  const content = 'files' in read ? contentOf(read.files) : ''
  // What was only copied or touched is the same.
  const loaded = kept?.content === content ? { corpus: kept.corpus, doubts: [] } : await parse(folder, read)
  if ('faults' in loaded) return withEarlier(loaded.faults)
  const { corpus, doubts } = loaded
  const isKept = await writeCache(saved, { maker, stamp, content, corpus })
  return { corpus: (isKept && readCache(saved, maker)?.corpus) || corpus, doubts }
}

/** The corpus that was kept of the folder, whatever became of the folder since. */
export async function reopenCorpus(folder: string, saved: string): Promise<Corpus | undefined> {
  return readCache(saved, await makerOf(resolve(folder)))?.corpus
}

async function parse(folder: string, read: Read): Promise<LoadedCorpus> {
  if ('faults' in read) return read
  // The parsers of YAML and Markdown cost more to load than all the rest, so only a changed corpus loads them.
  const { parseCorpus } = await import('./parse.ts')
  return parseCorpus(read.files, folder)
}

type Read = { files: CorpusFile[] } | { faults: Fault[] }

interface Listed extends FileStamp {
  path: string
}

/** Links to folders are not followed, as they would be by readdirSync. */
async function list(folder: string): Promise<{ files: Listed[] } | { faults: Fault[] }> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such folder' : message
    return { faults: [{ path: folder, line: 1, message: reason }] }
  }
  const files: Listed[] = []
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    const place = relative(folder, path).split(sep).join('/')
    // What editors and systems leave behind is nobody's fault.
    if (place.split('/').some(part => part.startsWith('.')) || /^readme/i.test(basename(place))) continue
    const found = stampedAt(path)
    if (found === undefined) continue
    if ('fault' in found) return { faults: [{ path, line: 1, message: found.fault }] }
    files.push({ path, place, ...found })
  }
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Nobody writes a longer one, and parsers take more than twice as long over twice as much. In bytes. */
const longestFile = 10_000_000n

/** Undefined for what is no file. Without promises, which take five times as long for a hundred thousand of them. */
function stampedAt(path: string): Omit<FileStamp, 'place'> | { fault: string } | undefined {
  try {
    // A mounted corpus may consist of links to its files.
    const found = statSync(path, { bigint: true })
    if (!found.isFile()) return undefined
    if (found.size > longestFile) return { fault: 'is larger than 10 MB' }
    return { size: found.size, mtimeNs: found.mtimeNs, ctimeNs: found.ctimeNs }
  } catch (error) {
    return { fault: unreadable(error) }
  }
}

function readAll(listed: readonly Listed[]): Read {
  const files: CorpusFile[] = []
  for (const { path, place } of listed) {
    const read = readText(path)
    if ('fault' in read) return { faults: [{ path, line: 1, message: read.fault }] }
    files.push({ path, place, text: read.text })
  }
  return { files }
}

function readText(path: string): { text: string } | { fault: string } {
  try {
    const text = utf8(readFileSync(path))
    return text === undefined ? { fault: 'is not UTF-8 text' } : { text }
  } catch (error) {
    return { fault: unreadable(error) }
  }
}

/** A link that leads nowhere or to itself, a file that nobody may read. */
const unreadable = (error: unknown) => `cannot be read: ${(error as NodeJS.ErrnoException).code}`

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
