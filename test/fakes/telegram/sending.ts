// Carries out the methods that send, edit and delete messages.

import { isDeepStrictEqual } from 'node:util'
import { type ContentKind, requirePostRight, requireRoom } from './reach.ts'
import { decline, malformed } from './refusal.ts'
import type { Files, Parameters } from './specification.ts'
import type { Entity } from './text.ts'
import {
  addMessage,
  type Button,
  chatOf,
  hasRight,
  type Message,
  type Room,
  recordBotMessage,
  standingOf,
  type World,
} from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: the parameters have been checked against the specification
export type Method = (parameters: any, files: Files) => unknown

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
  'content and reply markup of the message'

export function sendingMethods(world: World): Record<string, Method> {
  return {
    sendMessage: parameters => post(parameters, textOf(parameters), 'text'),
    sendPhoto: (parameters, files) =>
      post(parameters, { photo: fileOf(parameters.photo, files), ...captionOf(parameters) }, 'photo'),

    sendDocument: (parameters, files) =>
      post(
        parameters,
        { document: fileOf(parameters.document, files)?.[0], ...captionOf(parameters) },
        'document',
      ),

    sendChatAction({ chat_id, message_thread_id, action }) {
      if (
        !/^(typing|(upload|record)_(photo|video|voice|document|video_note)|choose_sticker|find_location)$/.test(
          action,
        )
      )
        malformed('wrong parameter action in request')
      requirePostRight(world, requireRoom(world, chat_id), { thread: message_thread_id, kind: 'text' })
      return true
    },

    editMessageText: parameters =>
      edit(parameters, message => {
        if (message.text === undefined) decline('there is no text in the message to edit')
        return textOf(parameters)
      }),
    editMessageCaption: parameters =>
      edit(parameters, message => {
        if (message.photo === undefined) decline('there is no caption in the message to edit')
        return captionOf(parameters)
      }),
    editMessageMedia: (parameters, files) =>
      edit(parameters, () => {
        if (parameters.media.type !== 'photo') malformed('only photos are simulated')
        return {
          photo: fileOf(parameters.media.media, files),
          ...captionOf(parameters.media),
          text: undefined,
        }
      }),
    editMessageReplyMarkup: parameters => edit(parameters, () => ({})),

    deleteMessage({ chat_id, message_id }) {
      const room = requireRoom(world, chat_id)
      const message = room.messages.get(message_id)
      if (!message) decline('message to delete not found')
      if (!room.own.has(message_id) && !hasRight(standingOf(room, world.me), 'can_delete_messages'))
        decline("message can't be deleted")
      room.messages.delete(message_id)
      return true
    },
  }

  function post(parameters: Parameters, content: Partial<Message>, kind: ContentKind): Message {
    const room = requireRoom(world, parameters.chat_id)
    const answered = repliedTo(room, parameters.reply_parameters as ReplyParameters | undefined)
    const inherited = answered?.is_topic_message ? answered.message_thread_id : undefined
    const thread = (parameters.message_thread_id as number | undefined) ?? inherited
    requirePostRight(world, room, { thread, kind })
    const direct = directTopicOf(room, parameters, answered)
    const message = addMessage(world, room, {
      ...(room.type === 'channel' ? { sender_chat: chatOf(room) } : { from: world.bot }),
      ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
      ...(direct && { direct_messages_topic: direct }),
      ...(answered && { reply_to_message: { ...answered, reply_to_message: undefined } }),
      ...content,
      ...markupOf(parameters, room),
    })
    room.own.add(message.message_id)
    recordBotMessage(room, message)
    return message
  }

  function edit(parameters: Parameters, change: (message: Message) => Partial<Message>): Message | true {
    const inlineId = parameters.inline_message_id as string | undefined
    const room = inlineId === undefined ? requireRoom(world, parameters.chat_id) : undefined
    const message = room
      ? room.messages.get(parameters.message_id as number)
      : world.inline.get(inlineId as string)
    if (!message) return room ? decline('message to edit not found') : decline('MESSAGE_ID_INVALID')
    if (room && !room.own.has(message.message_id)) decline("message can't be edited")
    const edited: Message = {
      ...message,
      ...change(message),
      reply_markup: undefined,
      ...markupOf(parameters, room),
    }
    if (isDeepStrictEqual(contentOf(message), contentOf(edited))) decline(NOT_MODIFIED)
    edited.edit_date = world.now()
    if (!room) {
      world.inline.set(inlineId as string, edited)
      return true
    }
    room.messages.set(edited.message_id, edited)
    recordBotMessage(room, edited)
    return edited
  }

  function fileOf(file: string, files: Files): Message['photo'] {
    const isAttached = file.startsWith('attach://')
    if (isAttached && !files.has(file.slice('attach://'.length))) malformed(`there is no part for ${file}`)
    if (!isAttached && !/^https?:\/\//.test(file) && !world.files.has(file)) {
      decline('wrong file identifier/HTTP URL specified')
    }
    const file_id = world.files.has(file) ? file : `photo-${world.newId()}`
    world.files.add(file_id)
    return [{ file_id, file_unique_id: file_id, width: 1, height: 1 } as { file_id: string }]
  }
}

