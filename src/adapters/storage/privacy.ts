// What is kept of a chat, told and erased, in SQL; and what is kept for no longer than it is of use.
import type { Store } from '../../core/delivery/ledger.ts'
import type { Claims } from './claims.ts'
import { inBatches, type Sql } from './sql.ts'

const theirs = 'platform = $1 AND chat = $2'
const theirDeliveries = `subscription IN (SELECT id FROM subscription WHERE ${theirs})`

/** As pacing names the rate of a chat. */
const rateKeyOf = (platform: string, chat: string) => `${platform}/${chat}`

export function privacyIn(sql: Sql, claims: Claims): Pick<Store, 'rowsOf' | 'forget' | 'prune'> {
  return {
    async rowsOf({ platform, chat }) {
      const all = (text: string, ...more: string[]) => sql.all(text, platform, chat, ...more)
      return {
        subscriptions: await all(`SELECT * FROM subscription WHERE ${theirs} ORDER BY id`),
        deliveries: await all(`SELECT * FROM delivery WHERE ${theirDeliveries} ORDER BY id`),
        language: await all(`SELECT * FROM language WHERE ${theirs}`),
        memory: await all(`SELECT * FROM memory WHERE ${theirs} ORDER BY key`),
        rate: await sql.all('SELECT * FROM rate WHERE key = $1', rateKeyOf(platform, chat)),
      }
    },

    forget: ({ platform, chat }) =>
      sql.transaction(async tx => {
        const rows = await tx.all(`SELECT id FROM delivery WHERE ${theirDeliveries}`, platform, chat)
        for (const { id } of rows) await claims.release(tx, platform, String(id))
        await tx.all(`DELETE FROM delivery WHERE ${theirDeliveries}`, platform, chat)
        for (const table of ['subscription', 'language', 'memory'])
          await tx.all(`DELETE FROM ${table} WHERE ${theirs}`, platform, chat)
        await tx.all('DELETE FROM rate WHERE key = $1', rateKeyOf(platform, chat))
      }),

    async prune(before) {
      await inBatches(async limit => {
        const erased = await sql.all(
          `DELETE FROM delivery WHERE id IN (
             SELECT id FROM delivery
             WHERE due_at < $1 AND state IN ('sent', 'unknown', 'failed', 'expired', 'skipped') LIMIT $2)
           RETURNING id`,
          before.epochMilliseconds,
          limit,
        )
        return erased.length
      })
      await sql.all('DELETE FROM memory WHERE kept_at < $1', before.epochMilliseconds)
      // A rate that lies in the past says no more than none.
      await sql.all('DELETE FROM rate WHERE tat < $1', before.epochMilliseconds * 1000)
    },
  }
}
