// Reads what a curator names, a file or an address, and writes the article beside the others, never over one.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadCorpus } from '../core/corpus/load/folder.ts'
import { type ImportReport, importArticle } from './import.ts'

export type Written = { path: string; review: string[] } | { refused: string }

const longestWait = 20_000
/** Bytes; a page with one article has far less. */
const largest = 5_000_000

/** Days that a date may be counted from are those of the folder's corpus and of `usual`, the one the curator works on. */
export async function importInto(
  folder: string,
  from: string,
  told: ImportReport,
  usual = folder,
): Promise<Written> {
  const read = await (/^https?:\/\//i.test(from) ? fetched(from) : fromFile(from))
  if ('refused' in read) return read
  // A corpus that does not load has no days to count from; this may be its first article.
  const loaded = await Promise.all([...new Set([folder, usual])].map(each => loadCorpus(each)))
  const anniversaries = loaded.flatMap(each => ('corpus' in each ? each.corpus.anniversaries : []))
  const imported = await importArticle(read.text, from, told, anniversaries)
  if ('refused' in imported) return imported
  const path = join(folder, imported.place)
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, imported.text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return { refused: `${path} is there already: move it away, or give another name with --id` }
  }
  return { path, review: imported.review }
}

async function fromFile(path: string): Promise<{ text: string } | { refused: string }> {
  try {
    return decoded(await readFile(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { refused: code === 'ENOENT' ? 'there is no such file' : message }
  }
}

async function fetched(url: string): Promise<{ text: string } | { refused: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(longestWait) })
    if (!response.ok) return { refused: `the server answered ${response.status}` }
    const type = response.headers.get('content-type') ?? ''
    if (!/text\/|html|markdown/i.test(type))
      return { refused: `it is ${type || 'of no known type'}, not text` }
    const bytes = new Uint8Array(await response.arrayBuffer())
    return decoded(bytes, /charset=["']?([\w-]+)/i.exec(type)?.[1])
  } catch (error) {
    const { cause, message } = error as Error
    return { refused: `it cannot be fetched: ${cause instanceof Error ? cause.message : message}` }
  }
}

/** As the sender says, as the page itself says, or UTF-8. */
function decoded(bytes: Uint8Array, charset?: string): { text: string } | { refused: string } {
  if (bytes.length > largest) return { refused: 'it is larger than 5 MB' }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const said = charset ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
  try {
    return { text: new TextDecoder(said, { fatal: true }).decode(bytes) }
  } catch {
    return { refused: `it is not text in ${said}` }
  }
}
