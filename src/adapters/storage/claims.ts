// Hands each pending row to one dispatcher at a time, with the rows themselves as the queue. boss.ts does it with pg-boss.

import type { ClaimRequest } from '../../core/delivery/store.ts'
import type { Sql } from './sql.ts'

/** A queue of pending rows. Calls that take a `tx` run in the transaction that changes the row itself. */
export interface Claims {
  /** Adds rows that are pending from now on. */
  enqueue(tx: Sql, deliveries: readonly QueuedDelivery[]): Promise<void>
  /** Leases due rows and returns their ids. */
  lease(sql: Sql, claim: ClaimRequest): Promise<string[]>
  /** Removes a row that is neither pending nor leased any more. */
  remove(tx: Sql, platform: string, id: string): Promise<void>
  /** Returns a row to the queue because its lease ran out. */
  requeue(tx: Sql, platform: string, id: string): Promise<void>
  /** Maintains the queue and returns the ids of rows that were handed out too often without being finished. */
  supervise(): Promise<string[]>
  close(): Promise<void>
}

/** A delivery that is to be sent at a moment, in milliseconds since 1970. */
export interface QueuedDelivery {
  id: string
  platform: string
  at: number
}

export const rowClaims: Claims = {
  enqueue: async () => {},
  async lease(sql, { platform, now, lease, limit }) {
    const rows = await sql.all(
      `UPDATE delivery SET state = 'leased', lease_owner = $2, lease_until = $3
       WHERE state = 'pending' AND id IN (
         SELECT d.id FROM delivery d JOIN subscription s ON s.id = d.subscription
         WHERE d.state = 'pending' AND d.next_at <= $1 AND d.platform = $5 AND s.status = 'active'
         ORDER BY d.next_at, d.id LIMIT $4)
       RETURNING id`,
      now.epochMilliseconds,
      lease.owner,
      lease.until.epochMilliseconds,
      limit,
      platform,
    )
    return rows.map(row => String(row.id))
  },
  remove: async () => {},
  requeue: async () => {},
  supervise: async () => [],
  close: async () => {},
}
