// Handles every kind of update that concerns the bot: those of one chat in order, different chats at the same time.

import { sequentialize } from '@grammyjs/runner'
import type { Bot as Client, Context } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { greetingOf } from '../../../core/commands/traits.ts'
import type { Log } from '../../../core/ports.ts'
import { addressOf, authorOf, chatChangeOf, presserOf, wasAddedToGroup } from '../chats.ts'
import type { Buttons } from '../message/buttons.ts'
import { isFault } from '../outcome.ts'
import { answerInlineQuery } from './inline.ts'
import { invocationOf } from './invocation.ts'
import { createPressHandler } from './presses.ts'
import { createReply } from './reply.ts'

export interface UpdateParts {
  client: Client
  bot: Bot
  buttons: Buttons
  log: Log
}

/** Registers the handlers with the client, which calls them once it receives updates. */
export function handleUpdates({ client, bot, buttons, log }: UpdateParts): void {
  const reply = createReply({ bot, buttons })
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
  client.on('callback_query', createPressHandler({ bot, buttons, reply }))
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
}
