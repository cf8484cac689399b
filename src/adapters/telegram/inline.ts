// Answers inline queries: results that somebody puts into any chat while they write `@bot words`.

import type { Api } from 'grammy'
import type { InlineQuery, InlineQueryResult, UserFromGetMe } from 'grammy/types'
import type { Bot } from '../../core/bot/bot.ts'
import type { InlineResult } from '../../core/bot/inline.ts'
import { plainWordsCall } from '../../core/commands/traits.ts'
import { languageFor } from '../../core/languages/language.ts'
import type { Phrases } from '../../core/languages/phrases.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { writerOf } from './chats.ts'
import { linkPayload, linkUrl, payloadOf } from './links.ts'
import { parts } from './render.ts'

/** Telegram takes up to 50; people see four. */
const RESULTS_ON_PAGE = 20

/** Answers a query; the offset of the next page is the number of its first result. */
export async function answerInline(query: InlineQuery, me: UserFromGetMe, bot: Bot, api: Api): Promise<void> {
  const writer = writerOf(query.from)
  const from = /^\d{1,6}$/.test(query.offset) ? Number(query.offset) : 0
  const [{ results, next }, say] = await Promise.all([
    bot.inlineResults({ words: query.query, from, count: RESULTS_ON_PAGE }, writer),
    phrasesOf(languageFor(writer.locale)),
  ])
  const search = plainWordsCall(query.query.trim(), bot.commands)
  await api.answerInlineQuery(
    query.id,
    results.map(each => resultOf(each, { me, bot, say })),
    {
      // The language is the writer's own, so Telegram must not show the cached results to others.
      is_personal: true,
      cache_time: 300,
      next_offset: next === undefined ? '' : String(next),
      button: { text: say.openBot, start_parameter: payloadOf(search, bot.commands) },
    },
  )
}

function resultOf(
  { id, title, detail, message, readOn }: InlineResult,
  { me, bot, say }: { me: UserFromGetMe; bot: Bot; say: Phrases },
): InlineQueryResult {
  const [{ text, entities } = { text: title, entities: [] }] = parts(message)
  const payload = readOn && linkPayload(readOn, bot.commands)
  return {
    type: 'article',
    id,
    title,
    description: detail,
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
    ...(payload && {
      reply_markup: {
        inline_keyboard: [[{ text: say.readOn, url: linkUrl(me, payload) }]],
      },
    }),
  }
}
