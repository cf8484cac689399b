// Sets aside rows that cannot be read or worked out, so that they stop no others, until a newer program has a look.
//
// The status is the storage's own. In the core such a subscription is active, so that /why says what is wrong with it.

import type { SetAsideRows } from '../../core/delivery/store.ts'
import type { Log } from '../../core/ports.ts'
import type { Claims } from './claims.ts'
import { addressOf, groupParams, IN_GROUP } from './rows.ts'
import type { Row, Sql } from './sql.ts'

export const SET_ASIDE = 'set-aside'

export function setAsideIn(sql: Sql, log: Log): SetAsideRows {
  return {
    async setAside(group, error) {
      const rows = await sql.all(
        `UPDATE subscription SET status = '${SET_ASIDE}', status_reason = $8
         WHERE status = 'active' AND ${IN_GROUP} RETURNING id`,
        ...groupParams(group),
        error,
      )
      log('error', 'rows set aside', { rows: rows.length, anniversary: group.anniversary, error })
    },

    async listSetAside(limit) {
      const rows = await sql.all(
        `SELECT id, platform, chat, thread, anniversary, status_reason FROM subscription
         WHERE status = '${SET_ASIDE}' ORDER BY id LIMIT $1`,
        limit,
      )
      return rows.map(row => ({
        id: String(row.id),
        chat: addressOf(row),
        anniversary: String(row.anniversary),
        error: String(row.status_reason),
      }))
    },

    async countSetAside() {
      const [row] = await sql.all(
        `SELECT count FROM tally WHERE name = 'subscription' AND state = '${SET_ASIDE}'`,
      )
      return Number(row?.count ?? 0)
    },

    async reviewSetAside() {
      const rows = await sql.all(
        `UPDATE subscription SET status = 'active', status_reason = NULL WHERE status = '${SET_ASIDE}' RETURNING id`,
      )
      return rows.length
    },
  }
}

interface UnreadableRow {
  row: Row
  error: unknown
  log: Log
}

/** Sets aside one subscription whose row is not what the program writes. */
export async function setAsideSubscription(sql: Sql, { row, error, log }: UnreadableRow): Promise<void> {
  await sql.all(
    `UPDATE subscription SET status = '${SET_ASIDE}', status_reason = $2 WHERE status = 'active' AND id = $1`,
    row.id ?? null,
    String(error),
  )
  log('error', 'rows set aside', { rows: 1, subscription: row.id, error: String(error) })
}

/** Puts a leased delivery back that cannot be read, and sets its subscription aside. */
export async function setAsideDelivery(sql: Sql, claims: Claims, unreadable: UnreadableRow): Promise<void> {
  const { row } = unreadable
  const id = String(row.delivery_id)
  const platform = String(row.platform)
  await sql.transaction(async tx => {
    await setAsideSubscription(tx, unreadable)
    const [put] = await tx.all(
      `UPDATE delivery SET state = 'pending', lease_owner = NULL, lease_until = NULL
       WHERE id = $1 AND state = 'leased' RETURNING next_at`,
      id,
    )
    await claims.remove(tx, platform, id)
    if (put) await claims.enqueue(tx, [{ id, platform, at: Number(put.next_at) }])
  })
}
