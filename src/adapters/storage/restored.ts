// What a restored state cannot know: whether the posts that fell due since it was copied have gone out.
import type { Temporal } from 'temporal-polyfill'
import type { Claims } from './claims.ts'
import type { Sql } from './sql.ts'

export interface Kept {
  subscriptions: number
  deliveries: number
}

export interface Restored extends Kept {
  /** Deliveries that may have been sent after the copy was made. */
  unknown: number
}

/** Kept, in SQL. */
export const counts = `SELECT (SELECT COUNT(*) FROM subscription) AS subscriptions,
  (SELECT COUNT(*) FROM delivery) AS deliveries`

/**
 * Makes every post that is due and not ended unknown, so that it is sent again only where the operator says so.
 * Asked a second time, it finds none.
 */
export function doubtDue(sql: Sql, claims: Claims, now: Temporal.Instant): Promise<Restored> {
  return sql.transaction(async tx => {
    const unopened = await tx.all(
      `INSERT INTO delivery
         (id, subscription, platform, occurrence, due_at, state, next_at, expires_at, attempt, resent, last_error)
       SELECT id || '-' || REPLACE(next_occurrence, '-', ''), id, platform, next_occurrence, next_due_at, 'unknown',
         next_due_at, next_due_at, 0, 0, $2
       FROM subscription WHERE status <> 'ended' AND next_due_at <= $1
       ON CONFLICT DO NOTHING RETURNING id`,
      now.epochMilliseconds,
      why,
    )
    const open = await tx.all(
      `UPDATE delivery SET state = 'unknown', last_error = $2, lease_owner = NULL, lease_until = NULL
       WHERE state IN ('pending', 'leased', 'sending') AND due_at <= $1
       RETURNING id, platform`,
      now.epochMilliseconds,
      why,
    )
    for (const { id, platform } of open) await claims.release(tx, String(platform), String(id))
    const [kept] = await tx.all(counts)
    return { ...(kept as unknown as Kept), unknown: unopened.length + open.length }
  })
}

const why = 'may have been sent after the backup'
