// Stores subscriptions: which chat wants which anniversary, and whether it takes posts.

import { UNANSWERED } from '../../core/delivery/ledger.ts'
import type { Subscriptions } from '../../core/delivery/store.ts'
import type { Due } from '../../core/delivery/subscription.ts'
import type { Address } from '../../core/ports.ts'
import type { Claims } from './claims.ts'
import {
  AT_ADDRESS,
  addressOf,
  addressParams,
  GROUP_COLUMNS,
  graceText,
  groupOf,
  groupParams,
  IN_GROUP,
  readableOf,
  subscriptionOf,
  tryRead,
} from './rows.ts'
import type { Row, Sql } from './sql.ts'

export function subscriptionsIn(sql: Sql, claims: Claims): Subscriptions {
  return {
    async putSubscription(subscription) {
      const { id, chat, anniversary, zone, time, grace, leapDay, status, next, subscriber } = subscription
      const [row] = await sql.all(
        `INSERT INTO subscription (id, platform, chat, thread, anniversary, zone, local_time, grace, leap_day,
           status, status_reason, next_due_at, next_occurrence, subscriber)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (platform, chat, thread, anniversary) DO UPDATE SET
           zone = excluded.zone, local_time = excluded.local_time, grace = excluded.grace,
           leap_day = excluded.leap_day, status = excluded.status, status_reason = excluded.status_reason,
           next_due_at = excluded.next_due_at, next_occurrence = excluded.next_occurrence,
           subscriber = excluded.subscriber
         RETURNING *`,
        id,
        ...addressParams(chat),
        anniversary,
        zone,
        time.toString(),
        graceText(grace),
        leapDay,
        status.type,
        status.type === 'paused' ? status.reason : null,
        next.at.epochMilliseconds,
        next.occurrence.toString(),
        subscriber ?? null,
      )
      return subscriptionOf(row as Row)
    },

    async subscriptionsOf(chat) {
      const rows = await sql.all(
        `SELECT * FROM subscription WHERE ${AT_ADDRESS} ORDER BY next_due_at, id`,
        ...addressParams(chat),
      )
      return readableOf(rows, subscriptionOf)
    },

    async threadsOf({ platform, chat }) {
      const rows = await sql.all(
        'SELECT DISTINCT thread FROM subscription WHERE platform = $1 AND chat = $2 ORDER BY thread',
        platform,
        chat,
      )
      return rows.map(({ thread }) => addressOf({ platform, chat, thread: thread ?? '' }))
    },

    async countActive() {
      const [row] = await sql.all("SELECT count FROM tally WHERE name = 'subscription' AND state = 'active'")
      return Number(row?.count ?? 0)
    },

    async pause(chat, reason) {
      const rows = await sql.all(
        `UPDATE subscription SET status = 'paused', status_reason = $4
         WHERE ${AT_ADDRESS} AND status = 'active' RETURNING id`,
        ...addressParams(chat),
        reason,
      )
      return rows.length > 0
    },

    resume: chat => sql.transaction(tx => resumeIn(tx, chat, claims)),

    async pausedChats(platform, until, limit) {
      const rows = await sql.all(
        `SELECT DISTINCT platform, chat, thread FROM subscription s
         WHERE status = 'paused' AND platform = $1 AND (next_due_at <= $2 OR EXISTS (
           SELECT 1 FROM delivery d WHERE d.subscription = s.id AND d.state = 'pending'))
         ORDER BY chat, thread LIMIT $3`,
        platform,
        until.epochMilliseconds,
        limit,
      )
      return rows.map(addressOf)
    },

    move: (from, to) => sql.transaction(tx => moveIn(tx, from, to)),

    moveSubscription: (id, goal) => sql.transaction(tx => moveOneIn(tx, { id, ...goal }, claims)),

    retime: (version, dueOf) =>
      sql.transaction(async tx => {
        const [stored] = await tx.all("SELECT value FROM fact WHERE name = 'zone data'")
        if (stored?.value === version) return 0
        let changed = 0
        for (const row of await tx.all(`SELECT DISTINCT ${GROUP_COLUMNS} FROM subscription`)) {
          // A moment that cannot be worked out stays, and its rows are set aside when it comes.
          const read = tryRead(row, () => ({ group: groupOf(row), next: dueOf(groupOf(row)) }))
          if ('error' in read) continue
          const { group, next } = read.value
          const at = next.at.epochMilliseconds
          const occurrence = next.occurrence.toString()
          if (at === Number(row.next_due_at) && occurrence === row.next_occurrence) continue
          const moved = await tx.all(
            `UPDATE subscription SET next_due_at = $8, next_occurrence = $9 WHERE ${IN_GROUP} RETURNING id`,
            ...groupParams(group),
            at,
            occurrence,
          )
          changed += moved.length
        }
        await tx.all(
          `INSERT INTO fact (name, value) VALUES ('zone data', $1)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
          version,
        )
        return changed
      }),
  }
}

async function resumeIn(tx: Sql, chat: Address, claims: Claims): Promise<void> {
  await tx.all(
    `UPDATE subscription SET status = 'active', status_reason = NULL
     WHERE ${AT_ADDRESS} AND status = 'paused'`,
    ...addressParams(chat),
  )
  const pending = await tx.all(
    `SELECT d.id, d.next_at FROM delivery d JOIN subscription s ON s.id = d.subscription
     WHERE s.platform = $1 AND s.chat = $2 AND s.thread = $3 AND d.state = 'pending'`,
    ...addressParams(chat),
  )
  for (const { id, next_at } of pending) {
    await claims.remove(tx, chat.platform, String(id))
    await claims.enqueue(tx, [{ id: String(id), platform: chat.platform, at: Number(next_at) }])
  }
}

async function moveOneIn(
  tx: Sql,
  { id, to, next }: { id: string; to: Address; next: Due },
  claims: Claims,
): Promise<boolean> {
  const [moved] = await tx.all('SELECT * FROM subscription WHERE id = $1', id)
  const [underway] = await tx.all(
    `SELECT id FROM delivery WHERE subscription = $1
       AND (state IN ('leased', 'sending') OR (state = 'pending' AND last_error = $2))`,
    id,
    UNANSWERED,
  )
  if (!moved || underway) return false
  const [present] = await tx.all(
    `SELECT id, status FROM subscription WHERE ${AT_ADDRESS} AND anniversary = $4`,
    ...addressParams(to),
    String(moved.anniversary),
  )
  if (present && present.status !== 'ended') return false
  const place = (subscription: string, { platform, chat, thread = '' }: Address) =>
    tx.all(
      'UPDATE subscription SET platform = $2, chat = $3, thread = $4 WHERE id = $1',
      subscription,
      platform,
      chat,
      thread,
    )
  const from = addressOf(moved)
  // No two rows may be at one address in between.
  if (present) await place(String(present.id), { ...to, thread: `leaves ${id}` })
  await place(id, to)
  if (present) await place(String(present.id), from)
  await tx.all(
    'UPDATE subscription SET next_due_at = $2, next_occurrence = $3 WHERE id = $1',
    id,
    next.at.epochMilliseconds,
    next.occurrence.toString(),
  )
  // Memory about one of its posts has a key that ends with the delivery's id.
  await tx.all(
    `UPDATE memory SET platform = $4, chat = $5, thread = $6
     WHERE ${AT_ADDRESS} AND EXISTS (
       SELECT 1 FROM delivery d WHERE d.subscription = $7 AND memory.key LIKE '% ' || d.id)`,
    ...addressParams(from),
    ...addressParams(to),
    id,
  )
  if (moved.status === 'paused') await resumeIn(tx, to, claims)
  return true
}

async function moveIn(tx: Sql, from: Address, to: Address): Promise<void> {
  const params = [...addressParams(from), to.platform, to.chat]
  const existing = 'SELECT anniversary FROM subscription WHERE platform = $4 AND chat = $5 AND thread = $3'
  // If the new address already has the same subscription, that one stays.
  await tx.all(
    `UPDATE subscription SET status = 'ended' WHERE ${AT_ADDRESS} AND anniversary IN (${existing})`,
    ...params,
  )
  await tx.all(
    `UPDATE subscription SET platform = $4, chat = $5 WHERE ${AT_ADDRESS} AND anniversary NOT IN (${existing})`,
    ...params,
  )
  await tx.all(
    // Whichever place moves first takes the languages of all along.
    `INSERT INTO language (platform, chat, thread, language)
     SELECT $3, $4, thread, language FROM language WHERE platform = $1 AND chat = $2
     ON CONFLICT (platform, chat, thread) DO NOTHING`,
    from.platform,
    from.chat,
    to.platform,
    to.chat,
  )
  await tx.all(`UPDATE memory SET platform = $4, chat = $5 WHERE ${AT_ADDRESS}`, ...params)
}
