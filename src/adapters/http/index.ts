// Answers over HTTP: health, readiness, metrics, the calendar, and the webhooks of the platforms.

import type { Corpus } from '../../core/corpus/model.ts'
import type { Store } from '../../core/delivery/store.ts'
import type { DeliveryWatch } from '../../core/delivery/watch.ts'
import type { Platform } from '../../core/platform.ts'
import type { Clock, Log, Meter } from '../../core/ports.ts'
import { calendar } from './calendar.ts'
import { createStoreProbe, health, ready, watchLag } from './health.ts'
import { createMetrics } from './metrics.ts'
import { type Serving, serveHttp } from './server.ts'

export interface HttpParts {
  port: number
  host: string
  /** Undefined while it is being loaded. */
  corpus(): Corpus | undefined
  store: Store
  platforms: readonly Platform[]
  watch: Pick<DeliveryWatch, 'obstacles'>
  clock: Clock
  log: Log
}

export interface Http {
  /** Records the figures that /metrics shows. */
  meter: Meter
  /** Listens until the signal; throws a PlatformError. */
  serve(signal: AbortSignal): Promise<Serving>
}

export function createHttp(parts: HttpParts): Http {
  const { port, host, corpus, store, platforms, watch, clock, log } = parts
  const lag = watchLag()
  const probe = createStoreProbe(store, clock)
  const metrics = createMetrics({ store, watch, platforms, clock, lag })
  const endpoints = [
    health(probe, lag),
    ready({ ...metrics, probe, platforms, watch, articles: () => articlesIn(corpus()) }),
    metrics.endpoint,
    calendar(corpus, clock),
    ...platforms.flatMap(each => each.endpoint ?? []),
  ]
  return {
    meter: metrics.meter,
    async serve(signal) {
      const serving = await serveHttp({ port, host, endpoints, log }, signal)
      log('info', 'http listening', { host, port: serving.port })
      return serving
    },
  }
}

function articlesIn(corpus: Corpus | undefined): number | undefined {
  return corpus && new Set(corpus.articles.map(({ id }) => id)).size
}
