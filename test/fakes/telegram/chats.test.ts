// Checks how the fake Telegram's chats change and its messages are edited.

import { beforeEach, describe, expect, it } from 'vitest'
import { createApiCall } from './api-call.ts'
import { type Chat, startTelegram, type Telegram } from './index.ts'

let fake: Telegram
let call: ReturnType<typeof createApiCall>

beforeEach(async () => {
  fake = await startTelegram({ redeliverAfterMs: 1 })
  call = createApiCall(fake)
  return () => fake.close()
})

const send = (chat: Chat, more: object = {}) =>
  call('sendMessage', { chat_id: chat.id, text: 'Hello', ...more })
const failure = (error_code: number, description: string) => ({ ok: false, error_code, description })
const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const keyboard = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] }

describe('sending', () => {
  const cases: [name: string, chat: () => Chat, code: number, description: string, more?: object][] = [
    [
      'to a chat that was blocked',
      () => changedChat(fake.privateChat(), chat => chat.blocks()),
      403,
      'Forbidden: bot was blocked by the user',
    ],
    [
      'to a deactivated user',
      () => changedChat(fake.privateChat(), chat => chat.deactivates()),
      403,
      'Forbidden: user is deactivated',
    ],
    [
      'to a user who never wrote',
      () => fake.privateChat({ started: false }),
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
    [
      'to a group without the bot',
      () => fake.group({ bot: 'left' }),
      403,
      'Forbidden: bot is not a member of the group chat',
    ],
    [
      'to a group that kicked it',
      () => fake.supergroup({ bot: 'kicked' }),
      403,
      'Forbidden: bot was kicked from the supergroup chat',
    ],
    [
      'to a deleted group',
      () => changedChat(fake.group(), chat => chat.deletes()),
      403,
      'Forbidden: the group chat was deleted',
    ],
    [
      'where it may not write',
      () => fake.supergroup({ bot: 'restricted' }),
      400,
      'Bad Request: not enough rights to send text messages to the chat',
    ],
    [
      'to a channel as a member',
      () => fake.channel({ bot: 'member' }),
      400,
      'Bad Request: need administrator rights in the channel chat',
    ],
    [
      'to a channel without the right',
      () => fake.channel({ rights: { can_post_messages: false } }),
      400,
      'Bad Request: need administrator rights in the channel chat',
    ],
    [
      'to an unknown topic',
      () => fake.forum(),
      400,
      'Bad Request: message thread not found',
      { message_thread_id: 77 },
    ],
    [
      'to General by its number',
      () => fake.forum(),
      400,
      'Bad Request: message thread not found',
      { message_thread_id: 1 },
    ],
    [
      'to General while it is closed',
      () => changedChat(fake.forum(), chat => chat.topicIs('closed')),
      400,
      'Bad Request: TOPIC_CLOSED',
    ],
    [
      'in reply to an unknown message',
      () => fake.group(),
      400,
      'Bad Request: message to be replied not found',
      { reply_parameters: { message_id: 1 } },
    ],
  ]
  it.each(cases)('%s is declined, not refused as malformed', async (_, chat, code, description, more) => {
    expect(await send(chat(), more)).toEqual(failure(code, description))
    expect(fake.refused).toEqual([])
    expect(fake.declined).toMatchObject([{ method: 'sendMessage', status: code }])
  })

  it('to an unknown chat is declined', async () => {
    expect(await call('sendMessage', { chat_id: 5, text: 'x' })).toEqual(
      failure(400, 'Bad Request: chat not found'),
    )
  })

  it('to an upgraded group is declined with the new id', async () => {
    const group = fake.group()
    const upgraded = group.migrates()
    expect(await send(group)).toEqual({
      ...failure(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
      parameters: { migrate_to_chat_id: upgraded.id },
    })
    expect(await send(upgraded)).toMatchObject({ ok: true })
    expect((await call('getUpdates')).result).toMatchObject([
      { message: { chat: { id: group.id }, migrate_to_chat_id: upgraded.id } },
      { message: { chat: { id: upgraded.id }, migrate_from_chat_id: group.id } },
      { my_chat_member: { chat: { id: upgraded.id } } },
    ])
  })

  it('reaches open topics, and closed ones as an administrator', async () => {
    const forum = fake.forum()
    const topic = forum.topic('History')
    expect((await send(forum, { message_thread_id: topic })).result).toMatchObject({ is_topic_message: true })
    forum.topicIs('closed', topic)
    expect(await send(forum, { message_thread_id: topic })).toEqual(failure(400, 'Bad Request: TOPIC_CLOSED'))
    forum.botBecomes('administrator')
    expect(await send(forum, { message_thread_id: topic })).toMatchObject({ ok: true })
  })

  it('to the thread of a reply is declined, because it is no topic', async () => {
    const chat = fake.supergroup({ bot: 'administrator' })
    const { message_thread_id } = chat.says('a reply', { replyTo: chat.says('first') })
    expect(message_thread_id).toBeDefined()
    const words = 'Bad Request: message thread not found'
    expect(await send(chat, { message_thread_id })).toEqual(failure(400, words))
  })

  it('in reply to a message in a topic stays in the topic', async () => {
    const forum = fake.forum()
    const topic = forum.topic('History')
    const { message_id } = forum.says('/today', { topic })
    const { result } = await send(forum, { reply_parameters: { message_id } })
    expect(result).toMatchObject({ message_thread_id: topic, reply_to_message: { message_id } })
  })

  it('works again after an unblock, which the bot learns of', async () => {
    const chat = fake.privateChat()
    chat.blocks()
    chat.unblocks()
    expect(await send(chat)).toMatchObject({ ok: true })
    const statuses = (await call('getUpdates')).result.map(
      (update: MembershipUpdate) => update.my_chat_member.new_chat_member.status,
    )
    expect(statuses).toEqual(['kicked', 'member'])
  })
})

describe('editing', () => {
  it('changes a message in place, and is declined if nothing changes', async () => {
    const chat = fake.privateChat()
    const { message_id } = (await send(chat, { reply_markup: keyboard })).result
    const edit = (more: object) =>
      call('editMessageText', { chat_id: chat.id, message_id, text: 'Hello', ...more })
    expect(await edit({ reply_markup: keyboard })).toEqual(failure(400, notModified))
    expect(await edit({})).toMatchObject({ ok: true })
    expect(await edit({})).toEqual(failure(400, notModified))
    expect(await edit({ entities: [{ type: 'bold', offset: 0, length: 2 }] })).toMatchObject({ ok: true })
    expect(await chat.answers(3)).toMatchObject([
      { text: 'Hello' },
      { edit_date: expect.anything() },
      { entities: [{}] },
    ])
    expect(chat.unread()).toEqual([])
  })

  it('is declined for a message that does not exist, is somebody else’s, or has no text', async () => {
    const chat = fake.privateChat()
    const edit = (message_id: number) =>
      call('editMessageText', { chat_id: chat.id, message_id, text: 'New' })
    expect(await edit(1)).toEqual(failure(400, 'Bad Request: message to edit not found'))
    expect(await edit(chat.says('mine').message_id)).toEqual(
      failure(400, "Bad Request: message can't be edited"),
    )
    const photo = await call('sendPhoto', { chat_id: chat.id, photo: 'https://example.org/map.png' })
    expect(await edit(photo.result.message_id)).toEqual(
      failure(400, 'Bad Request: there is no text in the message to edit'),
    )
  })
})

describe('a picture', () => {
  it('can be replaced, its caption and buttons changed, and be deleted once', async () => {
    const chat = fake.privateChat()
    const { message_id } = (
      await call('sendPhoto', { chat_id: chat.id, photo: 'https://example.org/map.png' })
    ).result
    const edit = (method: string, more: object) => call(method, { chat_id: chat.id, message_id, ...more })
    const media = { type: 'photo', media: 'https://example.org/other.png', caption: 'Other' }
    expect((await edit('editMessageCaption', { caption: 'Map' })).result).toMatchObject({ caption: 'Map' })
    expect((await edit('editMessageReplyMarkup', { reply_markup: keyboard })).result).toMatchObject({
      caption: 'Map',
      reply_markup: keyboard,
    })
    expect((await edit('editMessageMedia', { media })).result).toMatchObject({ caption: 'Other' })
    expect(await edit('deleteMessage', {})).toMatchObject({ result: true })
    expect(await edit('deleteMessage', {})).toEqual(failure(400, 'Bad Request: message to delete not found'))
  })
})

interface MembershipUpdate {
  my_chat_member: { new_chat_member: { status: string } }
}

function changedChat(chat: Chat, change: (chat: Chat) => void): Chat {
  change(chat)
  return chat
}
