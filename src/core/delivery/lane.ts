// Sends what is due on one platform: claims rows ahead of their moments, and starts each attempt in time for its moment.

import type { Temporal } from 'temporal-polyfill'
import { noMeter } from '../ports.ts'
import { type AttemptParts, createAttempt } from './attempt.ts'
import { type Average, createAverage } from './average.ts'
import { type Delivery, LEASE_SECONDS, type Lease } from './ledger.ts'
import { createPacing } from './pacing.ts'
import { createTurns } from './turns.ts'

export interface LaneParts extends Omit<AttemptParts, 'pacing' | 'newLease'> {
  /** LEASE_SECONDS by default. */
  leaseSeconds?: number
}

const MAX_IN_FLIGHT = 64
/** A platform that takes messages closer together than this is not paced, so a late moment does no harm. */
const UNPACED_SPACING_MS = 10
const UNPACED_TOLERANCE_MS = 60_000
/** How late a moment may be used, as a share of the spacing. The rest is for the way to the platform. */
const TOLERATED_SHARE = 0.5
/** Rows are claimed this many times as early as a claim takes on average, and at least so early. */
const CLAIM_MARGIN = 3
const MIN_CLAIM_AHEAD_MS = 250

/** Sends everything due on the platform at the time of the call. Resolves once every outcome is in the ledger. */
export async function sendDue(parts: LaneParts, signal: AbortSignal): Promise<void> {
  const { store, clock, platform, owner, log, meter = noMeter, leaseSeconds = LEASE_SECONDS } = parts
  const newLease = (now: Temporal.Instant): Lease => ({ owner, until: now.add({ seconds: leaseSeconds }) })
  const pacing = createPacing(platform, store, clock)
  const attempt = createAttempt({ ...parts, pacing, newLease }, signal)
  const { perSecond } = platform.limits
  const spacingMs = 1000 / perSecond
  const toleranceMs = spacingMs >= UNPACED_SPACING_MS ? spacingMs * TOLERATED_SHARE : UNPACED_TOLERANCE_MS
  const batchSize = Math.max(1, Math.min(MAX_IN_FLIGHT, Math.floor(perSecond)))
  const turns = createTurns({ clock, toleranceMs, reserveAgain }, signal)
  /** How long a claim with its reservation takes, a reservation alone, and an attempt until it is ready to be sent. */
  const claiming = createAverage()
  const reserving = createAverage()
  const preparing = createAverage()
  /** Claimed, and not begun. The batch's moments begin with `from`; its chats may not be free before that. */
  const queue: { delivery: Delivery; from: Temporal.Instant }[] = []
  const inFlight = new Set<Promise<void>>()
  /** Attempts that have begun and are not ready yet. */
  let begun = 0
  let claim: Promise<boolean> | undefined
  let hasMore = true

  try {
    while (!signal.aborted) {
      const isLow = queue.length * spacingMs <= Math.max(claiming.ms() * CLAIM_MARGIN, MIN_CLAIM_AHEAD_MS)
      if (hasMore && isLow && !claim) {
        claim = claimBatch()
        // It is awaited only once the queue is empty.
        claim.catch(() => {})
      }
      const next = queue.shift()
      if (next) await start(next.delivery, next.from)
      else if (claim) await claim
      else if (!hasMore) break
    }
  } finally {
    await claim?.catch(() => {})
    for (const { delivery } of queue) await postpone(delivery, clock.now()).catch(() => {})
    await Promise.all(inFlight)
  }

  /** Claims a batch and reserves its moments, while the batch before it is sent. */
  function claimBatch(): Promise<boolean> {
    const task = measure(claiming, async () => {
      const now = clock.now()
      const claimed = await store.claim({
        platform: platform.name,
        now,
        lease: newLease(now),
        limit: batchSize,
      })
      meter.count('claims', { platform: platform.name })
      if (claimed.length === 0) return false
      const deliveries = await expireOverdue(claimed)
      const slots = await measure(reserving, () => pacing.slots(deliveries, { from: earliest() }))
      const moments = slots.filter(each => each.taken).map(each => each.at)
      const [from] = moments
      turns.add(moments)
      const postponed: Promise<void>[] = []
      for (const [index, delivery] of deliveries.entries()) {
        const slot = slots[index]
        if (slot?.taken && from) queue.push({ delivery, from })
        else postponed.push(postpone(delivery, slot?.at ?? clock.now()))
      }
      await Promise.all(postponed)
      return true
    })
    return task.then(
      more => {
        hasMore = more
        claim = undefined
        return more
      },
      error => {
        hasMore = false
        throw error
      },
    )
  }

  /** Expires deliveries past their grace before they take a moment, and returns the others. */
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

  /** Begins the attempt so early that it is ready at the moment it can expect. */
  async function start(delivery: Delivery, from: Temporal.Instant): Promise<void> {
    if (!turns.expected(begun)) await reserveAgain([delivery, ...queue.map(each => each.delivery)])
    const expected = turns.expected(begun) ?? clock.now()
    await clock.until(expected.subtract({ milliseconds: Math.floor(preparing.ms()) }), signal)
    const begunAt = clock.now()
    let isPreparing = true
    const endPreparing = () => {
      if (isPreparing) begun--
      isPreparing = false
    }
    begun++
    const task = attempt(delivery, () => {
      preparing.add(clock.now().epochMilliseconds - begunAt.epochMilliseconds)
      endPreparing()
      return turns.next(delivery, from)
    })
      // The row keeps its lease and is recovered later. A fault of the store is reported once, by the pass.
      .catch(error => log('info', 'delivery failed', { id: delivery.id, error: String(error) }))
      .finally(() => {
        endPreparing()
        inFlight.delete(task)
      })
    inFlight.add(task)
    if (inFlight.size >= MAX_IN_FLIGHT) await Promise.race(inFlight)
  }

  async function reserveAgain(deliveries: readonly Delivery[]): Promise<void> {
    const slots = await measure(reserving, () => pacing.slots(deliveries, { from: earliest(), isLate: true }))
    turns.add(slots.map(each => each.at))
  }

  /** An earlier moment would have passed before it was known, or before an attempt was ready for it. */
  function earliest(): Temporal.Instant {
    return clock.now().add({ milliseconds: Math.ceil(reserving.ms() + preparing.ms()) })
  }

  async function measure<T>(average: Average, work: () => Promise<T>): Promise<T> {
    const begunAt = clock.now().epochMilliseconds
    const result = await work()
    average.add(clock.now().epochMilliseconds - begunAt)
    return result
  }

  function postpone(delivery: Delivery, nextAt: Temporal.Instant): Promise<void> {
    return store.settle(delivery, owner, { state: 'pending', nextAt })
  }
}
