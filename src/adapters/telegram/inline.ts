// Inline mode: findings that somebody puts into any chat while they write `@bot words`.
import type { Api } from 'grammy'
import type { InlineQuery, InlineQueryResult, UserFromGetMe } from 'grammy/types'
import type { Bot } from '../../core/bot/bot.ts'
import type { InlineResult } from '../../core/bot/inline.ts'
import { languageFor } from '../../core/languages/language.ts'
import type { Phrases } from '../../core/languages/phrases.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { writerOf } from './chats.ts'
import { linkTo } from './invocation.ts'
import { parts } from './render.ts'

/** Telegram takes up to 50; people see four. */
const onPage = 20

/** Answers a query; the offset of the next page is the number of its first result. */
export async function answerInline(query: InlineQuery, me: UserFromGetMe, bot: Bot, api: Api): Promise<void> {
  const writer = writerOf(query.from)
  const from = /^\d{1,6}$/.test(query.offset) ? Number(query.offset) : 0
  const [found, say] = await Promise.all([
    bot.inlineResults(query.query, from, onPage, writer),
    phrasesOf(languageFor(writer.locale)),
  ])
  const payload = linkTo({ command: 'search', args: { words: query.query.trim() } })
  await api.answerInlineQuery(
    query.id,
    found.offers.map(offer => result(offer, me, say)),
    {
      // The language is the writer's own, so nobody else may be shown what was kept for them.
      is_personal: true,
      cache_time: 300,
      next_offset: found.next === undefined ? '' : String(found.next),
      button: { text: say.openBot, start_parameter: payload ?? 'start' },
    },
  )
}

function result(offer: InlineResult, me: UserFromGetMe, say: Phrases): InlineQueryResult {
  const all = parts(offer.message)
  const [{ text, entities } = { text: offer.title, entities: [] }] = all
  const link = offer.article && linkTo({ command: 'summary', args: { article: offer.article } })
  return {
    type: 'article',
    id: offer.id,
    title: offer.title,
    description: offer.detail,
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
    ...(link && {
      reply_markup: {
        inline_keyboard: [[{ text: say.readOn, url: `https://t.me/${me.username}?start=${link}` }]],
      },
    }),
  }
}
