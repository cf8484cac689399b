// Putting a message into a chat: its parts in order, the picture, the buttons under the last.
import type { Api } from 'grammy'
import { GrammyError, InputFile } from 'grammy'
import { paragraph } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Address } from '../../core/ports.ts'
import type { Buttons } from './buttons.ts'
import { target } from './chats.ts'
import { longestCaption, parts, type Rendered } from './render.ts'

/** Source lines would otherwise each show a picture of their page. */
const plainLinks = { link_preview_options: { is_disabled: true } } as const

/** One request; the steps of a message are its text in parts, its file, or its picture with the text below it. */
export interface Step {
  put(api: Api): Promise<{ message_id: number }>
  /** The message stands without it. */
  isPicture?: true
}

/** The requests that put the message into the chat, in order; `replyTo` is the message it answers. */
export async function stepsFor(
  message: Message,
  to: Address,
  buttons: Buttons,
  replyTo?: number,
): Promise<Step[]> {
  const keyboard = await buttons.keyboard(message.choices ?? [])
  const reply = replyTo !== undefined && {
    reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
  }
  const { chat_id, ...thread } = target(to)
  const texts = parts(message)
  const { image, file } = message
  const [only] = texts
  if (image && !file && only && texts.length === 1 && only.text.length <= longestCaption)
    return [
      {
        put: api =>
          api
            .sendPhoto(chat_id, new InputFile(image.data, 'picture.png'), {
              ...thread,
              ...reply,
              caption: only.text,
              caption_entities: only.entities,
              ...(keyboard && { reply_markup: keyboard }),
            })
            .catch(error => {
              // A chat may take words and no pictures.
              if (wasRefused(error)) return words(only, 0, api)
              throw error
            }),
      },
    ]
  const steps: Step[] = texts.map((part, index) => ({ put: api => words(part, index, api) }))
  if (image)
    steps.push({
      isPicture: true,
      // Telegram has no alt text: below the words it is the caption.
      put: api =>
        api.sendPhoto(chat_id, new InputFile(image.data, 'picture.png'), {
          ...thread,
          ...captionOf(image.alt),
        }),
    })
  if (file) steps.push({ put: api => api.sendDocument(chat_id, new InputFile(file.data, file.name), thread) })
  return steps

  function words(part: Rendered, index: number, api: Api) {
    const isLast = index === texts.length - 1
    return api.sendMessage(chat_id, textOrDash(part), {
      ...thread,
      ...(index === 0 && reply),
      ...plainLinks,
      entities: part.entities,
      ...(isLast && keyboard && { reply_markup: keyboard }),
    })
  }
}

/** Puts the message in place of another one. False where it does not fit in its place. */
export async function editTo(
  message: Message,
  { chat, id }: { chat: number; id: number },
  api: Api,
  buttons: Buttons,
): Promise<boolean> {
  const [part, ...others] = parts(message)
  if (!part || others.length > 0 || message.image || message.file) return false
  const keyboard = await buttons.keyboard(message.choices ?? [])
  await api.editMessageText(chat, id, textOrDash(part), {
    ...plainLinks,
    entities: part.entities,
    ...(keyboard && { reply_markup: keyboard }),
  })
  return true
}

function captionOf(alt: string): { caption?: string } {
  const [first] = parts({ body: [paragraph(alt)] }, longestCaption)
  return first?.text ? { caption: first.text } : {}
}

/** Surely not sent: it is this picture or this chat that Telegram does not take. */
const wasRefused = (error: unknown) =>
  error instanceof GrammyError && (error.error_code === 400 || error.error_code === 413)

/** Telegram takes no empty message. */
const textOrDash = ({ text }: Rendered) => text || '—'
