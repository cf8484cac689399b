// Checks that health and readiness report a missing store, a disconnected platform and a stopped dispatcher.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { health, type ReadyParts, ready, watchLag } from '../../../src/adapters/http/health.ts'
import type { Obstacle } from '../../../src/core/delivery/watch.ts'
import type { Platform } from '../../../src/core/platform.ts'
import { ask } from './serving.ts'

const still = { take: () => 0 }
const answering = { recall: async () => undefined }
const read = async (reply: ReturnType<typeof ask>) => {
  const { status, body } = await reply
  return { code: status, ...JSON.parse(body) }
}

describe('/health', () => {
  it('is well while the event loop turns and the store answers', async () => {
    expect(await read(ask(health(answering, still)))).toMatchObject({
      code: 200,
      status: 'ok',
      'event loop ms': 0,
      'store ms': expect.any(Number),
    })
  })

  it.each([
    ['fails', () => Promise.reject(new Error('away'))],
    ['never answers', () => new Promise<undefined>(() => {})],
  ])('fails if the store %s', async (_, recall) => {
    expect(await read(ask(health({ recall }, still)))).toMatchObject({ code: 503, 'store ms': 'no answer' })
  })

  it('fails if the event loop was blocked for more than a second', async () => {
    expect(await read(ask(health(answering, { take: () => 1500 })))).toMatchObject({
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
    store: answering,
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
      { store: { recall: () => new Promise<undefined>(() => {}) } },
      { code: 503, store: 'no answer' },
    ],
    [
      'the store fails',
      { store: { recall: () => Promise.reject(new Error('away')) } },
      { code: 503, store: 'no answer' },
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
