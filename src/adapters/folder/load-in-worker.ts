// Loads a corpus in a worker thread, so that the bot keeps answering while a large one is parsed.

import { Worker } from 'node:worker_threads'
import { type LoadedCorpus, reopenCorpus } from '../../core/corpus/load/folder.ts'

/** As `loadCorpus` does. Rejects if the thread dies. The signal ends the thread. */
export async function loadInWorker(
  folder: string,
  cacheFile: string,
  signal: AbortSignal,
): Promise<LoadedCorpus> {
  const loaded = await runWorker({ folder, cacheFile }, signal)
  if (!('isCached' in loaded)) return loaded
  // Read from the file, because copying a large corpus between threads would block this one.
  const corpus = reopenCorpus(folder, cacheFile)
  if (!corpus) throw new Error(`the cached corpus is gone from ${cacheFile}`)
  return 'faults' in loaded ? { faults: loaded.faults, earlier: corpus } : { corpus, doubts: loaded.doubts }
}

export interface WorkerInput {
  folder: string
  cacheFile: string
}

/** The worker's reply. A corpus that is in the cache file is not sent; the reply only says that it is there. */
export type WorkerMessage =
  | LoadedCorpus
  | ({ isCached: true } & (Pick<Sound, 'doubts'> | Pick<Faulty, 'faults'>))
type Sound = Extract<LoadedCorpus, { doubts: unknown }>
type Faulty = Extract<LoadedCorpus, { faults: unknown }>

function runWorker(input: WorkerInput, signal: AbortSignal): Promise<WorkerMessage> {
  const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData: input })
  const end = () => void worker.terminate()
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => {
      signal.removeEventListener('abort', end)
      reject(new Error(`the loading thread ended with ${code}`))
    })
    // A program that is ending does not wait for a corpus that nobody will read.
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
