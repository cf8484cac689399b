// Measures a burst of rows due in one minute: the time until all are in the ledger, and the longest event loop block.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createClock } from '../../src/adapters/host/clock.ts'
import { createDispatcher } from '../../src/core/delivery/dispatcher.ts'
import { round, type Table } from '../table.ts'
import { january7 } from './january-7.ts'
import { figures, type Part, type StoreName } from './part.ts'
import { createTestbed } from './testbed.ts'

export async function burstRun({ rows, database }: { rows: number; database?: string }) {
  const testbed = await createTestbed({ url: 'http://127.0.0.1:9/none', ...(database && { database }) })
  try {
    await testbed.subscribe(rows)
    const dispatcher = createDispatcher({
      store: testbed.store,
      clock: createClock(),
      // No platform: rows are opened, and nothing is sent.
      platforms: [],
      owner: 'burst',
      log: () => {},
      recurringDayOf: () => january7,
      compose: () => ({ body: [] }),
      notice: () => undefined,
    })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const start = performance.now()
    await dispatcher.pass()
    const seconds = (performance.now() - start) / 1000
    delay.disable()
    const { pending } = await testbed.store.countDeliveries()
    return {
      rows,
      seconds: round(seconds),
      'longest block ms': round(delay.max / 1e6, 1),
      missed: rows - pending,
    }
  } finally {
    await testbed.close()
  }
}

/** Seconds until every row is in the ledger. PostgreSQL also writes a job of pg-boss for each; posts do not wait for it. */
const MAX_SECONDS: Record<StoreName, number> = { SQLite: 5, PostgreSQL: 60 }

export const burst: Part = async ({ isShort, databaseOf }) => {
  const rows = isShort ? 20_000 : 200_000
  const tables: Table[] = []
  for (const store of ['SQLite', 'PostgreSQL'] as const)
    tables.push({
      title: `${rows} rows due in one minute, ${store}`,
      goals: { seconds: { max: MAX_SECONDS[store] }, 'longest block ms': { max: 100 }, missed: { is: 0 } },
      rows: [figures(await burstRun({ rows, ...(await databaseOf(store)) }))],
    })
  return tables
}
