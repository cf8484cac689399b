// Reports whether the process is alive and doing its work, to whatever restarts it or sends it traffic.

import type { Store } from '../../core/delivery/store.ts'
import type { DeliveryWatch, Obstacle } from '../../core/delivery/watch.ts'
import type { Endpoint, Platform } from '../../core/platform.ts'

/** A process that lags more than this answers nobody in time. */
const MAX_LAG_MS = 1000
const STORE_TIMEOUT_MS = 2000
/** The dispatcher asks for due rows every five seconds, and while it sends after each batch. */
const MAX_CLAIM_AGE_SECONDS = 60

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

/** Alive: the event loop turns and the store answers. A failure means that the process should be restarted. */
export function health(store: Pick<Store, 'recall'>, lag: Lag): Endpoint {
  return {
    method: 'GET',
    path: '/health',
    async answer() {
      const lagMs = lag.take()
      const begun = performance.now()
      const isAnswering = await isStoreAnswering(store)
      return json(isAnswering && lagMs < MAX_LAG_MS, {
        'event loop ms': Math.round(lagMs),
        'store ms': isAnswering ? Math.round(performance.now() - begun) : 'no answer',
      })
    },
  }
}

export interface ReadyParts {
  store: Pick<Store, 'recall'>
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
      const isAnswering = await isStoreAnswering(parts.store)
      const obstacles = [
        ...parts.watch.obstacles().map(wordsOf),
        ...parts.openCircuits().map(platform => `${platform} does not answer`),
      ]
      const count = parts.articles()
      const checks = [
        count !== undefined,
        connected.every(([, is]) => is),
        isAnswering,
        isDispatching,
        obstacles.length === 0,
      ]
      return json(checks.every(Boolean), {
        ...Object.fromEntries(connected.map(([name, is]) => [name, is ? 'connected' : 'not connected'])),
        articles: count ?? 'loading',
        dispatcher: isDispatching ? 'running' : 'not running',
        store: isAnswering ? 'answers' : 'no answer',
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

function isStoreAnswering(store: Pick<Store, 'recall'>): Promise<boolean> {
  return Promise.race([
    store.recall('health').then(
      () => true,
      () => false,
    ),
    new Promise<false>(resolve => setTimeout(resolve, STORE_TIMEOUT_MS, false).unref()),
  ])
}

const json = (isHealthy: boolean, details: object): Response =>
  new Response(`${JSON.stringify({ status: isHealthy ? 'ok' : 'failing', ...details })}\n`, {
    status: isHealthy ? 200 : 503,
    headers: { 'content-type': 'application/json' },
  })
