// Checks that a start notices sends that its state does not know, and sends none of these posts a second time.

import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openSendingStore } from '../../../src/adapters/storage/open.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import type { Clock } from '../../../src/core/ports.ts'
import { nextYear, subscription } from '../../contracts/store.ts'

const now = Temporal.Instant.from('2027-01-07T00:00:00Z')
const clock: Clock = { now: () => now, until: async () => {} }
const lease = { owner: 'a', until: now.add({ minutes: 1 }) }

let folder = ''
let errors: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daybook-marker-'))
  errors = []
})

const at = (name: string) => join(folder, name)
const open = () =>
  openSendingStore({ state: folder }, clock, (level, event, details) => {
    if (level === 'error') errors.push(`${event}: ${details.kind}, ${details.unknown} unknown`)
  })

async function subscribe(store: Store, chats: number): Promise<void> {
  for (let n = 0; n < chats; n++)
    await store.putSubscription(subscription({ chat: { platform: 'fake', chat: `${n}` } }))
}

async function openRows(store: Store): Promise<void> {
  const group = await store.dueGroup(now)
  if (!group) return
  const expiresAt = now.add({ hours: 72 })
  await store.openGroup({ group, due: group.next, expiresAt, next: nextYear, limit: 100 })
}

/** Sends up to `limit` posts and returns their chats. */
async function send(store: Store, limit: number): Promise<string[]> {
  await openRows(store)
  const claimed = await store.claim({ platform: 'fake', now, lease, limit })
  for (const delivery of claimed) {
    await store.markSending(delivery, lease)
    await store.settle(delivery, 'a', { state: 'sent', messageId: '1' })
  }
  return claimed.map(each => each.subscription.chat.chat)
}

/** A state from which two of ten posts were sent, then copied, then three more were sent. */
async function sendAroundCopy(): Promise<void> {
  const store = await open()
  await subscribe(store, 10)
  expect(await send(store, 2)).toHaveLength(2)
  const sql = openSqlite(at('daybook.db'))
  await sql.all('PRAGMA wal_checkpoint(TRUNCATE)')
  copyFileSync(at('daybook.db'), at('copy.db'))
  expect(await send(store, 3)).toHaveLength(3)
  // Closed last, because the last to close folds the log into the file.
  onTestFinished(async () => {
    await sql.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
}

const removeState = () => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(at(`daybook.db${suffix}`), { force: true })
}

async function reopen<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await open()
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

describe('a start over the state that sent the last posts', () => {
  it('says nothing and goes on where it stopped', async () => {
    await sendAroundCopy()
    expect(await reopen(store => send(store, 10))).toHaveLength(5)
    expect(errors).toEqual([])
  })

  it('says nothing if the marker is not there, as after a move or an upgrade', async () => {
    await sendAroundCopy()
    rmSync(at('daybook.db.marker'))
    expect(await reopen(store => send(store, 10))).toHaveLength(5)
    expect(errors).toEqual([])
  })

  it('says nothing if the marker cannot be read', async () => {
    await sendAroundCopy()
    truncateSync(at('daybook.db.marker'), 20)
    expect(await reopen(store => send(store, 10))).toHaveLength(5)
    expect(errors).toEqual([])
  })
})

describe('a start over another state', () => {
  it('treats what was due as unknown if an older copy was put back', async () => {
    await sendAroundCopy()
    removeState()
    copyFileSync(at('copy.db'), at('daybook.db'))
    expect(await reopen(store => send(store, 10))).toEqual([])
    expect(errors).toEqual(['posts were sent that the state does not know: an older copy, 8 unknown'])
    // Once.
    await reopen(async () => {})
    expect(errors).toHaveLength(1)
  })

  it('treats what was due as unknown if the log beside the file was lost', async () => {
    await sendAroundCopy()
    copyFileSync(at('daybook.db'), at('without-log.db'))
    removeState()
    copyFileSync(at('without-log.db'), at('daybook.db'))
    expect(await reopen(store => send(store, 10))).toEqual([])
    expect(errors).toHaveLength(1)
  })

  it.each([
    ['was deleted', removeState],
    [
      'was emptied',
      () => {
        removeState()
        writeFileSync(at('daybook.db'), '')
      },
    ],
  ])('sends nothing that was due before to those who subscribe again if it %s', async (_, lose) => {
    await sendAroundCopy()
    lose()
    await reopen(async store => {
      await subscribe(store, 10)
      expect(await send(store, 10)).toEqual([])
      expect(await store.countDeliveries()).toMatchObject({ unknown: 10, pending: 0 })
    })
    expect(errors).toEqual(['posts were sent that the state does not know: new or emptied, 0 unknown'])
  })

  it('sends what falls due after the newest post that was sent', async () => {
    await sendAroundCopy()
    removeState()
    await reopen(async store => {
      const later = { occurrence: Temporal.PlainDate.from('2027-01-07'), at: now.add({ seconds: 1 }) }
      const kept = await store.putSubscription(subscription({ next: later }))
      const expiresAt = now.add({ hours: 72 })
      await store.openGroup({ group: kept, due: later, expiresAt, next: nextYear, limit: 10 })
      expect(await store.countDeliveries()).toMatchObject({ unknown: 0, pending: 1 })
    })
  })
})
