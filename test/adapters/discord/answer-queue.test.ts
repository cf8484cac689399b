// Checks the order in which answers and acknowledgements go out, and when a crowd begins and ends.

import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createAnswerQueue } from '../../../src/adapters/discord/interactions/answer-queue.ts'

/** Work that ends when it is told to. */
function pending() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { work: () => promise, end: resolve }
}
const settled = async (promise: Promise<void>) => {
  await nextTurn()
  return Promise.race([promise.then(() => true), nextTurn(false)])
}

describe('a crowd', () => {
  test('is more than five in progress, and ends with them', async () => {
    const queue = createAnswerQueue()
    const works = Array.from({ length: 6 }, pending)
    const runs = works.slice(0, 5).map(({ work }) => queue.run(work))
    const first = queue.crowded()
    expect(await settled(first)).toBe(false)
    runs.push(...works.slice(5).map(({ work }) => queue.run(work)))
    expect(await settled(first)).toBe(true)
    expect(await settled(queue.crowded())).toBe(true)
    for (const { end } of works) end()
    await Promise.all(runs)
    expect(await settled(queue.crowded())).toBe(false)
  })

  test('is noticed before the work of any of it begins', async () => {
    const queue = createAnswerQueue()
    const order: string[] = []
    const runs = Array.from({ length: 6 }, () => {
      const crowded = queue.crowded()
      void crowded.then(() => order.push('crowded'))
      return queue.run(async () => void order.push('work'))
    })
    await Promise.all(runs)
    expect(order.slice(0, 6)).toEqual(Array(6).fill('crowded'))
  })
})

test('work that hangs or fails holds up no other', async () => {
  const queue = createAnswerQueue()
  const hanging = pending()
  const hung = queue.run(hanging.work)
  const failed = expect(queue.run(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  expect(await queue.run(async () => 'done')).toBe('done')
  await failed
  hanging.end()
  await hung
})

test('an acknowledgement goes out before the next work, but one that hangs holds it up for a moment only', async () => {
  const queue = createAnswerQueue()
  const order: string[] = []
  const quick = queue.acknowledge(async () => {
    await nextTurn()
    order.push('acknowledged')
  })
  await queue.run(async () => void order.push('work'))
  await quick
  expect(order).toEqual(['acknowledged', 'work'])
  const hanging = pending()
  const hung = queue.acknowledge(hanging.work)
  await queue.run(async () => void order.push('more work'))
  expect(order.at(-1)).toBe('more work')
  hanging.end()
  await hung
})
