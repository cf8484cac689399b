// The thread that loads a corpus: one folder, one answer.
import { parentPort, workerData } from 'node:worker_threads'
import { loadCorpus } from '../../core/corpus/load/folder.ts'
import type { WorkerMessage } from './load.ts'

const { folder, saved } = workerData as { folder: string; saved: string }

async function load(): Promise<WorkerMessage> {
  const loaded = await loadCorpus(folder, { cacheFile: saved })
  if ('faults' in loaded) return loaded.earlier ? { faults: loaded.faults, isKept: saved } : loaded
  // Only what was kept has marks.
  return loaded.corpus.marks ? { doubts: loaded.doubts, isKept: saved } : loaded
}

parentPort?.postMessage(await load())
