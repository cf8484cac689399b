// Whether the process lives, and whether it does its work: for whoever restarts it or sends it traffic.
import type { Store } from '../../core/delivery/ledger.ts'
import type { Endpoint, Platform, Reply } from '../../core/platform.ts'

/** A process that is busier than this answers nobody in time. */
const longestLag = 1000
const longestStoreAnswer = 2000
/** The dispatcher asks for due rows every five seconds, and while it sends after each batch. */
const longestRest = 60

export interface Lag {
  /** The longest that the event loop has kept a timer waiting since the last call, in milliseconds. */
  take(): number
}

/** Node's own monitorEventLoopDelay overlooks whatever follows its reset. */
export function watchLag(every = 100): Lag {
  let longest = 0
  let last = performance.now()
  const look = () => {
    longest = Math.max(longest, performance.now() - last - every)
  }
  setInterval(() => {
    look()
    last = performance.now()
  }, every).unref()
  return {
    take() {
      look()
      const taken = longest
      longest = 0
      return taken
    },
  }
}

/** Alive: the event loop turns and the store answers. Failing means: start it again. */
export function health(store: Pick<Store, 'recall'>, lag: Lag): Endpoint {
  return {
    method: 'GET',
    path: '/health',
    async answer() {
      const loop = lag.take()
      const begun = performance.now()
      const answers = await Promise.race([
        store.recall('health').then(
          () => true,
          () => false,
        ),
        new Promise<false>(resolve => setTimeout(resolve, longestStoreAnswer, false).unref()),
      ])
      const isWell = answers && loop < longestLag
      return json(isWell, {
        'event loop ms': Math.round(loop),
        'store ms': answers ? Math.round(performance.now() - begun) : 'no answer',
      })
    },
  }
}

/** Ready: the corpus is there, people are served on every platform, and the dispatcher looks for what is due. */
export function ready(
  platforms: readonly Platform[],
  /** Undefined while they are loaded. */
  articles: () => number | undefined,
  /** Seconds since the dispatcher last asked the store for due rows. */
  sinceClaim: () => number,
): Endpoint {
  return {
    method: 'GET',
    path: '/ready',
    answer() {
      const connected = platforms.map(each => [each.name, each.isConnected?.() ?? true] as const)
      const rest = sinceClaim()
      const there = articles()
      return json(there !== undefined && connected.every(([, is]) => is) && rest < longestRest, {
        ...Object.fromEntries(connected.map(([name, is]) => [name, is ? 'connected' : 'not connected'])),
        articles: there ?? 'loading',
        dispatcher: rest < longestRest ? 'running' : 'not running',
      })
    },
  }
}

const json = (isWell: boolean, details: object): Reply => ({
  status: isWell ? 200 : 503,
  type: 'application/json',
  body: `${JSON.stringify({ status: isWell ? 'ok' : 'failing', ...details })}\n`,
})
