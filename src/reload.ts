// A corpus that changes while the program runs: on SIGHUP, and when its files change.
import { watchFolder } from './adapters/folder/watch.ts'
import type { Library } from './core/library.ts'
import type { Log } from './core/ports.ts'

/** Keeps the library in step with the folder until the signal; the operator is told what came of each change. */
export async function keepInStep(
  library: Pick<Library, 'reload'>,
  folder: string,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const reload = async () => {
    try {
      const faults = await library.reload()
      for (const { path, line, message } of faults)
        log('error', 'corpus fault', { at: `${path}:${line}`, message })
      if (faults.length === 0) log('info', 'corpus loaded', { folder })
      else log('error', 'corpus not loaded, the one before stays in use', { faults: faults.length })
    } catch (error) {
      log('error', 'corpus not loaded, the one before stays in use', { error: String(error) })
    }
  }
  // At a terminal the signal means that its window was closed.
  if (!process.stdin.isTTY) {
    process.on('SIGHUP', reload)
    signal.addEventListener('abort', () => process.off('SIGHUP', reload), { once: true })
  }
  await watchFolder(
    folder,
    {
      changed: reload,
      blind: error =>
        log('error', 'corpus not watched, send SIGHUP after a change', { folder, error: error.message }),
    },
    signal,
  )
}
