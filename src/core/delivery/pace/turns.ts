// Hands out the reserved moments of a lane: each to the first attempt that is ready for it.

import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../ports.ts'
import type { Delivery } from '../ledger.ts'

/**
 * Moments belong to the process, not to a row. An attempt that is late for one moment takes the next of this process, so a
 * busy machine or a slow database costs the moments that have passed and no more. Each moment is used once and at most
 * `toleranceMs` late. That keeps the pace: another process has its own moments.
 */
export interface Turns {
  add(moments: readonly Temporal.Instant[]): void
  /** The moment that the attempt begun next can expect, after `begun` others; undefined if none is reserved for it. */
  expected(begun: number): Temporal.Instant | undefined
  /**
   * Resolves when the delivery may be sent, not before `from`: true, or false if the signal came first or no moment could
   * be reserved.
   */
  next(delivery: Delivery, from: Temporal.Instant): Promise<boolean>
}

export interface TurnsParts {
  clock: Clock
  toleranceMs: number
  /** Reserves a new moment for each of these deliveries, whose moments have passed unused. */
  reserveAgain(deliveries: readonly Delivery[]): Promise<void>
}

interface Waiter {
  delivery: Delivery
  from: Temporal.Instant
  resolve(mayBeSent: boolean): void
}

export function createTurns({ clock, toleranceMs, reserveAgain }: TurnsParts, signal: AbortSignal): Turns {
  /** In milliseconds since 1970, ascending. */
  const moments: number[] = []
  const waiters: Waiter[] = []
  let isServing = false

  return {
    add(reserved) {
      for (const { epochMilliseconds } of reserved) moments.push(epochMilliseconds)
      moments.sort((a, b) => a - b)
    },
    expected(begun) {
      dropPassed()
      const moment = moments[waiters.length + begun]
      return moment === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(moment)
    },
    next(delivery, from) {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      waiters.push({ delivery, from, resolve })
      if (!isServing) void serve()
      return promise
    },
  }

  async function serve() {
    isServing = true
    try {
      while (waiters.length > 0) await serveNext()
    } catch {
      // The store failed to reserve. Those that wait are not sent, and their rows are tried again.
      for (const { resolve } of waiters.splice(0)) resolve(false)
    } finally {
      isServing = false
    }
  }

  async function serveNext() {
    dropPassed()
    const from = waiters[0]?.from.epochMilliseconds ?? 0
    while (moments[0] !== undefined && moments[0] < from) moments.shift()
    if (moments.length === 0 && !signal.aborted) await reserveAgain(waiters.map(each => each.delivery))
    const [moment] = moments
    if (moment !== undefined) await clock.until(Temporal.Instant.fromEpochMilliseconds(moment), signal)
    if (signal.aborted) for (const { resolve } of waiters.splice(0)) resolve(false)
    // The wait may have been longer than asked, as on a busy machine.
    dropPassed()
    if (moment === undefined || moments[0] !== moment) return
    moments.shift()
    waiters.shift()?.resolve(true)
  }

  function dropPassed() {
    const oldest = clock.now().epochMilliseconds - toleranceMs
    while (moments[0] !== undefined && moments[0] < oldest) moments.shift()
  }
}
