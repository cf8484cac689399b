// Checks `npm run backup -- restored`: what fell due since the backup is unknown, however the state was restored.

import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock } from '../../src/adapters/host/clock.ts'
import { openStore, type StoreLocation } from '../../src/adapters/storage/open.ts'
import type { Store } from '../../src/core/delivery/store.ts'
import { nextYear, subscription } from '../contracts/store.ts'
import { createServerOfPostgres, type Server } from '../postgres.ts'
import { newState } from '../terminal.ts'

let server: Server
beforeAll(async () => {
  server = await createServerOfPostgres()
}, 60_000)
afterAll(() => server.remove(), 60_000)

let databases = 0
const clock = createClock()
const storeIn = (location: StoreLocation) => openStore(location, clock, () => {})
const restored = ({ state, database = '' }: StoreLocation) =>
  spawnSync(process.execPath, ['src/bin/backup.ts', 'restored'], {
    env: { DAYBOOK_ENV_FILE: '/dev/null', DAYBOOK_STATE: state, DATABASE_URL: database },
    encoding: 'utf8',
  })

const past = Temporal.Instant.from('2020-01-07T00:00:00Z')
const due = { occurrence: Temporal.PlainDate.from('2020-01-07'), at: past }
const future = {
  occurrence: Temporal.PlainDate.from('2999-01-07'),
  at: Temporal.Instant.from('2999-01-07T00:00:00Z'),
}

/** A pending post, one being sent, one whose hour came after the copy, and one that is years away. */
async function fill(store: Store): Promise<void> {
  const lease = { owner: 'a', until: past.add({ minutes: 1 }) }
  const waiting = await store.putSubscription(subscription({ next: due }))
  await store.openGroup({
    group: waiting,
    due,
    expiresAt: past.add({ hours: 72 }),
    next: nextYear,
    limit: 10,
  })
  const [sending] = await store.claim({ platform: 'fake', now: clock.now(), lease, limit: 1 })
  if (!sending) throw new Error('nothing was claimed')
  await store.markSending(sending, lease)
  const second = await store.putSubscription(subscription({ anniversary: 'second', next: due }))
  await store.openGroup({ group: second, due, expiresAt: past.add({ hours: 72 }), next: nextYear, limit: 10 })
  await store.putSubscription(subscription({ anniversary: 'third', next: due }))
  await store.putSubscription(subscription({ anniversary: 'fourth', next: future }))
}

const locations: Record<string, () => Promise<StoreLocation>> = {
  'a SQLite file that was put back': async () => {
    const [old, state] = [newState(), newState()]
    const store = await storeIn({ state: old })
    await fill(store)
    await store.close()
    copyFileSync(join(old, 'daybook.db'), join(state, 'daybook.db'))
    return { state }
  },
  'a PostgreSQL database': async () => {
    const name = `restored${++databases}`
    await server.createDatabase(name)
    const location = { state: newState(), database: server.url.replace(/[^/]*$/, name) }
    const store = await storeIn(location)
    await fill(store)
    await store.close()
    return location
  },
}

describe.each(Object.entries(locations))('%s', (_, make) => {
  it('does not send what fell due, unless the operator resends it', async () => {
    const location = await make()
    expect(restored(location)).toMatchObject({
      status: 0,
      stderr: '',
      stdout:
        'Restored 4 subscriptions and 3 deliveries.\n' +
        '3 of them fell due since the backup and may have been sent. npm run deliveries lists them.\n',
    })
    const store = await storeIn(location)
    const now = clock.now()
    const lease = { owner: 'b', until: now.add({ minutes: 1 }) }
    // Open the group as the dispatcher would: the rows exist already, and nothing becomes pending.
    const group = await store.dueGroup(now)
    if (group)
      await store.openGroup({ group, due, expiresAt: now.add({ hours: 72 }), next: future, limit: 10 })
    expect(await store.countDeliveries()).toMatchObject({ unknown: 3, pending: 0, leased: 0, sending: 0 })
    expect(await store.claim({ platform: 'fake', now, lease, limit: 10 })).toEqual([])
    const unknown = await store.listDeliveries(['unknown'], 10)
    for (const { id } of unknown) await store.resend(id, now, now.add({ hours: 24 }))
    expect(await store.claim({ platform: 'fake', now, lease, limit: 10 })).toHaveLength(3)
    await store.close()
  })

  it('changes nothing when it runs a second time', async () => {
    const location = await make()
    restored(location)
    expect(restored(location)).toMatchObject({
      status: 0,
      stdout: 'Restored 4 subscriptions and 3 deliveries.\n',
    })
  })
})

it('names a state that does not exist', () => {
  const state = newState()
  expect(restored({ state })).toMatchObject({ status: 1, stdout: '' })
  expect(restored({ state }).stderr).toContain(`there is no state at ${join(state, 'daybook.db')}`)
})
