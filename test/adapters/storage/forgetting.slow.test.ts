// Checks that /forget leaves nothing of a chat in any table of the store, including the queue's.

import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bossClaims } from '../../../src/adapters/storage/boss.ts'
import { openPostgres, type PostgresSql } from '../../../src/adapters/storage/postgres.ts'
import type { Sql } from '../../../src/adapters/storage/sql.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import type { Address, Clock } from '../../../src/core/ports.ts'
import { nextYear, subscription } from '../../contracts/store.ts'
import { createServerOfPostgres, type Server } from '../../postgres.ts'

const chat: Address = { platform: 'fake', chat: '-100777123456' }
const other: Address = { platform: 'fake', chat: '-100777999999' }
const now = Temporal.Instant.from('2027-02-01T00:00:00Z')
const clock: Clock = { now: () => now, until: async () => {} }

/** Stores everything there can be about a chat: rows in every state, topics, its language, its rate, memory. */
async function storeEverything(store: Store, address: Address): Promise<void> {
  const lease = { owner: 'a', until: now.add({ minutes: 1 }) }
  for (const [anniversary, thread] of [
    ['pending', ''],
    ['failed', '7'],
    ['sent', '8'],
    ['sending', '9'],
  ] as const) {
    const at = { ...address, ...(thread && { thread }) }
    const saved = await store.putSubscription(subscription({ anniversary, chat: at }))
    await store.openGroup({
      group: saved,
      due: saved.next,
      expiresAt: saved.next.at.add({ hours: 24 * 90 }),
      next: nextYear,
      limit: 10,
    })
  }
  for (const delivery of await store.claim({ platform: 'fake', now, lease, limit: 10 })) {
    const { anniversary } = delivery.subscription
    if (anniversary === 'pending')
      await store.settle(delivery, 'a', { state: 'pending', nextAt: now.add({ hours: 1 }) })
    if (anniversary === 'failed') await store.settle(delivery, 'a', { state: 'failed', error: 'refused' })
    if (anniversary === 'sent') {
      await store.markSending(delivery, lease)
      await store.settle(delivery, 'a', { state: 'sent', messageId: 'm' })
    }
    if (anniversary === 'sending') await store.markSending(delivery, lease)
  }
  await store.setLanguage(address, 'km')
  await store.remember({
    key: `wishes of ${address.chat}`,
    value: 'a role',
    now,
    chat: { ...address, thread: '7' },
  })
  await store.reserve({
    account: { key: 'fake', spacingMs: 1 },
    chats: [{ key: `fake/${address.chat}`, spacingMs: 1000 }],
    from: now,
  })
}

interface Table {
  name: string
  rows: string[]
}

/** Every row of every table as text. */
type Scan = () => Promise<Table[]>

const tablesWith = async (scan: Scan, words: string) =>
  (await scan()).filter(({ rows }) => rows.some(row => row.includes(words))).map(({ name }) => name)

async function checkForgetting(store: Store, scan: Scan, all: string[]): Promise<void> {
  await storeEverything(store, chat)
  await storeEverything(store, other)
  // The scan must find the rows, or it would prove nothing.
  expect((await tablesWith(scan, chat.chat)).sort()).toEqual(all)
  const mine = await store.rowsOf(chat)
  const ids = (mine.deliveries ?? []).map(({ id }) => String(id))
  expect(ids).toHaveLength(4)

  await store.forget(chat)
  expect(await tablesWith(scan, chat.chat)).toEqual([])
  for (const id of ids) expect(await tablesWith(scan, id)).toEqual([])
  // The other chat has lost nothing.
  expect((await tablesWith(scan, other.chat)).sort()).toEqual(all)
  expect((await store.rowsOf(other)).deliveries).toHaveLength(4)
}

const scanOf =
  (sql: Sql, tables: () => Promise<string[]>): Scan =>
  async () => {
    const found: Table[] = []
    for (const name of await tables())
      found.push({ name, rows: (await sql.all(`SELECT * FROM ${name}`)).map(row => JSON.stringify(row)) })
    return found
  }

it('in SQLite', async () => {
  const sql = openSqlite(':memory:')
  const tables = async () =>
    (await sql.all("SELECT name FROM sqlite_schema WHERE type = 'table'")).map(({ name }) => String(name))
  await checkForgetting(createStore(sql), scanOf(sql, tables), ['language', 'memory', 'rate', 'subscription'])
  await sql.close()
})

describe('in PostgreSQL', () => {
  let server: Server
  beforeAll(async () => {
    server = await createServerOfPostgres()
  }, 60_000)
  afterAll(() => server.remove(), 60_000)

  it('and its queue', async () => {
    const sql: PostgresSql = await openPostgres(server.url, () => {})
    const store = createStore(sql, await bossClaims(sql, { clock, log: () => {} }))
    const tables = async () =>
      (
        await sql.all(
          `SELECT table_schema || '."' || table_name || '"' AS name FROM information_schema.tables
           WHERE table_schema LIKE 'daybook%' AND table_type = 'BASE TABLE'`,
        )
      ).map(({ name }) => String(name))
    expect((await tables()).some(name => name.startsWith('daybook_jobs.'))).toBe(true)
    await checkForgetting(
      store,
      scanOf(sql, tables),
      ['language', 'memory', 'rate', 'subscription'].map(name => `daybook."${name}"`),
    )
    await store.close()
  })
})
