// Exports and erases what is stored about a chat, and erases what has outlived its use.

import { DIALOGUE_PREFIX, type Privacy } from '../../core/delivery/store.ts'
import type { Address } from '../../core/ports.ts'
import type { Claims } from './claims.ts'
import { WORK_PREFIX } from './memory.ts'
import { AT_ADDRESS, addressParams } from './rows.ts'
import { inBatches, type Sql } from './sql.ts'

export function privacyIn(sql: Sql, claims: Claims): Privacy {
  return {
    async rowsOf(chat) {
      const { of, params } = rowsAbout(chat)
      const all = (text: string) => sql.all(text, ...params)
      return {
        subscriptions: await all(`SELECT * FROM subscription WHERE ${of} ORDER BY id`),
        deliveries: await all(`SELECT * FROM delivery WHERE ${deliveriesOf(of)} ORDER BY id`),
        language: await all(`SELECT * FROM language WHERE ${of} ORDER BY thread`),
        memory: await all(`SELECT * FROM memory WHERE ${of} ORDER BY key`),
        rate:
          chat.thread === undefined
            ? await sql.all('SELECT * FROM rate WHERE key = $1', rateKeyOf(chat))
            : [],
      }
    },

    forget: chat =>
      sql.transaction(async tx => {
        const { of, params } = rowsAbout(chat)
        const rows = await tx.all(`SELECT id FROM delivery WHERE ${deliveriesOf(of)}`, ...params)
        for (const { id } of rows) await claims.remove(tx, chat.platform, String(id))
        await tx.all(`DELETE FROM delivery WHERE ${deliveriesOf(of)}`, ...params)
        for (const table of ['subscription', 'language', 'memory'])
          await tx.all(`DELETE FROM ${table} WHERE ${of}`, ...params)
        if (chat.thread === undefined) await tx.all('DELETE FROM rate WHERE key = $1', rateKeyOf(chat))
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
      for (const prefix of [WORK_PREFIX, DIALOGUE_PREFIX])
        await sql.all(
          'DELETE FROM memory WHERE kept_at < $1 AND key LIKE $2',
          workBefore.epochMilliseconds,
          `${prefix}%`,
        )
      // A rate in the past constrains nothing.
      await sql.all('DELETE FROM rate WHERE tat < $1', before.epochMilliseconds * 1000)
    },
  }
}

/** The condition on the rows of one place, or of a chat with all its places. */
const rowsAbout = (chat: Address) =>
  chat.thread === undefined
    ? { of: 'platform = $1 AND chat = $2', params: [chat.platform, chat.chat] }
    : { of: AT_ADDRESS, params: addressParams(chat) }

const deliveriesOf = (condition: string) => `subscription IN (SELECT id FROM subscription WHERE ${condition})`

/** The key that pacing uses for the rate of a chat, which all its places share. */
const rateKeyOf = ({ platform, chat }: Address) => `${platform}/${chat}`
