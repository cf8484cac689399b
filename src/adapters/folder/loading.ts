// The thread that loads a corpus: one folder, one answer.
import { parentPort, workerData } from 'node:worker_threads'
import { loadCorpus } from '../../core/corpus/folder.ts'
import type { Told } from './load.ts'

const { folder, saved } = workerData as { folder: string; saved: string }

async function load(): Promise<Told> {
  const loaded = await loadCorpus(folder, { saved })
  if ('faults' in loaded) return loaded.earlier ? { faults: loaded.faults, isKept: saved } : loaded
  // Only what was kept has marks.
  return loaded.corpus.marks ? { doubts: loaded.doubts, isKept: saved } : loaded
}

parentPort?.postMessage(await load())
