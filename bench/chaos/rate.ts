// Pacing against a platform that counts: how near to its limit, and how often refused.
import type { ChildProcess } from 'node:child_process'
import { round } from '../table.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, settled, stop } from './testbed.ts'

export interface RateOptions {
  rows: number
  chats: number
  /** What the platform allows a second over all chats; we pace a little below. */
  limit: number
  limits: 'lenient' | 'strict'
  processes: number
  /** Milliseconds a second for which each process stands still, as on a machine that is overloaded. */
  stall?: number
  database?: string
}

/** Evenly spaced at 29 of Telegram's 30: one to spare for the jitter of the network. */
const ours = (limit: number) => limit * (29 / 30)

export async function rateRun({ rows, chats, limit, limits, processes, stall = 0, database }: RateOptions) {
  const platform = await startFakePlatform({
    perSecond: limit,
    perSecondInChat: 1,
    limits,
    loseAnswers: 0,
    isIdempotent: false,
    latency: () => 20 + Math.random() * 180,
  })
  const testbed = await createTestbed({
    url: platform.url,
    perSecond: ours(limit),
    // As the account: a little below what the chat allows.
    perSecondInChat: 29 / 30,
    leaseSeconds: 60,
    stall,
    ...(database && { database }),
  })
  const running: ChildProcess[] = []
  try {
    await testbed.subscribe(rows, chats)
    for (let n = 0; n < processes; n++) running.push(testbed.start())
    const done = await settled(testbed.store, (rows / limit) * 3 + 60)
    await Promise.all(running.map(stop))
    const times = platform.posts.map(post => post.at)
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
    const result = comparePosts(platform.posts, await testbed.ledger())
    return {
      'of the limit': round((rows - 1) / seconds / limit, 3),
      refusals: platform.refusals,
      duplicates: result.duplicates,
      lost: result.lost + result.missing,
      settled: done,
    }
  } finally {
    for (const child of running) child.kill('SIGKILL')
    await testbed.close()
    await platform.close()
  }
}
