// Checks that frequent queries stay fast with a million rows: none scans a whole table or counts rows.

import { Temporal } from 'temporal-polyfill'
import { expect, it, onTestFinished } from 'vitest'
import type { Row, Sql } from '../../../src/adapters/storage/sql.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { deliveryStates, type Settlement } from '../../../src/core/delivery/ledger.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import { nextYear, subscription } from '../../contracts/store.ts'

const now = Temporal.Instant.from('2027-01-07T00:00:00Z')
const lease = { owner: 'a', until: now.add({ minutes: 1 }) }

function storeOver(sql: Sql): Store {
  const store = createStore(sql)
  onTestFinished(() => store.close())
  return store
}

/** The database, which reports each statement before it runs. */
const withListener = (sql: Sql, listen: (text: string, values: (string | number | null)[]) => void): Sql => ({
  ...sql,
  all(text, ...values) {
    listen(text, values)
    return sql.all(text, ...values)
  },
  transaction: work => sql.transaction(tx => work(withListener(tx, listen))),
})

const queries: [string, (store: Store) => Promise<unknown>][] = [
  [
    'the figures',
    store =>
      Promise.all([store.countDeliveries(), store.countActive(), store.nextWake(), store.backlog(now)]),
  ],
  ['a pass with nothing due', store => Promise.all([store.recover(now, []), store.dueGroup(now)])],
  ['a claim', store => store.claim({ platform: 'fake', now, lease, limit: 10 })],
  ['the check of paused chats', store => store.pausedChats('fake', now, 200)],
]

it.each(queries)('%s scans no table', async (_, query) => {
  const sql = openSqlite(':memory:')
  const statements = new Map<string, (string | number | null)[]>()
  const store = storeOver(withListener(sql, (text, values) => statements.set(text, values)))
  const saved = await store.putSubscription(subscription())
  await store.openGroup({
    group: saved,
    due: saved.next,
    expiresAt: saved.next.at.add({ hours: 72 }),
    next: nextYear,
    limit: 10,
  })
  statements.clear()
  await query(store)
  expect(statements.size).toBeGreaterThan(0)
  for (const [text, values] of statements) {
    const plan = (await sql.all(`EXPLAIN QUERY PLAN ${text}`, ...values)).map(({ detail }) => String(detail))
    // Pending rows in order of time: the scan ends at the first whose chat takes posts.
    const unexpected = plan.filter(step => !/^SCAN (d USING INDEX delivery_waiting|soonest)$/.test(step))
    expect(unexpected.filter(step => step.startsWith('SCAN')).join('\n'), text).toBe('')
  }
})

it('erases old rows without reading the others', async () => {
  const sql = openSqlite(':memory:')
  const texts: string[] = []
  await storeOver(withListener(sql, text => texts.push(text))).prune(now, now)
  const deliveries = texts.find(text => text.includes('delivery')) ?? ''
  const plan = await sql.all(`EXPLAIN QUERY PLAN ${deliveries}`, now.epochMilliseconds, 10)
  expect(plan.map(({ detail }) => detail).join('\n')).toMatch(/delivery_age \(due_at<\?\)/)
  expect(plan.filter(({ detail }) => String(detail).startsWith('SCAN'))).toEqual([])
})

it('erases and expires all rows, even more than fit in one batch', async () => {
  const sql = openSqlite(':memory:')
  const store = storeOver(sql)
  for (let n = 0; n < 600; n++)
    await store.putSubscription(subscription({ chat: { platform: 'fake', chat: String(n) } }))
  const group = await store.dueGroup(now)
  if (!group) return expect.fail('nothing is due')
  await store.openGroup({
    group,
    due: group.next,
    expiresAt: now.add({ hours: 1 }),
    next: nextYear,
    limit: 1000,
  })
  await store.recover(now.add({ hours: 2 }), [])
  expect(await store.countDeliveries()).toMatchObject({ pending: 0, expired: 600 })
  await store.prune(now.add({ hours: 2 }), now)
  expect(await store.countDeliveries()).toMatchObject({ expired: 0 })
})

it('the stored counts match the rows, whatever happens to them', async () => {
  const sql = openSqlite(':memory:')
  const store = storeOver(sql)
  const counted = async (table: string, column: string) =>
    new Map(
      (await sql.all(`SELECT ${column} AS state, COUNT(*) AS count FROM ${table} GROUP BY 1`)).map(pair),
    )
  const agree = async () => {
    const rows = await counted('delivery', 'state')
    const counts = await store.countDeliveries()
    for (const state of deliveryStates) expect(counts[state], state).toBe(rows.get(state) ?? 0)
    expect(await store.countActive()).toBe((await counted('subscription', 'status')).get('active') ?? 0)
    return counts
  }
  for (let n = 0; n < 40; n++)
    await store.putSubscription(subscription({ chat: { platform: 'fake', chat: String(n) } }))
  const group = await store.dueGroup(now)
  if (!group) return expect.fail('nothing is due')
  await store.openGroup({
    group,
    due: group.next,
    expiresAt: now.add({ hours: 1 }),
    next: nextYear,
    limit: 1000,
  })
  expect(await agree()).toMatchObject({ pending: 40 })
  const claimed = await store.claim({ platform: 'fake', now, lease, limit: 30 })
  expect(await agree()).toMatchObject({ pending: 10, leased: 30 })
  for (const each of claimed.slice(0, 20)) await store.markSending(each, lease)
  expect(await agree()).toMatchObject({ leased: 10, sending: 20 })
  const ends: Settlement[] = [{ state: 'sent', messageId: '1' }, { state: 'failed' }, { state: 'unknown' }]
  for (const [n, each] of claimed.slice(0, 12).entries())
    await store.settle(each, 'a', ends[n % 3] ?? { state: 'failed' })
  expect(await agree()).toMatchObject({ sent: 4, failed: 4, unknown: 4 })
  await store.recover(now.add({ minutes: 2 }), [])
  await store.resend(claimed[1]?.id ?? '', now, now.add({ hours: 1 }))
  await store.skip(claimed[2]?.id ?? '')
  await store.pause({ platform: 'fake', chat: '3' }, 'blocked')
  await store.putSubscription(
    subscription({ chat: { platform: 'fake', chat: '4' }, status: { type: 'ended' } }),
  )
  expect(await agree()).toMatchObject({ skipped: 1, leased: 0, sending: 0 })
  await store.forget({ platform: 'fake', chat: '5' })
  await agree()
  await store.recover(now.add({ hours: 2 }), [])
  await store.prune(now.add({ hours: 2 }), now)
  expect(Object.values(await agree()).every(count => count === 0)).toBe(true)
})

const pair = ({ state, count }: Row) => [String(state), Number(count)] as const
