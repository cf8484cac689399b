// Answers presses of buttons: in place, by an alert, or with a new message.

import { type Context, GrammyError } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { languageFor } from '../../../core/languages/language.ts'
import { phrasesOf } from '../../../core/languages/phrases.ts'
import type { Message } from '../../../core/message/message.ts'
import { textOfBlocks } from '../../../core/message/text.ts'
import type { Caller } from '../../../core/ports.ts'
import { presserOf } from '../chats.ts'
import type { Buttons } from '../message/buttons.ts'
import { sanitizeText } from '../message/render.ts'
import { editMessage } from '../message/sending.ts'
import { lastingPayloadOf, linkUrl } from './links.ts'
import type { Reply } from './reply.ts'
import type { Topics } from './topics.ts'

interface PressParts {
  bot: Bot
  buttons: Buttons
  topics: Topics
  reply: Reply
}

/** https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT_UNITS = 200

/** The handler of updates that are presses. */
export function createPressHandler({
  bot,
  buttons,
  topics,
  reply,
}: PressParts): (ctx: Context) => Promise<void> {
  return async ctx => {
    const query = ctx.callbackQuery
    if (!query) return
    let alert = ''
    let url = ''
    try {
      const press = await buttons.read(query.data ?? '')
      if (!press || !query.message) {
        alert = (await phrasesOf(languageFor(query.from.language_code ?? ''))).forgottenButton
        return
      }
      const caller = topics.withTopics(presserOf(query.from, query.message, ctx.api), query.message)
      if (query.message.chat.type === 'channel' && !(await caller.isAdmin())) {
        // Every reader of a channel can press. They get their answer in private, not in the channel.
        url = linkUrl(ctx.me, await lastingPayloadOf(press.call, bot.commands, buttons))
        return
      }
      const answer = await bot.answer(press.call, caller)
      const text = sanitizeText(textOfBlocks(answer.body))
      // A private answer is shown as an alert, which leaves the chat as it is.
      if (answer.isPrivate && !answer.file && text.length <= MAX_ALERT_UNITS) alert = text
      else if (
        press.mode !== 'inPlace' ||
        !(await replaceMessage(query.message, answer, { api: ctx.api, caller }))
      )
        await reply(answer, ctx, { caller })
    } finally {
      await ctx
        .answerCallbackQuery({ ...(alert && { text: alert, show_alert: true }), ...(url && { url }) })
        .catch(ignoreRefusal)
    }
  }

  /** False if the answer needs a new message. */
  async function replaceMessage(
    { message_id: id }: Pick<Received, 'message_id'>,
    answer: Message,
    { api, caller: { chat, kind } }: Pick<Context, 'api'> & { caller: Caller },
  ): Promise<boolean> {
    try {
      return await editMessage(answer, { chat, kind, id }, { api, buttons })
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      return /message is not modified/.test(error.description)
    }
  }
}

/** Telegram refuses an answer to a press that is too old, and nobody waits for that answer any more. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
}
