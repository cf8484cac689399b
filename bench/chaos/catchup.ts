// Measures the first post of a process that was down at the hour, and checks one that was frozen over the due second.

import { setTimeout as sleep } from 'node:timers/promises'
import { round } from '../table.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, settled, stop } from './testbed.ts'

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
    while (platform.posts.length === 0) await sleep(5)
    const seconds = ((platform.posts[0]?.at ?? 0) - start) / 1000
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
