// Loads a corpus on a thread of its own, so that answers go on while a large one is parsed.
import { Worker } from 'node:worker_threads'
import { type LoadedCorpus, reopenCorpus } from '../../core/corpus/load/folder.ts'

/** As loadCorpus does. Rejects where the thread dies, at the latest with the signal, which ends it. */
export async function loadInWorker(
  folder: string,
  saved: string,
  signal: AbortSignal,
): Promise<LoadedCorpus> {
  const loaded = await onThread(folder, saved, signal)
  if (!('isKept' in loaded)) return loaded
  // Handing a large corpus over would stop this thread for as long as it takes to copy it.
  const corpus = await reopenCorpus(folder, loaded.isKept)
  if (!corpus) throw new Error(`what was kept in ${loaded.isKept} is gone`)
  return 'faults' in loaded ? { faults: loaded.faults, earlier: corpus } : { corpus, doubts: loaded.doubts }
}

/** What the thread says: where the corpus is kept it names the file in place of it. */
export type WorkerMessage = LoadedCorpus | ({ isKept: string } & (Pick<Good, 'doubts'> | Pick<Bad, 'faults'>))
type Good = Extract<LoadedCorpus, { doubts: unknown }>
type Bad = Extract<LoadedCorpus, { faults: unknown }>

function onThread(folder: string, saved: string, signal: AbortSignal): Promise<WorkerMessage> {
  const worker = new Worker(new URL('./loading.ts', import.meta.url), { workerData: { folder, saved } })
  const end = () => void worker.terminate()
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => {
      signal.removeEventListener('abort', end)
      reject(new Error(`the thread that loads ended with ${code}`))
    })
    // Who ends does not wait for a corpus that nobody will read.
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
