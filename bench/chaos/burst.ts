// Measures a burst of rows due in one minute: the time until all are in the ledger, and the longest event loop block.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createClock } from '../../src/adapters/host/clock.ts'
import { createDispatcher } from '../../src/core/delivery/dispatcher.ts'
import { round } from '../table.ts'
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
      recurrenceOf: () => ({ type: 'yearly', month: 1, day: 7 }),
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
