// Checks that a state written by the first version opens in this one, with its subscriptions and its ledger.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import { expect, it, onTestFinished } from 'vitest'
import { migrations } from '../../../src/adapters/storage/migrations.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { checkPlaces, ROWS_BEFORE_PLACES, VERSION_BEFORE_PLACES } from './before-places.ts'

/** A file of version 0.1: a chat with a sent, an interrupted and a pending post, and a chat that removed the bot. */
function firstVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybook-upgrade-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'daybook.db')
  const database = new DatabaseSync(path)
  database.exec(migrations('sqlite')[0] ?? '')
  database.exec(`
    PRAGMA user_version = 1;
    INSERT INTO subscription VALUES
      ('s1', 'telegram', '-100', '7', 'january-7', 'Asia/Phnom_Penh', '07:00:00', '3', 'february-28', 'active', NULL,
        1830643200000, '2028-01-07'),
      ('s2', 'telegram', '-200', '', 'january-7', 'UTC', '09:30:00', 'same-day', 'february-28', 'paused', 'kicked',
        1830643200000, '2028-01-07');
    INSERT INTO delivery VALUES
      ('s1-20260107', 's1', '2026-01-07', 1767744000000, 'sent', 1767744000000, 1768003200000, 1, 0, NULL, NULL,
        '4711', NULL),
      ('s1-20270107', 's1', '2027-01-07', 1799280000000, 'sending', 1799280000000, 1799539200000, 1, 0, 'a',
        1799280060000, NULL, NULL),
      ('s1-20280107', 's1', '2028-01-07', 1830643200000, 'pending', 1830643200000, 1830902400000, 0, 0, NULL, NULL,
        NULL, NULL);
    INSERT INTO rate VALUES ('telegram', 1799280000000000);
  `)
  database.close()
  return path
}

it('opens with everything in it and continues where it stopped', async () => {
  const store = createStore(openSqlite(firstVersion()))
  onTestFinished(() => store.close())
  const chat = { platform: 'telegram', chat: '-100', thread: '7' }
  expect(await store.subscriptionsOf(chat)).toMatchObject([
    { id: 's1', zone: 'Asia/Phnom_Penh', grace: { type: 'days', days: 3 }, status: { type: 'active' } },
  ])
  expect(await store.subscriptionsOf({ platform: 'telegram', chat: '-200' })).toMatchObject([
    { id: 's2', grace: { type: 'same-day' }, status: { type: 'paused', reason: 'kicked' } },
  ])
  // The interrupted send may have arrived, so it is not repeated.
  await store.recover(Temporal.Instant.from('2027-01-07T00:10:00Z'), [])
  expect(await store.deliveriesOf(chat, 10)).toMatchObject([
    { id: 's1-20280107', state: 'pending' },
    { id: 's1-20270107', state: 'unknown' },
    { id: 's1-20260107', state: 'sent', messageId: '4711' },
  ])
  expect(await store.countDeliveries()).toMatchObject({ pending: 1, sending: 0, unknown: 1, sent: 1 })
  expect(await store.countActive()).toBe(1)
  const due = Temporal.Instant.from('2028-01-07T00:00:00Z')
  expect(
    await store.claim({
      platform: 'telegram',
      now: due,
      lease: { owner: 'b', until: due.add({ minutes: 1 }) },
      limit: 10,
    }),
  ).toMatchObject([{ id: 's1-20280107' }])
  // Features of later versions work on it.
  await store.setLanguage(chat, 'km')
  expect(await store.languageOf(chat)).toBe('km')
})

it('takes a post written by a process of the previous version', async () => {
  const path = firstVersion()
  const store = createStore(openSqlite(path))
  onTestFinished(() => store.close())
  const before = new DatabaseSync(path)
  before.exec(`INSERT INTO delivery
      (id, subscription, occurrence, due_at, state, next_at, expires_at, attempt, resent)
    VALUES ('s1-20290107', 's1', '2029-01-07', 1862265600000, 'pending', 1862265600000, 1862524800000, 0, 0)`)
  before.close()
  const due = Temporal.Instant.from('2029-01-07T00:00:00Z')
  expect(
    await store.claim({
      platform: 'telegram',
      now: due,
      lease: { owner: 'b', until: due.add({ minutes: 1 }) },
      limit: 10,
    }),
  ).toContainEqual(expect.objectContaining({ id: 's1-20290107' }))
})

it('gives each language to its chat, and each memory to its place', async () => {
  const path = firstVersion()
  const before = new DatabaseSync(path)
  for (const step of migrations('sqlite').slice(1, VERSION_BEFORE_PLACES)) before.exec(step)
  before.exec(`PRAGMA user_version = ${VERSION_BEFORE_PLACES}; ${ROWS_BEFORE_PLACES}`)
  before.close()
  const store = createStore(openSqlite(path))
  onTestFinished(() => store.close())
  await checkPlaces(store)
})
