// Opens the store that the configuration names: one SQLite file, or PostgreSQL for several replicas.

import { join } from 'node:path'
import type { Store } from '../../core/delivery/store.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { type Claims, rowClaims } from './claims.ts'
import { openMarker } from './marker.ts'
import type { Sql } from './sql.ts'
import { openSqlite } from './sqlite.ts'
import { createStore } from './store.ts'

export interface StoreLocation {
  /** The folder of the SQLite file. */
  state: string
  /** A postgres:// address, used instead of the file. */
  database?: string
}

export async function openStore(location: StoreLocation, clock: Clock, log: Log): Promise<Store> {
  const { sql, claims } = await openParts(location, clock, log)
  return createStore(sql, claims, log)
}

/** Opens the store for the process that sends from it, which watches that no sends are lost. */
export async function openSendingStore(location: StoreLocation, clock: Clock, log: Log): Promise<Store> {
  const { sql, claims } = await openParts(location, clock, log)
  const store = createStore(sql, claims, log)
  // A server keeps its own files: whoever restores it runs `npm run backup -- restored`.
  if (location.database) return store
  const marker = await openMarker({ sql, claims, state: sqlitePath(location.state), log })
  return {
    ...store,
    async markSending(delivery, lease) {
      const isMarked = await store.markSending(delivery, lease)
      if (isMarked) await marker.write(delivery)
      return isMarked
    },
    async close() {
      marker.close()
      await store.close()
    },
  }
}

/** Opens the parts of a store, for programs that repair it. */
export async function openParts(
  { state, database }: StoreLocation,
  clock: Clock,
  log: Log,
): Promise<{ sql: Sql; claims: Claims }> {
  if (!database) return { sql: openSqlite(sqlitePath(state)), claims: rowClaims }
  // Loaded only when it is used, because it would slow down every start with SQLite.
  const { openPostgres } = await import('./postgres.ts')
  const { bossClaims } = await import('./boss.ts')
  const sql = await openPostgres(database, log)
  return { sql, claims: await bossClaims(sql, { clock, log }) }
}

export const sqlitePath = (state: string) => join(state, 'daybook.db')
