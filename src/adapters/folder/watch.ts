// Watches a folder: waits until a writer has finished, then reports one change.

import { type FSWatcher, watch } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

interface FolderWatch {
  /** Called when nothing has changed for a while after a change. */
  onChange(): void
  /** Called when a part of the folder cannot be watched, so that changes there go unnoticed. */
  onError(error: Error): void
  /** How long a writer may pause, in milliseconds. 500 by default. */
  pauseMs?: number
}

/**
 * Watches the folder and the folders below it until the signal. Each folder is watched, not each file as Node's own
 * `recursive` does on Linux: a hundred thousand files would exceed the system's limit.
 */
export async function watchFolder(
  folder: string,
  { onChange, onError, pauseMs = 500 }: FolderWatch,
  signal: AbortSignal,
): Promise<void> {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined

  function close(path: string): void {
    watchers.get(path)?.close()
    watchers.delete(path)
  }

  function restartTimer(): void {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      // Folders may have been added or removed.
      await updateWatchers()
      if (!signal.aborted) onChange()
    }, pauseMs).unref()
  }

  async function updateWatchers(): Promise<void> {
    const folders = new Set([folder, ...(await foldersBelow(folder))])
    for (const path of watchers.keys()) if (!folders.has(path)) close(path)
    if (signal.aborted) return
    for (const path of folders) {
      if (watchers.has(path)) continue
      try {
        const watcher = watch(path, { persistent: false }, restartTimer)
        watcher.on('error', error => {
          close(path)
          onError(error)
        })
        watchers.set(path, watcher)
      } catch (error) {
        onError(error as Error)
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
  await updateWatchers()
}

async function foldersBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter(entry => entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
