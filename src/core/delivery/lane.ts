// Sends what is due on one platform: claims rows, waits for each row's slot, and starts its attempt.

import type { Temporal } from 'temporal-polyfill'
import { noMeter } from '../ports.ts'
import { type AttemptParts, createAttempt } from './attempt.ts'
import { type Delivery, LEASE_SECONDS, type Lease } from './ledger.ts'
import { createPacing } from './pacing.ts'
import type { Slot } from './store.ts'

export interface LaneParts extends Omit<AttemptParts, 'pacing' | 'newLease'> {
  /** LEASE_SECONDS by default. */
  leaseSeconds?: number
}

const MAX_IN_FLIGHT = 64
/** A platform that takes messages closer together than this is not paced, so late slots do no harm. */
const UNPACED_SPACING_MS = 10
const UNPACED_TOLERANCE_MS = 60_000

/** Sends everything due on the platform at the time of the call. Resolves once every outcome is in the ledger. */
export async function sendDue(parts: LaneParts, signal: AbortSignal): Promise<void> {
  const { store, clock, platform, owner, log, meter = noMeter, leaseSeconds = LEASE_SECONDS } = parts
  const newLease = (now: Temporal.Instant): Lease => ({ owner, until: now.add({ seconds: leaseSeconds }) })
  const pacing = createPacing(platform, store, clock)
  const attempt = createAttempt({ ...parts, pacing, newLease }, signal)
  const { perSecond } = platform.limits
  const spacingMs = 1000 / perSecond
  const toleranceMs = spacingMs >= UNPACED_SPACING_MS ? Math.ceil(spacingMs) : UNPACED_TOLERANCE_MS
  const batchSize = Math.max(1, Math.min(MAX_IN_FLIGHT, Math.floor(perSecond)))
  const inFlight = new Set<Promise<void>>()

  try {
    while (!signal.aborted) {
      const now = clock.now()
      const claim = { platform: platform.name, now, lease: newLease(now), limit: batchSize }
      const claimed = await store.claim(claim)
      meter.count('claims', { platform: platform.name })
      if (claimed.length === 0) break
      const deliveries = await expireOverdue(claimed)
      const slots = await pacing.slots(deliveries)
      for (const [index, delivery] of deliveries.entries()) await sendInSlot(delivery, slots[index])
    }
  } finally {
    await Promise.all(inFlight)
  }

  /** Expires deliveries past their grace, so that they take no slot, and returns the others. */
  async function expireOverdue(claimed: readonly Delivery[]): Promise<Delivery[]> {
    const now = clock.now().epochMilliseconds
    const deliveries: Delivery[] = []
    for (const delivery of claimed) {
      if (now > delivery.expiresAt.epochMilliseconds)
        await store.settle(delivery, owner, { state: 'expired' })
      else deliveries.push(delivery)
    }
    return deliveries
  }

  async function sendInSlot(delivery: Delivery, slot: Slot | undefined): Promise<void> {
    if (!slot?.taken) return postpone(delivery, slot?.at ?? clock.now())
    await clock.until(slot.at, signal)
    // A process that was held up must not send a backlog at once, so a slot that has passed is lost.
    const now = clock.now()
    if (now.epochMilliseconds > slot.at.epochMilliseconds + toleranceMs) return postpone(delivery, now)
    const task = attempt(delivery).catch(error => {
      // The row keeps its lease and is recovered later. The pass reports a store failure once.
      log('info', 'delivery failed', { id: delivery.id, error: String(error) })
    })
    inFlight.add(task)
    void task.finally(() => inFlight.delete(task))
    if (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight)
  }

  function postpone(delivery: Delivery, nextAt: Temporal.Instant): Promise<void> {
    return store.settle(delivery, owner, { state: 'pending', nextAt })
  }
}
