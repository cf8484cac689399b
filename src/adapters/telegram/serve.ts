// Serving Telegram's people: every kind of update that concerns the bot, each chat in order, chats side by side.
import { sequentialize } from '@grammyjs/runner'
import { type Bot as Client, type Context, GrammyError, HttpError } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../core/bot/bot.ts'
import { greetingOf } from '../../core/commands/traits.ts'
import { languageFor } from '../../core/languages/language.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { silence } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import { textOfBlocks } from '../../core/message/text.ts'
import type { Caller } from '../../core/ports.ts'
import { retry } from '../../core/waiting.ts'
import type { Buttons } from './buttons.ts'
import { addressOf, authorOf, isNewcomer, newsOf, presserOf } from './chats.ts'
import { register } from './commands.ts'
import { answerInline } from './inline.ts'
import { invocationOf } from './invocation.ts'
import { linkUrl, payloadOf } from './links.ts'
import { isFault } from './outcome.ts'
import type { TelegramParts } from './parts.ts'
import { poll } from './polling.ts'
import { isForPrivateChat, sendPrivately } from './private-file.ts'
import { explained } from './refusal.ts'
import { clean } from './render.ts'
import { editTo, stepsFor } from './sending.ts'
import type { Hook } from './webhook.ts'

const kinds = ['message', 'channel_post', 'callback_query', 'inline_query', 'my_chat_member'] as const

export interface ServeParts extends TelegramParts {
  account: string
  core: Bot
  bot: Client
  buttons: Buttons
  /** Where there is a webhook. */
  hook?: Hook
  redact(text: string): string
  /** Told whether Telegram can be reached, whenever that changes. */
  reached(is: boolean): void
}

/** Serves until the signal; what is being answered then is answered. Throws a PlatformError for what is fatal. */
export async function serve(parts: ServeParts, signal: AbortSignal): Promise<void> {
  const { bot, hook, memory, clock, log, account, reached } = parts
  listen(parts)
  // Open before Telegram is told of it.
  const received = hook?.receive(
    {
      isReady: () => bot.isInited(),
      isNew: update => memory.markOnce(`${account} update ${update.update_id}`, clock.now()),
      handle: async update => void (await bot.handleUpdate(update).catch(bot.errorHandler)),
    },
    signal,
  )
  try {
    const isConnected = await retry(
      async () => {
        await connect(parts, signal)
        return true
      },
      {
        ...{ clock, signal },
        failed(error, { seconds }) {
          if (!isPassing(error)) throw error
          log('error', 'telegram not reached', { error: error.message, 'next try in seconds': seconds })
        },
      },
    )
    if (!isConnected) return received
    log('info', 'telegram connected', { as: bot.botInfo.username })
    reached(true)
    await (received ?? poll({ bot, kinds, clock, log, reached }, signal))
  } catch (error) {
    if (signal.aborted) return received
    throw explained(error, parts.redact, parts.webhook?.url)
  } finally {
    reached(false)
  }
}

async function connect(
  { bot, core, webhook, memory, clock, account }: ServeParts,
  signal: AbortSignal,
): Promise<void> {
  // bot.init() would try again by itself, silently, and wait up to twenty minutes in between.
  // grammY's types name a signal of a library from before Node had its own.
  bot.botInfo = await bot.api.getMe(signal as Parameters<typeof bot.api.getMe>[0])
  await register(bot.api, core, { account, memory, clock })
  if (webhook) await bot.api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: kinds })
  // A webhook that was left behind would keep every update from us.
  else await bot.api.deleteWebhook()
}

/** Whether Telegram cannot be reached or asks to wait: only its refusals are final. */
const isPassing = (error: unknown): error is GrammyError | HttpError =>
  error instanceof HttpError ||
  (error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429))

