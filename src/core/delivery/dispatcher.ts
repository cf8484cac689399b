// Sends what is due: turns due subscriptions into ledger rows and ledger rows into posts, each at most once.

import type { Temporal } from 'temporal-polyfill'
import type { RecurringDay } from '../calendar/recurrence.ts'
import { momentOf } from '../calendar/zone.ts'
import type { Clock, Log, Sender } from '../ports.ts'
import type { DueGroup } from './ledger.ts'
import { holdKeyOf } from './pace/pacing.ts'
import { createPlatformLane, type PlatformLaneParts } from './platform-lane.ts'
import { yieldToEventLoop } from './retry.ts'
import type { Opening, Store } from './store.ts'
import { dueAfter, expiryOf, MIN_FAN_OUT } from './subscription.ts'
import { restoreGivenUp } from './timing/wrong-clock.ts'
import { checkPausedChats } from './trouble/refusals.ts'

export interface DispatcherParts
  extends Pick<PlatformLaneParts, 'compose' | 'notice' | 'leaseSeconds' | 'meter'> {
  store: Store
  clock: Clock
  platforms: readonly Sender[]
  /** The day of an anniversary; undefined if the corpus no longer has it. */
  recurringDayOf(anniversary: string): RecurringDay | undefined
  /** Identifies this process in the ledger. */
  owner: string
  log: Log
}

export interface Dispatcher {
  /** Sends everything due now, to the end. Passes never overlap: a call during a pass starts another one after it. */
  pass(): Promise<void>
  /** Brings back what a wrong clock gave up, before the first answer or pass relies on it. */
  putRight(): Promise<void>
  /**
   * Runs a pass whenever something falls due, and on every poll, until the signal aborts. Then it finishes what is in
   * flight.
   */
  run(signal: AbortSignal): Promise<void>
  /** Whether nothing is sent to the platform because it does not answer. */
  isCircuitOpen(platform: string): boolean
}

