// Ticks once a minute, on the minute, by node-cron.

import { schedule } from 'node-cron'

/** Calls `tick` every minute until the signal aborts. Ticks do not overlap, and a late one still happens. */
export function everyMinute(tick: () => Promise<void>, signal: AbortSignal): void {
  const task = schedule('* * * * *', () => tick().catch(() => {}), {
    timezone: 'UTC',
    noOverlap: true,
    missedExecutionTolerance: 59_000,
    logger: silent,
  })
  signal.addEventListener('abort', () => void task.destroy(), { once: true })
}

// node-cron would print a warning for each minute that a laptop slept through; the next tick makes up for them all.
const silent = { info() {}, warn() {}, error() {}, debug() {} }
