// Sends what is due: turns due subscriptions into ledger rows and ledger rows into posts, each at most once.

import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from '../calendar/recurrence.ts'
import { momentOf } from '../calendar/zone.ts'
import type { Clock, Log, Sender } from '../ports.ts'
import { type LaneParts, sendDue } from './lane.ts'
import type { DueGroup } from './ledger.ts'
import { yieldToEventLoop } from './retry.ts'
import type { Opening, Store } from './store.ts'
import { dueAfter, expiryOf, MIN_FAN_OUT } from './subscription.ts'

export interface DispatcherParts
  extends Pick<LaneParts, 'compose' | 'pausedNotice' | 'leaseSeconds' | 'meter'> {
  store: Store
  clock: Clock
  platforms: readonly Sender[]
  /** The rule of an anniversary; undefined if the corpus no longer has it. */
  recurrenceOf(anniversary: string): Recurrence | undefined
  /** Identifies this process in the ledger. */
  owner: string
  log: Log
}

export interface Dispatcher {
  /** Sends everything due now. Passes never overlap: a call during a pass starts another one after it. */
  pass(): Promise<void>
  /**
   * Runs a pass whenever something falls due, and on every poll, until the signal aborts. Then it finishes what is in
   * flight.
   */
  run(signal: AbortSignal): Promise<void>
}

const POLL_SECONDS = 5
/** Few enough rows to block nobody for long. */
const MAX_ROWS_PER_TRANSACTION = 1000
/** How long a lane waits for more rows while rows are still being opened. */
const LANE_POLL_MS = 200
/** How long subscriptions wait if the corpus no longer has their anniversary. */
const MISSING_DEFER_HOURS = 1
const CHECK_PAUSED_MINUTES = 10
/** Only paused chats with a post due this soon are checked. */
const CHECK_AHEAD_HOURS = 24
const MAX_CHECKED_CHATS = 200
const PRUNE_HOURS = 24
/** More than a year, so that last year's post is still on record on this year's day. */
const RETENTION_DAYS = 400
/** Longer than any platform delivers an update again: Telegram gives up after 24 hours (https://core.telegram.org/bots/api#getting-updates). */
const WORK_RETENTION_DAYS = 3

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, clock, platforms, log } = parts
  const idempotentPlatforms = platforms.filter(each => each.limits.isIdempotent).map(each => each.name)
  let signal = new AbortController().signal
  let running: Promise<void> | undefined
  let queued: Promise<void> | undefined
  let nextCheckAt = clock.now()
  let nextPruneAt = clock.now()
  let isReviewed = false

  return { pass, run }

  async function run(until: AbortSignal) {
    signal = until
    while (!signal.aborted) {
      await pass().catch(error => log('error', 'pass failed', { error: String(error) }))
      const next = await store.nextWake().catch(() => undefined)
      await clock.until(wakeAt(clock.now(), next), signal)
    }
    await running?.catch(() => {})
  }

  function pass(): Promise<void> {
    if (!running) {
      running = runPass().finally(() => {
        running = undefined
      })
      return running
    }
    // However many calls come, one more pass finds everything that fell due since this one began.
    queued ??= running
      .catch(() => {})
      .then(() => {
        queued = undefined
        return pass()
      })
    return queued
  }

  async function runPass() {
    // A start may be the start of a newer program.
    if (!isReviewed) await store.reviewSetAside()
    isReviewed = true
    await store.recover(clock.now(), idempotentPlatforms)
    await checkPausedChats()
    await prune()
    let isOpening = true
    const opened = openDueGroups().finally(() => {
      isOpening = false
    })
    // The first posts go out while the last rows are still being opened.
    const lanes = platforms.map(async platform => {
      for (let more = true; more && !signal.aborted; ) {
        more = isOpening
        await sendDue({ ...parts, platform }, signal)
        if (more)
          await Promise.race([opened, clock.until(clock.now().add({ milliseconds: LANE_POLL_MS }), signal)])
        if (more) await yieldToEventLoop()
      }
    })
    await Promise.all([opened, ...lanes])
  }

  async function openDueGroups() {
    let fanOut: Temporal.DurationLike | undefined
    for (let group = await store.dueGroup(clock.now()); group; group = await store.dueGroup(clock.now())) {
      const rule = parts.recurrenceOf(group.anniversary)
      if (rule) {
        fanOut ??= await fanOutTime()
        const plan = tryPlan(group, rule, fanOut)
        if ('error' in plan) await store.setAside(group, plan.error)
        else await openGroup(group, plan)
      } else {
        // The corpus may have it again tomorrow, so the subscriptions wait and none is dropped.
        log('error', 'anniversary missing', { anniversary: group.anniversary })
        await store.defer(group, clock.now().add({ hours: MISSING_DEFER_HOURS }))
      }
      await yieldToEventLoop()
    }
  }

  async function openGroup(group: DueGroup, plan: Plan) {
    let after: string | undefined
    do {
      after = await store.openGroup({ group, ...plan, limit: MAX_ROWS_PER_TRANSACTION, after })
      await yieldToEventLoop()
    } while (after !== undefined)
  }

  /** Twice the time that the slowest platform needs to reach every chat, and at least MIN_FAN_OUT. */
  async function fanOutTime(): Promise<Temporal.DurationLike> {
    const slowest = Math.min(...platforms.map(({ limits }) => limits.perSecond))
    const seconds = Number.isFinite(slowest) ? Math.ceil((2 * (await store.countActive())) / slowest) : 0
    return seconds > MIN_FAN_OUT.hours * 3600 ? { seconds } : MIN_FAN_OUT
  }

  /** Checks now and then whether chats that refused a post take posts again. */
  async function checkPausedChats() {
    const now = clock.now()
    if (now.epochMilliseconds < nextCheckAt.epochMilliseconds) return
    nextCheckAt = now.add({ minutes: CHECK_PAUSED_MINUTES })
    const until = now.add({ hours: CHECK_AHEAD_HOURS })
    for (const platform of platforms) {
      if (!platform.check) continue
      for (const chat of await store.pausedChats(platform.name, until, MAX_CHECKED_CHATS))
        if (await platform.check(chat).catch(() => false)) await store.resume(chat)
    }
  }

  async function prune() {
    const now = clock.now()
    if (now.epochMilliseconds < nextPruneAt.epochMilliseconds) return
    nextPruneAt = now.add({ hours: PRUNE_HOURS })
    await store.prune(
      now.subtract({ hours: 24 * RETENTION_DAYS }),
      now.subtract({ hours: 24 * WORK_RETENTION_DAYS }),
    )
  }
}

type Plan = Pick<Opening, 'due' | 'expiresAt' | 'next'>

/** The moments of a group, or why they cannot be worked out, such as a time zone that this program does not know. */
function tryPlan(group: DueGroup, rule: Recurrence, fanOut: Temporal.DurationLike): Plan | { error: string } {
  const { occurrence } = group.next
  try {
    // Not `group.next.at`, which may have been deferred.
    const due = { occurrence, at: momentOf(occurrence, group.time, group.zone) }
    return { due, expiresAt: expiryOf(due, group, fanOut), next: dueAfter(occurrence, rule, group) }
  } catch (error) {
    return { error: String(error) }
  }
}

/** The next due moment or the next poll, whichever is first. What is still due after a pass waits for the poll. */
function wakeAt(now: Temporal.Instant, next: Temporal.Instant | undefined): Temporal.Instant {
  const poll = now.add({ seconds: POLL_SECONDS })
  if (!next || next.epochMilliseconds <= now.epochMilliseconds) return poll
  return next.epochMilliseconds < poll.epochMilliseconds ? next : poll
}
