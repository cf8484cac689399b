// Checks that the clock starts at a given moment, runs on at the same rate, and waits no longer than it must.

import { Temporal } from 'temporal-polyfill'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const start = Temporal.Instant.from('2027-01-07T06:59:58+07:00')
const never = () => new AbortController().signal

// Vitest fakes only the global timers, so the awaited one is built from those.
vi.mock('node:timers/promises', async original => {
  const real = await original<typeof import('node:timers/promises')>()
  const fake = (ms: number) => new Promise<void>(resolve => void setTimeout(resolve, ms))
  return {
    setTimeout: (...[ms, value, options]: Parameters<typeof real.setTimeout>) =>
      vi.isFakeTimers() ? fake(ms ?? 0) : real.setTimeout(ms, value, options),
  }
})

// Another test in this worker may have loaded the clock with real timers, and the next one must not get the fake ones.
vi.resetModules()
const { createClock } = await import('../../../src/adapters/host/clock.ts')
afterAll(() => void vi.resetModules())

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('now', () => {
  test('shows the start', () => {
    expect(createClock(start).now().toString()).toBe('2027-01-06T23:59:58Z')
  })

  test('runs on at the same rate', () => {
    const clock = createClock(start)
    vi.advanceTimersByTime(3_500)
    expect(clock.now().toString()).toBe('2027-01-07T00:00:01.5Z')
  })

  test("is the machine's own without a start", () => {
    vi.setSystemTime('2031-05-06T07:08:09Z')
    expect(createClock().now().toString()).toBe('2031-05-06T07:08:09Z')
  })
})

describe('until', () => {
  test.each([
    ['a moment that has passed', start.subtract({ hours: 1 })],
    ['this very moment', start],
  ])('%s needs no wait', async (_, time) => {
    await createClock(start).until(time, never())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('an aborted signal ends the wait before it begins', async () => {
    await createClock(start).until(start.add({ hours: 1 }), AbortSignal.abort())
    expect(vi.getTimerCount()).toBe(0)
  })

  test('an abort ends the wait', async () => {
    vi.useRealTimers()
    const stop = new AbortController()
    const waiting = createClock(start).until(start.add({ hours: 1 }), stop.signal)
    stop.abort()
    await expect(waiting).resolves.toBeUndefined()
  })

  test.each([
    ['two seconds', { seconds: 2 }],
    ['an hour', { hours: 1 }],
    ['more than a timer can count', { hours: 24 * 60 }],
  ])('a moment %s away comes neither early nor late', async (_, away) => {
    const clock = createClock(start)
    const time = start.add(away)
    let came: Temporal.Instant | undefined
    const waiting = clock.until(time, never()).then(() => {
      came = clock.now()
    })
    await vi.advanceTimersByTimeAsync(Temporal.Duration.from(away).total('milliseconds') - 1)
    expect(came).toBeUndefined()
    await vi.advanceTimersByTimeAsync(1)
    await waiting
    expect(came?.toString()).toBe(time.toString())
  })

  test('a machine clock that is set back makes a wait of ten seconds no longer than about that', async () => {
    vi.setSystemTime('2031-01-03T00:00:00Z')
    const waiting = createClock().until(Temporal.Instant.from('2031-01-03T00:00:10Z'), never())
    await vi.advanceTimersByTimeAsync(5000)
    vi.setSystemTime('2031-01-01T00:00:00Z')
    await vi.advanceTimersByTimeAsync(6000)
    await waiting
    expect(vi.getTimerCount()).toBe(0)
  })

  test('a machine clock that jumps ahead is noticed within a minute', async () => {
    vi.setSystemTime('2031-01-01T00:00:00Z')
    const waiting = createClock().until(Temporal.Instant.from('2031-01-01T10:00:00Z'), never())
    vi.setSystemTime('2031-01-01T10:00:00Z')
    await vi.advanceTimersByTimeAsync(60_000)
    await waiting
    expect(vi.getTimerCount()).toBe(0)
  })
})
