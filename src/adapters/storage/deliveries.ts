// The ledger's part of the Store, in SQL: opening, claiming, settling and recovering rows.
import { Temporal } from 'temporal-polyfill'
import { type DeliveryState, deliveryStates, type Store } from '../../core/delivery/ledger.ts'
import type { Claims } from './claims.ts'
import {
  deliveries,
  deliveryOf,
  groupColumns,
  groupOf,
  groupValues,
  inGroup,
  instant,
  place,
} from './rows.ts'
import { inBatches, type Row, type Sql, type Value } from './sql.ts'

type Deliveries = Pick<
  Store,
  | 'dueGroup'
  | 'open'
  | 'defer'
  | 'claim'
  | 'markSending'
  | 'settle'
  | 'recover'
  | 'nextWake'
  | 'deliveriesOf'
  | 'findDelivery'
  | 'countDeliveries'
  | 'listDeliveries'
  | 'resend'
  | 'skip'
>

export function deliveriesIn(sql: Sql, claims: Claims): Deliveries {
  return {
    async dueGroup(now) {
      const [row] = await sql.all(
        `SELECT ${groupColumns} FROM subscription WHERE status = 'active' AND next_due_at <= $1
         ORDER BY next_due_at, id LIMIT 1`,
        now.epochMilliseconds,
      )
      return row && groupOf(row)
    },

    open: (group, due, expiresAt, then, limit, after = '') =>
      sql.transaction(async tx => {
        const values = groupValues(group)
        const ids = await tx.all(
          `SELECT id FROM subscription WHERE status = 'active' AND ${inGroup} AND id > $8 ORDER BY id LIMIT $9`,
          ...values,
          after,
          limit,
        )
        const last = ids.at(-1)?.id
        if (last === undefined) return undefined
        // Only ranges of the index on (next_due_at, id): rows that have moved on are not looked at again.
        const chunk = `status = 'active' AND ${inGroup} AND id > $8 AND id <= $9`
        const opened = await tx.all(
          `INSERT INTO delivery
             (id, subscription, platform, occurrence, due_at, state, next_at, expires_at, attempt, resent)
           SELECT id || '-' || $10, id, platform, $7, CAST($11 AS BIGINT), 'pending', CAST($11 AS BIGINT),
             CAST($12 AS BIGINT), 0, 0
           FROM subscription WHERE ${chunk}
           ON CONFLICT DO NOTHING
           RETURNING id, platform`,
          ...values,
          after,
          last,
          // With the subscription's 16 letters it makes 25, as many as Discord's nonce may have.
          due.occurrence.toString().replaceAll('-', ''),
          due.at.epochMilliseconds,
          expiresAt.epochMilliseconds,
        )
        const waiting = opened.map(row => ({
          id: String(row.id),
          platform: String(row.platform),
          at: due.at.epochMilliseconds,
        }))
        await claims.offer(tx, waiting)
        // One that was made since the rows were written has none yet: it stays, and is due the next time.
        await tx.all(
          `UPDATE subscription SET next_due_at = $10, next_occurrence = $11
           WHERE ${chunk} AND EXISTS (
             SELECT 1 FROM delivery d WHERE d.subscription = subscription.id AND d.occurrence = $7)`,
          ...values,
          after,
          last,
          then.at.epochMilliseconds,
          then.occurrence.toString(),
        )
        return ids.length < limit ? undefined : String(last)
      }),

    async defer(group, to) {
      await sql.all(
        `UPDATE subscription SET next_due_at = $8 WHERE status = 'active' AND ${inGroup}`,
        ...groupValues(group),
        to.epochMilliseconds,
      )
    },

    async claim(platform, now, lease, limit) {
      const ids = await claims.take(sql, platform, now, lease, limit)
      const rows = await Promise.all(ids.map(id => sql.all(`${deliveries} WHERE d.id = $1`, id)))
      return rows
        .flat()
        .map(deliveryOf)
        .sort((a, b) => Temporal.Instant.compare(a.due.at, b.due.at))
    },

    async markSending({ id }, { owner, until }) {
      const rows = await sql.all(
        `UPDATE delivery SET state = 'sending', attempt = attempt + 1, lease_until = $3
         WHERE id = $1 AND lease_owner = $2 AND state = 'leased' RETURNING id`,
        id,
        owner,
        until.epochMilliseconds,
      )
      return rows.length === 1
    },

    settle: ({ id, subscription }, owner, settlement) =>
      sql.transaction(async tx => {
        // A row that was given up as unknown while its answer was under way may still learn of it.
        const rows = await tx.all(
          `UPDATE delivery SET state = $3, message_id = $4, last_error = $5, next_at = COALESCE($6, next_at),
             lease_owner = NULL, lease_until = NULL
           WHERE id = $1 AND lease_owner = $2 AND state IN ('leased', 'sending', 'unknown') RETURNING next_at`,
          id,
          owner,
          settlement.state,
          settlement.state === 'sent' ? settlement.messageId : null,
          settlement.state === 'sent' ? null : (settlement.error ?? null),
          settlement.state === 'pending' ? settlement.nextAt.epochMilliseconds : null,
        )
        if (rows.length === 0) return
        await claims.release(tx, subscription.chat.platform, id)
        if (settlement.state === 'pending')
          await claims.offer(tx, [
            { id, platform: subscription.chat.platform, at: settlement.nextAt.epochMilliseconds },
          ])
      }),

    async recover(now, harmless) {
      const ms = now.epochMilliseconds
      for (const id of await claims.supervise())
        await sql.all(
          `UPDATE delivery SET state = 'failed', last_error = 'handed out too often', lease_owner = NULL
           WHERE id = $1 AND state IN ('pending', 'leased')`,
          id,
        )
      const over = await sql.all(
        `SELECT id, state, platform FROM delivery WHERE state IN ('leased', 'sending') AND lease_until < $1`,
        ms,
      )
      for (const { id, state, platform } of over) {
        const again = state === 'leased' || harmless.includes(String(platform))
        await sql.transaction(async tx => {
          // The owner stays with an unknown row: if it lives, its answer is still welcome.
          const rows = await tx.all(
            `UPDATE delivery SET state = $3, lease_owner = CASE WHEN $3 = 'unknown' THEN lease_owner END,
               lease_until = NULL, last_error = $4
             WHERE id = $1 AND state = $2 AND lease_until < $5 RETURNING id`,
            id as Value,
            state as Value,
            again ? 'pending' : 'unknown',
            state === 'leased' ? null : 'ended in mid-send',
            ms,
          )
          if (rows.length === 0) return
          await (again ? claims.again : claims.release)(tx, String(platform), String(id))
        })
      }
      await inBatches(limit =>
        sql.transaction(async tx => {
          const expired = await tx.all(
            `UPDATE delivery SET state = 'expired' WHERE state = 'pending' AND id IN (
               SELECT id FROM delivery WHERE state = 'pending' AND expires_at < $1 LIMIT $2)
             RETURNING id, platform`,
            ms,
            limit,
          )
          for (const { id, platform } of expired) await claims.release(tx, String(platform), String(id))
          return expired.length
        }),
      )
    },

    async nextWake() {
      const [row] = await sql.all(
        `SELECT MIN(at) AS at FROM (
           SELECT MIN(next_due_at) AS at FROM subscription WHERE status = 'active'
           UNION ALL
           SELECT * FROM (
             SELECT d.next_at AS at FROM delivery d JOIN subscription s ON s.id = d.subscription
             WHERE d.state = 'pending' AND s.status = 'active' ORDER BY d.next_at LIMIT 1) AS soonest) AS wakes`,
      )
      return row && row.at !== null ? instant(row.at) : undefined
    },

    async deliveriesOf(chat, limit) {
      const rows = await sql.all(
        `${deliveries} WHERE s.platform = $1 AND s.chat = $2 AND s.thread = $3
         ORDER BY d.due_at DESC, d.id LIMIT $4`,
        ...place(chat),
        limit,
      )
      return rows.map(deliveryOf)
    },

    async findDelivery(id) {
      const [row] = await sql.all(`${deliveries} WHERE d.id = $1`, id)
      return row && deliveryOf(row)
    },

    async countDeliveries() {
      const rows = await sql.all("SELECT state, count FROM tally WHERE name = 'delivery'")
      const counted = new Map(rows.map(row => [row.state, Number(row.count)]))
      return Object.fromEntries(deliveryStates.map(state => [state, counted.get(state) ?? 0])) as Record<
        DeliveryState,
        number
      >
    },

    async listDeliveries(states, limit) {
      const marks = states.map((_, index) => `$${index + 2}`).join(', ')
      const rows = await sql.all(
        `${deliveries} WHERE d.state IN (${marks}) ORDER BY d.due_at DESC, d.id LIMIT $1`,
        limit,
        ...states,
      )
      return rows.map(deliveryOf)
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
        const [row] = await tx.all(`${deliveries} WHERE d.id = $1`, id)
        await claims.offer(tx, [{ id, platform: String(row?.platform), at: now.epochMilliseconds }])
        return deliveryOf(row as Row)
      }),

    skip: id =>
      sql.transaction(async tx => {
        const rows = await tx.all(
          `UPDATE delivery SET state = 'skipped', lease_owner = NULL, lease_until = NULL
           WHERE id = $1 AND state IN ('pending', 'unknown', 'failed', 'expired') RETURNING id`,
          id,
        )
        if (rows.length === 0) return undefined
        const [row] = await tx.all(`${deliveries} WHERE d.id = $1`, id)
        await claims.release(tx, String(row?.platform), id)
        return deliveryOf(row as Row)
      }),
  }
}
