// Checks a full disk, an unusable state and a killed migration: a clear message, and nothing lost.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { migrations } from '../../../src/adapters/storage/migrations.ts'
import { StateError } from '../../../src/adapters/storage/sql.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { createDispatcher } from '../../../src/core/delivery/dispatcher.ts'
import { subscription } from '../../contracts/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'daybook-trouble-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a full disk', () => {
  it('stops posts before they are sent and loses none: they go out when there is space again', async () => {
    const sql = openSqlite(join(folder, 'full.db'))
    const store = createStore(sql)
    let now = Temporal.Instant.from('2027-01-07T00:00:00Z')
    const sent: string[] = []
    const errors: string[] = []
    const dispatcher = createDispatcher({
      store,
      clock: { now: () => now, until: async () => {} },
      platforms: [
        {
          name: 'fake',
          limits: { perSecond: 100, perSecondInChat: 100, isIdempotent: false },
          send: async (_to, _message, key) => {
            sent.push(key)
            return { status: 'sent', id: key }
          },
        },
      ],
      owner: 'a',
      log: (_, event, details) => errors.push(`${event} ${JSON.stringify(details)}`),
      recurrenceOf: () => ({ type: 'yearly', month: 1, day: 7 }),
      compose: () => ({ body: [] }),
      notice: () => undefined,
    })
    for (let n = 0; n < 200; n++)
      await store.putSubscription(subscription({ chat: { platform: 'fake', chat: `chat ${n}` } }))
    const [pages] = await sql.all('PRAGMA page_count')
    await sql.all(`PRAGMA max_page_count = ${pages?.page_count}`)
    await expect(dispatcher.pass()).rejects.toThrow(/full/)
    expect(sent).toEqual([])
    await sql.all('PRAGMA max_page_count = 1000000')
    now = now.add({ minutes: 2 })
    await dispatcher.pass()
    expect(new Set(sent).size).toBe(200)
    expect(sent).toHaveLength(200)
    await store.close()
  })
})

describe('a state that cannot be used', () => {
  it.each([
    [
      'its folder is a file',
      () => writeFileSync(join(folder, 'file'), ''),
      join(folder, 'file', 'daybook.db'),
    ],
    ['the file is a folder', () => mkdirSync(join(folder, 'dir.db')), join(folder, 'dir.db')],
    ['the folder cannot exist', () => {}, '/proc/daybook/daybook.db'],
  ])('is refused by name if %s', (_, prepare, path) => {
    prepare()
    expect(() => openSqlite(path)).toThrow(StateError)
    expect(() => openSqlite(path)).toThrow(path)
  })

  it.skipIf(process.getuid?.() === 0)('is refused if it is read-only (root may write anything)', async () => {
    const path = join(folder, 'readonly.db')
    await openSqlite(path).close()
    chmodSync(path, 0o444)
    expect(() => openSqlite(path)).toThrow(StateError)
  })
})

describe('a migration', () => {
  it('killed halfway leaves the state as it was, and the next start migrates it', async () => {
    const path = join(folder, 'killed.db')
    const half = migrations('sqlite')[0]?.split('CREATE TABLE delivery')[0] ?? ''
    const script = `
      const { DatabaseSync } = require('node:sqlite')
      const database = new DatabaseSync(${JSON.stringify(path)})
      database.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE')
      database.exec(${JSON.stringify(half)})
      process.kill(process.pid, 'SIGKILL')`
    expect(spawnSync(process.execPath, ['-e', script]).signal).toBe('SIGKILL')
    const store = createStore(openSqlite(path))
    expect(await store.countDeliveries()).toMatchObject({ pending: 0 })
    await store.close()
  })
})
