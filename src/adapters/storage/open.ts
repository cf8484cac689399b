// Opens the store that the configuration names: one SQLite file, or PostgreSQL for several replicas.
import { join } from 'node:path'
import type { Store } from '../../core/delivery/ledger.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { createStore } from './ledger.ts'
import { openSqlite } from './sqlite.ts'

/** `database` is a postgres:// address; without it the file lies in the folder `state`. */
export async function openStore(
  { state, database }: { state: string; database?: string },
  clock: Clock,
  log: Log,
): Promise<Store> {
  if (!database) return createStore(openSqlite(join(state, 'daybook.db')))
  // Loaded only where it is asked for: a start with SQLite would pay for it too.
  const { openPostgres } = await import('./postgres.ts')
  const { bossClaims } = await import('./boss.ts')
  const sql = await openPostgres(database, log)
  return createStore(sql, await bossClaims(sql, clock, log))
}