function listen({ bot, core, buttons, log }: ServeParts): void {
  bot.use(sequentialize(ctx => String(ctx.chat?.id ?? ctx.from?.id ?? '')))
  bot.on(['message:migrate_to_chat_id', 'message:migrate_from_chat_id'], async ctx => {
    const { migrate_to_chat_id: to, migrate_from_chat_id: from, chat } = ctx.message
    await core.onChatChange({
      type: 'moved',
      from: addressOf({ id: from ?? chat.id }),
      to: addressOf({ id: to ?? chat.id }),
    })
  })
  bot.on(['message', 'channel_post'], ctx => heard(ctx, ctx.message ?? ctx.channelPost))
  bot.on('callback_query', pressed)
  bot.on('inline_query', ctx => answerInline(ctx.inlineQuery, ctx.me, core, ctx.api))
  bot.on('my_chat_member', async ctx => {
    await core.onChatChange(newsOf(ctx.myChatMember))
    if (!isNewcomer(ctx.myChatMember)) return
    const caller = presserOf(ctx.from, { chat: ctx.chat }, ctx.api)
    await put(await core.answer(greetingOf(core.commands), caller), caller, ctx)
  })
  bot.catch(({ error }) => {
    // Somebody who blocked the bot or left in the middle of a conversation is no fault.
    log(isFault(error) ? 'error' : 'info', 'update failed', {
      error: error instanceof Error ? error.message : String(error),
    })
  })

  async function heard(ctx: Context, message: Received): Promise<void> {
    // A channel's post that comes into its discussion group was not written to the bot.
    if (message.is_automatic_forward || (message.from?.is_bot === true && !message.sender_chat)) return
    const call = invocationOf(message, ctx.me, core)
    if (!call) return
    const caller = authorOf(message, ctx.api)
    await put(await core.answer(call, caller), caller, ctx, message)
  }

  async function pressed(ctx: Context): Promise<void> {
    const query = ctx.callbackQuery
    if (!query) return
    let notice = ''
    let url = ''
    try {
      const press = await buttons.read(query.data ?? '')
      if (!press || !query.message) {
        notice = (await phrasesOf(languageFor(query.from.language_code ?? ''))).forgottenButton
        return
      }
      const caller = presserOf(query.from, query.message, ctx.api)
      if (query.message.chat.type === 'channel' && !(await caller.isAdmin())) {
        // Every reader of a channel can press; what they ask for is told to them, and not to the channel.
        url = linkUrl(ctx.me, payloadOf(press.call, core.commands))
        return
      }
      const answer = await core.answer(press.call, caller)
      const words = clean(textOfBlocks(answer.body))
      // What is for the presser alone comes up before them, and leaves the chat as it is.
      if (answer.isPrivate && !answer.file && words.length <= longestNotice) notice = words
      else if (press.mode !== 'inPlace' || !(await edit(answer, query.message, ctx)))
        await put(answer, caller, ctx)
    } finally {
      await ctx
        .answerCallbackQuery({ ...(notice && { text: notice, show_alert: true }), ...(url && { url }) })
        .catch(harmless)
    }
  }

  /** False where a new message must say it. */
  async function edit(
    answer: Message,
    message: { chat: { id: number }; message_id: number },
    ctx: Context,
  ): Promise<boolean> {
    try {
      return await editTo(answer, { chat: message.chat.id, id: message.message_id }, ctx.api, buttons)
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
      return /message is not modified/.test(error.description)
    }
  }

  async function put(answer: Message, caller: Caller, ctx: Context, to?: Received): Promise<void> {
    if (answer === silence) return
    if (isForPrivateChat(answer, ctx))
      return put(await sendPrivately(answer, ctx, { core, buttons }), caller, ctx, to)
    const replyTo =
      to && (to.chat.type === 'group' || to.chat.type === 'supergroup') ? to.message_id : undefined
    for (const step of await stepsFor(answer, caller.chat, buttons, replyTo)) await step.put(ctx.api)
  }
}

/** https://core.telegram.org/bots/api#answercallbackquery */
const longestNotice = 200

/** A query that is too old needs no answer any more. */
function harmless(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
}
