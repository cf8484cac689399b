// Answers presses of buttons: in place, by an alert, or with a new message.

import { sequentialize } from '@grammyjs/runner'
import type { Context } from 'grammy'
import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import { everybodySees } from '../../../core/commands/shared/admins.ts'
import { languageFor } from '../../../core/languages/language.ts'
import { phrasesOf } from '../../../core/languages/phrases.ts'
import { silence } from '../../../core/message/build.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Press } from '../../../core/message/press.ts'
import { textOfBlocks } from '../../../core/message/text.ts'
import type { Caller, Clock } from '../../../core/ports.ts'
import type { Replies } from '../answers/reply.ts'
import { presserOf } from '../chats.ts'
import type { Buttons } from '../message/buttons.ts'
import { sanitizeText } from '../message/render.ts'
import { replaceMessage } from '../message/sending.ts'
import { type Acknowledgement, acknowledgementOf } from './acknowledgement.ts'
import { lastingPayloadOf, linkUrl } from './links.ts'

import type { Topics } from './topics.ts'

interface PressParts {
  bot: Bot
  buttons: Buttons
  topics: Topics
  replies: Replies
  clock: Clock
}

/** https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT_UNITS = 200

/** One press while it is answered. */
interface Pressed {
  ctx: Context
  press: Press
  message: Pick<Received, 'chat' | 'message_id'>
  caller: Caller
  acknowledgement: Acknowledgement
}

/**
 * The handler of updates that are presses. They do not wait for what else is asked in their chat; only those that edit the
 * same message wait for each other.
 */
export function createPressHandler({
  bot,
  buttons,
  topics,
  replies,
  clock,
}: PressParts): (ctx: Context) => Promise<void> {
  const inOrder = sequentialize<Context>(
    ({ chat, callbackQuery }) => `${chat?.id} ${callbackQuery?.message?.message_id}`,
  )

  return async ctx => {
    const query = ctx.callbackQuery
    if (!query) return
    const acknowledgement = acknowledgementOf(ctx, clock)
    try {
      const press = await buttons.read(query.data ?? '')
      const { message } = query
      if (!message) {
        const say = await phrasesOf(languageFor(query.from.language_code ?? ''))
        return await acknowledgement.alert(say.forgottenButton)
      }
      const caller = topics.withTopics(presserOf(query.from, message, ctx.api), message)
      if (!press || isPlaceUnknown(message))
        return await acknowledgement.alert((await bot.phrases(caller)).forgottenButton)
      const pressed = { ctx, press, message, caller, acknowledgement }
      if (press.mode === 'inPlace') await inOrder(ctx, () => answer(pressed))
      else await answer(pressed)
    } finally {
      await acknowledgement.give()
    }
  }

  async function answer(pressed: Pressed): Promise<void> {
    const { ctx, press, message, caller, acknowledgement } = pressed
    if (message.chat.type === 'channel' && !(await caller.isAdmin()))
      // Every reader of a channel can press. They get their answer in private, not in the channel.
      return acknowledgement.open(linkUrl(ctx.me, await lastingPayloadOf(press.call, bot.commands, buttons)))
    const seconds = press.mode === 'inPlace' ? undefined : replies.secondsUntilRoom(caller)
    // The call might change something, and its answer would not be seen.
    if (seconds !== undefined) return refuse(pressed, seconds)
    const answer = await bot.answer(press.call, caller)
    if (answer === silence) return
    if (await showAlert(answer, acknowledgement)) return
    // A refusal that comes too late for an alert concerns the presser alone, so the message stays for the others.
    const isForMessage = press.mode === 'inPlace' && !(answer.isPrivate && everybodySees(caller.kind))
    const { api } = ctx
    const edited = isForMessage
      ? await replaceMessage(answer, { ...caller, id: message.message_id }, { api, buttons })
      : 'needs-message'
    if (edited === 'done') return
    if (edited !== 'needs-message') return refuse(pressed, edited.seconds)
    const begun = await replies.begin(answer, ctx, { caller })
    if (begun.status === 'full') return refuse(pressed, begun.seconds)
    await Promise.all([begun.sent, acknowledgement.give()])
  }

  /** A private answer is shown as an alert, which leaves the chat as it is. */
  async function showAlert(
    { body, file, isPrivate }: Message,
    acknowledgement: Acknowledgement,
  ): Promise<boolean> {
    const text = sanitizeText(textOfBlocks(body))
    if (!isPrivate || file || text.length > MAX_ALERT_UNITS || acknowledgement.isGiven()) return false
    await acknowledgement.alert(text)
    return true
  }

  /** Everybody who presses gets a word, which costs the chat no message; unless it comes too late for an alert. */
  async function refuse({ caller, acknowledgement }: Pressed, seconds: number): Promise<void> {
    if (acknowledgement.isGiven()) return replies.refuse(caller)
    await acknowledgement.alert((await bot.phrases(caller)).tooMany(seconds))
  }
}

/**
 * Of a message that Telegram no longer shows to bots it tells the chat, but not the topic that the call would be about
 * (https://core.telegram.org/bots/api#inaccessiblemessage).
 */
const isPlaceUnknown = ({ chat, date }: Pick<Received, 'chat' | 'date'>): boolean =>
  date === 0 && ((chat.type === 'supergroup' && (chat.is_forum || chat.is_direct_messages)) ?? false)
