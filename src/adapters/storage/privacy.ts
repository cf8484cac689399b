// Exports and erases what is stored about a chat, and erases what has outlived its use.

import type { Privacy } from '../../core/delivery/store.ts'
import type { Claims } from './claims.ts'
import { WORK_PREFIX } from './memory.ts'
import { inBatches, type Sql } from './sql.ts'

const OF_CHAT = 'platform = $1 AND chat = $2'
const OF_CHAT_DELIVERIES = `subscription IN (SELECT id FROM subscription WHERE ${OF_CHAT})`

export function privacyIn(sql: Sql, claims: Claims): Privacy {
  return {
    async rowsOf({ platform, chat }) {
      const all = (text: string) => sql.all(text, platform, chat)
      return {
        subscriptions: await all(`SELECT * FROM subscription WHERE ${OF_CHAT} ORDER BY id`),
        deliveries: await all(`SELECT * FROM delivery WHERE ${OF_CHAT_DELIVERIES} ORDER BY id`),
        language: await all(`SELECT * FROM language WHERE ${OF_CHAT}`),
        memory: await all(`SELECT * FROM memory WHERE ${OF_CHAT} ORDER BY key`),
        rate: await sql.all('SELECT * FROM rate WHERE key = $1', rateKeyOf(platform, chat)),
      }
    },

    forget: ({ platform, chat }) =>
      sql.transaction(async tx => {
        const rows = await tx.all(`SELECT id FROM delivery WHERE ${OF_CHAT_DELIVERIES}`, platform, chat)
        for (const { id } of rows) await claims.remove(tx, platform, String(id))
        await tx.all(`DELETE FROM delivery WHERE ${OF_CHAT_DELIVERIES}`, platform, chat)
        for (const table of ['subscription', 'language', 'memory'])
          await tx.all(`DELETE FROM ${table} WHERE ${OF_CHAT}`, platform, chat)
        await tx.all('DELETE FROM rate WHERE key = $1', rateKeyOf(platform, chat))
      }),

    async prune(before, workBefore) {
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
      await sql.all(
        'DELETE FROM memory WHERE kept_at < $1 AND key LIKE $2',
        workBefore.epochMilliseconds,
        `${WORK_PREFIX}%`,
      )
      // A rate in the past constrains nothing.
      await sql.all('DELETE FROM rate WHERE tat < $1', before.epochMilliseconds * 1000)
    },
  }
}

/** The key that pacing uses for the rate of a chat. */
const rateKeyOf = (platform: string, chat: string) => `${platform}/${chat}`
