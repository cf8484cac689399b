// Kills processes while they send, and checks that nothing arrives twice and what did not arrive is unknown.

import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { round, type Table } from '../table.ts'
import { figures, nothingLost, type Part, stores } from './part.ts'
import { type PlatformBehaviour, startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, ended, postsReach, settled, stop } from './testbed.ts'

export interface KillOptions {
  rows: number
  kills: number
  processes: number
  database?: string
  isIdempotent?: boolean
  loseAnswers?: number
  perSecond?: number
  /** Milliseconds until an answer. */
  latency?: () => number
}

const unlimitedPlatform: PlatformBehaviour = {
  perSecond: 0,
  perSecondInChat: 0,
  limits: 'none',
  loseAnswers: 0,
  isIdempotent: false,
  // About what platforms take, so that something is in flight at every kill.
  latency: () => 20 + Math.random() * 80,
}

export async function killRun({
  rows,
  kills,
  processes,
  database,
  isIdempotent = false,
  loseAnswers = 0,
  // The pace of the fastest platform: what a kill loses grows with the pace.
  perSecond = 50,
  latency = unlimitedPlatform.latency,
}: KillOptions) {
  const platform = await startFakePlatform({ ...unlimitedPlatform, isIdempotent, loseAnswers, latency })
  const testbed = await createTestbed({
    url: platform.url,
    perSecond,
    isIdempotent,
    ...(database && { database }),
  })
  const running: ChildProcess[] = []
  try {
    await testbed.subscribe(rows)
    for (let n = 0; n < processes; n++) running.push(testbed.start())
    // Kills are spread over the run by posts, not by time, so a slow machine is killed just as often.
    for (let kill = 1; kill <= kills; kill++) {
      const target = Math.floor((rows * kill) / (kills + 1))
      if (!(await postsReach(platform.posts, target))) break
      await sleep(Math.random() * 20)
      const victim = kill % processes
      running[victim]?.kill('SIGKILL')
      await ended(running[victim] as ChildProcess)
      running[victim] = testbed.start()
    }
    const isSettled = (await postsReach(platform.posts, 1)) && (await settled(testbed.store, 180))
    await Promise.all(running.map(stop))
    const result = comparePosts(platform.posts, await testbed.ledger())
    return {
      ...result,
      settled: isSettled,
      'missing per kill': round(result.missing / Math.max(kills, 1), 3),
    }
  } finally {
    for (const child of running) child.kill('SIGKILL')
    await testbed.close()
    await platform.close()
  }
}

export const kill: Part = async ({ isShort, databaseOf }) => {
  const [rows, kills] = isShort ? [500, 10] : [10_000, 50]
  const table: Table = {
    title: `kill -9 x${kills} while sending ${rows}`,
    goal: 'what did not arrive is unknown',
    // A kill between the commit and the request loses one post at most. Ten kills are too few for a share.
    goals: { rows: { is: rows }, ...nothingLost, 'missing per kill': { max: isShort ? 0.5 : 0.15 } },
    rows: [],
  }
  for (const store of stores)
    for (const processes of [1, 2]) {
      const result = await killRun({ rows, kills, processes, ...(await databaseOf(store)) })
      table.rows.push({ store, processes, ...figures(result) })
    }
  return table
}

export const keys: Part = async ({ isShort, databaseOf }) => {
  const [rows, kills] = isShort ? [500, 5] : [5000, 25]
  const table: Table = {
    title: `An idempotent platform: kill -9 x${kills} while sending ${rows}, 5 % of the answers lost`,
    goals: { rows: { is: rows }, ...nothingLost, missing: { is: 0 }, unknown: { is: 0 } },
    rows: [],
  }
  const chaos = { rows, kills, processes: 2, isIdempotent: true, loseAnswers: 0.05 }
  for (const store of stores) {
    const result = await killRun({ ...chaos, ...(await databaseOf(store)) })
    table.rows.push({ store, processes: 2, ...figures(result) })
  }
  return table
}

export const answers: Part = async ({ isShort, databaseOf }) => {
  const rows = isShort ? 300 : 3000
  const table: Table = {
    title: `${rows} posts, 5 % of the answers lost after the post was accepted`,
    goal: 'nothing is sent again that may have arrived',
    goals: { rows: { is: rows }, ...nothingLost, missing: { is: 0 } },
    rows: [],
  }
  for (const store of stores) {
    const lossy = { rows, kills: 0, processes: 2, loseAnswers: 0.05, perSecond: 150 }
    table.rows.push({ store, ...figures(await killRun({ ...lossy, ...(await databaseOf(store)) })) })
  }
  return table
}
