// Reports whether the process is alive and doing its work, to whatever restarts it or sends it traffic.

import type { Store } from '../../core/delivery/store.ts'
import type { DeliveryWatch, Obstacle } from '../../core/delivery/watch.ts'
import type { Endpoint, Platform } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'

/** A process that lags more than this answers nobody in time. */
const MAX_LAG_MS = 1000
const STORE_TIMEOUT_MS = 2000
const PROBE_INTERVAL_MS = 1000
/** The dispatcher asks for due rows every five seconds, and while it sends after each batch. */
const MAX_CLAIM_AGE_SECONDS = 60

/** A field of /health that tells Daybook from other programs. */
export const HEALTH_FIELD = 'event loop ms'

export interface Lag {
  /** The longest that the event loop has kept a timer waiting since the last call, in milliseconds. */
  take(): number
}

/** Measures by a timer: Node's own monitorEventLoopDelay misses delays right after its reset. */
export function watchLag(intervalMs = 100): Lag {
  let worst = 0
  let last = performance.now()
  const measure = () => {
    worst = Math.max(worst, performance.now() - last - intervalMs)
  }
  setInterval(() => {
    measure()
    last = performance.now()
  }, intervalMs).unref()
  return {
    take() {
      measure()
      const lag = worst
      worst = 0
      return lag
    },
  }
}

/**
 * Alive: the event loop turns, and the store answers and can be written, without which nothing is posted. A failure
 * means that the process should be restarted, or that somebody has to look.
 */
export function health(probe: StoreProbe, lag: Lag): Endpoint {
  return {
    method: 'GET',
    path: '/health',
    async answer() {
      const lagMs = lag.take()
      const begun = performance.now()
      const state = await probe()
      const isHealthy = state === 'answers'
      return json(isHealthy && lagMs < MAX_LAG_MS, {
        [HEALTH_FIELD]: Math.round(lagMs),
        'store ms': isHealthy ? Math.round(performance.now() - begun) : state,
      })
    },
  }
}

export interface ReadyParts {
  probe: StoreProbe
  platforms: readonly Platform[]
  /** Undefined while they are being loaded. */
  articles(): number | undefined
  /** Seconds since the dispatcher last asked the store for due rows. */
  sinceClaim(): number
  watch: Pick<DeliveryWatch, 'obstacles'>
  /** The platforms to which sending has stopped. */
  openCircuits(): readonly string[]
}

/**
 * Ready: the corpus is loaded, every platform is connected, the store answers, the dispatcher looks for due rows, and
 * nothing keeps posts from going out.
 */
export function ready(parts: ReadyParts): Endpoint {
  return {
    method: 'GET',
    path: '/ready',
    async answer() {
      const connected = parts.platforms.map(each => [each.name, each.isConnected?.() ?? true] as const)
      const isDispatching = parts.sinceClaim() < MAX_CLAIM_AGE_SECONDS
      const state = await parts.probe()
      const obstacles = [
        ...parts.watch.obstacles().map(wordsOf),
        ...parts.openCircuits().map(platform => `${platform} does not answer`),
      ]
      const count = parts.articles()
      const checks = [
        count !== undefined,
        connected.every(([, is]) => is),
        state === 'answers',
        isDispatching,
        obstacles.length === 0,
      ]
      return json(checks.every(Boolean), {
        ...Object.fromEntries(connected.map(([name, is]) => [name, is ? 'connected' : 'not connected'])),
        articles: count ?? 'loading',
        dispatcher: isDispatching ? 'running' : 'not running',
        store: state,
        posts: obstacles.length > 0 ? obstacles.join(', ') : 'nothing in the way',
      })
    },
  }
}

function wordsOf(obstacle: Obstacle): string {
  switch (obstacle.type) {
    case 'stalled':
      return 'due and none goes out'
    case 'store':
      return 'the store does not answer'
    case 'held':
      return `${obstacle.platform} is held until ${obstacle.until.toString({ smallestUnit: 'second' })}`
    default:
      return obstacle satisfies never
  }
}

type StoreState = 'answers' | 'cannot be written' | 'no answer'

/** Asks the store how it is; never throws. */
export type StoreProbe = () => Promise<StoreState>

/**
 * A probe that writes, because a full disk, or a file that became read-only, still answers questions. A write waits for
 * the disk, so those who ask within the same second get one answer.
 */
export function createStoreProbe(
  store: Pick<Store, 'recall' | 'remember'>,
  clock: Pick<Clock, 'now'>,
): StoreProbe {
  let last: Promise<StoreState> | undefined
  let probedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (last && performance.now() - probedAt < PROBE_INTERVAL_MS) return last
    probedAt = performance.now()
    last = inTime(probe())
    return last
  }

  async function probe(): Promise<StoreState> {
    try {
      await store.remember({ key: 'health', value: '', now: clock.now() })
      return 'answers'
    } catch {
      return store.recall('health').then(
        () => 'cannot be written',
        () => 'no answer',
      )
    }
  }
}

const inTime = (answer: Promise<StoreState>): Promise<StoreState> =>
  Promise.race([
    answer,
    new Promise<StoreState>(resolve => setTimeout(resolve, STORE_TIMEOUT_MS, 'no answer').unref()),
  ])

const json = (isHealthy: boolean, details: object): Response =>
  new Response(`${JSON.stringify({ status: isHealthy ? 'ok' : 'failing', ...details })}\n`, {
    status: isHealthy ? 200 : 503,
    headers: { 'content-type': 'application/json' },
  })
