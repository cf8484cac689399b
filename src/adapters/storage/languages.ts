// Stores the language that each chat chose, and each of its places that has one of its own.

import type { ChatLanguages } from '../../core/delivery/store.ts'
import type { Language } from '../../core/languages/language.ts'
import { AT_ADDRESS, addressParams } from './rows.ts'
import type { Sql } from './sql.ts'

export function languagesIn(sql: Sql): ChatLanguages {
  return {
    async languageOf(chat) {
      const [row] = await sql.all(
        // The place's own comes first, because no thread is the empty text.
        `SELECT language FROM language WHERE platform = $1 AND chat = $2 AND thread IN ('', $3)
         ORDER BY thread DESC LIMIT 1`,
        ...addressParams(chat),
      )
      return row?.language as Language | undefined
    },

    async ownLanguageOf(chat) {
      const [row] = await sql.all(`SELECT language FROM language WHERE ${AT_ADDRESS}`, ...addressParams(chat))
      return row?.language as Language | undefined
    },

    async setLanguage(chat, language) {
      if (language === undefined) {
        await sql.all(`DELETE FROM language WHERE ${AT_ADDRESS}`, ...addressParams(chat))
        return
      }
      await sql.all(
        `INSERT INTO language (platform, chat, thread, language) VALUES ($1, $2, $3, $4)
         ON CONFLICT (platform, chat, thread) DO UPDATE SET language = excluded.language`,
        ...addressParams(chat),
        language,
      )
    },
  }
}
