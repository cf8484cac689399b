// Opens PostgreSQL as a Sql port, for several replicas over one ledger.

import type { Log } from '../../core/ports.ts'
import { migrations } from './migrations.ts'
import { noSilence, openPool, type Pool, type PoolClient } from './pool.ts'
import { type Row, type Sql, type SqlValue, StateError } from './sql.ts'

/** A Sql port that pg-boss can use too, in our transaction if there is one. */
export interface PostgresSql extends Sql {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
  transaction<T>(work: (sql: PostgresSql) => Promise<T>): Promise<T>
  /** Connections for pg-boss alone: a transaction that holds a connection must never wait for another of its pool. */
  queuePool: Pick<PostgresSql, 'executeSql'>
}

const MAX_CONNECTIONS = 10
const MAX_QUEUE_CONNECTIONS = 3
/** The key of the advisory lock under which replicas change the schema. Any number does, if it is always the same. */
export const MIGRATION_LOCK = 7_011_979

/** Connects and brings the schema up to date. Throws a StateError if it cannot. */
export async function openPostgres(url: string, log: Log, schema = 'daybook'): Promise<PostgresSql> {
  const options = { url, schema, silence: noSilence(), log }
  const pool = openPool({ ...options, max: MAX_CONNECTIONS })
  const queuePool = openPool({ ...options, max: MAX_QUEUE_CONNECTIONS })
  try {
    await migrate(pool, schema)
  } catch (error) {
    await Promise.all([pool.end(), queuePool.end()]).catch(() => {})
    if (error instanceof StateError) throw error
    // The address may hold a password, so it is not printed.
    throw new StateError(`DATABASE_URL cannot be used as the state: ${(error as Error).message}`, {
      cause: error,
    })
  }
  return {
    ...queriesOn(pool),
    queuePool: queriesOn(queuePool),
    transaction: work =>
      pool.withClient(async client => {
        await client.query('BEGIN')
        try {
          const result = await work(insideTransaction(client))
          await client.query('COMMIT')
          return result
        } catch (error) {
          await client.query('ROLLBACK').catch(() => {})
          throw error
        }
      }),
    async close() {
      await Promise.all([pool.end(), queuePool.end()])
    },
  }
}

const queriesOn = (queries: Pick<PoolClient, 'query'>): Pick<PostgresSql, 'all' | 'executeSql'> => ({
  all: async (text: string, ...values: SqlValue[]) => (await queries.query(text, values.map(storable))).rows,
  // Unchanged: several statements in one text give a list of results, which pg-boss unwraps itself.
  executeSql: (text, values) => queries.query(text, values),
})

/**
 * PostgreSQL takes no U+0000 (https://www.postgresql.org/docs/current/datatype-character.html), which anybody can put into
 * the data of a button.
 */
const storable = (value: SqlValue): SqlValue =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value

function insideTransaction(client: PoolClient): PostgresSql {
  const sql: PostgresSql = {
    ...queriesOn(client),
    queuePool: queriesOn(client),
    transaction: work => work(sql),
    close: async () => {},
  }
  return sql
}

function migrate(pool: Pool, schema: string): Promise<void> {
  return pool.withClient(async client => {
    const steps = migrations('postgres')
    await client.query('BEGIN')
    try {
      await client.query('SET LOCAL statement_timeout = 0')
      // If two replicas start at once, one migrates and the other finds it done.
      await client.queryUnlimited(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`)
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
      await client.query('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)')
      const { rows } = await client.query('SELECT COALESCE(MAX(version), 0) AS version FROM migration')
      const from = Number(rows[0]?.version)
      if (from > steps.length)
        throw new StateError(
          `the database was written by a newer Daybook (schema ${from}; this one knows ${steps.length}). Run that version, or name another DATABASE_URL.`,
        )
      for (const [index, step] of steps.entries())
        if (index >= from) {
          await client.queryUnlimited(step)
          await client.query('INSERT INTO migration (version) VALUES ($1)', [index + 1])
        }
      await client.query('COMMIT')
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {})
      throw error
    }
  })
}
