// Checks the PostgreSQL store: the contract of every store, and its server.

import { Client } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bossClaims } from '../../../src/adapters/storage/boss.ts'
import { migrations } from '../../../src/adapters/storage/migrations.ts'
import { openPostgres } from '../../../src/adapters/storage/postgres.ts'
import { StateError } from '../../../src/adapters/storage/sql.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import type { Clock } from '../../../src/core/ports.ts'
import { storeContract } from '../../contracts/store.ts'
import { createServerOfPostgres, type Server } from '../../postgres.ts'
import { checkPlaces, ROWS_BEFORE_PLACES, VERSION_BEFORE_PLACES } from './before-places.ts'

let server: Server
beforeAll(async () => {
  server = await createServerOfPostgres()
}, 60_000)
afterAll(() => server.remove(), 60_000)

// Later than every moment in the contract, so that no job waits for real time.
const clock: Clock = { now: () => Temporal.Instant.from('2027-02-01T00:00:00Z'), until: async () => {} }
let schemas = 0
const storeIn = async (schema: string): Promise<Store> => {
  const sql = await openPostgres(server.url, () => {}, schema)
  return createStore(sql, await bossClaims(sql, { clock, log: () => {}, schema: `${schema}_jobs` }))
}

let current = ''
storeContract(
  'PostgreSQL',
  async () => {
    current = `test${++schemas}`
    return storeIn(current)
  },
  () => storeIn(current),
)

describe('the PostgreSQL server', () => {
  it('that cannot be reached is refused without printing its password', async () => {
    const refused = openPostgres('postgres://daybook:secret@127.0.0.1:1/none', () => {})
    await expect(refused).rejects.toThrow(StateError)
    await expect(refused).rejects.not.toThrow(/secret/)
  })

  it('of a newer version is refused with a message that says what to do', async () => {
    const sql = await openPostgres(server.url, () => {}, 'newer')
    await sql.all('INSERT INTO migration (version) VALUES (99)')
    await sql.close()
    await expect(openPostgres(server.url, () => {}, 'newer')).rejects.toThrow(/written by a newer Daybook/)
  })

  it('is migrated once by two replicas that start at the same time', async () => {
    const both = await Promise.all([storeIn('together'), storeIn('together')])
    expect(await both[0].countDeliveries()).toMatchObject({ pending: 0 })
    await Promise.all(both.map(store => store.close()))
  })

  it('keeps the languages and memory of the version that knew no places', async () => {
    const client = new Client({ connectionString: server.url })
    await client.connect()
    await client.query('CREATE SCHEMA before_places; SET search_path = before_places')
    await client.query('CREATE TABLE migration (version INTEGER PRIMARY KEY)')
    for (const [index, step] of migrations('postgres').slice(0, VERSION_BEFORE_PLACES).entries()) {
      await client.query(step)
      await client.query('INSERT INTO migration (version) VALUES ($1)', [index + 1])
    }
    await client.query(`
      INSERT INTO subscription VALUES
        ('s1', 'telegram', '-100', '7', 'january-7', 'Asia/Phnom_Penh', '07:00:00', '3', 'february-28', 'active', NULL,
          1830643200000, '2028-01-07');
      INSERT INTO delivery
        (id, subscription, platform, occurrence, due_at, state, next_at, expires_at, attempt, resent)
      VALUES ('s1-20270107', 's1', 'telegram', '2027-01-07', 1799280000000, 'pending', 1799280000000, 1799539200000, 0, 0);
      ${ROWS_BEFORE_PLACES}`)
    await client.end()
    const store = await storeIn('before_places')
    await checkPlaces(store)
    await store.close()
  })
})
