// Sends what is due on one platform: claims rows ahead of their moments, and starts each attempt in time for its moment.

import type { Temporal } from 'temporal-polyfill'
import { noMeter } from '../ports.ts'
import { type AttemptParts, createAttempt } from './attempt.ts'
import { type Delivery, LEASE_SECONDS, type Lease } from './ledger.ts'
import { type Average, createAverage } from './pace/average.ts'
import { TOLERATED_SHARE } from './pace/pacing.ts'
import { createTurns } from './pace/turns.ts'
import type { Circuit } from './trouble/circuit.ts'

export interface LaneParts extends Omit<AttemptParts, 'newLease'> {
  circuit: Circuit
  /** Posts that have begun and have no outcome yet. */
  inFlight: Set<Promise<void>>
  /** LEASE_SECONDS by default. */
  leaseSeconds?: number
}

/** A row that was claimed and has not begun. */
interface QueuedDelivery {
  delivery: Delivery
  /** The first moment of its batch. Its chat may not be free before that. */
  from: Temporal.Instant
  /** Its own moment, from which the next post to its chat is spaced. */
  at: Temporal.Instant
  /** How much the account was slowed down when the moments were reserved. */
  factor: number
}

/** The most posts that an outage can cost, with the one that tries whether it is over. */
const MAX_IN_FLIGHT = 60
/** A platform that takes messages closer together than this is not paced, so a late moment does no harm. */
const UNPACED_SPACING_MS = 10
const UNPACED_TOLERANCE_MS = 60_000
/** Rows are claimed this many times as early as a claim takes on average, and at least so early. */
const CLAIM_MARGIN = 3
const MIN_CLAIM_AHEAD_MS = 250

/** Begins everything due on the platform at the time of the call. Outcomes may still be awaited when it resolves. */
export async function sendDue(parts: LaneParts, signal: AbortSignal): Promise<void> {
  const { store, clock, platform, owner, log, meter = noMeter, leaseSeconds = LEASE_SECONDS } = parts
  const newLease = (now: Temporal.Instant): Lease => ({ owner, until: now.add({ seconds: leaseSeconds }) })
  const { circuit, slowdown, pacing, inFlight } = parts
  const attempt = createAttempt({ ...parts, newLease }, signal)
  const { perSecond } = platform.limits
  const spacingMs = 1000 / perSecond
  const toleranceMs = spacingMs >= UNPACED_SPACING_MS ? spacingMs * TOLERATED_SHARE : UNPACED_TOLERANCE_MS
  const batchSize = () => Math.max(1, Math.min(MAX_IN_FLIGHT, Math.floor(perSecond / slowdown.factor())))
  const turns = createTurns({ clock, toleranceMs, reserveAgain }, signal)
  /** How long a claim with its reservation takes, a reservation alone, and an attempt until it is ready to be sent. */
  const claiming = createAverage()
  const reserving = createAverage()
  const preparing = createAverage()
  const queue: QueuedDelivery[] = []
  /** Attempts that have begun and are not ready yet. */
  let begun = 0
  let claim: Promise<boolean> | undefined
  let hasMore = true

  try {
    while (!signal.aborted) {
      const admitted = await circuit.admit()
      if (admitted === 'none') break
      if (admitted === 'one') {
        if (await tryOne()) continue
        circuit.endTrial()
        break
      }
      const isLow = queue.length * spacingMs <= Math.max(claiming.ms() * CLAIM_MARGIN, MIN_CLAIM_AHEAD_MS)
      if (hasMore && isLow && !claim) {
        claim = claimBatch(batchSize())
        // It is awaited only once the queue is empty.
        claim.catch(() => {})
      }
      const next = queue.shift()
      if (next) await start(next)
      else if (claim) await claim
      else if (!hasMore) break
    }
  } finally {
    await claim?.catch(() => {})
    for (const { delivery } of queue) await postpone(delivery, clock.now()).catch(() => {})
  }

  /** Begins one post, and waits for what it shows of the platform. False if nothing is due. */
  async function tryOne(): Promise<boolean> {
    await claim?.catch(() => {})
    if (queue.length === 0) await claimBatch(1)
    const next = queue.shift()
    if (!next) return hasMore
    await (await start(next))?.done
    return true
  }

  /** Claims a batch and reserves its moments, while the batch before it is sent. */
  function claimBatch(limit: number): Promise<boolean> {
    const task = measure(claiming, async () => {
      const now = clock.now()
      const claimed = await store.claim({
        platform: platform.name,
        now,
        lease: newLease(now),
        limit,
      })
      meter.count('claims', { platform: platform.name })
      if (claimed.length === 0) return false
      const deliveries = await expireOverdue(claimed)
      const factor = slowdown.factor()
      const slots = await measure(reserving, () => pacing.slots(deliveries, { from: earliest() }))
      const moments = slots.filter(each => each.taken).map(each => each.at)
      const [from] = moments
      turns.add(moments)
      const postponed: Promise<void>[] = []
      for (const [index, delivery] of deliveries.entries()) {
        const slot = slots[index]
        if (slot?.taken && from) queue.push({ delivery, from, at: slot.at, factor })
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

  /** Begins the attempt so early that it is ready at the moment it can expect, unless it may not begin any more. */
  async function start(next: QueuedDelivery): Promise<{ done: Promise<void> } | undefined> {
    const { delivery, from, at } = next
    while (inFlight.size > 0 && !circuit.isOpen() && (inFlight.size >= MAX_IN_FLIGHT || !circuit.hasRoom()))
      await Promise.race(inFlight)
    if (!mayBegin(next)) {
      await postpone(delivery, clock.now())
      return undefined
    }
    if (!turns.expected(begun)) await reserveAgain([delivery, ...queue.map(each => each.delivery)])
    const expected = turns.expected(begun) ?? clock.now()
    await clock.until(expected.subtract({ milliseconds: Math.floor(preparing.upperMs()) }), signal)
    const begunAt = clock.now()
    let isPreparing = true
    const endPreparing = () => {
      if (isPreparing) begun--
      isPreparing = false
    }
    begun++
    let report: ReturnType<Circuit['begin']> | undefined
    const done = attempt(delivery, async () => {
      preparing.add(clock.now().epochMilliseconds - begunAt.epochMilliseconds)
      endPreparing()
      if (!(await turns.next(delivery, from)) || !mayBegin(next)) return undefined
      if (clock.now().epochMilliseconds > at.epochMilliseconds + toleranceMs)
        await pacing.spaceFromNow(delivery.subscription.chat)
      report = circuit.begin(delivery.id)
      return report
    })
      // The row keeps its lease and is recovered later. A fault of the store is reported once, by the pass.
      .catch(error => log('info', 'delivery failed', { id: delivery.id, error: String(error) }))
      .finally(() => {
        report?.(undefined)
        endPreparing()
        inFlight.delete(done)
      })
    inFlight.add(done)
    return { done }
  }

  /** False too if the moment comes too soon for a pace that has been found out since. */
  function mayBegin({ factor }: QueuedDelivery): boolean {
    return circuit.hasRoom() && slowdown.factor() <= factor
  }

  async function reserveAgain(deliveries: readonly Delivery[]): Promise<void> {
    const slots = await measure(reserving, () => pacing.slots(deliveries, { from: earliest(), isLate: true }))
    turns.add(slots.map(each => each.at))
  }

  /** An earlier moment would have passed before it was known, or before an attempt was ready for it. */
  function earliest(): Temporal.Instant {
    return clock.now().add({ milliseconds: Math.ceil(reserving.upperMs() + preparing.upperMs()) })
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
