// Answers what people write to the bot in direct messages, as a Telegram bot does in a private chat.

import {
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageCreateDispatchData,
  MessageType,
} from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import { languageOfWords } from '../../core/languages/detect.ts'
import type { Press } from '../../core/message/press.ts'
import type { Caller } from '../../core/ports.ts'
import { addressOf } from './chats.ts'
import { type AnswerParts, answerInChannel } from './interactions/answers.ts'
import { peekPress, recallPress } from './message/presses.ts'
import type { Guarded } from './servers.ts'

const MAX_REMEMBERED_LOCALES = 1000

export interface DirectMessageParts extends AnswerParts {
  client: Client
  core: Bot
  guarded: Guarded
  /** Whether the message was not answered yet: the gateway may repeat events. */
  isNew(id: string): boolean
}

/** Listens to the client. Edited messages are not answered again. */
export function followDirectMessages(parts: DirectMessageParts): void {
  const { client, core, guarded, isNew, ...answerParts } = parts
  const localeOf = rememberLocales(client)
  // The library's own event leaves out messages of channels that it has not seen, as direct messages are at first.
  client.ws.on(GatewayDispatchEvents.MessageCreate, guarded(serve))

  async function serve(message: GatewayMessageCreateDispatchData): Promise<void> {
    const { id, channel_id: channelId, author, content } = message
    const me = client.user
    if (!me || message.guild_id !== undefined || !isWrittenByPerson(message) || !isNew(id)) return
    const words = withoutMention(content.trim(), me.id)
    // An attachment or a sticker alone.
    if (words === '') return
    const question = await questionBefore(message, me.id, answerParts)
    const caller: Caller = {
      chat: addressOf(channelId),
      kind: 'private',
      user: author.id,
      locale: localeOf(author.id) ?? languageOfWords(words) ?? 'en',
      namesOptions: true,
      isAdmin: () => true,
    }
    const call = await core.hear({ words, name: me.username, question }, caller)
    if (!call) return
    const answer = await core.answer(call, caller)
    const channel = await client.channels.fetch(channelId)
    if (!channel?.isSendable()) return
    await answerInChannel(channel, { message: answer, nonce: id }, answerParts).catch(error => {
      if (!isClosedTo(error)) throw error
    })
  }
}

/** Not by a bot, and not by Discord, which reports calls and pins as messages. */
const isWrittenByPerson = ({ author, type, webhook_id: webhook }: GatewayMessageCreateDispatchData) =>
  !author.bot && webhook === undefined && (type === MessageType.Default || type === MessageType.Reply)

/** The words without the bot's name at their beginning, as `<@id>` or, from older clients, `<@!id>`. */
function withoutMention(words: string, id: string): string {
  const name = [`<@${id}>`, `<@!${id}>`].find(each => words.startsWith(each)) ?? ''
  return words.slice(name.length).trim()
}

/** Unlike interactions, messages do not say in which language somebody uses Discord. */
function rememberLocales(client: Client): (user: string) => string | undefined {
  const locales = new Map<string, string>()
  client.on(Events.InteractionCreate, ({ user, locale }) => {
    locales.delete(user.id)
    locales.set(user.id, locale)
    const [oldest] = locales.keys()
    if (locales.size > MAX_REMEMBERED_LOCALES && oldest !== undefined) locales.delete(oldest)
  })
  return user => locales.get(user)
}

/** The question of the bot that a message replies to: a message with one button to write an answer. */
async function questionBefore(
  { referenced_message: earlier }: GatewayMessageCreateDispatchData,
  bot: string,
  { memory }: AnswerParts,
): Promise<Press | undefined> {
  if (earlier?.author.id !== bot) return undefined
  const asking = buttonIdsOf(earlier.components).filter(id => peekPress(id)?.mode === 'ask')
  const [id, ...others] = asking
  return id !== undefined && others.length === 0 ? recallPress(id, memory) : undefined
}

interface Component {
  type: ComponentType
  custom_id?: string
  components?: Component[]
}

/** The ids of the buttons, those in containers and rows included. */
const buttonIdsOf = (components: readonly unknown[] = []): string[] =>
  (components as readonly Component[]).flatMap(({ type, custom_id: id, components: inner }) =>
    type === ComponentType.Button && id !== undefined ? [id] : buttonIdsOf(inner),
  )

/** Whether the person takes no direct messages of the bot (any more). */
const isClosedTo = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [50007, 50278].includes(Number(error.code))
