// Sends what is due: turns due subscriptions into ledger rows and ledger rows into posts, each at most once.
import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from '../calendar/recurrence.ts'
import { momentOf } from '../calendar/zone.ts'
import type { Clock, Log, Sender } from '../ports.ts'
import { type LaneParts, sendDue } from './lane.ts'
import type { Store } from './ledger.ts'
import { dueAfter, expiryOf, MIN_FAN_OUT } from './subscription.ts'

export interface DispatcherParts extends Pick<LaneParts, 'compose' | 'paused' | 'lease' | 'meter'> {
  store: Store
  clock: Clock
  platforms: readonly Sender[]
  /** The rule of an anniversary; undefined where the corpus no longer has it. */
  recurrenceOf(anniversary: string): Recurrence | undefined
  /** Tells this process from others in the ledger. */
  owner: string
  log: Log
}

export interface Dispatcher {
  /** Sends all that is due now. Passes never overlap: a call during one waits for it and runs after it. */
  pass(): Promise<void>
  /** Passes whenever something falls due, and every few seconds, until the signal aborts; then ends what is in flight. */
  run(signal: AbortSignal): Promise<void>
}

const poll = { seconds: 5 }
/** How many rows one transaction opens: few enough that it blocks nobody for long. */
const openAtOnce = 1000
/** Longer than a year, so that last year's post can still be accounted for on this year's day. */
const keptDays = 400
const never = new AbortController().signal

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { store, clock, platforms, log } = parts
  const harmless = platforms
    .filter(platform => platform.limits.repeatsAreHarmless)
    .map(platform => platform.name)
  let signal = never
  let running: Promise<void> | undefined
  let waiting: Promise<void> | undefined
  let checkAt = clock.now()
  let pruneAt = clock.now()

  const pass = (): Promise<void> => {
    if (!running) {
      running = once().finally(() => {
        running = undefined
      })
      return running
    }
    // Whatever fell due since the pass began is found by one more, however many ask for it.
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined
        return pass()
      })
    return waiting
  }

  async function once() {
    await store.recover(clock.now(), harmless)
    await checkPaused()
    await prune()
    let opening = true
    const opened = openDue().finally(() => {
      opening = false
    })
    // The first posts go out while the last rows are still being opened.
    const lanes = platforms.map(async platform => {
      for (let more = true; more && !signal.aborted; ) {
        more = opening
        await sendDue({ ...parts, platform }, signal)
        if (more) await Promise.race([opened, clock.until(clock.now().add({ milliseconds: 200 }), signal)])
        if (more) await breath()
      }
    })
    await Promise.all([opened, ...lanes])
  }

  async function openDue() {
    let fanOut: Temporal.DurationLike | undefined
    for (let group = await store.dueGroup(clock.now()); group; group = await store.dueGroup(clock.now())) {
      const rule = parts.recurrenceOf(group.anniversary)
      const { occurrence } = group.next
      const due = { occurrence, at: momentOf(occurrence, group.time, group.zone) }
      if (rule) {
        fanOut ??= await fanOutTime()
        const expiresAt = expiryOf(due, group, group.grace, fanOut)
        const then = dueAfter(occurrence, rule, group)
        let after: string | undefined
        do {
          after = await store.open(group, due, expiresAt, then, openAtOnce, after)
          await breath()
        } while (after !== undefined)
      } else {
        // The corpus may have it again tomorrow: the subscriptions wait, and are not forgotten.
        log('error', 'anniversary missing', { anniversary: group.anniversary })
        await store.defer(group, clock.now().add({ hours: 1 }))
      }
      await breath()
    }
  }

  /** Twice what the slowest platform needs for every chat there is, and never less than an hour. */
  async function fanOutTime(): Promise<Temporal.DurationLike> {
    const slowest = Math.min(...platforms.map(({ limits }) => limits.perSecond))
    const seconds = Number.isFinite(slowest) ? Math.ceil((2 * (await store.countActive())) / slowest) : 0
    return seconds > 3600 ? { seconds } : MIN_FAN_OUT
  }

  /** Chats that refused a post are asked now and then whether they take it again. */
  async function checkPaused() {
    const now = clock.now()
    if (now.epochMilliseconds < checkAt.epochMilliseconds) return
    checkAt = now.add({ minutes: 10 })
    for (const platform of platforms) {
      if (!platform.check) continue
      for (const chat of await store.pausedChats(platform.name, now.add({ hours: 24 }), 200))
        if (await platform.check(chat).catch(() => false)) await store.resume(chat)
    }
  }

  async function prune() {
    const now = clock.now()
    if (now.epochMilliseconds < pruneAt.epochMilliseconds) return
    pruneAt = now.add({ hours: 24 })
    await store.prune(now.subtract({ hours: 24 * keptDays }))
  }

  async function run(until: AbortSignal) {
    signal = until
    while (!signal.aborted) {
      await pass().catch(error => log('error', 'pass failed', { error: String(error) }))
      const soon = clock.now().add(poll)
      const next = await store.nextWake().catch(() => undefined)
      await clock.until(next ? earlier(next, soon, clock.now()) : soon, signal)
    }
    await running?.catch(() => {})
  }

  return { pass, run }
}

/** The next due moment or the poll, whichever is first; what is overdue after a pass waits for the poll. */
function earlier(next: Temporal.Instant, soon: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  return next.epochMilliseconds > now.epochMilliseconds && next.epochMilliseconds < soon.epochMilliseconds
    ? next
    : soon
}

/** Lets the answers of people through between two batches. */
const breath = () => new Promise<void>(resolve => setImmediate(resolve))
