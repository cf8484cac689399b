// Serves the program's figures in Prometheus format: counted as things happen, or read on each request.

import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Temporal } from 'temporal-polyfill'
import type { Store } from '../../core/delivery/store.ts'
import type { DeliveryWatch } from '../../core/delivery/watch.ts'
import type { Endpoint, Platform } from '../../core/platform.ts'
import type { Clock, Meter } from '../../core/ports.ts'
import type { Lag } from './health.ts'

export interface Metrics {
  meter: Meter
  endpoint: Endpoint
  /** Seconds since the dispatcher last asked the store for due rows; infinite if it never did. */
  sinceClaim(): number
  /** The platforms that do not answer, so that sending to them has stopped. */
  openCircuits(): readonly string[]
}

interface Sources {
  store: Pick<Store, 'countDeliveries' | 'countActive' | 'countSetAside' | 'backlog'>
  watch: Pick<DeliveryWatch, 'obstacles'>
  platforms: readonly Platform[]
  clock: Clock
  lag: Lag
}

/** In seconds: commands take about a millisecond, to which platforms and a busy machine add. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

export function createMetrics(sources: Sources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const claims = new Counter({
    name: 'daybook_claims_total',
    help: 'Rounds in which the dispatcher asked the store for due rows',
    labelNames: ['platform'],
    registers,
  })
  const outcomes = new Counter({
    name: 'daybook_outcomes_total',
    help: 'Posts handed to a platform, by outcome',
    labelNames: ['platform', 'status'],
    registers,
  })
  const circuits = new Counter({
    name: 'daybook_circuits_total',
    help: 'How often sending to a platform stopped because it did not answer, and went on',
    labelNames: ['platform', 'state'],
    registers,
  })
  const counters: Record<Parameters<Meter['count']>[0], Counter> = { claims, outcomes, circuits }
  const openCircuits = new Set<string>()
  const commands = new Histogram({
    name: 'daybook_command_seconds',
    help: 'Time to answer a command, without sending the answer',
    labelNames: ['command'],
    buckets,
    registers,
  })
  const searches = new Histogram({
    name: 'daybook_search_seconds',
    help: 'Time to search the archive',
    buckets,
    registers,
  })
  addGauges({ ...sources, openCircuits }, registers)
  let claimedAt = Number.NEGATIVE_INFINITY

  return {
    meter: {
      count(what, labels) {
        if (what === 'claims') claimedAt = performance.now()
        const { platform = '', state } = labels
        if (what === 'circuits' && state === 'open') openCircuits.add(platform)
        if (what === 'circuits' && state === 'closed') openCircuits.delete(platform)
        counters[what].inc(labels)
      },
      time: (what, labels = {}) => (what === 'commands' ? commands : searches).startTimer(labels),
    },
    openCircuits: () => [...openCircuits],
    sinceClaim: () => (performance.now() - claimedAt) / 1000,
    endpoint: {
      method: 'GET',
      path: '/metrics',
      answer: async () =>
        new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } }),
    },
  }
}

/** Adds the figures that are read at each request instead of counted. */
function addGauges(
  { store, watch, platforms, clock, lag, openCircuits }: Sources & { openCircuits: ReadonlySet<string> },
  registers: Registry[],
): void {
  const gauge = (name: string, help: string, set: (gauge: Gauge) => unknown, ...labelNames: string[]) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        // If the store does not answer, its figures are left out; the others matter all the more then.
        this.reset()
        await Promise.resolve(set(this)).catch(() => {
          // A gauge without labels would be reset to 0.
          if (labelNames.length === 0) this.remove()
        })
      },
    })

  gauge(
    'daybook_deliveries',
    'Rows of the ledger by state',
    async gauge => {
      for (const [state, count] of Object.entries(await store.countDeliveries())) gauge.set({ state }, count)
    },
    'state',
  )
  gauge('daybook_subscriptions', 'Subscriptions that take posts', async gauge =>
    gauge.set(await store.countActive()),
  )
  gauge('daybook_set_aside_subscriptions', 'Subscriptions that cannot be worked out', async gauge =>
    gauge.set(await store.countSetAside()),
  )
  const secondsSince = (moment: Temporal.Instant | undefined) =>
    moment ? Math.max(0, (clock.now().epochMilliseconds - moment.epochMilliseconds) / 1000) : 0
  gauge(
    'daybook_due_lag_seconds',
    'How long the oldest due row has waited, including rows being sent and rows put off; 0 if there is none',
    async gauge => {
      const { since, heldSince } = await store.backlog(clock.now())
      gauge.set(Math.max(secondsSince(since), secondsSince(heldSince)))
    },
  )
  gauge(
    'daybook_held_deliveries',
    'Due rows that were put off, because a chat or the account was told to wait',
    async gauge => gauge.set((await store.backlog(clock.now())).held),
  )
  gauge(
    'daybook_obstacle',
    '1 for each thing that keeps posts from going out',
    gauge => {
      for (const each of watch.obstacles())
        gauge.set({ type: each.type, platform: 'platform' in each ? each.platform : '' }, 1)
      for (const platform of openCircuits) gauge.set({ type: 'circuit', platform }, 1)
    },
    'type',
    'platform',
  )
  gauge(
    'daybook_platform_connected',
    '1 if people on the platform are served',
    gauge => {
      for (const each of platforms) gauge.set({ platform: each.name }, (each.isConnected?.() ?? true) ? 1 : 0)
    },
    'platform',
  )
  gauge(
    'daybook_event_loop_lag_seconds',
    'The longest wait of the event loop since the last reading',
    gauge => gauge.set(lag.take() / 1000),
  )
  gauge(
    'daybook_memory_bytes',
    'Memory of the process',
    gauge => {
      const { rss, heapUsed } = process.memoryUsage()
      gauge.set({ kind: 'resident' }, rss)
      gauge.set({ kind: 'heap' }, heapUsed)
    },
    'kind',
  )
}
