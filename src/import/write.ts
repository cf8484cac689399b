// Reads the file or address that a curator names and writes the article into a corpus, never over another.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadCorpus } from '../core/corpus/load/folder.ts'
import { type ImportOptions, importArticle } from './import.ts'

export type WrittenArticle = { path: string; review: string[] } | { refused: string }

/**
 * A date may be counted from the anniversaries of the folder's corpus and of `anniversariesFrom`, the corpus that the
 * curator works on.
 */
export async function importInto(
  folder: string,
  from: string,
  { anniversariesFrom = folder, ...options }: ImportOptions & { anniversariesFrom?: string },
): Promise<WrittenArticle> {
  const read = await (/^https?:\/\//i.test(from) ? fetchText(from) : readTextFile(from))
  if ('refused' in read) return read
  // A corpus that does not load has no days to count from: this may be its first article.
  const loaded = await Promise.all([...new Set([folder, anniversariesFrom])].map(each => loadCorpus(each)))
  const anniversaries = loaded.flatMap(each => ('corpus' in each ? each.corpus.anniversaries : []))
  const imported = await importArticle(read.text, from, { ...options, anniversaries })
  if ('refused' in imported) return imported
  const path = join(folder, imported.place)
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, imported.text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { refused: `${path} already exists: move it away, or choose another name with --id` }
  }
  return { path, review: imported.review }
}

async function readTextFile(path: string): Promise<{ text: string } | { refused: string }> {
  try {
    return decodeText(await readFile(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { refused: code === 'ENOENT' ? 'there is no such file' : message }
  }
}

async function fetchText(url: string): Promise<{ text: string } | { refused: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
    if (!response.ok) return { refused: `the server answered ${response.status}` }
    const type = response.headers.get('content-type') ?? ''
    if (!/text\/|html|markdown/i.test(type))
      return { refused: type ? `it is ${type}, not text` : 'the server does not say that it is text' }
    const bytes = new Uint8Array(await response.arrayBuffer())
    return decodeText(bytes, /charset=["']?([\w-]+)/i.exec(type)?.[1])
  } catch (error) {
    const { cause, message } = error as Error
    return { refused: `it cannot be fetched: ${cause instanceof Error ? cause.message : message}` }
  }
}

const FETCH_TIMEOUT_MS = 20_000

/** The character set is the one that the server names, or else the page, or else UTF-8. */
function decodeText(bytes: Uint8Array, charset?: string): { text: string } | { refused: string } {
  if (bytes.length > MAX_SOURCE_BYTES) return { refused: 'it is larger than 5 MB' }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const encoding = charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return { refused: `it is not valid ${encoding} text` }
  }
}

/** A page with one article is far smaller. */
const MAX_SOURCE_BYTES = 5_000_000
