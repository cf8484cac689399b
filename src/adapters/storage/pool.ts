// Keeps connections to PostgreSQL, and gives up those that have gone silent.
//
// A router that forgets a connection, or a machine that is gone, closes nothing: without a limit of our own a statement
// would wait for hours (https://www.postgresql.org/docs/current/runtime-config-connection.html, tcp_keepalives_idle).

import pg from 'pg'
import type { Log } from '../../core/ports.ts'
import type { Row, SqlValue } from './sql.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** A connection that has not answered a statement for this long is silent. */
export const SILENT_AFTER_MS = 10_000
/** The server gives a slow statement up before that, so that slowness is not taken for silence. */
const STATEMENT_TIMEOUT_MS = 9000
/** The server frees the rows that a process locked and left, which may be at the other end of a dead connection. */
const IDLE_TRANSACTION_TIMEOUT_MS = 30_000
const KEEP_ALIVE_DELAY_MS = 10_000
/** The type's oid, https://www.postgresql.org/docs/current/catalog-pg-type.html */
const INT8_OID = 20

/** State shared by the pools of one database: if one connection is silent, the others most likely are too. */
export interface Silence {
  idle: Set<pg.PoolClient>
  reportedAt: number
}

export const noSilence = (): Silence => ({ idle: new Set(), reportedAt: Number.NEGATIVE_INFINITY })

export interface PoolOptions {
  url: string
  schema: string
  max: number
  silence: Silence
  log: Log
}

export interface Pool {
  query(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>
  /** Lends one connection to the work. One that went silent or broke is not used again. */
  withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T>
  end(): Promise<void>
}

/** One connection. `all` is one statement; a silent connection rejects it after SILENT_AFTER_MS. */
export interface PoolClient {
  query(text: string, values?: readonly (SqlValue | unknown)[]): Promise<pg.QueryResult<Row>>
  /** Without the limits on a statement: a migration takes as long as its tables are large. */
  queryUnlimited(text: string): Promise<unknown>
}

export function openPool({ url, schema, max, silence, log }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: SILENT_AFTER_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    options: [
      `-c search_path=${schema}`,
      `-c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
      `-c idle_in_transaction_session_timeout=${IDLE_TRANSACTION_TIMEOUT_MS}`,
    ].join(' '),
    types: {
      getTypeParser: (oid, format) => (oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  const { idle } = silence
  // Without listeners a database that restarts would end the process, by idle and by busy connections.
  pool.on('error', error => log('info', 'database connection lost', { error: error.message }))
  pool.on('connect', client => client.on('error', () => {}))
  pool.on('acquire', client => idle.delete(client))
  pool.on('release', (error, client) => error || idle.add(client))
  pool.on('remove', client => idle.delete(client))

  return {
    query: (text, values) => withClient(client => client.query(text, values), { keepsOnError: false }),
    withClient,
    end: () => pool.end(),
  }

  async function withClient<T>(
    work: (client: PoolClient) => Promise<T>,
    { keepsOnError = true } = {},
  ): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    const query = async (config: pg.QueryConfig, isLimited = true) => {
      if (broken) throw broken
      try {
        return await client.query<Row>(config)
      } catch (error) {
        if (isLimited && isSilence(error)) {
          broken = error
          giveUp(client)
        }
        // pg-boss sends several statements in one text, and one that fails leaves its transaction open.
        if (!keepsOnError) broken ??= error as Error
        throw error
      }
    }
    try {
      return await work({
        query: (text, values) => query({ text, ...(values && { values: [...values] }) }),
        queryUnlimited: text => query({ text, query_timeout: 2 ** 31 - 1 } as pg.QueryConfig, false),
      })
    } finally {
      client.release(broken)
    }
  }

  /** With the connections that wait unused, because each would cost its own time. */
  function giveUp(client: pg.PoolClient): void {
    const now = performance.now()
    // Those that were asked at the same time report within the same seconds.
    if (now - silence.reportedAt > SILENT_AFTER_MS)
      log('error', 'database silent', { seconds: SILENT_AFTER_MS / 1000, connections: idle.size + 1 })
    silence.reportedAt = now
    for (const each of [client, ...idle]) socketOf(each).destroy()
    idle.clear()
  }
}

/** The message is pg's own; it has no code for this. */
const isSilence = (error: unknown): error is Error =>
  error instanceof Error && error.message === 'Query read timeout'

/** Ending a client politely would wait for an answer that never comes. */
const socketOf = (client: pg.PoolClient) =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream
