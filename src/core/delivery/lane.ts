// One platform's way out: claims what is due, waits for its moment, sends, and writes down what became of it.
import type { Temporal } from 'temporal-polyfill'
import type { Message } from '../message/message.ts'
import {
  type Address,
  type Clock,
  type GoneReason,
  type Log,
  type Meter,
  noMeter,
  type Outcome,
  type Sender,
} from '../ports.ts'
import type { Delivery, Lease, Settlement, Store } from './ledger.ts'
import { createPacing } from './pacing.ts'

export interface LaneParts {
  store: Store
  clock: Clock
  platform: Sender
  /** The post for a delivery; `late` where its hour is well past. */
  compose(delivery: Delivery, late: boolean): Message | Promise<Message>
  /** What the chat's admins are told when its posts stop. */
  paused(chat: Address, reason: GoneReason): Message | Promise<Message>
  owner: string
  log: Log
  meter?: Meter
  /** How long a row is this process's own: longer than any platform takes to answer. 60 seconds unless said. */
  lease?: { seconds: number }
}

/** A post this long after its hour says that it is late. */
const lateAfter = { minutes: 10 }
const inFlightAtMost = 64

/** Sends all that is due on the platform at the time of the call. Resolves when each has its outcome in the ledger. */
export async function sendDue(parts: LaneParts, signal: AbortSignal): Promise<void> {
  const { store, clock, platform, owner, log, meter = noMeter } = parts
  const pacing = createPacing(platform, store, clock)
  const inFlight = new Set<Promise<void>>()
  /** How late a moment may be used, in milliseconds: by one message's time; where that is no time at all, any. */
  const spacing = 1000 / platform.limits.perSecond
  const lateness = spacing >= 10 ? spacing : 60_000
  const batch = Math.max(1, Math.min(inFlightAtMost, Math.floor(platform.limits.perSecond)))

  try {
    while (!signal.aborted) {
      const now = clock.now()
      const delivered = await store.claim(platform.name, now, newLease(now), batch)
      meter.count('claims', { platform: platform.name })
      if (delivered.length === 0) break
      const wanted = await sortOut(delivered)
      const slots = await pacing.slots(wanted)
      for (const [index, delivery] of wanted.entries()) {
        const slot = slots[index]
        if (!slot?.taken) {
          await store.settle(delivery, owner, { state: 'pending', nextAt: slot?.at ?? now })
          continue
        }
        await clock.until(slot.at, signal)
        if (isPast(clock.now(), slot.at.add({ milliseconds: Math.ceil(lateness) }))) {
          // A process that was held up must not send at once what was meant for a while: the moment is lost.
          await store.settle(delivery, owner, { state: 'pending', nextAt: clock.now() })
          continue
        }
        const task = deliver(delivery).catch(error => {
          // The row keeps its lease and is found again; what is wrong with the store the pass says once.
          log('info', 'delivery failed', { id: delivery.id, error: String(error) })
        })
        inFlight.add(task)
        void task.finally(() => inFlight.delete(task))
        if (inFlight.size >= inFlightAtMost) await Promise.race(inFlight)
      }
    }
  } finally {
    await Promise.all(inFlight)
  }

  function newLease(now: Temporal.Instant): Lease {
    return { owner, until: now.add(parts.lease ?? { seconds: 60 }) }
  }

  /** Ends the expired ones before they take a slot. */
  async function sortOut(deliveries: readonly Delivery[]): Promise<Delivery[]> {
    const now = clock.now()
    const wanted: Delivery[] = []
    for (const delivery of deliveries) {
      if (isPast(now, delivery.expiresAt)) await store.settle(delivery, owner, { state: 'expired' })
      else wanted.push(delivery)
    }
    return wanted
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const held = await pacing.heldUntil()
    const now = clock.now()
    if (signal.aborted || isPast(held, now)) {
      const nextAt = isPast(held, now) ? held : now
      return store.settle(delivery, owner, { state: 'pending', nextAt })
    }
    const message = await parts.compose(delivery, isPast(now, delivery.due.at.add(lateAfter)))
    if (!(await store.markSending(delivery, newLease(now)))) return
    const outcome = await sendOnce(delivery, message)
    meter.count('outcomes', { platform: platform.name, status: outcome.status })
    await keep(delivery, outcome)
    log('info', 'delivery', { id: delivery.id, platform: platform.name, outcome: outcome.status })
  }

  async function sendOnce(delivery: Delivery, message: Message): Promise<Outcome> {
    try {
      return await platform.send(delivery.subscription.chat, message, delivery.id)
    } catch (error) {
      // A bug in an adapter must not make a post go out twice: nobody knows how far it came.
      log('error', 'send failed', {
        id: delivery.id,
        error: error instanceof Error ? error.message : String(error),
      })
      return { status: 'unknown' }
    }
  }

  async function tellAdmins(chat: Address, reason: GoneReason): Promise<void> {
    await platform.tellAdmins?.(chat, await parts.paused(chat, reason))
  }

  async function keep(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { chat } = delivery.subscription
    const settle = (settlement: Settlement) =>
      insist(() => store.settle(delivery, owner, settlement), clock, signal)
    switch (outcome.status) {
      case 'sent':
        return settle({ state: 'sent', messageId: outcome.id })
      case 'later': {
        const until = await pacing.hold(Math.max(outcome.seconds, 1))
        return settle({ state: 'pending', nextAt: until, error: 'the platform said wait' })
      }
      case 'gone': {
        // The row stays pending, and is not claimed while the chat is paused, so that a chat repaired within its
        // grace still gets this year's post.
        await settle({ state: 'pending', nextAt: clock.now(), error: outcome.reason })
        const wasActive = await store.pause(chat, outcome.reason)
        if (wasActive) await tellAdmins(chat, outcome.reason).catch(() => {})
        return
      }
      case 'moved':
        await settle({ state: 'pending', nextAt: clock.now(), error: 'the chat moved' })
        return store.move(chat, outcome.to)
      case 'refused':
        log('error', 'post refused', { id: delivery.id, error: outcome.error })
        return settle({ state: 'failed', error: outcome.error })
      case 'unknown':
        // Where our key is known, a repeat is the way to find out.
        return platform.limits.repeatsAreHarmless
          ? settle({ state: 'pending', nextAt: clock.now().add({ seconds: 1 }), error: 'no answer' })
          : settle({ state: 'unknown', error: 'no answer' })
      default:
        return outcome satisfies never
    }
  }
}

/**
 * Tries again for a while: what became of a send must not be lost to a database that restarts. If it is lost after all,
 * the row stays in sending and is unknown when its lease is over.
 */
async function insist(work: () => Promise<void>, clock: Clock, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= 40 || signal.aborted) throw error
      await clock.until(clock.now().add({ milliseconds: 250 }), signal)
    }
  }
}

const isPast = (now: Temporal.Instant, then: Temporal.Instant) =>
  now.epochMilliseconds > then.epochMilliseconds
