// Sends answers to the chat in which somebody asked, as many as the chat takes.

import type { Api, Context } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Phrases } from '../../../core/languages/phrases.ts'
import { paragraph, silence } from '../../../core/message/build.ts'
import type { Invocation, Message } from '../../../core/message/message.ts'
import type { Address, Caller, Clock, Log } from '../../../core/ports.ts'
import type { Buttons } from '../message/buttons.ts'
import { isForPrivateChat, sendPrivately } from '../message/private-file.ts'
import { replaceMessage, type SendStep, stepsFor } from '../message/sending.ts'
import type { Answering } from '../updates/corrections.ts'
import { createAnswerQueue } from './answer-queue.ts'
import { type GroupAllowance, unlimited } from './group-allowance.ts'

interface ReplyParts {
  api: Api
  bot: Bot
  buttons: Buttons
  allowance: GroupAllowance
  clock: Clock
  log: Log
  /** Gets the error of an answer that nobody waits for any more. */
  failed(error: unknown): void
}

/** Whom an answer is for, and the message that asked, if one did. */
export interface Asker {
  caller: Caller
  message?: Received
  /** Present if the message may have been answered before it was corrected. */
  answering?: Answering
}

export interface Replies {
  /** Answers a call, unless its chat takes no answer now: then the call is not carried out, and the chat is told so once. */
  answer(call: Invocation, ctx: Context, to: Asker): Promise<void>
  /** Sends a message to the chat, or has it told once that it takes no more now. */
  send(message: Message, ctx: Context, to: Asker): Promise<void>
  /** Begins to send a message to somebody who can be told otherwise if there is no room. */
  begin(message: Message, ctx: Context, to: Asker): Promise<Begun>
  /** Tells the chat that it was too much, once until there is room. */
  refuse(caller: Caller): Promise<void>
  /** Seconds until the chat takes an answer; undefined if it does now, or in a moment. */
  secondsUntilRoom(caller: Caller): number | undefined
  /** Resolves once nothing is being sent. What waits for Telegram is dropped. */
  end(): Promise<void>
}

/** Somebody who asks waits so long without a word. */
const MAX_SILENT_WAIT_SECONDS = 5

export type Begun =
  /** `sent` resolves once the message is sent or has to wait. */
  { status: 'begun'; sent: Promise<void> } | { status: 'full'; seconds: number }

export function createReplies({ api, bot, buttons, allowance, clock, log, failed }: ReplyParts): Replies {
  const queue = createAnswerQueue({
    ...{ api, clock, log, failed },
    dropNotice: async caller => ({
      caller,
      steps: await noteFor(caller, say => say.notAnswered),
      room: allowance.reserve(caller.chat, 1) ?? unlimited,
    }),
  })

  return {
    async answer(call, ctx, to) {
      const { caller } = to
      if (!queue.takes(caller)) return queue.drop(caller)
      if (allowance.secondsUntilRoom(caller.chat, 1)) return refuse(caller, 1)
      const message = await bot.answer(call, caller)
      if (!(await replacesEarlier(message, ctx, to))) return send(message, ctx, to)
    },
    send,
    begin,
    refuse: caller => refuse(caller, 1),
    secondsUntilRoom(caller) {
      const wait = queue.waitOf(caller) ?? 0
      return wait > MAX_SILENT_WAIT_SECONDS ? wait : allowance.secondsUntilRoom(caller.chat, 1)
    },
    end: queue.end,
  }

  /** Puts the answer to corrected words in the place of the one to the words before, if it has room there. */
  async function replacesEarlier(message: Message, ctx: Context, to: Asker): Promise<boolean> {
    const { caller, answering: { earlier } = {} } = to
    if (earlier === undefined || message === silence || isForPrivateChat(message, ctx)) return false
    return (await replaceMessage(message, { ...caller, id: earlier }, { api, buttons })) === 'done'
  }

  async function send(message: Message, ctx: Context, to: Asker): Promise<void> {
    const steps = await stepsOf(message, ctx, to)
    const begun = beginSteps(steps, to.caller)
    return begun.status === 'begun' ? begun.sent : refuse(to.caller, steps.length)
  }

  async function begin(message: Message, ctx: Context, to: Asker): Promise<Begun> {
    return beginSteps(await stepsOf(message, ctx, to), to.caller)
  }

  /** An answer that does not fit as a whole is not begun. */
  function beginSteps(steps: readonly SendStep[], caller: Caller): Begun {
    if (steps.length === 0) return { status: 'begun', sent: Promise.resolve() }
    const room = allowance.reserve(caller.chat, steps.length)
    if (room) return { status: 'begun', sent: queue.send({ caller, steps, room }) }
    return { status: 'full', seconds: allowance.secondsUntilRoom(caller.chat, steps.length) ?? 1 }
  }

  async function stepsOf(message: Message, ctx: Context, to: Asker): Promise<readonly SendStep[]> {
    if (message === silence) return []
    const { caller, message: asked } = to
    if (isForPrivateChat(message, ctx))
      return stepsOf(await sendPrivately(message, ctx, { bot, send: sendToUser(caller) }), ctx, to)
    const isInGroup = asked?.chat.type === 'group' || asked?.chat.type === 'supergroup'
    const { chat, kind } = caller
    const steps = await stepsFor(
      message,
      { chat, kind, ...(isInGroup && { replyTo: asked.message_id }) },
      buttons,
    )
    return steps.map(step => ({
      ...step,
      async send(sender: Api) {
        const sent = await step.send(sender)
        to.answering?.sent(sent.message_id)
        return sent
      },
    }))
  }

  function sendToUser(asker: Caller) {
    return async (chat: Address, message: Message): Promise<void> => {
      const caller: Caller = { ...asker, chat, kind: 'private' }
      await queue.send({
        caller,
        steps: await stepsFor(message, { chat, kind: 'private' }, buttons),
        room: unlimited,
      })
    }
  }

  async function refuse(caller: Caller, messages: number): Promise<void> {
    // A refusal sent now would arrive after the wait, when it is no longer true.
    if (queue.waitOf(caller) !== undefined) return queue.drop(caller)
    const room = allowance.reserveNotice(caller.chat, messages)
    if (!room) return
    const seconds = allowance.secondsUntilRoom(caller.chat, messages) ?? 1
    await queue.send({ caller, steps: await noteFor(caller, say => say.tooMany(seconds)), room })
  }

  async function noteFor(caller: Caller, words: (say: Phrases) => string): Promise<SendStep[]> {
    const body = [paragraph(words(await bot.phrases(caller)))]
    return stepsFor({ body }, { chat: caller.chat }, buttons)
  }
}
