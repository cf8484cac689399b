// Checks that the metrics match a real ledger and what was done, in the format that Prometheus reads.

import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../../src/adapters/http/metrics.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { createBot } from '../../../src/core/bot/bot.ts'
import { createDispatcher } from '../../../src/core/delivery/dispatcher.ts'
import type { Obstacle } from '../../../src/core/delivery/watch.ts'
import type { Platform } from '../../../src/core/platform.ts'
import type { Clock, Outcome } from '../../../src/core/ports.ts'
import { january7, nextYear, subscription } from '../../contracts/store.ts'
import { bundledCorpus, caller, indexOf } from '../../core/bundled.ts'
import { ask } from './serving.ts'

async function scene() {
  const store = createStore(openSqlite(':memory:'))
  const due = subscription()
  let now = due.next.at
  const clock: Clock = { now: () => now, until: async () => {} }
  let outcome: Outcome = { status: 'sent', id: '1' }
  const platform: Platform = {
    name: 'fake',
    limits: { perSecond: 1000, perSecondInChat: 1000, isIdempotent: false },
    run: async () => {},
    send: async () => outcome,
    isConnected: () => false,
  }
  const obstacles: Obstacle[] = []
  const metrics = createMetrics({
    ...{ store, platforms: [platform], clock },
    watch: { obstacles: () => obstacles },
    lag: { take: () => 250 },
  })
  const { meter } = metrics
  const log = () => {}
  const corpus = await bundledCorpus()
  const bot = createBot({
    corpus,
    index: indexOf(corpus),
    store,
    clock,
    newId: () => 'id',
    random: () => 0,
    log,
    meter,
  })
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms: [platform],
    owner: 'test',
    log,
    meter,
    recurringDayOf: () => january7,
    compose: () => ({ body: [] }),
    notice: () => undefined,
  })
  return {
    store,
    obstacles,
    due,
    bot,
    dispatcher,
    metrics,
    later: (seconds: number) => {
      now = now.add({ seconds })
    },
    next: (given: Outcome) => {
      outcome = given
    },
    /** The figures by their names and labels. */
    async figures(): Promise<Record<string, number>> {
      const { status, type, body } = await ask(metrics.endpoint)
      expect([status, type]).toEqual([200, expect.stringContaining('text/plain')])
      const lines = body.split('\n').filter(line => line !== '' && !line.startsWith('#'))
      return Object.fromEntries(
        lines.map(line => [line.replace(/ \S+$/, ''), Number(line.split(' ').at(-1))]),
      )
    },
  }
}

