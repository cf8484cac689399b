// Runs `npm run chaos [-- name ...] [--short] [--json]`: makes deliveries fail in every way, and prints the results.

import { createServerOfPostgres } from '../../test/postgres.ts'
import { print, type Table } from '../table.ts'
import { burstRun } from './burst.ts'
import { catchUpRun, frozenRun } from './catchup.ts'
import { forumsRun, troubledRun, troubles } from './forums.ts'
import { killRun } from './kill.ts'
import { outageRun } from './outage.ts'
import { rateRun } from './rate.ts'
import { silentRun } from './silent.ts'

const isShort = process.argv.includes('--short')
const requested = process.argv.slice(2).filter(word => !word.startsWith('--'))
const server = await createServerOfPostgres()
let databases = 0

/** Creates a database for one run. */
async function createDatabase(): Promise<string> {
  const name = `chaos${++databases}`
  await server.createDatabase(name)
  return server.url.replace(/[^/]+$/, name)
}

const stores = ['SQLite', 'PostgreSQL'] as const
const databaseOf = async (store: (typeof stores)[number]) =>
  store === 'PostgreSQL' ? { database: await createDatabase() } : {}

const runs: Record<string, () => Promise<Table>> = {
  async kill() {
    const [rows, kills] = isShort ? [500, 5] : [10_000, 50]
    const table: Table = {
      title: `kill -9 x${kills} while sending ${rows}`,
      goal: '0 duplicates, 0 lost; what did not arrive is unknown, at most 0.15 per kill',
      rows: [],
    }
    for (const store of stores)
      for (const processes of [1, 2]) {
        const result = await killRun({ rows, kills, processes, ...(await databaseOf(store)) })
        table.rows.push({ store, processes, ...formatBooleans(result) })
      }
    return table
  },
  async keys() {
    const [rows, kills] = isShort ? [500, 5] : [5000, 25]
    const table: Table = {
      title: `An idempotent platform: kill -9 x${kills} while sending ${rows}, 5 % of the answers lost`,
      goal: '0 duplicates, 0 lost',
      rows: [],
    }
    for (const store of stores) {
      const result = await killRun({
        rows,
        kills,
        processes: 2,
        isIdempotent: true,
        loseAnswers: 0.05,
        ...(await databaseOf(store)),
      })
      table.rows.push({ store, processes: 2, ...formatBooleans(result) })
    }
    return table
  },
  async rate() {
    const rows = isShort ? 300 : 3000
    const table: Table = {
      title: `${rows} messages to 1,000 chats, limit 30/s and 1/s per chat`,
      goal: 'at least 0.9 of the limit, 0 refusals',
      rows: [],
    }
    for (const limits of ['lenient', 'strict'] as const)
      for (const processes of [1, 2])
        table.rows.push({
          limits,
          processes,
          'stall ms/s': 0,
          ...formatBooleans(await rateRun({ rows, chats: 1000, limit: 30, limits, processes })),
        })
    table.rows.push({
      limits: 'strict',
      processes: 2,
      'stall ms/s': 200,
      ...formatBooleans(
        await rateRun({
          rows: rows / 3,
          chats: 1000,
          limit: 30,
          limits: 'strict',
          processes: 2,
          stallMs: 200,
        }),
      ),
    })
    return table
  },
  async latency() {
    const rows = isShort ? 150 : 600
    const table: Table = {
      title: `${rows} messages, limit 30/s, with PostgreSQL some milliseconds away`,
      goal: 'at least 0.9 of the limit, 0 refusals',
      rows: [],
    }
    for (const databaseMs of [0, 5, 20, 50])
      for (const processes of [1, 2]) {
        const { database } = await databaseOf('PostgreSQL')
        const result = await rateRun({
          ...{ rows, chats: rows, limit: 30, limits: 'strict', processes, databaseMs },
          ...(database && { database }),
        })
        table.rows.push({ 'round trip ms': databaseMs, processes, ...formatBooleans(result) })
      }
    return table
  },
  async silent() {
    const table: Table = {
      title: 'Connections to PostgreSQL that fall silent while 600 messages are sent',
      goal: 'posts again within 20 s, or within 20 s after the cut of 15 s; an error line; 0 lost, 0 duplicates',
      rows: [],
    }
    for (const isCut of [false, true]) {
      const { database = '' } = await databaseOf('PostgreSQL')
      table.rows.push({
        'new connections': isCut ? 'silent for 15 s' : 'answer',
        ...formatBooleans(await silentRun({ database, isCut })),
      })
    }
    return table
  },
  async burst() {
    const rows = isShort ? 20_000 : 200_000
    const table: Table = {
      title: `${rows} rows due in one minute`,
      goal: 'in the ledger within 5 s, no block over 100 ms, none missed',
      rows: [],
    }
    for (const store of stores)
      table.rows.push({ store, ...formatBooleans(await burstRun({ rows, ...(await databaseOf(store)) })) })
    return table
  },
  async outage() {
    const rows = isShort ? 400 : 3000
    return {
      title: `PostgreSQL stopped three times for 4 s while sending ${rows}`,
      goal: 'no crash, 0 lost, 0 duplicates',
      rows: [formatBooleans(await outageRun({ rows, server }))],
    }
  },
  async forums() {
    return {
      title: 'Posts to forums of Discord',
      goal: '10 of 10, 0 duplicates, 0 refused',
      rows: [await forumsRun()],
    }
  },
  async discord() {
    const table: Table = {
      title: 'One channel of Discord in trouble, 60 others',
      goal: '60 others within 3 s; the one is not asked more often than every few seconds',
      rows: [],
    }
    for (const trouble of Object.keys(troubles) as (keyof typeof troubles)[])
      table.rows.push(await troubledRun(trouble))
    return table
  },
  async catchup() {
    const table: Table = { title: 'Down at the hour, then started', goal: 'first post within 5 s', rows: [] }
    for (const store of stores)
      table.rows.push({
        store,
        ...formatBooleans(await catchUpRun({ rows: 500, ...(await databaseOf(store)) })),
      })
    return table
  },
  async frozen() {
    return {
      title: 'SIGSTOP over the due second',
      goal: 'each post once, after SIGCONT',
      rows: [formatBooleans(await frozenRun())],
    }
  },
}

/** Prints yes and NO instead of true and false. */
const formatBooleans = (result: Record<string, string | number | boolean>) =>
  Object.fromEntries(
    Object.entries(result).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? 'yes' : 'NO') : value,
    ]),
  )

try {
  const unknown = requested.filter(name => !runs[name])
  if (unknown.length > 0) {
    console.error(`there is no run ${unknown.join(', ')}. The runs are ${Object.keys(runs).join(', ')}`)
    process.exitCode = 2
  } else {
    const tables: Table[] = []
    for (const [name, run] of Object.entries(runs)) {
      if (requested.length > 0 && !requested.includes(name)) continue
      const table = await run()
      tables.push(table)
      if (!process.argv.includes('--json')) print(table)
    }
    if (process.argv.includes('--json')) console.log(JSON.stringify(tables, null, 2))
  }
} finally {
  await server.remove()
}
