// Waits for an abort, and retries with growing pauses.

import type { Clock } from './ports.ts'

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

export interface RetryParts {
  /** Throws if trying again cannot help, and returns otherwise. */
  failed(error: unknown, nextTry: { seconds: number }): void
  clock: Clock
  signal: AbortSignal
}

const MAX_BACKOFF_SECONDS = 60

/**
 * Does the work, and repeats it whenever it fails: after a second, then after twice as long each time, up to a minute.
 * Undefined if the signal aborts first.
 */
export async function retry<T>(
  work: () => Promise<T>,
  { failed, clock, signal }: RetryParts,
): Promise<T | undefined> {
  for (let seconds = 1; !signal.aborted; seconds = Math.min(seconds * 2, MAX_BACKOFF_SECONDS))
    try {
      return await work()
    } catch (error) {
      if (signal.aborted) break
      failed(error, { seconds })
      await clock.until(clock.now().add({ seconds }), signal)
    }
  return undefined
}
