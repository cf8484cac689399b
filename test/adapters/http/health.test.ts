// Checks that health and readiness report a missing store, a disconnected platform and a stopped dispatcher.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  createStoreProbe,
  health,
  type ReadyParts,
  ready,
  watchLag,
} from '../../../src/adapters/http/health.ts'
import type { Obstacle } from '../../../src/core/delivery/watch.ts'
import type { Platform } from '../../../src/core/platform.ts'
import { ask } from './serving.ts'

const still = { take: () => 0 }
const clock = { now: () => Temporal.Instant.from('2027-01-07T00:00:00Z') }
const answers = async () => undefined
const fails = () => Promise.reject(new Error('away'))
const isSilent = () => new Promise<undefined>(() => {})
const probeOf = (store: { recall(): Promise<undefined>; remember(): Promise<undefined> }) =>
  createStoreProbe({ recall: store.recall, remember: store.remember }, clock)
const answering = () => probeOf({ recall: answers, remember: answers })
const read = async (reply: ReturnType<typeof ask>) => {
  const { status, body } = await reply
  return { code: status, ...JSON.parse(body) }
}

describe('/health', () => {
  it('is well while the event loop turns and the store answers', async () => {
    expect(await read(ask(health(answering(), still)))).toMatchObject({
      code: 200,
      status: 'ok',
      'event loop ms': 0,
      'store ms': expect.any(Number),
    })
  })

  it.each([
    ['fails', fails, fails, 'no answer'],
    ['never answers', isSilent, isSilent, 'no answer'],
    ['answers and cannot be written, so that nothing is posted', answers, fails, 'cannot be written'],
  ])('fails if the store %s', async (_, recall, remember, state) => {
    const endpoint = health(probeOf({ recall, remember }), still)
    expect(await read(ask(endpoint))).toMatchObject({ code: 503, 'store ms': state })
  })

  it('writes once for all who ask within a second', async () => {
    let writes = 0
    const remember = async () => void writes++
    const endpoint = health(probeOf({ recall: answers, remember: remember as typeof answers }), still)
    await Promise.all(Array.from({ length: 50 }, () => ask(endpoint)))
    expect(writes).toBe(1)
  })

  it('fails if the event loop was blocked for more than a second', async () => {
    expect(await read(ask(health(answering(), { take: () => 1500 })))).toMatchObject({
      code: 503,
      'event loop ms': 1500,
    })
  })

  it('reports a blocked event loop once', async () => {
    const lag = watchLag()
    const tick = () => new Promise(resolve => setTimeout(resolve, 60))
    await tick()
    lag.take()
    const begun = performance.now()
    while (performance.now() - begun < 500);
    await tick()
    expect(lag.take()).toBeGreaterThan(300)
    await tick()
    expect(lag.take()).toBeLessThan(300)
  })
})

describe('/ready', () => {
  const platform = (name: string, isConnected?: boolean): Platform => ({
    name,
    limits: { perSecond: 1, perSecondInChat: 1, isIdempotent: false },
    run: async () => {},
    send: async () => ({ status: 'unknown' }),
    ...(isConnected !== undefined && { isConnected: () => isConnected }),
  })

  const well: ReadyParts = {
    probe: answering(),
    platforms: [platform('a', true)],
    articles: () => 5,
    sinceClaim: () => 3,
    watch: { obstacles: () => [] },
    openCircuits: () => [],
  }
  const held = { type: 'held', platform: 'a', until: Temporal.Instant.from('2027-01-07T08:00:00Z') } as const
  const watch = (...obstacles: Obstacle[]) => ({ watch: { obstacles: () => obstacles } })

  it.each<[string, Partial<ReadyParts>, object]>([
    ['everything is there', {}, { code: 200, a: 'connected', posts: 'nothing in the way' }],
    ['a platform does not say', { platforms: [platform('a')] }, { code: 200, a: 'connected' }],
    [
      'one platform is not connected',
      { platforms: [platform('a', true), platform('b', false)] },
      { code: 503, a: 'connected', b: 'not connected' },
    ],
    [
      'the dispatcher has not begun',
      { sinceClaim: () => Number.POSITIVE_INFINITY },
      { code: 503, dispatcher: 'not running' },
    ],
    ['the dispatcher has stopped', { sinceClaim: () => 61 }, { code: 503, dispatcher: 'not running' }],
    ['the corpus is being loaded', { articles: () => undefined }, { code: 503, articles: 'loading' }],
    [
      'the store is silent',
      { probe: probeOf({ recall: isSilent, remember: isSilent }) },
      { code: 503, store: 'no answer' },
    ],
    [
      'the store fails',
      { probe: probeOf({ recall: fails, remember: fails }) },
      { code: 503, store: 'no answer' },
    ],
    [
      'the store cannot be written',
      { probe: probeOf({ recall: answers, remember: fails }) },
      { code: 503, store: 'cannot be written' },
    ],
    [
      'posts are due and none goes out',
      watch({ type: 'stalled' }),
      { code: 503, posts: 'due and none goes out' },
    ],
    ['an account is held', watch(held), { code: 503, posts: 'a is held until 2027-01-07T08:00:00Z' }],
    ['a circuit is open', { openCircuits: () => ['a'] }, { code: 503, posts: 'a does not answer' }],
  ])('where %s', async (_, parts, reply) => {
    expect(await read(ask(ready({ ...well, ...parts })))).toMatchObject(reply)
  })
})
