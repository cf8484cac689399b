// Measures the backlog of the ledger: since when rows wait to be sent, and how many were put off.

import type { Backlog } from '../../core/delivery/store.ts'
import { instantOf } from './rows.ts'
import type { Row, Sql } from './sql.ts'

/** Rows that are put off together were mostly due together, so a hundred tell since when. */
const MAX_READ = 100

export function backlogIn(sql: Sql): Backlog {
  return {
    async backlog(now) {
      const ms = now.epochMilliseconds
      const [waiting] = await sql.all(
        `SELECT MIN(at) AS at FROM (
           SELECT * FROM (
             SELECT d.next_at AS at FROM delivery d JOIN subscription s ON s.id = d.subscription
             WHERE d.state = 'pending' AND d.next_at <= $1 AND s.status = 'active'
             ORDER BY d.next_at LIMIT 1) AS soonest
           UNION ALL
           SELECT MIN(next_at) AS at FROM delivery WHERE lease_until >= 0 AND state IN ('leased', 'sending')
           UNION ALL
           SELECT MIN(next_due_at) AS at FROM subscription WHERE status = 'active' AND next_due_at <= $1) AS waits`,
        ms,
      )
      const [held] = await sql.all(
        "SELECT COUNT(*) AS count FROM delivery WHERE state = 'pending' AND next_at > $1",
        ms,
      )
      const [first] = await sql.all(
        `SELECT MIN(due_at) AS at FROM (
           SELECT d.due_at FROM delivery d JOIN subscription s ON s.id = d.subscription
           WHERE d.state = 'pending' AND d.next_at > $1 AND d.resent = 0 AND s.status = 'active'
           ORDER BY d.next_at LIMIT ${MAX_READ}) AS soonest`,
        ms,
      )
      return {
        ...momentIn('since', waiting),
        held: Number(held?.count ?? 0),
        ...momentIn('heldSince', first),
      }
    },
  }
}

/** The moment under its name, or nothing. */
function momentIn<Name extends string>(name: Name, row: Row | undefined) {
  if (!row || row.at === null || row.at === undefined) return {}
  return { [name]: instantOf(row.at) } as { [key in Name]: ReturnType<typeof instantOf> }
}
