// Marks the posts that fell due since a backup was made as unknown: they may have been sent from the lost state.

import type { Temporal } from 'temporal-polyfill'
import type { Claims } from './claims.ts'
import type { Sql } from './sql.ts'

export interface RowCounts {
  subscriptions: number
  deliveries: number
}

export interface RestoreResult extends RowCounts {
  /** Deliveries that may have been sent after the backup was made. */
  unknown: number
}

/** Selects RowCounts. */
export const COUNT_ROWS = `SELECT (SELECT COUNT(*) FROM subscription) AS subscriptions,
  (SELECT COUNT(*) FROM delivery) AS deliveries`

const REASON = 'may have been sent after the backup'

/** Marks every due post that has not ended. They are sent again only if the operator says so. Running it twice is safe. */
export function markDueUnknown(sql: Sql, claims: Claims, now: Temporal.Instant): Promise<RestoreResult> {
  return sql.transaction(async tx => {
    const unopened = await tx.all(
      `INSERT INTO delivery
         (id, subscription, platform, occurrence, due_at, state, next_at, expires_at, attempt, resent, last_error)
       SELECT id || '-' || REPLACE(next_occurrence, '-', ''), id, platform, next_occurrence, next_due_at, 'unknown',
         next_due_at, next_due_at, 0, 0, $2
       FROM subscription WHERE status <> 'ended' AND next_due_at <= $1
       ON CONFLICT DO NOTHING RETURNING id`,
      now.epochMilliseconds,
      REASON,
    )
    const open = await tx.all(
      `UPDATE delivery SET state = 'unknown', last_error = $2, lease_owner = NULL, lease_until = NULL
       WHERE state IN ('pending', 'leased', 'sending') AND due_at <= $1
       RETURNING id, platform`,
      now.epochMilliseconds,
      REASON,
    )
    for (const { id, platform } of open) await claims.remove(tx, String(platform), String(id))
    const [counts] = await tx.all(COUNT_ROWS)
    return { ...(counts as unknown as RowCounts), unknown: unopened.length + open.length }
  })
}
