// Undoes what a clock that was ahead has written: moments that lie too far ahead, and posts given up before their day.

import type { Temporal } from 'temporal-polyfill'
import { momentOf } from '../../core/calendar/zone.ts'
import { UNANSWERED } from '../../core/delivery/ledger.ts'
import type { ClockAhead } from '../../core/delivery/store.ts'
import type { Claims } from './claims.ts'
import { MAX_AHEAD_MS, MAX_WAIT_MS } from './pace.ts'
import {
  deliveryOf,
  GROUP_COLUMNS,
  groupOf,
  groupParams,
  IN_GROUP,
  readableOf,
  SELECT_DELIVERY,
  subscriptionOf,
} from './rows.ts'
import { inBatches, type Row, type Sql } from './sql.ts'

/** The clock is stored no more often than this. */
const STORE_EVERY_MS = 60_000

export function clockAheadIn(sql: Sql, claims: Claims): ClockAhead {
  return {
    async voidAhead(now, { accounts, holds }) {
      const ms = now.epochMilliseconds
      const seen = await readClock(sql)
      // Once the clock has gone back, no wait of any length can be trusted.
      const wentBack = seen > ms + MAX_AHEAD_MS
      if (wentBack || ms - seen > STORE_EVERY_MS) await writeClock(sql, now)
      const limit = ms + (wentBack ? MAX_AHEAD_MS : MAX_WAIT_MS)
      const bounds = { ms, limit }
      const keys = wentBack
        ? await freeAll(sql, bounds)
        : (await freeKeys(sql, accounts, { ms, limit: ms + MAX_AHEAD_MS })) +
          (await freeKeys(sql, holds, bounds))
      return { keys, leases: await endLeases(sql, ms), rows: await endWaits(sql, claims, bounds) }
    },

    async takeBack(now) {
      let count = 0
      await inBatches(async limit => {
        const taken = await sql.transaction(tx =>
          takeBackIn(tx, claims, { after: now.epochMilliseconds + MAX_AHEAD_MS, limit }),
        )
        count += taken
        return taken
      })
      return count
    },

    async groupsAfter(moment) {
      // One statement for each status, so that each has its partial index.
      const rows = await sql.all(
        `SELECT ${GROUP_COLUMNS} FROM subscription WHERE status = 'active' AND next_due_at > $1
         UNION SELECT ${GROUP_COLUMNS} FROM subscription WHERE status = 'paused' AND next_due_at > $1`,
        moment.epochMilliseconds,
      )
      return readableOf(rows, groupOf)
    },

    async subscriptionsIn(group, { after, limit }) {
      const rows = await sql.all(
        `SELECT * FROM subscription WHERE status IN ('active', 'paused') AND ${IN_GROUP} AND id > $8
         ORDER BY id LIMIT $9`,
        ...groupParams(group),
        after,
        limit,
      )
      return readableOf(rows, subscriptionOf)
    },
  }
}

async function readClock(sql: Sql): Promise<number> {
  const [row] = await sql.all("SELECT value FROM fact WHERE name = 'clock'")
  return Number(row?.value ?? 0)
}

async function writeClock(sql: Sql, now: Temporal.Instant): Promise<void> {
  await sql.all(
    `INSERT INTO fact (name, value) VALUES ('clock', $1) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    String(now.epochMilliseconds),
  )
}

interface Bounds {
  ms: number
  limit: number
}

async function freeKeys(sql: Sql, keys: readonly string[], { ms, limit }: Bounds): Promise<number> {
  if (keys.length === 0) return 0
  const marks = keys.map((_, index) => `$${index + 3}`).join(', ')
  const rows = await sql.all(
    `UPDATE rate SET tat = $1 WHERE tat > $2 AND key IN (${marks}) RETURNING key`,
    ms * 1000,
    limit * 1000,
    ...keys,
  )
  return rows.length
}

/** Reads every key, those of chats too, so it is for the rare case that the clock went back. */
async function freeAll(sql: Sql, { ms, limit }: Bounds): Promise<number> {
  const rows = await sql.all('UPDATE rate SET tat = $1 WHERE tat > $2 RETURNING key', ms * 1000, limit * 1000)
  return rows.length
}

/** The rows are recovered like those of a process that died. */
async function endLeases(sql: Sql, ms: number): Promise<number> {
  const rows = await sql.all(
    'UPDATE delivery SET lease_until = $1 WHERE lease_until > $2 RETURNING id',
    ms - 1,
    ms + MAX_AHEAD_MS,
  )
  return rows.length
}

async function endWaits(sql: Sql, claims: Claims, { ms, limit }: Bounds): Promise<number> {
  let count = 0
  await inBatches(batch =>
    sql.transaction(async tx => {
      const rows = await tx.all(
        `UPDATE delivery SET next_at = CASE WHEN due_at > $1 THEN due_at ELSE $1 END
         WHERE state = 'pending' AND id IN (
           SELECT id FROM delivery WHERE state = 'pending' AND next_at > $2 AND next_at > due_at LIMIT $3)
         RETURNING id, platform, next_at`,
        ms,
        limit,
        batch,
      )
      for (const { id, platform, next_at } of rows) {
        await claims.remove(tx, String(platform), String(id))
        await claims.enqueue(tx, [{ id: String(id), platform: String(platform), at: Number(next_at) }])
      }
      count += rows.length
      return rows.length
    }),
  )
  return count
}

/** Deletes the rows, which surely did not go out, so that they are opened again when their day comes. */
async function takeBackIn(
  tx: Sql,
  claims: Claims,
  { after, limit }: { after: number; limit: number },
): Promise<number> {
  const rows = await tx.all(
    `${SELECT_DELIVERY} WHERE d.due_at > $1 AND d.state IN ('pending', 'expired')
       AND (d.last_error IS NULL OR d.last_error <> $2)
     ORDER BY d.due_at, d.id LIMIT $3`,
    after,
    UNANSWERED,
    limit,
  )
  const deleted: Row[] = []
  for (const row of rows) {
    // Another process may have leased it meanwhile.
    const [gone] = await tx.all(
      "DELETE FROM delivery WHERE id = $1 AND state IN ('pending', 'expired') RETURNING id",
      row.delivery_id ?? null,
    )
    if (!gone) continue
    deleted.push(row)
    await claims.remove(tx, String(row.platform), String(gone.id))
  }
  for (const { subscription, due } of readableOf(deleted, deliveryOf)) {
    // At the subscription's hour, which may have been changed since the row was written.
    const at = momentOf(due.occurrence, subscription.time, subscription.zone)
    const occurrence = due.occurrence.toString()
    await tx.all(
      `UPDATE subscription SET next_due_at = $2, next_occurrence = $3 WHERE id = $1 AND next_occurrence > $3`,
      subscription.id,
      at.epochMilliseconds,
      occurrence,
    )
  }
  return deleted.length
}
