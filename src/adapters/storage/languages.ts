// Stores the language that each chat chose.

import type { ChatLanguages } from '../../core/delivery/store.ts'
import type { Language } from '../../core/languages/language.ts'
import type { Sql } from './sql.ts'

export function languagesIn(sql: Sql): ChatLanguages {
  return {
    async languageOf({ platform, chat }) {
      const [row] = await sql.all(
        'SELECT language FROM language WHERE platform = $1 AND chat = $2',
        platform,
        chat,
      )
      return row?.language as Language | undefined
    },

    async setLanguage({ platform, chat }, language) {
      await sql.all(
        `INSERT INTO language (platform, chat, language) VALUES ($1, $2, $3)
         ON CONFLICT (platform, chat) DO UPDATE SET language = excluded.language`,
        platform,
        chat,
        language,
      )
    },
  }
}
