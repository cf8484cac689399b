// Turns a message into requests: its text in parts with the buttons under the last, and its picture or file.

import { type Api, GrammyError, InputFile } from 'grammy'
import { paragraph } from '../../../core/message/build.ts'
import type { Image, Message } from '../../../core/message/message.ts'
import type { Address, Caller, ChatKind } from '../../../core/ports.ts'
import { chatParameters } from '../chats.ts'
import { secondsToWait } from '../outcome.ts'
import type { Buttons } from './buttons.ts'
import { MAX_CAPTION_UNITS, partsOf, type Rendered } from './render.ts'

/** One request of those that send a message. */
export interface SendStep {
  send(api: Api): Promise<{ message_id: number }>
  /** The message is complete without it. */
  isOptional?: true
}

export interface Destination {
  chat: Address
  kind?: ChatKind
  /** The id of the message that is answered. */
  replyTo?: number
  /** Waits until a request may be made that comes on top of the steps. */
  turn?(): Promise<void>
}

/** The requests that send the message, in order. */
export async function stepsFor(
  message: Message,
  { chat, kind, replyTo, turn }: Destination,
  buttons: Buttons,
): Promise<SendStep[]> {
  const keyboard = await buttons.keyboard(message.choices ?? [], { chat, kind })
  const reply = replyTo !== undefined && {
    reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
  }
  const { chat_id, ...thread } = chatParameters(chat)
  const parts = partsOf(message)
  const { image, file } = message
  const [only] = parts
  if (image && !file && only && parts.length === 1 && only.text.length <= MAX_CAPTION_UNITS)
    return [{ send: api => sendCaptioned(image, only, api) }]
  const steps: SendStep[] = parts.map((part, index) => ({ send: api => sendText(part, index, api) }))
  if (image)
    steps.push({
      isOptional: true,
      // Telegram has no alt text, so a picture below the text gets it as its caption.
      send: api => api.sendPhoto(chat_id, pngOf(image), { ...thread, ...captionOf(image.alt) }),
    })
  if (file)
    steps.push({ send: api => api.sendDocument(chat_id, new InputFile(file.data, file.name), thread) })
  return steps

  async function sendCaptioned(image: Image, { text, entities }: Rendered, api: Api) {
    try {
      return await api.sendPhoto(chat_id, pngOf(image), {
        ...thread,
        ...reply,
        caption: text,
        caption_entities: entities,
        ...(keyboard && { reply_markup: keyboard }),
      })
    } catch (error) {
      // A chat may allow text but no pictures.
      if (!wasRefused(error)) throw error
      await turn?.()
      return sendText({ text, entities }, 0, api)
    }
  }

  async function sendText(part: Rendered, index: number, api: Api) {
    const isLast = index === parts.length - 1
    const sent = await api.sendMessage(chat_id, textOrDash(part), {
      ...thread,
      ...(index === 0 && reply),
      ...withoutPreview,
      entities: part.entities,
      ...(isLast && keyboard && { reply_markup: keyboard }),
    })
    if (isLast) await buttons.noteQuestion(message, { chat, id: sent.message_id })
    return sent
  }
}

/** Where a message is that was sent earlier. */
type Sent = Pick<Caller, 'chat' | 'kind'> & { id: number }

/** Replaces a message that was sent earlier, unless the new one needs a message of its own, or Telegram asks to wait. */
export async function replaceMessage(
  message: Message,
  sent: Sent,
  parts: { api: Api; buttons: Buttons },
): Promise<'done' | 'needs-message' | { seconds: number }> {
  try {
    return (await editMessage(message, sent, parts)) ? 'done' : 'needs-message'
  } catch (error) {
    const seconds = secondsToWait(error)
    if (seconds !== undefined) return { seconds }
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return /message is not modified/.test(error.description) ? 'done' : 'needs-message'
  }
}

/** False if the new message does not fit in the place of the earlier one. */
async function editMessage(
  message: Message,
  { chat, kind, id }: Sent,
  { api, buttons }: { api: Api; buttons: Buttons },
): Promise<boolean> {
  const [part, ...others] = partsOf(message)
  if (!part || others.length > 0 || message.image || message.file) return false
  const keyboard = await buttons.keyboard(message.choices ?? [], { chat, kind })
  await api.editMessageText(Number(chat.chat), id, textOrDash(part), {
    ...withoutPreview,
    entities: part.entities,
    ...(keyboard && { reply_markup: keyboard }),
  })
  await buttons.changeQuestion(message, { chat, id })
  return true
}

/** Without it, every citation would show a preview of its page. */
const withoutPreview = { link_preview_options: { is_disabled: true } } as const

const pngOf = ({ data }: Image) => new InputFile(data, 'picture.png')

function captionOf(alt: string): { caption?: string } {
  const [first] = partsOf({ body: [paragraph(alt)] }, MAX_CAPTION_UNITS)
  return first?.text ? { caption: first.text } : {}
}

/** Nothing was sent: Telegram does not take this picture, or this chat takes none. */
const wasRefused = (error: unknown) =>
  error instanceof GrammyError && (error.error_code === 400 || error.error_code === 413)

/** Telegram takes no empty message. */
const textOrDash = ({ text }: Rendered) => text || '—'
