// Checks that health and readiness report a missing store, a disconnected platform and a stopped dispatcher.

import { describe, expect, it } from 'vitest'
import { health, ready, watchLag } from '../../../src/adapters/http/health.ts'
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

  it.each([
    ['everything is there', [platform('a', true), platform('b', true)], 3, 200],
    ['a platform does not say', [platform('a')], 3, 200],
    ['one platform is not connected', [platform('a', true), platform('b', false)], 3, 503],
    ['the dispatcher has not begun', [platform('a', true)], Number.POSITIVE_INFINITY, 503],
    ['the dispatcher has stopped', [platform('a', true)], 61, 503],
  ])('where %s', async (_, platforms, rest, code) => {
    const reply = await read(
      ask(ready({ store: answering, platforms, articles: () => 5, sinceClaim: () => rest })),
    )
    expect(reply).toMatchObject({ code, articles: 5, dispatcher: rest < 60 ? 'running' : 'not running' })
    for (const each of platforms)
      expect(reply[each.name]).toBe((each.isConnected?.() ?? true) ? 'connected' : 'not connected')
  })

  it.each([
    ['fails', () => Promise.reject(new Error('away'))],
    ['is silent', () => new Promise<undefined>(() => {})],
  ])('where the store %s', async (_, recall) => {
    const parts = { platforms: [platform('a', true)], articles: () => 5, sinceClaim: () => 3 }
    expect(await read(ask(ready({ ...parts, store: { recall } })))).toMatchObject({
      code: 503,
      store: 'no answer',
    })
  })
})
