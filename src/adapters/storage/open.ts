// Opens the store that the configuration names: one SQLite file, or PostgreSQL for several replicas.
import { join } from 'node:path'
import type { Store } from '../../core/delivery/ledger.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { type Claims, rowClaims } from './claims.ts'
import { createStore } from './ledger.ts'
import type { Sql } from './sql.ts'
import { openSqlite } from './sqlite.ts'

interface Place {
  state: string
  /** A postgres:// address; without it the ledger is a file in the folder `state`. */
  database?: string
}

export async function openStore(place: Place, clock: Clock, log: Log): Promise<Store> {
  const { sql, claims } = await openLedger(place, clock, log)
  return createStore(sql, claims)
}

/** What a Store is made of, for those who mend it. */
export async function openLedger(
  { state, database }: Place,
  clock: Clock,
  log: Log,
): Promise<{ sql: Sql; claims: Claims }> {
  if (!database) return { sql: openSqlite(join(state, 'daybook.db')), claims: rowClaims }
  // Loaded only where it is asked for: a start with SQLite would pay for it too.
  const { openPostgres } = await import('./postgres.ts')
  const { bossClaims } = await import('./boss.ts')
  const sql = await openPostgres(database, log)
  return { sql, claims: await bossClaims(sql, clock, log) }
}
