// Measures pacing against a platform that enforces its limits: how close to the limit, and how often refused.

import type { ChildProcess } from 'node:child_process'
import { round } from '../table.ts'
import { startProxy, targetOf, throughProxy } from './proxy.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, settled, stop } from './testbed.ts'

export interface RateOptions {
  rows: number
  chats: number
  /** What the platform allows per second over all chats. We pace a little below. */
  limit: number
  limits: 'lenient' | 'strict'
  processes: number
  /** Milliseconds per second for which each process stalls, as on an overloaded machine. */
  stallMs?: number
  database?: string
  /** Added to each round trip between the senders and the database. */
  databaseMs?: number
}

/** 29 of Telegram's 30 messages per second: one to spare for network jitter. */
const PACED_SHARE = 29 / 30

export async function rateRun(options: RateOptions) {
  const { rows, chats, limit, limits, processes, stallMs = 0, database, databaseMs = 0 } = options
  const proxy = database && databaseMs > 0 ? await startProxy(targetOf(database), databaseMs) : undefined
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
    perSecond: limit * PACED_SHARE,
    perSecondInChat: PACED_SHARE,
    leaseSeconds: 60,
    stallMs,
    ...(database && { database: proxy ? throughProxy(database, proxy) : database, direct: database }),
  })
  const running: ChildProcess[] = []
  try {
    await testbed.subscribe(rows, chats)
    for (let n = 0; n < processes; n++) running.push(testbed.start())
    const isSettled = await settled(testbed.store, (rows / limit) * 3 + 60)
    await Promise.all(running.map(stop))
    const times = platform.posts.map(post => post.at)
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
    const result = comparePosts(platform.posts, await testbed.ledger())
    return {
      'share of limit': round((rows - 1) / seconds / limit, 3),
      refusals: platform.refusals,
      duplicates: result.duplicates,
      lost: result.lost + result.missing,
      settled: isSettled,
    }
  } finally {
    for (const child of running) child.kill('SIGKILL')
    await testbed.close()
    await platform.close()
    await proxy?.close()
  }
}