interface ReplyParameters {
  message_id: number
  chat_id?: number | string
  allow_sending_without_reply?: boolean
}

function repliedTo(room: Room, reply: ReplyParameters | undefined): Message | undefined {
  if (!reply) return undefined
  if (reply.chat_id !== undefined && reply.chat_id !== room.id)
    malformed('replies to other chats are not simulated')
  const message = room.messages.get(reply.message_id)
  if (!message && !reply.allow_sending_without_reply) decline('message to be replied not found')
  return message
}

function markupOf(
  { reply_markup }: { reply_markup?: Message['reply_markup'] },
  room: Room | undefined,
): Partial<Message> {
  if (!reply_markup || reply_markup.inline_keyboard?.length === 0) return {}
  const buttons = reply_markup.inline_keyboard?.flat() ?? []
  if (room && (room.type === 'channel' || room.directMessages)) refuseInlineSwitches(buttons)
  return { reply_markup }
}

/**
 * In channels: https://github.com/tucnak/telebot/issues/586, since Bot API 3.0 (see
 * https://github.com/yagop/node-telegram-bot-api/issues/268). In their direct messages:
 * https://core.telegram.org/bots/api#inlinekeyboardbutton.
 */
function refuseInlineSwitches(buttons: readonly Button[]) {
  const kind = buttons.flatMap(Object.keys).find(key => key.startsWith('switch_inline_query'))
  if (kind)
    malformed(
      `can't use ${kind} in a channel chat, because a user will not be able to use the button without knowing bot's username`,
    )
}

/** https://core.telegram.org/bots/api#sendmessage: required in a direct messages chat, and of no use elsewhere. */
function directTopicOf(
  room: Room,
  { direct_messages_topic_id: id }: Parameters,
  answered: Message | undefined,
): Message['direct_messages_topic'] {
  if (!room.directMessages && id !== undefined) malformed('the chat is not a direct messages chat')
  if (!room.directMessages) return undefined
  if (id === undefined) malformed('direct messages topic must be specified')
  const known = [...room.messages.values()].find(
    ({ direct_messages_topic: topic }) => topic?.topic_id === id,
  )?.direct_messages_topic
  if (!known) decline('message thread not found')
  if (answered && answered.direct_messages_topic?.topic_id !== id) decline('message to be replied not found')
  return known
}

/** Trims the text and shifts the entities, as Telegram does. */
function textOf({ text, entities, link_preview_options }: Parameters): Partial<Message> {
  const given = text as string
  const gap = given.length - given.trimStart().length
  const shifted = shiftedEntities(entities as Entity[] | undefined, gap)
  return { text: given.trim(), entities: shifted, link_preview_options }
}

const shiftedEntities = (entities: Entity[] | undefined, gap: number) =>
  gap ? entities?.map(entity => ({ ...entity, offset: Math.max(0, entity.offset - gap) })) : entities

const captionOf = ({ caption, caption_entities }: Parameters): Partial<Message> => ({
  caption: caption as string | undefined,
  caption_entities: caption_entities as Entity[] | undefined,
})

/** What an edit must change, or Telegram declines it. */
const contentOf = ({
  text,
  entities,
  caption,
  caption_entities,
  photo,
  link_preview_options,
  reply_markup,
}: Message) => [
  [text, caption, photo?.[0]?.file_id, link_preview_options, reply_markup],
  [entities ?? [], caption_entities ?? []],
]
