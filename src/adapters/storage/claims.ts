// How waiting rows are handed to one dispatcher at a time: in one statement here, by pg-boss on PostgreSQL.
import type { Temporal } from 'temporal-polyfill'
import type { Lease } from '../../core/delivery/ledger.ts'
import type { Sql } from './sql.ts'

/** A delivery that waits until a moment. */
export interface Waiting {
  id: string
  platform: string
  at: number
}

export interface Claims {
  /** Rows that wait from now on; in the transaction that made them wait. */
  offer(tx: Sql, waiting: readonly Waiting[]): Promise<void>
  /** Leases up to `limit` waiting rows of the platform, and tells their ids. */
  take(sql: Sql, platform: string, now: Temporal.Instant, lease: Lease, limit: number): Promise<string[]>
  /** The row no longer waits and is no longer leased; in the transaction that ended it. */
  release(tx: Sql, platform: string, id: string): Promise<void>
  /** The lease of the row ran out and it waits again; in the transaction that freed it. */
  again(tx: Sql, platform: string, id: string): Promise<void>
  /** Looks after the queue, and tells the ids of rows that were handed out too often to no end. */
  supervise(): Promise<string[]>
  close(): Promise<void>
}

/** Claims by the ledger's own rows. */
export const rowClaims: Claims = {
  offer: async () => {},
  async take(sql, platform, now, { owner, until }, limit) {
    const rows = await sql.all(
      `UPDATE delivery SET state = 'leased', lease_owner = $2, lease_until = $3
       WHERE state = 'pending' AND id IN (
         SELECT d.id FROM delivery d JOIN subscription s ON s.id = d.subscription
         WHERE d.state = 'pending' AND d.next_at <= $1 AND d.platform = $5 AND s.status = 'active'
         ORDER BY d.next_at, d.id LIMIT $4)
       RETURNING id`,
      now.epochMilliseconds,
      owner,
      until.epochMilliseconds,
      limit,
      platform,
    )
    return rows.map(row => String(row.id))
  },
  release: async () => {},
  again: async () => {},
  supervise: async () => [],
  close: async () => {},
}