describe('/metrics', () => {
  it('counts the ledger by state, and says how long the oldest due row has waited', async () => {
    const { store, due, dispatcher, figures, later } = await scene()
    expect(await figures()).toMatchObject({ daybook_due_lag_seconds: 0, daybook_subscriptions: 0 })
    const saved = await store.putSubscription(due)
    await store.openGroup({
      group: saved,
      due: saved.next,
      expiresAt: saved.next.at.add({ hours: 72 }),
      next: nextYear,
      limit: 10,
    })
    later(90)
    expect(await figures()).toMatchObject({
      'daybook_deliveries{state="pending"}': 1,
      'daybook_deliveries{state="sent"}': 0,
      daybook_due_lag_seconds: 90,
      daybook_subscriptions: 1,
      daybook_set_aside_subscriptions: 0,
    })
    await dispatcher.pass()
    expect(await figures()).toMatchObject({
      'daybook_deliveries{state="pending"}': 0,
      'daybook_deliveries{state="sent"}': 1,
      'daybook_outcomes_total{platform="fake",status="sent"}': 1,
      daybook_due_lag_seconds: 0,
    })
  })

  it('counts the rows that are being sent and those put off as waiting', async () => {
    const { store, due, figures, later } = await scene()
    const { next } = await store.putSubscription(due)
    const group = await store.dueGroup(next.at)
    if (!group) return expect.fail('nothing is due')
    const expiresAt = next.at.add({ hours: 72 })
    await store.openGroup({ group, due: next, expiresAt, next: nextYear, limit: 10 })
    const lease = { owner: 'a', until: next.at.add({ hours: 1 }) }
    const [leased] = await store.claim({ platform: 'fake', now: next.at, lease, limit: 1 })
    if (!leased) return expect.fail('nothing was claimed')
    later(30)
    expect(await figures()).toMatchObject({ daybook_due_lag_seconds: 30, daybook_held_deliveries: 0 })
    await store.settle(leased, 'a', { state: 'pending', nextAt: next.at.add({ hours: 1 }) })
    later(30)
    expect(await figures()).toMatchObject({ daybook_due_lag_seconds: 60, daybook_held_deliveries: 1 })
  })

  it('names what keeps posts from going out', async () => {
    const { metrics, obstacles, figures } = await scene()
    obstacles.push({ type: 'stalled' })
    metrics.meter.count('circuits', { platform: 'fake', state: 'open' })
    expect(await figures()).toMatchObject({
      'daybook_obstacle{type="stalled",platform=""}': 1,
      'daybook_obstacle{type="circuit",platform="fake"}': 1,
    })
    obstacles.pop()
    metrics.meter.count('circuits', { platform: 'fake', state: 'closed' })
    expect(Object.keys(await figures()).join()).not.toContain('daybook_obstacle')
  })

  it('counts refused posts by platform and status', async () => {
    const { store, due, dispatcher, figures, next } = await scene()
    await store.putSubscription(due)
    next({ status: 'refused', error: 'too odd' })
    await dispatcher.pass()
    expect(await figures()).toMatchObject({
      'daybook_outcomes_total{platform="fake",status="refused"}': 1,
      'daybook_deliveries{state="failed"}': 1,
    })
  })

  it('times commands by name and searches separately, and takes no label from what people type', async () => {
    const { bot, figures } = await scene()
    for (const line of ['/help', '/help', 'Pol Pot', '/n0nsense words'])
      await bot.answer(bot.read(line), caller)
    await bot.inlineResults({ words: 'Pol Pot', from: 0, count: 10 }, caller)
    const values = await figures()
    expect(values).toMatchObject({
      'daybook_command_seconds_count{command="help"}': 2,
      'daybook_command_seconds_count{command="search"}': 1,
      'daybook_command_seconds_count{command="unknown"}': 1,
      daybook_search_seconds_count: 2,
    })
    expect(values.daybook_search_seconds_sum).toBeGreaterThan(0)
    expect(Object.keys(values).join()).not.toMatch(/n0nsense|words|Pol/)
  })

  it('shows memory, event loop lag, and which platforms are connected', async () => {
    const { figures } = await scene()
    const values = await figures()
    expect(values['daybook_memory_bytes{kind="resident"}']).toBeGreaterThan(10_000_000)
    expect(values['daybook_memory_bytes{kind="heap"}']).toBeGreaterThan(1_000_000)
    expect(values).toMatchObject({
      daybook_event_loop_lag_seconds: 0.25,
      'daybook_platform_connected{platform="fake"}': 0,
    })
  })

  it('leaves out the figures of a store that is away, and shows the rest', async () => {
    const { store, figures, dispatcher } = await scene()
    await dispatcher.pass()
    await store.close()
    const values = await figures()
    expect(Object.keys(values).filter(name => /deliveries|due_lag|subscriptions/.test(name))).toEqual([])
    expect(values['daybook_claims_total{platform="fake"}']).toBeGreaterThan(0)
  })

  it('shows when the dispatcher last looked for due rows', async () => {
    const { dispatcher, metrics } = await scene()
    expect(metrics.sinceClaim()).toBe(Number.POSITIVE_INFINITY)
    await dispatcher.pass()
    expect(metrics.sinceClaim()).toBeLessThan(10)
  })
})
