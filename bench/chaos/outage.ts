// Stops the database three times during sending, and checks that nothing crashes, is lost or is sent twice.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Server } from '../../test/postgres.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, settled, stop } from './testbed.ts'

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
      while (platform.posts.length < (rows * outage) / (OUTAGES + 1)) await sleep(10)
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
