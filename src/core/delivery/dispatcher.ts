// Sends what is due: turns due subscriptions into ledger rows and ledger rows into posts, each at most once.
import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from '../calendar/recurrence.ts'
import { momentOf } from '../calendar/zone.ts'
import type { Message } from '../message/message.ts'
import type { Clock, Log, Outcome, Platform } from '../ports.ts'
import type { Delivery, Settlement, Store } from './ledger.ts'
import { dueAfter, expiryOf } from './subscription.ts'

export interface DispatcherParts {
  store: Store
  clock: Clock
  platforms: readonly Platform[]
  /** The rule of an anniversary; undefined where the corpus no longer has it. */
  recurrenceOf(anniversary: string): Recurrence | undefined
  /** The post for a delivery; `late` where its hour is well past. */
  compose(delivery: Delivery, late: boolean): Message
  /** Tells this process from others in the ledger. */
  owner: string
  log: Log
}

export interface Dispatcher {
  /** Sends all that is due now. Passes never overlap: a call during one waits for it and runs after it. */
  pass(): Promise<void>
  /** Passes whenever something falls due, and every few seconds, until the signal aborts. */
  run(signal: AbortSignal): Promise<void>
}

const batch = 200
const lease = { seconds: 60 }
/** A post this long after its hour says that it is late. */
const lateAfter = { minutes: 10 }
const poll = { seconds: 5 }

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, clock, platforms, owner, log } = parts
  const harmless = platforms
    .filter(platform => platform.limits.repeatsAreHarmless)
    .map(platform => platform.name)
  let running: Promise<void> = Promise.resolve()

  const pass = () => {
    running = running.catch(() => {}).then(once)
    return running
  }

  async function once() {
    await store.recover(clock.now(), harmless)
    await openDue()
    for (;;) {
      const now = clock.now()
      const leased = await store.claim(now, owner, now.add(lease), batch)
      if (leased.length === 0) return
      for (const delivery of leased) await deliver(delivery)
    }
  }

  async function openDue() {
    for (;;) {
      const due = await store.dueSubscriptions(clock.now(), batch)
      for (const subscription of due) {
        const rule = parts.recurrenceOf(subscription.anniversary)
        const { occurrence } = subscription.next
        const due = { occurrence, at: momentOf(occurrence, subscription.time, subscription.zone) }
        if (rule) {
          const expiresAt = expiryOf(due, subscription, subscription.grace)
          await store.open(
            { ...subscription, next: due },
            expiresAt,
            dueAfter(occurrence, rule, subscription),
          )
        } else {
          // The corpus may have it again tomorrow: the subscription waits, and is not forgotten.
          log('error', 'anniversary missing', { anniversary: subscription.anniversary })
          await store.putSubscription({
            ...subscription,
            next: { occurrence, at: clock.now().add({ hours: 1 }) },
          })
        }
      }
      if (due.length === 0) return
    }
  }

  async function deliver(delivery: Delivery) {
    const now = clock.now()
    const { chat } = delivery.subscription
    const platform = platforms.find(each => each.name === chat.platform)
    if (isPast(now, delivery.expiresAt)) return store.settle(delivery, owner, { state: 'expired' })
    if (!platform)
      return store.settle(delivery, owner, {
        state: 'pending',
        nextAt: now.add({ minutes: 1 }),
        error: `${chat.platform} does not run here`,
      })
    const message = parts.compose(delivery, isPast(now, delivery.due.at.add(lateAfter)))
    if (!(await store.markSending(delivery, owner, now.add(lease)))) return
    const outcome = await sendOnce(platform, delivery, message)
    await keep(delivery, outcome)
    log('info', 'delivery', { id: delivery.id, platform: chat.platform, outcome: outcome.status })
  }

  async function sendOnce(platform: Platform, delivery: Delivery, message: Message): Promise<Outcome> {
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

  async function keep(delivery: Delivery, outcome: Outcome) {
    const { chat } = delivery.subscription
    switch (outcome.status) {
      case 'sent':
        return store.settle(delivery, owner, { state: 'sent', messageId: outcome.id })
      case 'later':
        return store.settle(delivery, owner, retry(outcome.seconds, 'the platform said wait'))
      case 'gone':
        // The row stays pending, and is not claimed while the chat is paused, so that a chat repaired within its grace still gets this year's post.
        await store.settle(delivery, owner, retry(60, outcome.reason))
        return store.pause(chat, outcome.reason)
      case 'moved':
        await store.settle(delivery, owner, retry(0, 'the chat moved'))
        return store.move(chat, outcome.to)
      case 'unknown':
        return store.settle(delivery, owner, { state: 'unknown', error: 'no answer' })
      default:
        return outcome satisfies never
    }
  }

  /** What was surely not sent is tried again until it expires. */
  const retry = (seconds: number, error: string): Settlement => ({
    state: 'pending',
    nextAt: clock.now().add({ milliseconds: Math.ceil(Math.max(seconds, 1) * 1000) }),
    error,
  })

  async function run(signal: AbortSignal) {
    while (!signal.aborted) {
      await pass().catch(error => log('error', 'pass failed', { error: String(error) }))
      const soon = clock.now().add(poll)
      const next = await store.nextWake().catch(() => undefined)
      await clock.until(next && isPast(soon, next) ? next : soon, signal)
    }
    await running.catch(() => {})
  }

  return { pass, run }
}

const isPast = (now: Temporal.Instant, then: Temporal.Instant) =>
  now.epochMilliseconds > then.epochMilliseconds
