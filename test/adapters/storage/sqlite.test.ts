// Checks the SQLite store: the contract of every store, and its file.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { createStoreProbe } from '../../../src/adapters/http/health.ts'
import { StateError } from '../../../src/adapters/storage/sql.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { storeContract, subscription } from '../../contracts/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'daybook-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
const newPath = () => join(folder, String(++files), 'daybook.db')
const storeAt = (path: string) => createStore(openSqlite(path))

let current = ''
storeContract(
  'SQLite',
  async () => {
    current = newPath()
    return storeAt(current)
  },
  async () => storeAt(current),
)

describe('the SQLite file', () => {
  it('is created with its folder, and opens again', async () => {
    const path = newPath()
    await storeAt(path).close()
    await storeAt(path).close()
  })

  it('is on disk before a write is acknowledged: WAL, synchronous FULL', async () => {
    const sql = openSqlite(newPath())
    expect(await sql.all('PRAGMA synchronous')).toEqual([{ synchronous: 2 }])
    expect(await sql.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }])
    await sql.close()
  })

  it('of a newer version is refused with a message that says what to do', () => {
    const path = join(folder, 'newer.db')
    const database = new DatabaseSync(path)
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(() => openSqlite(path)).toThrow(StateError)
    expect(() => openSqlite(path)).toThrow(/written by a newer Daybook.*DAYBOOK_STATE/)
  })

  it('that is not a database is refused and left as it is', () => {
    const path = join(folder, 'text.db')
    writeFileSync(path, 'this is not a database, but somebody may want it'.repeat(40))
    expect(() => openSqlite(path)).toThrow(/text\.db cannot be used as the state/)
  })

  it('that is in a file says that a folder is needed', () => {
    const path = join(folder, 'file')
    writeFileSync(path, '')
    expect(() => openSqlite(`${path}/daybook.db`)).toThrow(/DAYBOOK_STATE has to name a folder/)
  })

  it('rolls back a transaction that fails halfway', async () => {
    const sql = openSqlite(newPath())
    const work = sql.transaction(async tx => {
      await tx.all("INSERT INTO rate (key, tat) VALUES ('a', 1)")
      throw new Error('halfway')
    })
    await expect(work).rejects.toThrow('halfway')
    expect(await sql.all('SELECT * FROM rate')).toEqual([])
    await sql.close()
  })

  it('that can no longer be written says so to the health check, and what to do', async () => {
    const sql = openSqlite(newPath())
    const store = createStore(sql)
    const clock = { now: () => Temporal.Instant.from('2027-01-07T00:00:00Z') }
    expect(await createStoreProbe(store, clock)()).toBe('answers')
    await sql.all('PRAGMA query_only = ON')
    expect(await createStoreProbe(store, clock)()).toBe('cannot be written')
    await expect(store.remember({ key: 'a', value: '', now: clock.now() })).rejects.toThrow(
      /cannot be used as the state: .*must be able to write/,
    )
    await sql.all('PRAGMA query_only = OFF')
    expect(await createStoreProbe(store, clock)()).toBe('answers')
    await store.close()
  })

  it('keeps the first error of a transaction that has already ended', async () => {
    const sql = openSqlite(newPath())
    const work = sql.transaction(async tx => {
      // As SQLite does by itself when the disk is full.
      await tx.all('ROLLBACK')
      throw new Error('the first error')
    })
    await expect(work).rejects.toThrow('the first error')
    await sql.close()
  })

  it('serves two processes: what one writes, the other reads', async () => {
    const path = newPath()
    const [one, two] = [storeAt(path), storeAt(path)]
    await one.putSubscription(subscription())
    expect(await two.subscriptionsOf(subscription().chat)).toHaveLength(1)
    await one.close()
    await two.close()
  })
})
