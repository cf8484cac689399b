// Checks that a row that is not what the program writes stops no other row.

import { Temporal } from 'temporal-polyfill'
import { expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { nextYear, subscription } from '../../contracts/store.ts'

const chatOf = (name: string) => ({ platform: 'fake', chat: name })
const now = Temporal.Instant.from('2027-01-07T00:00:00Z')
const lease = { owner: 'a', until: now.add({ minutes: 1 }) }

function open() {
  const sql = openSqlite(':memory:')
  const events: string[] = []
  const store = createStore(sql, undefined, (level, event) => events.push(`${level}: ${event}`))
  onTestFinished(() => store.close())
  return { sql, store, events }
}

it.each([
  ['local_time', 'seven'],
  ['local_time', '07:00'],
  ['next_occurrence', '2027-13-01'],
  ['grace', '{"days": 3'],
])('a subscription with a %s of %s is set aside once, and the next one is due', async (column, value) => {
  const { sql, store, events } = open()
  const bad = await store.putSubscription(subscription({ chat: chatOf('bad') }))
  const good = await store.putSubscription(subscription({ chat: chatOf('good') }))
  await sql.all(
    `UPDATE subscription SET ${column} = $1, next_due_at = next_due_at - 1 WHERE id = $2`,
    value,
    bad.id,
  )
  const group = await store.dueGroup(now)
  expect(group).toMatchObject({ next: good.next })
  expect(events).toEqual(['error: rows set aside'])
  expect(await store.listSetAside(10)).toMatchObject([{ id: bad.id, chat: chatOf('bad') }])
  expect(await store.subscriptionsOf(chatOf('good'))).toHaveLength(1)
})

it('a delivery that cannot be read waits, and the others of its batch are leased', async () => {
  const { sql, store, events } = open()
  const bad = await store.putSubscription(subscription({ chat: chatOf('bad') }))
  await store.putSubscription(subscription({ chat: chatOf('good') }))
  await store.openGroup({
    group: bad,
    due: bad.next,
    expiresAt: now.add({ hours: 72 }),
    next: nextYear,
    limit: 10,
  })
  await sql.all("UPDATE subscription SET local_time = 'seven' WHERE id = $1", bad.id)
  const claim = () => store.claim({ platform: 'fake', now, lease, limit: 10 })
  expect((await claim()).map(each => each.subscription.chat.chat)).toEqual(['good'])
  expect(await claim()).toEqual([])
  expect(events).toEqual(['error: rows set aside'])
  expect(await store.countDeliveries()).toMatchObject({ pending: 1, leased: 1 })
})
