// Handles every kind of update that concerns the bot: those of one chat in order, different chats at the same time.

import { sequentialize } from '@grammyjs/runner'
import { type Bot as Client, type Context, GrammyError } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { greetingOf } from '../../../core/commands/traits.ts'
import { languageFor } from '../../../core/languages/language.ts'
import { phrasesOf } from '../../../core/languages/phrases.ts'
import { silence } from '../../../core/message/build.ts'
import type { Message } from '../../../core/message/message.ts'
import { textOfBlocks } from '../../../core/message/text.ts'
import type { Caller, Log } from '../../../core/ports.ts'
import { addressOf, authorOf, chatChangeOf, presserOf, wasAddedToGroup } from '../chats.ts'
import type { Buttons } from '../message/buttons.ts'
import { isForPrivateChat, sendPrivately } from '../message/private-file.ts'
import { sanitizeText } from '../message/render.ts'
import { editMessage, stepsFor } from '../message/sending.ts'
import { isFault } from '../outcome.ts'
import { answerInlineQuery } from './inline.ts'
import { invocationOf } from './invocation.ts'
import { linkUrl, payloadOf } from './links.ts'

export interface UpdateParts {
  client: Client
  bot: Bot
  buttons: Buttons
  log: Log
}

/** https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT_UNITS = 200

/** Registers the handlers with the client, which calls them once it receives updates. */
export function handleUpdates({ client, bot, buttons, log }: UpdateParts): void {
  client.use(sequentialize(ctx => String(ctx.chat?.id ?? ctx.from?.id ?? '')))
  client.on(['message:migrate_to_chat_id', 'message:migrate_from_chat_id'], async ctx => {
    const { migrate_to_chat_id: to, migrate_from_chat_id: from, chat } = ctx.message
    await bot.onChatChange({
      type: 'moved',
      from: addressOf({ id: from ?? chat.id }),
      to: addressOf({ id: to ?? chat.id }),
    })
  })
  client.on('message:forum_topic_reopened', ctx =>
    bot.onChatChange({ type: 'back', chat: authorOf(ctx.message, ctx.api).chat }),
  )
  client.on(['message', 'channel_post'], ctx => answerMessage(ctx, ctx.message ?? ctx.channelPost))
  client.on('callback_query', answerPress)
  client.on('inline_query', ctx => answerInlineQuery(ctx.inlineQuery, ctx.api, { me: ctx.me, bot }))
  client.on('my_chat_member', async ctx => {
    await bot.onChatChange(chatChangeOf(ctx.myChatMember))
    if (!wasAddedToGroup(ctx.myChatMember)) return
    const caller = presserOf(ctx.from, { chat: ctx.chat }, ctx.api)
    await reply(await bot.answer(greetingOf(bot.commands), caller), ctx, { caller })
  })
  client.catch(({ error }) => {
    // People may block the bot or leave in the middle of a conversation. That is not an error.
    log(isFault(error) ? 'error' : 'info', 'update failed', {
      error: error instanceof Error ? error.message : String(error),
    })
  })

  async function answerMessage(ctx: Context, message: Received): Promise<void> {
    // A channel's posts are forwarded to its discussion group, where they are not written to the bot.
    if (message.is_automatic_forward || (message.from?.is_bot === true && !message.sender_chat)) return
    const call = invocationOf(message, ctx.me, bot)
    if (!call) return
    const caller = authorOf(message, ctx.api)
    await reply(await bot.answer(call, caller), ctx, { caller, message })
  }

  async function answerPress(ctx: Context): Promise<void> {
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
      const caller = presserOf(query.from, query.message, ctx.api)
      if (query.message.chat.type === 'channel' && !(await caller.isAdmin())) {
        // Every reader of a channel can press. They get their answer in private, not in the channel.
        url = linkUrl(ctx.me, payloadOf(press.call, bot.commands))
        return
      }
      const answer = await bot.answer(press.call, caller)
      const text = sanitizeText(textOfBlocks(answer.body))
      // A private answer is shown as an alert, which leaves the chat as it is.
      if (answer.isPrivate && !answer.file && text.length <= MAX_ALERT_UNITS) alert = text
      else if (press.mode !== 'inPlace' || !(await replaceMessage(query.message, answer, ctx)))
        await reply(answer, ctx, { caller })
    } finally {
      await ctx
        .answerCallbackQuery({ ...(alert && { text: alert, show_alert: true }), ...(url && { url }) })
        .catch(ignoreRefusal)
    }
  }

  /** False if the answer needs a new message. */
  async function replaceMessage(
    { chat, message_id }: Pick<Received, 'chat' | 'message_id'>,
    answer: Message,
    { api }: Context,
  ): Promise<boolean> {
    try {
      return await editMessage(answer, { chat: chat.id, id: message_id }, { api, buttons })
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      return /message is not modified/.test(error.description)
    }
  }

  async function reply(
    answer: Message,
    ctx: Context,
    to: { caller: Caller; message?: Received },
  ): Promise<void> {
    if (answer === silence) return
    if (isForPrivateChat(answer, ctx))
      return reply(await sendPrivately(answer, ctx, { bot, buttons }), ctx, to)
    const { caller, message } = to
    const isInGroup = message?.chat.type === 'group' || message?.chat.type === 'supergroup'
    const destination = { chat: caller.chat, ...(isInGroup && { replyTo: message.message_id }) }
    for (const step of await stepsFor(answer, destination, buttons)) await step.send(ctx.api)
  }
}

/** Telegram refuses an answer to a press that is too old, and nobody waits for that answer any more. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
}
