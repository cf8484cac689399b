// Opens, claims, settles and recovers the rows of the ledger.

import { Temporal } from 'temporal-polyfill'
import type { DueGroup } from '../../core/delivery/ledger.ts'
import type { Ledger, Opening } from '../../core/delivery/store.ts'
import type { Log } from '../../core/ports.ts'
import type { Claims } from './claims.ts'
import {
  deliveryOf,
  GROUP_COLUMNS,
  groupOf,
  groupParams,
  IN_GROUP,
  instantOf,
  readableOf,
  SELECT_DELIVERY,
  tryRead,
} from './rows.ts'
import { setAsideDelivery, setAsideSubscription } from './set-aside.ts'
import { inBatches, type Row, type Sql } from './sql.ts'

export function ledgerIn(sql: Sql, claims: Claims, log: Log): Ledger {
  return {
    async dueGroup(now) {
      for (;;) {
        const [row] = await sql.all(
          `SELECT id, ${GROUP_COLUMNS} FROM subscription WHERE status = 'active' AND next_due_at <= $1
         ORDER BY next_due_at, id LIMIT 1`,
          now.epochMilliseconds,
        )
        if (!row) return undefined
        const read = tryRead(row, exactGroupOf)
        if ('value' in read) return read.value
        await setAsideSubscription(sql, { row, error: read.error, log })
      }
    },

    openGroup: opening => sql.transaction(tx => openIn(tx, claims, opening)),

    async defer(group, to) {
      await sql.all(
        `UPDATE subscription SET next_due_at = $8 WHERE status = 'active' AND ${IN_GROUP}`,
        ...groupParams(group),
        to.epochMilliseconds,
      )
    },

    async claim(claim) {
      const ids = await claims.lease(sql, claim)
      if (ids.length === 0) return []
      const marks = ids.map((_, index) => `$${index + 1}`).join(', ')
      const rows = await sql.all(`${SELECT_DELIVERY} WHERE d.id IN (${marks})`, ...ids)
      for (const row of rows) {
        const read = tryRead(row, deliveryOf)
        if ('error' in read) await setAsideDelivery(sql, claims, { row, error: read.error, log })
      }
      return readableOf(rows, deliveryOf).sort((a, b) => Temporal.Instant.compare(a.due.at, b.due.at))
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

    async settle({ id, subscription }, owner, settlement) {
      const { platform } = subscription.chat
      // Including unknown: a row that was given up while its answer was on the way still takes it.
      const update = (tx: Sql, nextAt: number | null) =>
        tx.all(
          `UPDATE delivery SET state = $3, message_id = $4, last_error = $5, next_at = COALESCE($6, next_at),
             lease_owner = NULL, lease_until = NULL
           WHERE id = $1 AND lease_owner = $2 AND state IN ('leased', 'sending', 'unknown') RETURNING id`,
          id,
          owner,
          settlement.state,
          settlement.state === 'sent' ? settlement.messageId : null,
          settlement.state === 'sent' ? null : (settlement.error ?? null),
          nextAt,
        )
      if (settlement.state !== 'pending') {
        // Without a transaction, which would cost two more round trips for each post: a queue that hands out a row
        // that has ended loses it then.
        if ((await update(sql, null)).length > 0) await claims.remove(sql, platform, id)
        return
      }
      const at = settlement.nextAt.epochMilliseconds
      await sql.transaction(async tx => {
        if ((await update(tx, at)).length === 0) return
        await claims.remove(tx, platform, id)
        await claims.enqueue(tx, [{ id, platform, at }])
      })
    },

    async recover(now, idempotentPlatforms) {
      const ms = now.epochMilliseconds
      for (const id of await claims.supervise()) await failRow(sql, id)
      const overdue = await sql.all(
        `SELECT id, state, platform FROM delivery WHERE state IN ('leased', 'sending') AND lease_until < $1`,
        ms,
      )
      for (const row of overdue) await freeRow(sql, claims, { row, ms, idempotentPlatforms })
      await inBatches(limit => sql.transaction(tx => expireRows(tx, claims, { ms, limit })))
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
      return row && row.at !== null ? instantOf(row.at) : undefined
    },
  }
}

/** Statements find a group by its text, so a value in another spelling would find none and be due for ever. */
function exactGroupOf(row: Row): DueGroup {
  const group = groupOf(row)
  const [anniversary, zone, time, leapDay, grace, nextAt, occurrence] = groupParams(group)
  const written = {
    anniversary,
    zone,
    local_time: time,
    leap_day: leapDay,
    grace,
    next_due_at: nextAt,
    next_occurrence: occurrence,
  }
  for (const [name, value] of Object.entries(written))
    if (String(row[name]) !== String(value)) throw new RangeError(`${name} is ${row[name]}, not ${value}`)
  return group
}

async function openIn(tx: Sql, claims: Claims, opening: Opening): Promise<string | undefined> {
  const { group, due, expiresAt, next, limit, after = '' } = opening
  const params = groupParams(group)
  const ids = await tx.all(
    `SELECT id FROM subscription WHERE status = 'active' AND ${IN_GROUP} AND id > $8 ORDER BY id LIMIT $9`,
    ...params,
    after,
    limit,
  )
  const last = ids.at(-1)?.id
  if (last === undefined) return undefined
  // A range of the index on (next_due_at, id): rows that have moved on are not read again.
  const inRange = `status = 'active' AND ${IN_GROUP} AND id > $8 AND id <= $9`
  const opened = await tx.all(
    `INSERT INTO delivery
       (id, subscription, platform, occurrence, due_at, state, next_at, expires_at, attempt, resent)
     SELECT id || '-' || $10, id, platform, $7, CAST($11 AS BIGINT),
       CASE WHEN CAST($11 AS BIGINT) <= (SELECT CAST(value AS BIGINT) FROM fact WHERE name = 'unknown until')
         THEN 'unknown' ELSE 'pending' END,
       CAST($11 AS BIGINT), CAST($12 AS BIGINT), 0, 0
     FROM subscription WHERE ${inRange}
     ON CONFLICT DO NOTHING
     RETURNING id, platform, state`,
    ...params,
    after,
    last,
    // With the subscription's 16 characters and the hyphen it makes 25, the most that Discord's nonce takes.
    due.occurrence.toString().replaceAll('-', ''),
    due.at.epochMilliseconds,
    expiresAt.epochMilliseconds,
  )
  await claims.enqueue(
    tx,
    opened
      .filter(row => row.state === 'pending')
      .map(row => ({
        id: String(row.id),
        platform: String(row.platform),
        at: due.at.epochMilliseconds,
      })),
  )
  // A subscription made since the rows were written has no row yet. It stays, and is due in the next call.
  await tx.all(
    `UPDATE subscription SET next_due_at = $10, next_occurrence = $11
     WHERE ${inRange} AND EXISTS (
       SELECT 1 FROM delivery d WHERE d.subscription = subscription.id AND d.occurrence = $7)`,
    ...params,
    after,
    last,
    next.at.epochMilliseconds,
    next.occurrence.toString(),
  )
  return ids.length < limit ? undefined : String(last)
}

async function failRow(sql: Sql, id: string): Promise<void> {
  await sql.all(
    `UPDATE delivery SET state = 'failed', last_error = 'handed out too often', lease_owner = NULL
     WHERE id = $1 AND state IN ('pending', 'leased')`,
    id,
  )
}

interface OverdueLease {
  row: Row
  ms: number
  idempotentPlatforms: readonly string[]
}

async function freeRow(sql: Sql, claims: Claims, lease: OverdueLease): Promise<void> {
  const { row, ms, idempotentPlatforms } = lease
  const { id = null, state = null } = row
  const platform = String(row.platform)
  const isRepeated = state === 'leased' || idempotentPlatforms.includes(platform)
  await sql.transaction(async tx => {
    // An unknown row keeps its owner: if that process is alive, its answer is still welcome.
    const rows = await tx.all(
      `UPDATE delivery SET state = $3, lease_owner = CASE WHEN $3 = 'unknown' THEN lease_owner END,
         lease_until = NULL, last_error = $4
       WHERE id = $1 AND state = $2 AND lease_until < $5 RETURNING id`,
      id,
      state,
      isRepeated ? 'pending' : 'unknown',
      state === 'leased' ? null : 'ended in mid-send',
      ms,
    )
    if (rows.length === 0) return
    if (isRepeated) await claims.requeue(tx, platform, String(id))
    else await claims.remove(tx, platform, String(id))
  })
}

/** Returns how many rows it expired, at most `limit`. */
async function expireRows(
  tx: Sql,
  claims: Claims,
  { ms, limit }: { ms: number; limit: number },
): Promise<number> {
  const expired = await tx.all(
    `UPDATE delivery SET state = 'expired' WHERE state = 'pending' AND id IN (
       SELECT id FROM delivery WHERE state = 'pending' AND expires_at < $1 LIMIT $2)
     RETURNING id, platform`,
    ms,
    limit,
  )
  for (const { id, platform } of expired) await claims.remove(tx, String(platform), String(id))
  return expired.length
}
