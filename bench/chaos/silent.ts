// Lets the connections to PostgreSQL fall silent while posts are sent, and measures how long nothing is posted.

import { setTimeout as sleep } from 'node:timers/promises'
import { round } from '../table.ts'
import { startProxy, targetOf, throughProxy } from './proxy.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, settled, stop } from './testbed.ts'

const ROWS = 600
/** How long new connections are silent too. */
const CUT_MS = 15_000

export async function silentRun({ database, isCut }: { database: string; isCut: boolean }) {
  const platform = await startFakePlatform({
    perSecond: 0,
    perSecondInChat: 0,
    limits: 'none',
    loseAnswers: 0,
    isIdempotent: false,
    latency: () => 20 + Math.random() * 30,
  })
  const proxy = await startProxy(targetOf(database), 1)
  const testbed = await createTestbed({
    url: platform.url,
    perSecond: 29,
    leaseSeconds: 60,
    database: throughProxy(database, proxy),
    direct: database,
  })
  const sender = testbed.start()
  let errors = 0
  sender.on('message', message => {
    if (message === 'error') errors++
  })
  try {
    await testbed.subscribe(ROWS)
    while (platform.posts.length < ROWS / 3) await sleep(10)
    proxy.silence()
    proxy.isCut = isCut
    const silentAt = performance.now()
    if (isCut) await sleep(CUT_MS)
    proxy.isCut = false
    // Those that were opened during the cut stay silent.
    const isSettled = await settled(testbed.store, 150)
    await stop(sender)
    const times = [silentAt, ...platform.posts.map(post => post.at).filter(at => at > silentAt)]
    // Without the last ones: a row whose attempt was lost waits for its lease.
    const gaps = times.slice(1, -ROWS / 10).map((at, index) => at - (times[index] ?? at))
    const { duplicates, lost, unknown } = comparePosts(platform.posts, await testbed.ledger())
    return {
      'seconds without posts': round(Math.max(...gaps) / 1000, 1),
      'error lines': errors,
      ...{ duplicates, lost, unknown, settled: isSettled },
    }
  } finally {
    sender.kill('SIGKILL')
    await testbed.close()
    await platform.close()
    await proxy.close()
  }
}
