// Makes one attempt at a delivery: commits that it is sending, sends it, and records the outcome.

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
import type { Delivery, Lease, Settlement } from './ledger.ts'
import type { Pacing } from './pacing.ts'
import { retryTransient } from './retry.ts'
import type { Store } from './store.ts'

export interface AttemptParts {
  store: Store
  clock: Clock
  platform: Sender
  pacing: Pacing
  /** Composes the post of a delivery. `isLate` means its hour is well past. */
  compose(delivery: Delivery, isLate: boolean): Message | Promise<Message>
  /** Composes the notice that tells a chat's admins that its posts have stopped. */
  pausedNotice(chat: Address, reason: GoneReason): Message | Promise<Message>
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
/** How soon a post without a reply is repeated with the same key. */
const REPEAT_AFTER_SECONDS = 1
const MIN_HOLD_SECONDS = 1

/**
 * Makes an attempt at a delivery: it settles the row, or throws and leaves it to its lease. `turn` is called when
 * everything is ready, and waits for the moment at which the request may be written: true if it has come.
 */
export type Attempt = (delivery: Delivery, turn: () => Promise<boolean>) => Promise<void>

export function createAttempt(parts: AttemptParts, signal: AbortSignal): Attempt {
  const { store, clock, platform, pacing, owner, log, meter = noMeter } = parts

  return async (delivery, turn) => {
    const heldUntil = await pacing.heldUntil()
    const now = clock.now()
    const isHeld = heldUntil.epochMilliseconds > now.epochMilliseconds
    if (signal.aborted || isHeld) {
      await store.settle(delivery, owner, { state: 'pending', nextAt: isHeld ? heldUntil : now })
      return
    }
    const lateAt = delivery.due.at.add({ minutes: LATE_AFTER_MINUTES })
    const message = await parts.compose(delivery, now.epochMilliseconds > lateAt.epochMilliseconds)
    if (!(await store.markSending(delivery, parts.newLease(now)))) return
    // After the commit, which may take longer than the pace allows a message to be late.
    if (!(await turn())) return settle(delivery, { state: 'pending', nextAt: clock.now() })
    const outcome = await send(delivery, message)
    meter.count('outcomes', { platform: platform.name, status: outcome.status })
    await record(delivery, outcome)
    log('info', 'delivery', { id: delivery.id, platform: platform.name, outcome: outcome.status })
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
        return settle(delivery, { state: 'sent', messageId: outcome.id })
      case 'later': {
        const until = await pacing.hold(Math.max(outcome.seconds, MIN_HOLD_SECONDS))
        return settle(delivery, { state: 'pending', nextAt: until, error: 'the platform said wait' })
      }
      case 'gone':
        // The row stays pending but is not claimed while the chat is paused, so a chat repaired within its grace still
        // gets this year's post.
        await settle(delivery, { state: 'pending', nextAt: clock.now(), error: outcome.reason })
        if (await store.pause(chat, outcome.reason)) await notifyAdmins(chat, outcome.reason).catch(() => {})
        return
      case 'moved':
        await settle(delivery, { state: 'pending', nextAt: clock.now(), error: 'the chat moved' })
        return store.move(chat, outcome.to)
      case 'refused':
        log('error', 'post refused', { id: delivery.id, error: outcome.error })
        return settle(delivery, { state: 'failed', error: outcome.error })
      case 'unknown': {
        const error = 'no answer'
        if (!platform.limits.isIdempotent) return settle(delivery, { state: 'unknown', error })
        // Repeating it with the same key shows whether it arrived.
        const nextAt = clock.now().add({ seconds: REPEAT_AFTER_SECONDS })
        return settle(delivery, { state: 'pending', nextAt, error })
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

  async function notifyAdmins(chat: Address, reason: GoneReason): Promise<void> {
    await platform.notifyAdmins?.(chat, await parts.pausedNotice(chat, reason))
  }
}
