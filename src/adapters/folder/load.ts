// Loads a corpus on a thread of its own, so that answers go on while a large one is parsed.
import { Worker } from 'node:worker_threads'
import type { Loaded } from '../../core/corpus/folder.ts'

/** As loadCorpus does; rejects where the folder cannot be read. */
export function loadAside(folder: string, saved?: string): Promise<Loaded> {
  const worker = new Worker(new URL('./loading.ts', import.meta.url), { workerData: { folder, saved } })
  worker.unref()
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the thread that loads ended with ${code}`)))
  })
}
