// Sends an answer to the chat in which somebody asked.

import type { Context } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { silence } from '../../../core/message/build.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Caller } from '../../../core/ports.ts'
import type { Buttons } from '../message/buttons.ts'
import { isForPrivateChat, sendPrivately } from '../message/private-file.ts'
import { stepsFor } from '../message/sending.ts'

interface ReplyParts {
  bot: Bot
  buttons: Buttons
}

/** Whom an answer is for, and the message that asked, if one did. */
export interface Asker {
  caller: Caller
  message?: Received
}

export type Reply = (answer: Message, ctx: Context, to: Asker) => Promise<void>

export function createReply({ bot, buttons }: ReplyParts): Reply {
  return async function reply(answer, ctx, to): Promise<void> {
    if (answer === silence) return
    if (isForPrivateChat(answer, ctx))
      return reply(await sendPrivately(answer, ctx, { bot, buttons }), ctx, to)
    const { caller, message } = to
    const isInGroup = message?.chat.type === 'group' || message?.chat.type === 'supergroup'
    const { chat, kind } = caller
    const destination = { chat, kind, ...(isInGroup && { replyTo: message.message_id }) }
    for (const step of await stepsFor(answer, destination, buttons)) await step.send(ctx.api)
  }
}
