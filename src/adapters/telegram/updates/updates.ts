// Handles every kind of update that concerns the bot: those of one chat in order, different chats at the same time.

import { sequentialize } from '@grammyjs/runner'
import type { Bot as Client, Context } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { greetingOf } from '../../../core/commands/traits.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Clock, Log } from '../../../core/ports.ts'
import type { GroupAllowance } from '../answers/group-allowance.ts'
import { createReplies, type Replies } from '../answers/reply.ts'
import { addressOf, authorOf, chatChangeOf, presserOf, wasAddedToGroup } from '../chats.ts'
import type { Buttons } from '../message/buttons.ts'
import { isFault } from '../outcome.ts'
import { createCorrections } from './corrections.ts'
import { answerInlineQuery } from './inline.ts'
import { invocationOf, isWrittenByPerson } from './invocation.ts'
import { createMigrations } from './migrations.ts'
import { createPressHandler } from './presses.ts'
import { createTopics } from './topics.ts'
import { answerToWordless } from './wordless.ts'

export interface UpdateParts {
  client: Client
  bot: Bot
  buttons: Buttons
  allowance: GroupAllowance
  memory: Memory
  clock: Clock
  log: Log
}

/** Registers the handlers with the client, which calls them once it receives updates. */
export function handleUpdates(parts: UpdateParts): Pick<Replies, 'end'> {
  const { client, bot, buttons, allowance, memory, clock, log } = parts
  const migrations = createMigrations({ memory, clock })
  const corrections = createCorrections()
  const topics = createTopics({ bot, memory, clock })
  const failed = (error: unknown) => {
    // People may block the bot or leave in the middle of a conversation. That is not an error.
    log(isFault(error) ? 'error' : 'info', 'update failed', {
      error: error instanceof Error ? error.message : String(error),
    })
  }
  const replies = createReplies({ api: client.api, bot, buttons, allowance, clock, log, failed })
  client.use(sequentialize(orderOf))
  client.on(['message:migrate_to_chat_id', 'message:migrate_from_chat_id'], async ctx => {
    const { migrate_to_chat_id, migrate_from_chat_id, chat } = ctx.message
    const [from, to] = [migrate_from_chat_id ?? chat.id, migrate_to_chat_id ?? chat.id]
    await migrations.note(ctx.message, to)
    await bot.onChatChange({ type: 'moved', from: addressOf({ id: from }), to: addressOf({ id: to }) })
  })
  client.on(['message:forum_topic_created', 'message:forum_topic_edited'], ctx =>
    topics.remember(ctx.message),
  )
  client.on('message:forum_topic_reopened', ctx =>
    bot.onChatChange({ type: 'back', chat: authorOf(ctx.message, ctx.api).chat }),
  )
  client.on(['message', 'channel_post'], ctx => answerMessage(ctx, ctx.message ?? ctx.channelPost))
  client.on(['edited_message', 'edited_channel_post'], ctx =>
    answerMessage(ctx, ctx.editedMessage ?? ctx.editedChannelPost),
  )
  client.on('callback_query', createPressHandler({ bot, buttons, topics, replies, clock }))
  client.on('inline_query', ctx => answerInlineQuery(ctx.inlineQuery, ctx.api, { me: ctx.me, bot }))
  client.on('my_chat_member', async ctx => {
    await bot.onChatChange(chatChangeOf(ctx.myChatMember))
    if (!wasAddedToGroup(ctx.myChatMember) || (await migrations.explains(ctx.myChatMember))) return
    const caller = presserOf(ctx.from, { chat: ctx.chat }, ctx.api)
    await replies.answer(greetingOf(bot.commands), ctx, { caller })
  })
  client.catch(({ error }) => failed(error))
  return replies

  async function answerMessage(ctx: Context, message: Received): Promise<void> {
    if (!isWrittenByPerson(message) || !corrections.isToBeRead(message)) return
    const caller = topics.withTopics(authorOf(message, ctx.api), message)
    const call = await invocationOf(message, caller, { me: ctx.me, bot, buttons })
    if (call) return replies.answer(call, ctx, { caller, message, answering: corrections.answering(message) })
    const answer = await answerToWordless(message, caller, { bot, memory, clock })
    if (answer) await replies.send(answer, ctx, { caller, message })
  }
}

/** Updates with the same word are handled in order. Presses and inline queries do not wait for a chat's slow commands. */
function orderOf({ chat, from, callbackQuery, inlineQuery }: Context): string {
  if (callbackQuery) return ''
  return inlineQuery ? `inline ${inlineQuery.from.id}` : String(chat?.id ?? from?.id ?? '')
}
