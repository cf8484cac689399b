// Measures pacing against a platform that enforces its limits: how close to the limit, and how often refused.

import { type ChildProcess, spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { type Goal, round, type Table } from '../table.ts'
import { figures, type Part } from './part.ts'
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
  /** Processes that keep a processor busy meanwhile. */
  burners?: number
  database?: string
  /** Added to each round trip between the senders and the database. */
  databaseMs?: number
}

/** As the adapter of Telegram paces itself: 50 ms to spare for a busy machine and the way to the platform. */
const PACED_SHARE = 28.5 / 30

export async function rateRun(options: RateOptions) {
  const { rows, chats, limit, limits, processes, stallMs = 0, burners = 0 } = options
  const { database, databaseMs = 0 } = options
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
    for (let n = 0; n < burners; n++) running.push(spawn(process.execPath, ['--eval', 'for (;;);']))
    const senders = Array.from({ length: processes }, () => testbed.start())
    running.push(...senders)
    const isSettled = await settled(testbed.store, (rows / limit) * 3 + 60)
    await Promise.all(senders.map(stop))
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

const goals: Record<string, Goal> = {
  'share of limit': { min: 0.9 },
  refusals: { is: 0 },
  duplicates: { is: 0 },
  lost: { is: 0 },
  settled: { is: 'yes' },
}

export const rate: Part = async ({ isShort }) => {
  const rows = isShort ? 300 : 3000
  const table: Table = {
    ...{ title: `${rows} messages to 1,000 chats, limit 30/s and 1/s per chat`, goals, rows: [] },
  }
  for (const limits of ['lenient', 'strict'] as const)
    for (const processes of [1, 2]) {
      const result = await rateRun({ rows, chats: 1000, limit: 30, limits, processes })
      table.rows.push({ limits, processes, ...figures(result) })
    }
  return [table, await stalled(rows / 3)]
}

/** A moment that passed while the process stood still is lost: catching up would break the limit. */
async function stalled(rows: number): Promise<Table> {
  const stallMs = 200
  const result = await rateRun({ rows, chats: 1000, limit: 30, limits: 'strict', processes: 2, stallMs })
  return {
    title: `${rows} messages by two processes that stand still for ${stallMs} ms of each second`,
    goals: { ...goals, 'share of limit': { min: 0.7 } },
    rows: [{ 'stall ms/s': stallMs, ...figures(result) }],
  }
}

/** As many busy processes as there are processors, beside the sender and the fake platform. */
export const busy: Part = async ({ isShort }) => {
  const rows = isShort ? 150 : 600
  const burners = availableParallelism()
  const result = await rateRun({ rows, chats: rows, limit: 30, limits: 'strict', processes: 1, burners })
  return {
    title: `${rows} messages, limit 30/s, beside ${burners} processes that never rest`,
    goals,
    rows: [{ burners, ...figures(result) }],
  }
}

export const latency: Part = async ({ isShort, databaseOf }) => {
  const rows = isShort ? 150 : 600
  const table: Table = {
    ...{ title: `${rows} messages, limit 30/s, with PostgreSQL some milliseconds away`, goals, rows: [] },
  }
  for (const databaseMs of [0, 5, 20, 50])
    for (const processes of [1, 2]) {
      const result = await rateRun({
        ...{ rows, chats: rows, limit: 30, limits: 'strict', processes, databaseMs },
        ...(await databaseOf('PostgreSQL')),
      })
      table.rows.push({ 'round trip ms': databaseMs, processes, ...figures(result) })
    }
  return table
}
