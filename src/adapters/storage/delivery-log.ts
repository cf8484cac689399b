// Lists deliveries for admins and the operator, and resends or skips one.

import type { DeliveryState } from '../../core/delivery/ledger.ts'
import { deliveryStates } from '../../core/delivery/ledger.ts'
import type { DeliveryLog } from '../../core/delivery/store.ts'
import type { Claims } from './claims.ts'
import { addressParams, deliveryOf, readableOf, SELECT_DELIVERY } from './rows.ts'
import type { Row, Sql } from './sql.ts'

export function deliveryLogIn(sql: Sql, claims: Claims): DeliveryLog {
  return {
    async deliveriesOf(chat, limit) {
      const rows = await sql.all(
        `${SELECT_DELIVERY} WHERE s.platform = $1 AND s.chat = $2 AND s.thread = $3
         ORDER BY d.due_at DESC, d.id LIMIT $4`,
        ...addressParams(chat),
        limit,
      )
      return readableOf(rows, deliveryOf)
    },

    async findDelivery(id) {
      const row = await findRow(sql, id)
      return row && deliveryOf(row)
    },

    async countDeliveries() {
      const rows = await sql.all("SELECT state, count FROM tally WHERE name = 'delivery'")
      const counts = new Map(rows.map(row => [row.state, Number(row.count)]))
      return Object.fromEntries(deliveryStates.map(state => [state, counts.get(state) ?? 0])) as Record<
        DeliveryState,
        number
      >
    },

    async listDeliveries(states, limit) {
      const marks = states.map((_, index) => `$${index + 2}`).join(', ')
      const rows = await sql.all(
        `${SELECT_DELIVERY} WHERE d.state IN (${marks}) ORDER BY d.due_at DESC, d.id LIMIT $1`,
        limit,
        ...states,
      )
      return readableOf(rows, deliveryOf)
    },

    resend: (id, now, expiresAt) =>
      sql.transaction(async tx => {
        const rows = await tx.all(
          `UPDATE delivery SET state = 'pending', resent = 1, next_at = $2, expires_at = $3, lease_owner = NULL,
             lease_until = NULL, last_error = NULL
           WHERE id = $1 AND state IN ('unknown', 'failed', 'expired', 'skipped') RETURNING id`,
          id,
          now.epochMilliseconds,
          expiresAt.epochMilliseconds,
        )
        if (rows.length === 0) return undefined
        const row = (await findRow(tx, id)) as Row
        await claims.enqueue(tx, [{ id, platform: String(row.platform), at: now.epochMilliseconds }])
        return deliveryOf(row)
      }),

    skip: id =>
      sql.transaction(async tx => {
        const rows = await tx.all(
          `UPDATE delivery SET state = 'skipped', lease_owner = NULL, lease_until = NULL
           WHERE id = $1 AND state IN ('pending', 'unknown', 'failed', 'expired') RETURNING id`,
          id,
        )
        if (rows.length === 0) return undefined
        const row = (await findRow(tx, id)) as Row
        await claims.remove(tx, String(row.platform), id)
        return deliveryOf(row)
      }),
  }
}

async function findRow(sql: Sql, id: string): Promise<Row | undefined> {
  const [row] = await sql.all(`${SELECT_DELIVERY} WHERE d.id = $1`, id)
  return row
}
