// Tells the machine's time, or a time that starts at another moment and runs on from there.

import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../core/ports.ts'

/** A clock that shows `start` now and runs on at the same rate; without `start`, the machine's own time. */
export function createClock(start?: Temporal.Instant): Clock {
  const begun = performance.now()
  const now = start
    ? () => start.add({ milliseconds: Math.floor(performance.now() - begun) })
    : () => Temporal.Now.instant()
  return {
    now,
    async until(time, signal) {
      for (;;) {
        const leftMs = time.epochMilliseconds - now().epochMilliseconds
        if (leftMs <= 0 || signal.aborted) return
        // A timer takes no more than 2^31 ms, and a laptop's sleep or a changed clock must be noticed within a minute.
        await sleep(Math.min(leftMs, 60_000), undefined, { signal }).catch(() => {})
      }
    },
  }
}
