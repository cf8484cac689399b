// Checks that the watch reports what keeps posts from going out, once, and when it is over.

import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { Waiting } from '../../../src/core/delivery/store.ts'
import { createDeliveryWatch } from '../../../src/core/delivery/watch.ts'
import type { Clock } from '../../../src/core/ports.ts'

const start = Temporal.Instant.from('2027-01-07T07:00:00Z')
const counts = {
  ...{ pending: 0, leased: 0, sending: 0, sent: 0 },
  ...{ unknown: 0, failed: 0, expired: 0, skipped: 0 },
}

function scene() {
  let now = start
  const lines: string[] = []
  const facts = { sent: 0, since: undefined as Temporal.Instant | undefined, held: start, isSilent: false }
  const clock: Clock = {
    now: () => now,
    // Only a store that never answers is waited for to the end.
    until: () => (facts.isSilent ? Promise.resolve() : new Promise(() => {})),
  }
  const answer = async <T>(value: T): Promise<T> => (facts.isSilent ? new Promise(() => {}) : value)
  const watch = createDeliveryWatch({
    store: {
      countDeliveries: () => answer({ ...counts, sent: facts.sent }),
      backlog: () => answer<Waiting>({ held: 0, ...(facts.since && { since: facts.since }) }),
      heldUntil: () => answer(facts.held),
    },
    platforms: [{ name: 'fake' }],
    clock,
    log: (level, event) => void lines.push(`${level} ${event}`),
  })
  return {
    watch,
    facts,
    lines,
    types: () => watch.obstacles().map(({ type }) => type),
    async during(seconds: number) {
      for (let left = seconds; left > 0; left -= 10) {
        now = now.add({ seconds: 10 })
        await watch.look()
      }
    },
    sleep(seconds: number) {
      now = now.add({ seconds })
    },
  }
}

describe('the watch over deliveries', () => {
  it('reports once that posts are due and none goes out, and when it is over', async () => {
    const { facts, lines, types, during } = scene()
    facts.since = start
    await during(80)
    expect(types()).toEqual([])
    await during(120)
    expect(types()).toEqual(['stalled'])
    expect(lines).toEqual(['error posts are due and none goes out'])
    facts.sent = 1
    await during(10)
    expect(types()).toEqual([])
    expect(lines.at(-1)).toBe('info over: posts are due and none goes out')
  })

  it('reports nothing while posts go out, however long the queue is', async () => {
    const { facts, types, during } = scene()
    facts.since = start
    for (facts.sent = 0; facts.sent < 60; facts.sent++) await during(10)
    expect(types()).toEqual([])
  })

  it('reports nothing when a machine wakes up with posts due', async () => {
    const { facts, types, during, sleep } = scene()
    await during(10)
    facts.since = start
    sleep(3600)
    await during(20)
    expect(types()).toEqual([])
  })

  it('reports an account that was told to wait, until the wait is over', async () => {
    const { facts, lines, types, during } = scene()
    facts.held = start.add({ seconds: 20 })
    await during(10)
    expect(types()).toEqual([])
    facts.held = start.add({ seconds: 60 })
    await during(40)
    expect(types()).toEqual(['held'])
    await during(10)
    expect(types()).toEqual([])
    expect(lines).toEqual([
      'error the platform told the account to wait',
      'info over: the platform told the account to wait',
    ])
  })

  it('reports a store that does not answer', async () => {
    const { facts, types, during } = scene()
    facts.isSilent = true
    await during(10)
    expect(types()).toEqual(['store'])
    facts.isSilent = false
    await during(10)
    expect(types()).toEqual([])
  })
})
