// Loads a corpus folder, or its cached form if nothing in the folder has changed.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { readCache, writeCache } from '../cache/cache.ts'
import { originOf } from '../cache/format.ts'
import { contentHashOf, isRacy, stampOf } from '../cache/stamp.ts'
import type { Corpus } from '../model.ts'
import type { Fault } from './fault.ts'
import { listFiles, type ReadFiles, readFiles } from './files.ts'

/** A corpus; or its faults, with the last cached corpus of the same folder, if any. */
export type LoadedCorpus = { corpus: Corpus; doubts: Fault[] } | { faults: Fault[]; earlier?: Corpus }

export interface LoadOptions {
  /** Where the parsed corpus is cached between starts: read if nothing has changed, otherwise rewritten. */
  cacheFile?: string
  /** Loads a corpus with many changed files elsewhere, so that this thread can go on answering. */
  loadInWorker?(folder: string, cacheFile: string): Promise<LoadedCorpus>
}

/** More files than this are worth a worker. */
const MAX_FILES_IN_THREAD = 500

/** Reads and parses the corpus below `folder`. */
export async function loadCorpus(
  folder: string,
  { cacheFile, loadInWorker }: LoadOptions = {},
): Promise<LoadedCorpus> {
  const listed = await listFiles(folder)
  if (cacheFile === undefined) return 'faults' in listed ? listed : parse(folder, readFiles(listed.files))

  const origin = originOf(resolve(folder))
  const cached = readCache(cacheFile, origin)
  const withEarlier = (faults: Fault[]) => ({ faults, ...(cached && { earlier: cached.corpus }) })
  if ('faults' in listed) return withEarlier(listed.faults)
  const stamp = stampOf(listed.files)
  if (cached?.stamp === stamp && !isRacy(listed.files, statSync(cacheFile, { bigint: true }).mtimeNs))
    return { corpus: cached.corpus, doubts: [] }
  if (loadInWorker && listed.files.length > MAX_FILES_IN_THREAD) return loadInWorker(folder, cacheFile)

  const read = readFiles(listed.files)
  const content = 'files' in read ? contentHashOf(read.files) : ''
  // Files that were only copied or touched still have the same text.
  const loaded =
    cached?.content === content ? { corpus: cached.corpus, doubts: [] } : await parse(folder, read)
  if ('faults' in loaded) return withEarlier(loaded.faults)
  const { corpus, doubts } = loaded
  const isCached = await writeCache(cacheFile, { origin, stamp, content, corpus })
  return { corpus: (isCached && readCache(cacheFile, origin)?.corpus) || corpus, doubts }
}

/** The cached corpus of the folder, however the folder has changed since. */
export function reopenCorpus(folder: string, cacheFile: string): Corpus | undefined {
  return readCache(cacheFile, originOf(resolve(folder)))?.corpus
}

async function parse(folder: string, read: ReadFiles): Promise<LoadedCorpus> {
  if ('faults' in read) return read
  // Loading the YAML and Markdown parsers costs more than everything else, so it is done only if the corpus has
  // changed.
  const { parseCorpus } = await import('./parse.ts')
  return parseCorpus(read.files, folder)
}
