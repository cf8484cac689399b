// Loads the corpus at the start, and describes the faults that prevent it.

import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import type { Fault } from '../core/corpus/load/fault.ts'
import { type LoadedCorpus, loadCorpus, reopenCorpus } from '../core/corpus/load/folder.ts'
import { isTerminal } from './parts.ts'

/** If platforms are served, a changed corpus is parsed in a worker, so that /health keeps answering. */
export async function loadFirst(config: Config, signal: AbortSignal): Promise<LoadedCorpus> {
  const { corpus: folder } = config
  const cacheFile = cacheFileIn(config)
  if (isTerminal(config)) return loadCorpus(folder, { cacheFile })
  try {
    return await loadCorpus(folder, { cacheFile, loadInWorker: () => loadInBackground(config, signal) })
  } catch (error) {
    // A worker that ran out of memory is no reason to miss the day: go on with the corpus of the last start.
    const earlier = await reopenCorpus(folder, cacheFile)
    if (!earlier) throw error
    return { faults: [{ path: folder, line: 1, message: `cannot be loaded: ${String(error)}` }], earlier }
  }
}

/** Loads the corpus in a worker, so that the bot keeps answering. */
export async function loadInBackground(config: Config, signal: AbortSignal): Promise<LoadedCorpus> {
  const { loadInWorker } = await import('../adapters/folder/load-in-worker.ts')
  return loadInWorker(config.corpus, cacheFileIn(config), signal)
}

export function describeFaults(faults: readonly Fault[]): string[] {
  const count = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`
  return [
    ...faults.map(({ path, line, message }) => `${path}:${line} ${message}`),
    `The corpus has ${count} and was not loaded.`,
  ]
}

const cacheFileIn = ({ state }: Config) => join(state, 'corpus.parsed')
