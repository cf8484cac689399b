// Runs in the worker thread and loads a corpus: one folder in, one message out.

import { parentPort, workerData } from 'node:worker_threads'
import { loadCorpus } from '../../core/corpus/load/folder.ts'
import type { WorkerInput, WorkerMessage } from './load-in-worker.ts'

async function load({ folder, cacheFile }: WorkerInput): Promise<WorkerMessage> {
  const loaded = await loadCorpus(folder, { cacheFile })
  if ('faults' in loaded) return loaded.earlier ? { faults: loaded.faults, isCached: true } : loaded
  // Only a corpus from the cache has fingerprints.
  return loaded.corpus.fingerprints ? { doubts: loaded.doubts, isCached: true } : loaded
}

parentPort?.postMessage(await load(workerData as WorkerInput))
