// Tells the machine's time, or a time that starts at another moment and runs on from there.

import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../core/ports.ts'

/** How far the machine's time may be slowed during a wait, so that the wait does not end before its time. */
const MAX_DRIFT_MS = 1000

/** A clock that shows `start` now and runs on at the same rate; without `start`, the machine's own time. */
export function createClock(start?: Temporal.Instant): Clock {
  const begun = performance.now()
  const now = start
    ? () => start.add({ milliseconds: Math.floor(performance.now() - begun) })
    : () => Temporal.Now.instant()
  return {
    now,
    async until(time, signal) {
      // By the clock that nobody sets too: if the time is set back, a wait of a second must not become one of a day.
      const waitMs = time.epochMilliseconds - now().epochMilliseconds
      const longest = performance.now() + waitMs + MAX_DRIFT_MS
      while (performance.now() < longest) {
        const leftMs = time.epochMilliseconds - now().epochMilliseconds
        if (leftMs <= 0 || signal.aborted) return
        // A timer takes no more than 2^31 ms, and a laptop's sleep or a changed clock must be noticed within a minute.
        const stepMs = Math.min(leftMs, 60_000, longest - performance.now())
        await sleep(Math.max(stepMs, 1), undefined, { signal }).catch(() => {})
      }
    },
  }
}
