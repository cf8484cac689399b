// A folder that is watched: whoever writes into it is waited out, then one change is told.
import { type FSWatcher, watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

interface Watched {
  /** Called when nothing has changed for a while after a change. */
  changed(): void
  /** Called when a part of the folder cannot be watched, and so changes there go unseen. */
  blind(error: Error): void
  /** How long a writer may pause, in milliseconds. 500 unless said. */
  quiet?: number
}

/**
 * Watches the folder and the folders below it until the signal. Each folder is watched, not each file as Node's own
 * `recursive` does on Linux: an archive of a hundred thousand files would use up what the system grants.
 */
export async function watchFolder(
  folder: string,
  { changed, blind, quiet = 500 }: Watched,
  signal: AbortSignal,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined

  function close(path: string): void {
    watchers.get(path)?.close()
    watchers.delete(path)
  }

  function soon(): void {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      // New folders may have come and old ones gone.
      await look()
      if (!signal.aborted) changed()
    }, quiet).unref()
  }

  async function look(): Promise<void> {
    const found = new Set([folder, ...(await foldersBelow(folder))])
    for (const path of watchers.keys()) if (!found.has(path)) close(path)
    if (signal.aborted) return
    for (const path of found) {
      if (watchers.has(path)) continue
      try {
        const watcher = watch(path, { persistent: false }, soon)
        watcher.on('error', error => {
          close(path)
          blind(error)
        })
        watchers.set(path, watcher)
      } catch (error) {
        blind(error as Error)
      }
    }
  }

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer)
      for (const path of watchers.keys()) close(path)
    },
    { once: true },
  )
  await look()
}

async function foldersBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
