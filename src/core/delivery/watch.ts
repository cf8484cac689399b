// Watches whether posts go out: says in the log, and to whoever asks, what keeps them from it.

import type { Temporal } from 'temporal-polyfill'
import type { Clock, Log, Sender } from '../ports.ts'
import { holdKeyOf } from './pace/pacing.ts'
import type { Backlog, DeliveryLog, Pace } from './store.ts'

/** What keeps posts from going out. */
export type Obstacle =
  /** Rows are due, and none of them has ended for a while. */
  | { type: 'stalled' }
  /** The store does not answer. */
  | { type: 'store' }
  /** The platform told the account to wait. */
  | { type: 'held'; platform: string; until: Temporal.Instant }

export interface DeliveryWatch {
  /** What was in the way at the last look. */
  obstacles(): readonly Obstacle[]
  look(): Promise<void>
  /** Looks every few seconds until the signal aborts. */
  run(signal: AbortSignal): Promise<void>
}

interface WatchParts {
  store: Pick<DeliveryLog, 'countDeliveries'> & Pick<Pace, 'heldUntil'> & Backlog
  platforms: readonly Pick<Sender, 'name'>[]
  clock: Clock
  log: Log
}

const LOOK_SECONDS = 10
const MAX_LOOK_GAP_SECONDS = 60
/** Longer than a lease, whose row nobody else may take over. */
const STALL_SECONDS = 90
const STORE_TIMEOUT_SECONDS = 5
/** A shorter wait is part of the pace. */
const MIN_HOLD_SECONDS = 30

export function createDeliveryWatch(parts: WatchParts): DeliveryWatch {
  const { store, platforms, clock, log } = parts
  let obstacles: readonly Obstacle[] = []
  let ended: number | undefined
  /** Since when nothing ended while rows were due. */
  let idleSince = clock.now()
  let lookedAt = clock.now()

  return { obstacles: () => obstacles, look, run }

  async function run(signal: AbortSignal) {
    while (!signal.aborted) {
      await look()
      await clock.until(clock.now().add({ seconds: LOOK_SECONDS }), signal)
    }
  }

  async function look() {
    const found = await inTime(find()).catch((): Obstacle[] => [{ type: 'store' }])
    for (const obstacle of found)
      if (!obstacles.some(each => isSame(each, obstacle)))
        log('error', eventOf(obstacle), detailsOf(obstacle))
    for (const obstacle of obstacles)
      if (!found.some(each => isSame(each, obstacle)))
        log('info', `over: ${eventOf(obstacle)}`, detailsOf(obstacle))
    obstacles = found
  }

  async function find(): Promise<Obstacle[]> {
    const now = clock.now()
    const hasStalled = await isStalled(now)
    const held = await heldPlatforms(now)
    return hasStalled ? [{ type: 'stalled' }, ...held] : held
  }

  async function isStalled(now: Temporal.Instant): Promise<boolean> {
    const { sent, unknown, failed, expired } = await store.countDeliveries()
    const endedNow = sent + unknown + failed + expired
    const { since } = await store.backlog(now)
    // A machine that slept did not try to send.
    const hasSlept = now.since(lookedAt).total('seconds') > MAX_LOOK_GAP_SECONDS
    if (!since || endedNow !== ended || hasSlept) idleSince = now
    ended = endedNow
    lookedAt = now
    if (!since) return false
    return [since, idleSince].every(moment => now.since(moment).total('seconds') >= STALL_SECONDS)
  }

  async function heldPlatforms(now: Temporal.Instant): Promise<Obstacle[]> {
    const least = now.add({ seconds: MIN_HOLD_SECONDS }).epochMilliseconds
    const known = new Set(obstacles.flatMap(each => (each.type === 'held' ? [each.platform] : [])))
    const all = await Promise.all(
      platforms.map(async ({ name }) => ({ name, until: await store.heldUntil(holdKeyOf(name)) })),
    )
    // A wait that was long enough to be reported is reported until it is over.
    return all
      .filter(
        ({ name, until }) => until.epochMilliseconds > (known.has(name) ? now.epochMilliseconds : least),
      )
      .map(({ name, until }) => ({ type: 'held', platform: name, until }))
  }

  async function inTime<T>(work: Promise<T>): Promise<T> {
    const done = new AbortController()
    const late = clock.until(clock.now().add({ seconds: STORE_TIMEOUT_SECONDS }), done.signal).then(() => {
      throw new Error('the store does not answer')
    })
    late.catch(() => {})
    return Promise.race([work, late]).finally(() => done.abort())
  }
}

const isSame = (a: Obstacle, b: Obstacle) =>
  a.type === b.type && (a.type !== 'held' || b.type !== 'held' || a.platform === b.platform)

function eventOf(obstacle: Obstacle): string {
  switch (obstacle.type) {
    case 'stalled':
      return 'posts are due and none goes out'
    case 'store':
      return 'the store does not answer'
    case 'held':
      return 'the platform told the account to wait'
    default:
      return obstacle satisfies never
  }
}

function detailsOf(obstacle: Obstacle): Record<string, unknown> {
  if (obstacle.type !== 'held') return {}
  return { platform: obstacle.platform, until: obstacle.until.toString({ smallestUnit: 'second' }) }
}
