// The wake-up: node-cron ticks once a minute, on the minute, in UTC.
import { schedule } from 'node-cron'

/** Calls `tick` every minute until the signal aborts; one tick at a time, and a late one is still made. */
export function everyMinute(tick: () => Promise<void>, signal: AbortSignal): void {
  const task = schedule('* * * * *', () => tick().catch(() => {}), {
    timezone: 'UTC',
    noOverlap: true,
    missedExecutionTolerance: 59_000,
    logger: silent,
  })
  signal.addEventListener('abort', () => void task.destroy(), { once: true })
}

// It warns of each minute that a laptop slept through, in the middle of what somebody reads; the next tick makes up
// for them all.
const silent = { info() {}, warn() {}, error() {}, debug() {} }
