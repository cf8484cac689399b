// Stops the database three times during sending, and checks that nothing crashes, is lost or is sent twice.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from '../../test/postgres.ts'
import { figures, nothingLost, type Part } from './part.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, postsReach, settled, stop } from './testbed.ts'

const OUTAGES = 3
const OUTAGE_MS = 4000

export async function outageRun({ rows, server }: { rows: number; server: Server }) {
  const platform = await startFakePlatform({
    perSecond: 0,
    perSecondInChat: 0,
    limits: 'none',
    loseAnswers: 0,
    isIdempotent: false,
    latency: () => 5 + Math.random() * 30,
  })
  const testbed = await createTestbed({
    url: platform.url,
    perSecond: 60,
    leaseSeconds: 20,
    database: server.url,
  })
  const sender = testbed.start()
  let crashed = false
  sender.once('exit', code => {
    crashed = code !== 0
  })
  try {
    await testbed.subscribe(rows)
    for (let outage = 1; outage <= OUTAGES; outage++) {
      if (!(await postsReach(platform.posts, (rows * outage) / (OUTAGES + 1)))) break
      await server.stop()
      await sleep(OUTAGE_MS)
      await server.start()
    }
    const isSettled = await settled(testbed.store, 120)
    await stop(sender)
    return { ...comparePosts(platform.posts, await testbed.ledger()), crashed, settled: isSettled }
  } finally {
    sender.kill('SIGKILL')
    await testbed.close().catch(() => {})
    await platform.close()
  }
}

export const outage: Part = async ({ isShort, server }) => {
  const rows = isShort ? 400 : 3000
  return {
    title: `PostgreSQL stopped three times for 4 s while sending ${rows}`,
    goals: { rows: { is: rows }, ...nothingLost, crashed: { is: 'NO' } },
    rows: [figures(await outageRun({ rows, server: await server() }))],
  }
}
