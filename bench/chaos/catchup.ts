// Measures the first post of a process that was down at the hour, and checks one that was frozen over the due second.

import { setTimeout as sleep } from 'node:timers/promises'
import { round, type Table } from '../table.ts'
import { figures, nothingLost, type Part, stores } from './part.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, postsReach, settled, stop } from './testbed.ts'

const unlimitedPlatform = {
  perSecond: 0,
  perSecondInChat: 0,
  limits: 'none',
  loseAnswers: 0,
  isIdempotent: false,
  latency: () => 5,
} as const

export async function catchUpRun({ rows, database }: { rows: number; database?: string }) {
  const platform = await startFakePlatform(unlimitedPlatform)
  const testbed = await createTestbed({ url: platform.url, ...(database && { database }) })
  try {
    await testbed.subscribe(rows)
    const start = performance.now()
    const sender = testbed.start()
    await postsReach(platform.posts, 1)
    const seconds = ((platform.posts[0]?.at ?? Number.NaN) - start) / 1000
    const isSettled = await settled(testbed.store, 120)
    await stop(sender)
    return {
      'seconds to first post': round(seconds),
      ...comparePosts(platform.posts, await testbed.ledger()),
      settled: isSettled,
    }
  } finally {
    await testbed.close()
    await platform.close()
  }
}

/** SIGSTOP before the rows are due, SIGCONT after, like a laptop that was closed over the hour. */
export async function frozenRun() {
  const platform = await startFakePlatform(unlimitedPlatform)
  const testbed = await createTestbed({ url: platform.url })
  const sender = testbed.start()
  try {
    await new Promise(resolve => sender.once('message', resolve))
    sender.kill('SIGSTOP')
    await testbed.subscribe(5)
    await sleep(3000)
    const before = platform.posts.length
    sender.kill('SIGCONT')
    const isSettled = await settled(testbed.store, 30)
    await stop(sender)
    return {
      'posts while frozen': before,
      ...comparePosts(platform.posts, await testbed.ledger()),
      settled: isSettled,
    }
  } finally {
    sender.kill('SIGKILL')
    await testbed.close()
    await platform.close()
  }
}

export const catchup: Part = async ({ databaseOf }) => {
  const rows = 500
  const table: Table = {
    title: 'Down at the hour, then started',
    goals: { 'seconds to first post': { max: 5 }, rows: { is: rows }, ...nothingLost },
    rows: [],
  }
  for (const store of stores)
    table.rows.push({ store, ...figures(await catchUpRun({ rows, ...(await databaseOf(store)) })) })
  return table
}

export const frozen: Part = async () => ({
  title: 'SIGSTOP over the due second',
  goals: { 'posts while frozen': { is: 0 }, arrived: { is: 5 }, ...nothingLost },
  rows: [figures(await frozenRun())],
})
