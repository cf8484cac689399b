// Renders choices as inline keyboards, and reads a press or a reply back as the call it stands for, even after a restart.

import { createHash } from 'node:crypto'
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Choice, Invocation, Message, Run } from '../../../core/message/message.ts'
import { type Press, readPress, writePress } from '../../../core/message/press.ts'
import { confirmationOf, questionOf } from '../../../core/message/question.ts'
import { webAddressOf } from '../../../core/message/web-address.ts'
import type { Address, ChatKind, Clock } from '../../../core/ports.ts'
import { takesInlineButtons } from '../chats.ts'
import { sanitizeText } from './render.ts'

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MAX_CALLBACK_DATA_BYTES = 64
/** https://core.telegram.org/bots/api#copytextbutton */
const MAX_COPIED_UNITS = 256
/** For more, Telegram answers "too many buttons". */
const MAX_BUTTONS = 100
const KEY_CHARACTERS = 22

/** Where the buttons will be. */
export interface ButtonPlace {
  chat: Address
  /** Unknown for posts. */
  kind?: ChatKind | undefined
}

export interface Buttons {
  /** Undefined if there is nothing to press. */
  keyboard(choices: readonly Choice[][], where: ButtonPlace): Promise<InlineKeyboardMarkup | undefined>
  /** Undefined for data that is not from one of our buttons, and for a button whose call is forgotten. */
  read(data: string): Promise<Press | undefined>
  /** Keeps a call, and resolves to its key. The same call has the same key. */
  keep(call: Invocation): Promise<string>
  /** The call kept under the key, if any. */
  recall(key: string): Promise<Invocation | undefined>
  /** Remembers what a message that was sent asks for, if it asks for something. */
  noteQuestion(message: Message, sent: SentMessage): Promise<void>
  /** Remembers what a message asks for after it was changed. */
  changeQuestion(message: Message, sent: SentMessage): Promise<void>
  /** What the bot's message asks for. */
  questionIn(sent: SentMessage): Promise<Press | undefined>
}

export interface SentMessage {
  chat: Address
  id: number
}

export function createButtons(memory: Memory, clock: Clock): Buttons {
  return {
    async keyboard(choices, { chat, kind }) {
      const canShare = takesInlineButtons(chat, kind)
      const rows: InlineKeyboardButton[][] = []
      let count = 0
      for (const row of choices) {
        const buttons = (await Promise.all(row.map(each => buttonOf(each, canShare)))).filter(
          each => each !== undefined,
        )
        count += buttons.length
        if (count > MAX_BUTTONS) break
        if (buttons.length > 0) rows.push(buttons)
      }
      return rows.length > 0 ? { inline_keyboard: rows } : undefined
    },
    async read(data) {
      const written = data.startsWith('#') ? await memory.recall(callKeyOf(data.slice(1))) : data
      const press = written === undefined ? undefined : readPress(written)
      return press && (press.mode === 'below' || press.mode === 'inPlace') ? press : undefined
    },
    keep: call => keepWritten(writePress({ call, mode: 'below' })),
    async recall(key) {
      const written = await memory.recall(callKeyOf(key))
      return written === undefined ? undefined : readPress(written)?.call
    },
    noteQuestion,
    async changeQuestion(message, sent) {
      if (awaitedBy(message)) return noteQuestion(message, sent)
      // A reply to what was a question would otherwise still answer it.
      if (await memory.recall(questionKeyOf(sent))) await rememberQuestion('', sent)
    },
    async questionIn(sent) {
      const written = await memory.recall(questionKeyOf(sent))
      return written ? readPress(written) : undefined
    },
  }

  async function noteQuestion(message: Message, sent: SentMessage): Promise<void> {
    const question = awaitedBy(message)
    if (question) await rememberQuestion(writePress(question), sent)
  }

  function rememberQuestion(value: string, sent: SentMessage): Promise<void> {
    return memory.remember({ key: questionKeyOf(sent), value, chat: sent.chat, now: clock.now() })
  }

  async function buttonOf(choice: Choice, canShare: boolean): Promise<InlineKeyboardButton | undefined> {
    const text = sanitizeText(choice.label).replace(/\s+/g, ' ').trim()
    if (text === '') return undefined
    switch (choice.type) {
      case 'open': {
        const url = webAddressOf(choice.url)
        return url ? { text, url } : undefined
      }
      case 'share':
        return canShare ? { text, switch_inline_query: choice.words } : undefined
      case 'copy':
        return choice.text.length <= MAX_COPIED_UNITS ? { text, copy_text: { text: choice.text } } : undefined
      case 'ask':
        // Telegram has no forms. People reply to the message instead.
        return undefined
      case 'run':
        return { text, callback_data: await dataOf(choice) }
      default:
        return choice satisfies never
    }
  }

  /** The call itself if it fits, otherwise the key under which the memory has it. */
  async function dataOf({ call, inPlace }: Run): Promise<string> {
    const written = writePress({ call, mode: inPlace ? 'inPlace' : 'below' })
    if (Buffer.byteLength(written) <= MAX_CALLBACK_DATA_BYTES) return written
    return `#${await keepWritten(written)}`
  }

  async function keepWritten(written: string): Promise<string> {
    const key = createHash('sha256').update(written).digest('base64url').slice(0, KEY_CHARACTERS)
    await memory.remember({ key: callKeyOf(key), value: written, now: clock.now() })
    return key
  }
}

const awaitedBy = (message: Message): Press | undefined => questionOf(message) ?? confirmationOf(message)

const callKeyOf = (key: string) => `telegram call ${key}`

const questionKeyOf = ({ chat, id }: SentMessage) => `telegram question ${chat.chat} ${id}`
