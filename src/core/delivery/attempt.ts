// Makes one attempt at a delivery: commits that it is sending, sends it, and records the outcome.

import type { Temporal } from 'temporal-polyfill'
import type { Message } from '../message/message.ts'
import { type Clock, type Log, type Meter, noMeter, type Outcome, type Sender } from '../ports.ts'
import { type Delivery, type Lease, type Settlement, UNANSWERED } from './ledger.ts'
import type { Pacing } from './pace/pacing.ts'
import { retryTransient } from './retry.ts'
import type { Store } from './store.ts'
import type { Notices } from './trouble/notices.ts'
import { countRefusal } from './trouble/refusals.ts'
import type { Slowdown } from './trouble/slowdown.ts'

export interface AttemptParts {
  store: Store
  clock: Clock
  platform: Sender
  pacing: Pacing
  /** Composes the post of a delivery. `isLate` means its hour is well past. */
  compose(delivery: Delivery, isLate: boolean): Message | Promise<Message>
  slowdown: Slowdown
  notices: Notices
  owner: string
  newLease(now: Temporal.Instant): Lease
  log: Log
  meter?: Meter
}

/** A post sent this long after its hour says that it is late. */
const LATE_AFTER_MINUTES = 10
/** Ten seconds of retries, so that the result of a send survives a database restart. */
const MAX_SETTLE_ATTEMPTS = 40
const SETTLE_BACKOFF_MS = 250
/** A post that is tried again waits twice as long each time: for its platform, or for an answer to its key. */
const MAX_RECONNECT_SECONDS = 60
const MAX_REPEAT_SECONDS = 600
const MIN_HOLD_SECONDS = 1
/** When a post is tried again that the store failed to prepare, and one that could not be composed. */
const UNPREPARED_SECONDS = 5
const UNCOMPOSED_MINUTES = 10

/**
 * Makes an attempt at a delivery: it settles the row, or throws and leaves it to its lease. `turn` is called when
 * everything is ready, and waits for the moment at which the request may be written. It resolves with the function that
 * takes the outcome, or with undefined if the request may not be written now.
 */
export type Attempt = (
  delivery: Delivery,
  turn: () => Promise<((outcome: Outcome) => void) | undefined>,
) => Promise<void>

export function createAttempt(parts: AttemptParts, signal: AbortSignal): Attempt {
  const { store, clock, platform, pacing, slowdown, notices, owner, log, meter = noMeter } = parts

  return async (delivery, turn) => {
    const message = await prepare(delivery).catch(async error => {
      // Nothing went out, whether or not the row says that it is being sent.
      await wait(delivery, { seconds: UNPREPARED_SECONDS }, error)
      throw error
    })
    if (!message) return
    // After the commit, which may take longer than the pace allows a message to be late.
    const report = await turn()
    if (!report) return settle(delivery, { state: 'pending', nextAt: clock.now() })
    const outcome = await send(delivery, message)
    report(outcome)
    meter.count('outcomes', { platform: platform.name, status: outcome.status })
    await record(delivery, outcome)
    log('info', 'delivery', { id: delivery.id, platform: platform.name, outcome: outcome.status })
  }

  /** Composes the post and commits that it is being sent. Undefined if the row was settled, or belongs to another process. */
  async function prepare(delivery: Delivery): Promise<Message | undefined> {
    const heldUntil = await pacing.heldUntil()
    const now = clock.now()
    const isHeld = heldUntil.epochMilliseconds > now.epochMilliseconds
    if (signal.aborted || isHeld) {
      await store.settle(delivery, owner, { state: 'pending', nextAt: isHeld ? heldUntil : now })
      return undefined
    }
    const message = await compose(delivery, now)
    return message && (await store.markSending(delivery, parts.newLease(now))) ? message : undefined
  }

  /** A post that cannot be composed waits for another corpus or program, within its grace. */
  async function compose(delivery: Delivery, now: Temporal.Instant): Promise<Message | undefined> {
    const lateAt = delivery.due.at.add({ minutes: LATE_AFTER_MINUTES })
    try {
      return await parts.compose(delivery, now.epochMilliseconds > lateAt.epochMilliseconds)
    } catch (error) {
      log('error', 'post not composed', { id: delivery.id, error: String(error) })
      await wait(delivery, { minutes: UNCOMPOSED_MINUTES }, error)
      return undefined
    }
  }

  function wait(delivery: Delivery, duration: Temporal.DurationLike, error: unknown): Promise<void> {
    return settle(delivery, { state: 'pending', nextAt: clock.now().add(duration), error: String(error) })
  }

  async function send(delivery: Delivery, message: Message): Promise<Outcome> {
    try {
      return await platform.send(delivery.subscription.chat, message, delivery.id)
    } catch (error) {
      // A bug in an adapter must not make a post go out twice: the request may have been written.
      log('error', 'send failed', {
        id: delivery.id,
        error: error instanceof Error ? error.message : String(error),
      })
      return { status: 'unknown' }
    }
  }

  async function record(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { chat } = delivery.subscription
    switch (outcome.status) {
      case 'sent':
        slowdown.taken()
        return settle(delivery, { state: 'sent', messageId: outcome.id })
      case 'later': {
        const seconds = Math.max(outcome.seconds, MIN_HOLD_SECONDS)
        if (outcome.scope === 'chat') slowdown.toldToWait(chat.chat)
        const until = await (outcome.scope === 'chat' ? pacing.holdChat(chat, seconds) : pacing.hold(seconds))
        return settle(delivery, { state: 'pending', nextAt: until, error: 'the platform said wait' })
      }
      case 'unreachable': {
        const nextAt = backoff(delivery, MAX_RECONNECT_SECONDS)
        return settle(delivery, { state: 'pending', nextAt, error: 'the platform was not reached' })
      }
      case 'gone':
        // The row stays pending but is not claimed while the chat is paused, so a chat repaired within its grace still
        // gets this year's post.
        await settle(delivery, { state: 'pending', nextAt: clock.now(), error: outcome.reason })
        await countRefusal(delivery, store, clock.now())
        if (await store.pause(chat, outcome.reason))
          await notices.tell(delivery, { type: 'paused', reason: outcome.reason })
        return
      case 'moved':
        await settle(delivery, { state: 'pending', nextAt: clock.now(), error: 'the chat moved' })
        return store.move(chat, outcome.to)
      case 'refused':
        log('error', 'post refused', { id: delivery.id, error: outcome.error })
        await settle(delivery, { state: 'failed', error: outcome.error })
        return notices.tell(delivery, { type: 'refused', error: outcome.error })
      case 'unknown': {
        const error = UNANSWERED
        if (!platform.limits.isIdempotent) {
          await settle(delivery, { state: 'unknown', error })
          return notices.lookForUnknown()
        }
        // Repeating it with the same key shows whether it arrived.
        return settle(delivery, { state: 'pending', nextAt: backoff(delivery, MAX_REPEAT_SECONDS), error })
      }
      default:
        return outcome satisfies never
    }
  }

  /** If every try fails, the row stays in sending, and becomes unknown once its lease is over. */
  function settle(delivery: Delivery, settlement: Settlement): Promise<void> {
    return retryTransient(() => store.settle(delivery, owner, settlement), {
      maxAttempts: MAX_SETTLE_ATTEMPTS,
      backoff: () => clock.until(clock.now().add({ milliseconds: SETTLE_BACKOFF_MS }), signal),
      isTransient: () => !signal.aborted,
    })
  }

  function backoff({ attempt }: Delivery, maxSeconds: number): Temporal.Instant {
    return clock.now().add({ seconds: Math.min(2 ** attempt, maxSeconds) })
  }
}
