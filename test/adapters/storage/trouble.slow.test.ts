// Checks a full disk, an unusable state and a killed migration: a clear message, and nothing lost.

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '../../../src/adapters/storage/migrations.ts'
import { StateError } from '../../../src/adapters/storage/sql.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { createDispatcher } from '../../../src/core/delivery/dispatcher.ts'
import { january7, subscription } from '../../contracts/store.ts'

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
      recurringDayOf: () => january7,
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

  it.each([
    ['and was closed', 'await sql.close()'],
    ['and has a log beside it', "process.kill(process.pid, 'SIGKILL')"],
  ])('is refused if it is read-only %s', (_, leave) => {
    const place = mkdtempSync(join(tmpdir(), 'daybook-readonly-'))
    onTestFinished(() => rmSync(place, { recursive: true, force: true }))
    chmodSync(place, 0o755)
    const path = join(place, 'daybook.db')
    const run = (work: string, asNobody = false) =>
      spawnSync(process.execPath, ['--input-type=module', '-e', `${openState(path)}\n${work}`], {
        encoding: 'utf8',
        // Root may write anything.
        ...(asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
      })
    run(leave)
    for (const name of readdirSync(place)) chmodSync(join(place, name), 0o444)
    expect(run('', true).stderr).toMatch(/StateError: .*daybook\.db cannot be used as the state/)
  })
})

const NOBODY = 65_534

const openState = (path: string) => `
  import { openSqlite } from ${JSON.stringify(new URL('../../../src/adapters/storage/sqlite.ts', import.meta.url).href)}
  let sql
  try {
    sql = openSqlite(${JSON.stringify(path)})
  } catch (error) {
    console.error(error.constructor.name + ': ' + error.message)
    process.exit(1)
  }`

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
