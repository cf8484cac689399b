// Answers inline queries: results that people insert into any chat by typing `@bot words`.

import type { Api } from 'grammy'
import type { InlineQuery, InlineQueryResult, UserFromGetMe } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import type { InlineResult } from '../../../core/bot/inline.ts'
import { plainWordsCall } from '../../../core/commands/traits.ts'
import type { Phrases } from '../../../core/languages/phrases.ts'
import { writerOf } from '../chats.ts'
import { partsOf, sanitizeText } from '../message/render.ts'
import { linkPayload, linkUrl, payloadOf } from './links.ts'

/** Telegram takes up to 50 (https://core.telegram.org/bots/api#answerinlinequery). People see about four at a time. */
const RESULTS_PER_PAGE = 20
const CACHE_SECONDS = 300
/** Nothing may be found because somebody types fast, and the next time there may be something. */
const EMPTY_CACHE_SECONDS = 0

interface InlineParts {
  me: UserFromGetMe
  bot: Bot
}

/** Answers a query. The offset of the next page is the number of its first result. */
export async function answerInlineQuery(
  query: InlineQuery,
  api: Api,
  { me, bot }: InlineParts,
): Promise<void> {
  const writer = writerOf(query.from)
  const from = /^\d{1,6}$/.test(query.offset) ? Number(query.offset) : 0
  const [{ results, next }, say] = await Promise.all([
    bot.inlineResults({ words: query.query, from, count: RESULTS_PER_PAGE }, writer),
    bot.phrases(writer),
  ])
  const search = plainWordsCall(query.query.trim(), bot.commands)
  await api.answerInlineQuery(
    query.id,
    results.map(each => articleOf(each, say, { me, bot })),
    {
      // The results are in the writer's language, so Telegram must not show the cached ones to others.
      is_personal: true,
      cache_time: results.length > 0 ? CACHE_SECONDS : EMPTY_CACHE_SECONDS,
      next_offset: next === undefined ? '' : String(next),
      button: { text: say.openBot, start_parameter: payloadOf(search, bot.commands) },
    },
  )
}

function articleOf(
  { id, title, detail, message, readOn }: InlineResult,
  say: Phrases,
  { me, bot }: InlineParts,
): InlineQueryResult {
  const [{ text, entities } = { text: title, entities: [] }] = partsOf(message)
  const payload = readOn && linkPayload(readOn, bot.commands)
  return {
    type: 'article',
    id,
    title: sanitizeText(title),
    description: sanitizeText(detail),
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
    ...(payload && {
      reply_markup: {
        inline_keyboard: [[{ text: say.readOn, url: linkUrl(me, payload) }]],
      },
    }),
  }
}