const POLL_SECONDS = 5
/** Few enough rows to block nobody for long. */
const MAX_ROWS_PER_TRANSACTION = 1000
/** How long subscriptions wait if the corpus no longer has their anniversary. */
const MISSING_DEFER_HOURS = 1
const CHECK_MINUTES = 10
const PRUNE_HOURS = 24
/** More than a year, so that last year's post is still on record on this year's day. */
const RETENTION_DAYS = 400
/** Longer than any platform delivers an update again: Telegram gives up after 24 hours (https://core.telegram.org/bots/api#getting-updates). */
const WORK_RETENTION_DAYS = 3

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, clock, platforms, log } = parts
  const idempotentPlatforms = platforms.filter(each => each.limits.isIdempotent).map(each => each.name)
  const lanes = platforms.map(platform => createPlatformLane({ ...parts, platform }))
  let signal = new AbortController().signal
  let running: Promise<void> | undefined
  let queued: Promise<void> | undefined
  let nextCheckAt = clock.now()
  let nextPruneAt = clock.now()
  let isReviewed = false
  let lastPassAt = clock.now()

  return {
    async pass() {
      await beginPass()
      await Promise.all(lanes.map(lane => lane.send(signal)))
      await idle()
    },
    putRight,
    run,
    isCircuitOpen: platform => lanes.some(lane => lane.name === platform && lane.isCircuitOpen()),
  }

  async function run(until: AbortSignal) {
    signal = until
    while (!signal.aborted) {
      await beginPass().catch(logFailure)
      const next = await store.nextWake().catch(() => undefined)
      await clock.until(wakeAt(next), signal)
    }
    await running?.catch(() => {})
    await Promise.all(lanes.map(lane => lane.send(signal).catch(() => {})))
    await idle()
  }

  /** Resolves when every row is open and its lane has begun. A lane that waits for its platform holds up no other. */
  function beginPass(): Promise<void> {
    if (!running) {
      running = openRows().finally(() => {
        running = undefined
      })
      return running
    }
    // However many calls come, one more pass finds everything that fell due since this one began.
    queued ??= running
      .catch(() => {})
      .then(() => {
        queued = undefined
        return beginPass()
      })
    return queued
  }

  async function openRows() {
    // A start may be the start of a newer program.
    if (!isReviewed) await store.reviewSetAside()
    isReviewed = true
    await voidAhead()
    await store.recover(clock.now(), idempotentPlatforms)
    await checkNowAndThen()
    await prune()
    // The first posts go out while the last rows are still being opened.
    beginLanes()
    await openDueGroups()
    beginLanes()
  }

  function beginLanes() {
    for (const lane of lanes)
      lane
        .send(signal)
        .then(() => lane.idle(signal))
        .catch(logFailure)
  }

  function logFailure(error: unknown) {
    log('error', 'pass failed', { error: String(error) })
  }

  async function idle() {
    await Promise.all(lanes.map(lane => lane.idle(signal)))
  }

  async function voidAhead() {
    const now = clock.now()
    const accounts = platforms.map(each => each.name)
    const voided = await store.voidAhead(now, { accounts, holds: accounts.map(holdKeyOf) })
    if (Object.values(voided).some(count => count > 0)) log('error', 'clock was ahead', voided)
    if (now.epochMilliseconds < lastPassAt.epochMilliseconds) await putRight()
    lastPassAt = now
    // The same goes for what this process remembers.
    if (now.add({ minutes: CHECK_MINUTES }).epochMilliseconds < nextCheckAt.epochMilliseconds)
      nextCheckAt = now
    if (now.add({ hours: PRUNE_HOURS }).epochMilliseconds < nextPruneAt.epochMilliseconds) nextPruneAt = now
  }

  async function putRight() {
    const restored = await restoreGivenUp(parts)
    if (Object.values(restored).some(count => count > 0))
      log('error', 'the clock was wrong: posts it had given up are due again', { ...restored })
  }

  async function openDueGroups() {
    let fanOut: Temporal.DurationLike | undefined
    for (let group = await store.dueGroup(clock.now()); group; group = await store.dueGroup(clock.now())) {
      const day = parts.recurringDayOf(group.anniversary)
      if (day) {
        fanOut ??= await fanOutTime()
        const plan = tryPlan(group, day, fanOut)
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
      beginLanes()
      await yieldToEventLoop()
    } while (after !== undefined)
  }

  /** Twice the time that the slowest platform needs to reach every chat, and at least MIN_FAN_OUT. */
  async function fanOutTime(): Promise<Temporal.DurationLike> {
    const slowest = Math.min(...platforms.map(({ limits }) => limits.perSecond))
    const seconds = Number.isFinite(slowest) ? Math.ceil((2 * (await store.countActive())) / slowest) : 0
    return seconds > MIN_FAN_OUT.hours * 3600 ? { seconds } : MIN_FAN_OUT
  }

  async function checkNowAndThen() {
    const now = clock.now()
    if (now.epochMilliseconds < nextCheckAt.epochMilliseconds) return
    nextCheckAt = now.add({ minutes: CHECK_MINUTES })
    for (const lane of lanes) lane.notices.lookForUnknown()
    for (const platform of platforms) await checkPausedChats(platform, store, now)
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

  /**
   * The next due moment, the next question to a platform that does not answer, or the next poll, whichever is first.
   * Rows that are still due after a pass wait for the poll.
   */
  function wakeAt(next: Temporal.Instant | undefined): Temporal.Instant {
    const now = clock.now().epochMilliseconds
    const moments = [next, ...lanes.map(lane => lane.wakeAt())].flatMap(moment => moment ?? [])
    const soon = moments.filter(moment => moment.epochMilliseconds > now)
    const poll = clock.now().add({ seconds: POLL_SECONDS })
    return [poll, ...soon].sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? poll
  }
}

type Plan = Pick<Opening, 'due' | 'expiresAt' | 'next'>

/** The moments of a group, or why they cannot be worked out, such as a time zone that this program does not know. */
function tryPlan(
  group: DueGroup,
  day: RecurringDay,
  fanOut: Temporal.DurationLike,
): Plan | { error: string } {
  const { occurrence } = group.next
  try {
    // Not `group.next.at`, which may have been deferred.
    const due = { occurrence, at: momentOf(occurrence, group.time, group.zone) }
    return { due, expiresAt: expiryOf(due, group, fanOut), next: dueAfter(occurrence, day, group) }
  } catch (error) {
    return { error: String(error) }
  }
}
