// Checks that ticks come every minute, one at a time, and stop on the signal.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyMinute } from '../../../src/adapters/host/cron.ts'

const minute = 60_000

beforeEach(() => void vi.useFakeTimers({ now: new Date('2031-05-06T07:08:30Z') }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Starts ticking, and notes when it ticked. */
function started(work: () => Promise<void> = async () => {}) {
  const stop = new AbortController()
  const ticks: string[] = []
  everyMinute(() => {
    ticks.push(new Date().toISOString())
    return work()
  }, stop.signal)
  return { ticks, stop }
}

test('ticks on the minute', async () => {
  const { ticks, stop } = started()
  await vi.advanceTimersByTimeAsync(3 * minute)
  stop.abort()
  expect(ticks.map(tick => tick.slice(0, 19))).toEqual([
    '2031-05-06T07:09:00',
    '2031-05-06T07:10:00',
    '2031-05-06T07:11:00',
  ])
})

test('a tick that fails does not prevent the next', async () => {
  const { ticks, stop } = started(() => Promise.reject(new Error('the store is busy')))
  await vi.advanceTimersByTimeAsync(2 * minute)
  stop.abort()
  expect(ticks).toHaveLength(2)
})

test('a tick that takes long is not overtaken', async () => {
  let running = 0
  let maxRunning = 0
  const { ticks, stop } = started(async () => {
    maxRunning = Math.max(maxRunning, ++running)
    await new Promise(resolve => setTimeout(resolve, 2.5 * minute))
    running--
  })
  await vi.advanceTimersByTimeAsync(7 * minute)
  stop.abort()
  expect(maxRunning).toBe(1)
  expect(ticks.length).toBeGreaterThan(1)
})

test('after the abort nothing ticks, and no timer keeps the process alive', async () => {
  const { ticks, stop } = started()
  await vi.advanceTimersByTimeAsync(minute)
  stop.abort()
  await vi.advanceTimersByTimeAsync(3 * minute)
  expect(ticks).toHaveLength(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('one tick makes up for the minutes that a machine slept through, and nothing is printed', async () => {
  const printers = (['log', 'info', 'warn', 'error'] as const).map(each => vi.spyOn(console, each))
  const { ticks, stop } = started()
  await vi.advanceTimersByTimeAsync(minute)
  vi.setSystemTime('2031-05-06T09:20:40Z')
  await vi.advanceTimersByTimeAsync(minute)
  stop.abort()
  expect(ticks.map(tick => tick.slice(0, 16))).toEqual(['2031-05-06T07:09', '2031-05-06T09:21'])
  for (const each of printers) expect(each).not.toHaveBeenCalled()
})
