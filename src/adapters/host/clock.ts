// The clock of the machine, or one that starts at another moment and runs on from there.
import { setTimeout as sleep } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../core/ports.ts'

/** A clock that shows `start` now and runs at the usual pace; without `start`, the machine's own time. */
export function createClock(start?: Temporal.Instant): Clock {
  const begun = performance.now()
  const now = start
    ? () => start.add({ milliseconds: Math.floor(performance.now() - begun) })
    : () => Temporal.Now.instant()
  return {
    now,
    async until(time, signal) {
      for (;;) {
        const left = time.epochMilliseconds - now().epochMilliseconds
        if (left <= 0 || signal.aborted) return
        // A timer takes no more than 2^31 ms, and a sleeping laptop or a changed clock is noticed by the minute.
        await sleep(Math.min(left, 60_000), undefined, { signal }).catch(() => {})
      }
    },
  }
}
