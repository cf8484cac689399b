// The thread that loads a corpus: one folder, one answer.
import { parentPort, workerData } from 'node:worker_threads'
import { loadCorpus } from '../../core/corpus/folder.ts'

const { folder, saved } = workerData as { folder: string; saved?: string }
parentPort?.postMessage(await loadCorpus(folder, { ...(saved !== undefined && { saved }) }))
