// Stores the short texts that are kept across restarts.

import type { Memory } from '../../core/delivery/store.ts'
import { addressParams } from './rows.ts'
import type { Sql } from './sql.ts'

/** The keys of work, whose notes are pruned earlier than the rest. */
export const WORK_PREFIX = 'work '
const DONE = 'done'

export function memoryIn(sql: Sql): Memory {
  return {
    async recall(key) {
      const [row] = await sql.all('SELECT value FROM memory WHERE key = $1', key)
      return row && String(row.value)
    },

    async remember({ key, value, now, chat }) {
      await sql.all(
        `INSERT INTO memory (key, value, kept_at, platform, chat, thread) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, kept_at = excluded.kept_at,
           platform = excluded.platform, chat = excluded.chat, thread = excluded.thread`,
        key,
        value,
        now.epochMilliseconds,
        ...(chat ? addressParams(chat) : [null, null, null]),
      )
    },

    async erase(key) {
      await sql.all('DELETE FROM memory WHERE key = $1', key)
    },

    async markOnce(key, now) {
      const rows = await sql.all(
        "INSERT INTO memory (key, value, kept_at) VALUES ($1, '', $2) ON CONFLICT (key) DO NOTHING RETURNING key",
        key,
        now.epochMilliseconds,
      )
      return rows.length > 0
    },

    async takeWork({ key, owner, now, until }) {
      const rows = await sql.all(
        `INSERT INTO memory (key, value, kept_at) VALUES ($1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, kept_at = excluded.kept_at
         WHERE memory.value <> '${DONE}' AND (memory.value = excluded.value OR memory.kept_at <= $4)
         RETURNING key`,
        WORK_PREFIX + key,
        owner,
        until.epochMilliseconds,
        now.epochMilliseconds,
      )
      if (rows.length > 0) return 'taken'
      const [row] = await sql.all('SELECT value FROM memory WHERE key = $1', WORK_PREFIX + key)
      return row?.value === DONE ? 'done' : 'busy'
    },

    async finishWork(key, now) {
      await sql.all(
        'UPDATE memory SET value = $2, kept_at = $3 WHERE key = $1',
        WORK_PREFIX + key,
        DONE,
        now.epochMilliseconds,
      )
    },
  }
}
