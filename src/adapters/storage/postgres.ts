// PostgreSQL as a Sql port, for several replicas over one ledger.
import pg from 'pg'
import type { Log } from '../../core/ports.ts'
import { migrations } from './migrations.ts'
import type { Row, Sql, Value } from './sql.ts'
import { StateError } from './sqlite.ts'

/** What pg-boss asks of a database: its own statements, in our transaction where there is one. */
export interface PostgresSql extends Sql {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
  transaction<T>(work: (sql: PostgresSql) => Promise<T>): Promise<T>
  /** Connections of pg-boss's own: who holds one in a transaction must never wait for another of the same pool. */
  aside: Pick<PostgresSql, 'executeSql'>
}

/** Connects and brings the schema up to date. Throws a StateError where it cannot. */
export async function openPostgres(url: string, log: Log, schema = 'daybook'): Promise<PostgresSql> {
  const pool = openPool(url, 10, schema, log)
  const aside = openPool(url, 3, schema, log)
  try {
    await migrate(pool, schema)
  } catch (error) {
    await Promise.all([pool.end(), aside.end()]).catch(() => {})
    if (error instanceof StateError) throw error
    // The address may hold a password: it is not said.
    throw new StateError(`DATABASE_URL cannot be used as the state: ${(error as Error).message}`, {
      cause: error,
    })
  }
  return {
    ...over(pool),
    aside: over(aside),
    async transaction(work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query('BEGIN')
        const result = await work(inside(client))
        await client.query('COMMIT')
        return result
      } catch (error) {
        await client.query('ROLLBACK').catch((failed: Error) => {
          broken = failed
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    async close() {
      await Promise.all([pool.end(), aside.end()])
    },
  }
}

function openPool(url: string, max: number, schema: string, log: Log): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path=${schema}`,
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  })
  // Without listeners a database that restarts ends the process, idle connections and busy ones alike.
  pool.on('error', error => log('info', 'database connection lost', { error: error.message }))
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

const int8 = 20

type Queries = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>

const over = (queries: Queries): Pick<PostgresSql, 'all' | 'executeSql'> => ({
  all: async (text: string, ...values: Value[]) => (await queries.query(text, values)).rows as Row[],
  // As it comes: several statements in one text give a list of results, which pg-boss unwraps itself.
  executeSql: (text, values) => queries.query(text, values),
})

function inside(client: pg.PoolClient): PostgresSql {
  const sql: PostgresSql = {
    ...over(client),
    aside: over(client),
    transaction: work => work(sql),
    close: async () => {},
  }
  return sql
}

async function migrate(pool: pg.Pool, schema: string): Promise<void> {
  const steps = migrations('postgres')
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // Of two replicas that start at once, one migrates and the other finds it done.
    await client.query('SELECT pg_advisory_xact_lock(7011979)')
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
        await client.query(step)
        await client.query('INSERT INTO migration (version) VALUES ($1)', [index + 1])
      }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
