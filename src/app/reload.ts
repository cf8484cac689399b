// Reloads a corpus that changes while the program runs: on SIGHUP, and when its files change.

import { watchFolder } from '../adapters/folder/watch.ts'
import type { Library } from '../core/bot/library.ts'
import type { Fault } from '../core/corpus/load/fault.ts'
import type { Log } from '../core/ports.ts'

/** Reloads a library whenever the folder changes, until the signal, and logs the result of each change. */
export async function reloadOnChange(
  { load, folder, log }: { load: Library['reload']; folder: string; log: Log },
  signal: AbortSignal,
): Promise<void> {
  const reload = async () => {
    try {
      const faults = await load()
      if (faults.length === 0) log('info', 'corpus loaded', { folder })
      else logFaults(faults, log)
    } catch (error) {
      log('error', 'corpus not loaded, the previous one stays in use', { error: String(error) })
    }
  }
  // In a terminal, SIGHUP means that its window was closed.
  if (!process.stdin.isTTY) {
    process.on('SIGHUP', reload)
    signal.addEventListener('abort', () => process.off('SIGHUP', reload), { once: true })
  }
  await watchFolder(
    folder,
    {
      onChange: reload,
      onError: error =>
        log('error', 'corpus not watched, send SIGHUP after a change', { folder, error: error.message }),
    },
    signal,
  )
}

/** Logs every fault of a corpus that was not loaded while the previous one stays in use. */
export function logFaults(faults: readonly Fault[], log: Log): void {
  for (const { path, line, message } of faults)
    log('error', 'corpus fault', { at: `${path}:${line}`, message })
  log('error', 'corpus not loaded, the previous one stays in use', { faults: faults.length })
}
