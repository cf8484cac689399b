// Lets the connections to PostgreSQL fall silent while posts are sent, and measures how long nothing is posted.

import { setTimeout as sleep } from 'node:timers/promises'
import { round, type Table } from '../table.ts'
import { figures, type Part } from './part.ts'
import { startProxy, targetOf, throughProxy } from './proxy.ts'
import { startFakePlatform } from './server.ts'
import { comparePosts, createTestbed, postsReach, settled, stop } from './testbed.ts'

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
    await postsReach(platform.posts, ROWS / 3)
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

/** For noticing the silence, connecting again and going on. */
const MAX_RECOVERY_SECONDS = 20

export const silent: Part = async ({ databaseOf }) => {
  const tables: Table[] = []
  for (const isCut of [false, true]) {
    const { database = '' } = await databaseOf('PostgreSQL')
    tables.push({
      title: `Connections to PostgreSQL fall silent while ${ROWS} messages are sent; new ones ${isCut ? `too, for ${CUT_MS / 1000} s` : 'answer'}`,
      goals: {
        'seconds without posts': { max: MAX_RECOVERY_SECONDS + (isCut ? CUT_MS / 1000 : 0) },
        'error lines': { min: 1 },
        duplicates: { is: 0 },
        lost: { is: 0 },
        settled: { is: 'yes' },
      },
      rows: [figures(await silentRun({ database, isCut }))],
    })
  }
  return tables
}
