// Stores the short texts that adapters keep across restarts.

import type { Memory } from '../../core/delivery/store.ts'
import type { Sql } from './sql.ts'

export function memoryIn(sql: Sql): Memory {
  return {
    async recall(key) {
      const [row] = await sql.all('SELECT value FROM memory WHERE key = $1', key)
      return row && String(row.value)
    },

    async remember({ key, value, now, chat }) {
      await sql.all(
        `INSERT INTO memory (key, value, kept_at, platform, chat) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, kept_at = excluded.kept_at,
           platform = excluded.platform, chat = excluded.chat`,
        key,
        value,
        now.epochMilliseconds,
        chat?.platform ?? null,
        chat?.chat ?? null,
      )
    },

    async markOnce(key, now) {
      const rows = await sql.all(
        "INSERT INTO memory (key, value, kept_at) VALUES ($1, '', $2) ON CONFLICT (key) DO NOTHING RETURNING key",
        key,
        now.epochMilliseconds,
      )
      return rows.length > 0
    },
  }
}
