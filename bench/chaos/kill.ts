// Kills processes while they send, and checks that nothing arrives twice and what did not arrive is unknown.

import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { round } from '../table.ts'
import { type PlatformBehaviour, startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, ended, settled, stop } from './testbed.ts'

export interface KillOptions {
  rows: number
  kills: number
  processes: number
  database?: string
  isIdempotent?: boolean
  loseAnswers?: number
  perSecond?: number
}

const unlimitedPlatform: PlatformBehaviour = {
  perSecond: 0,
  perSecondInChat: 0,
  limits: 'none',
  loseAnswers: 0,
  isIdempotent: false,
  latency: () => 2 + Math.random() * 18,
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
}: KillOptions) {
  const platform = await startFakePlatform({ ...unlimitedPlatform, isIdempotent, loseAnswers })
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
      while (platform.posts.length < target) await sleep(2)
      await sleep(Math.random() * 20)
      const victim = kill % processes
      running[victim]?.kill('SIGKILL')
      await ended(running[victim] as ChildProcess)
      running[victim] = testbed.start()
    }
    const isSettled = await settled(testbed.store, 180)
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
