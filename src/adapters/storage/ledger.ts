// The ledger's Store in SQL: the same statements on every database behind the Sql port.
import { Temporal } from 'temporal-polyfill'
import type { LeapDay } from '../../core/calendar/recurrence.ts'
import type { Delivery, DeliveryState, Store } from '../../core/delivery/ledger.ts'
import type { Grace, Subscription, SubscriptionStatus } from '../../core/delivery/subscription.ts'
import type { Address, GoneReason } from '../../core/ports.ts'
import type { Row, Sql } from './sql.ts'

/** A Store over the database; `newId` makes the ids of subscriptions and deliveries (at most 25 characters, Discord's nonce). */
export function createStore(sql: Sql, newId: () => string): Store {
  const place = (chat: Address) => [chat.platform, chat.chat, chat.thread ?? ''] as const

  return {
    async putSubscription(subscription) {
      const { id, chat, anniversary, zone, time, grace, leapDay, status, next } = subscription
      const [row] = await sql.all(
        `INSERT INTO subscription (id, platform, chat, thread, anniversary, zone, local_time, grace, leap_day,
           status, status_reason, next_due_at, next_occurrence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (platform, chat, thread, anniversary) DO UPDATE SET
           zone = excluded.zone, local_time = excluded.local_time, grace = excluded.grace,
           leap_day = excluded.leap_day, status = excluded.status, status_reason = excluded.status_reason,
           next_due_at = excluded.next_due_at, next_occurrence = excluded.next_occurrence
         RETURNING *`,
        id,
        ...place(chat),
        anniversary,
        zone,
        time.toString(),
        graceText(grace),
        leapDay,
        status.type,
        status.type === 'paused' ? status.reason : null,
        next.at.epochMilliseconds,
        next.occurrence.toString(),
      )
      return subscriptionOf(row as Row)
    },

    async subscriptionsOf(chat) {
      const rows = await sql.all(
        'SELECT * FROM subscription WHERE platform = $1 AND chat = $2 AND thread = $3 ORDER BY next_due_at, id',
        ...place(chat),
      )
      return rows.map(subscriptionOf)
    },

    async pause(chat, reason) {
      await sql.all(
        `UPDATE subscription SET status = 'paused', status_reason = $4
         WHERE platform = $1 AND chat = $2 AND thread = $3 AND status = 'active'`,
        ...place(chat),
        reason,
      )
    },

    async move(from, to) {
      const [platform, chat, thread] = place(from)
      const there = `SELECT anniversary FROM subscription WHERE platform = $4 AND chat = $5 AND thread = $3`
      const here = 'platform = $1 AND chat = $2 AND thread = $3'
      const values = [platform, chat, thread, to.platform, to.chat]
      await sql.transaction(async tx => {
        // Where the new address has the same one already, that one goes on.
        await tx.all(
          `UPDATE subscription SET status = 'ended' WHERE ${here} AND anniversary IN (${there})`,
          ...values,
        )
        await tx.all(
          `UPDATE subscription SET platform = $4, chat = $5 WHERE ${here} AND anniversary NOT IN (${there})`,
          ...values,
        )
      })
    },

    async dueSubscriptions(now, limit) {
      const rows = await sql.all(
        `SELECT * FROM subscription WHERE status = 'active' AND next_due_at <= $1
         ORDER BY next_due_at, id LIMIT $2`,
        now.epochMilliseconds,
        limit,
      )
      return rows.map(subscriptionOf)
    },

    async open({ id, next }, expiresAt, then) {
      await sql.transaction(async tx => {
        await tx.all(
          `INSERT INTO delivery (id, subscription, occurrence, due_at, state, next_at, expires_at, attempt)
           VALUES ($1, $2, $3, $4, 'pending', $4, $5, 0)
           ON CONFLICT (subscription, occurrence) DO NOTHING`,
          newId(),
          id,
          next.occurrence.toString(),
          next.at.epochMilliseconds,
          expiresAt.epochMilliseconds,
        )
        await tx.all(
          `UPDATE subscription SET next_due_at = $2, next_occurrence = $3
           WHERE id = $1 AND next_occurrence = $4`,
          id,
          then.at.epochMilliseconds,
          then.occurrence.toString(),
          next.occurrence.toString(),
        )
      })
    },

    async claim(now, owner, until, limit) {
      const rows = await sql.transaction(async tx => {
        const claimed = await tx.all(
          `UPDATE delivery SET state = 'leased', lease_owner = $2, lease_until = $3
           WHERE state = 'pending' AND id IN (
             SELECT delivery.id FROM delivery JOIN subscription ON subscription.id = delivery.subscription
             WHERE delivery.state = 'pending' AND delivery.next_at <= $1 AND subscription.status = 'active'
             ORDER BY delivery.next_at, delivery.id LIMIT $4)
           RETURNING id`,
          now.epochMilliseconds,
          owner,
          until.epochMilliseconds,
          limit,
        )
        return Promise.all(
          claimed.map(async ({ id }) => (await tx.all(`${deliveries} WHERE d.id = $1`, id as string))[0]),
        )
      })
      return rows
        .map(row => deliveryOf(row as Row))
        .sort((a, b) => Temporal.Instant.compare(a.due.at, b.due.at))
    },

    async markSending({ id }, owner, until) {
      const rows = await sql.all(
        `UPDATE delivery SET state = 'sending', attempt = attempt + 1, lease_until = $3
         WHERE id = $1 AND lease_owner = $2 AND state = 'leased' RETURNING id`,
        id,
        owner,
        until.epochMilliseconds,
      )
      return rows.length === 1
    },

    async settle({ id }, owner, settlement) {
      await sql.all(
        `UPDATE delivery SET state = $3, message_id = $4, last_error = $5, next_at = COALESCE($6, next_at),
           lease_owner = NULL, lease_until = NULL
         WHERE id = $1 AND lease_owner = $2 AND state IN ('leased', 'sending')`,
        id,
        owner,
        settlement.state,
        settlement.state === 'sent' ? settlement.messageId : null,
        settlement.state === 'sent' ? null : (settlement.error ?? null),
        settlement.state === 'pending' ? settlement.nextAt.epochMilliseconds : null,
      )
    },

    async recover(now, harmless) {
      const ms = now.epochMilliseconds
      await sql.transaction(async tx => {
        await tx.all(
          `UPDATE delivery SET state = 'pending', lease_owner = NULL, lease_until = NULL
           WHERE state = 'leased' AND lease_until < $1`,
          ms,
        )
        const rows = await tx.all(
          `SELECT d.id AS id, s.platform AS platform FROM delivery d JOIN subscription s ON s.id = d.subscription
           WHERE d.state = 'sending' AND d.lease_until < $1`,
          ms,
        )
        for (const { id, platform } of rows) {
          const state = harmless.includes(platform as string) ? 'pending' : 'unknown'
          await tx.all(
            `UPDATE delivery SET state = $2, lease_owner = NULL, lease_until = NULL, last_error = 'ended in mid-send'
             WHERE id = $1`,
            id as string,
            state,
          )
        }
        await tx.all(`UPDATE delivery SET state = 'expired' WHERE state = 'pending' AND expires_at < $1`, ms)
      })
    },

    async nextWake() {
      const [row] = await sql.all(
        `SELECT MIN(at) AS at FROM (
           SELECT MIN(next_due_at) AS at FROM subscription WHERE status = 'active'
           UNION ALL
           SELECT MIN(d.next_at) AS at FROM delivery d JOIN subscription s ON s.id = d.subscription
           WHERE d.state = 'pending' AND s.status = 'active') AS wakes`,
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

    close: () => sql.close(),
  }
}

const deliveries = `SELECT s.*, d.id AS delivery_id, d.occurrence, d.due_at, d.state, d.attempt, d.expires_at,
    d.message_id, d.last_error
  FROM delivery d JOIN subscription s ON s.id = d.subscription`

const instant = (ms: unknown) => Temporal.Instant.fromEpochMilliseconds(Number(ms))

function subscriptionOf(row: Row): Subscription {
  const text = (name: string) => String(row[name])
  return {
    id: text('id'),
    chat: {
      platform: text('platform'),
      chat: text('chat'),
      ...(row.thread !== '' && { thread: text('thread') }),
    },
    anniversary: text('anniversary'),
    zone: text('zone'),
    time: Temporal.PlainTime.from(text('local_time')),
    grace: graceOf(text('grace')),
    leapDay: text('leap_day') as LeapDay,
    status: statusOf(row),
    next: { at: instant(row.next_due_at), occurrence: Temporal.PlainDate.from(text('next_occurrence')) },
  }
}

function statusOf(row: Row): SubscriptionStatus {
  if (row.status === 'paused') return { type: 'paused', reason: row.status_reason as GoneReason }
  return { type: row.status as 'active' | 'ended' }
}

function deliveryOf(row: Row): Delivery {
  return {
    id: String(row.delivery_id),
    subscription: subscriptionOf(row),
    due: { at: instant(row.due_at), occurrence: Temporal.PlainDate.from(String(row.occurrence)) },
    state: row.state as DeliveryState,
    attempt: Number(row.attempt),
    expiresAt: instant(row.expires_at),
    ...(row.message_id !== null && { messageId: String(row.message_id) }),
    ...(row.last_error !== null && { lastError: String(row.last_error) }),
  }
}

const graceText = (grace: Grace) => (grace.type === 'days' ? String(grace.days) : grace.type)

function graceOf(text: string): Grace {
  return text === 'skip' || text === 'same-day' ? { type: text } : { type: 'days', days: Number(text) }
}
