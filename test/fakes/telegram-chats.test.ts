// The fake Telegram's chats change and its messages are edited; every question is answered once.
import { beforeEach, describe, expect, it } from 'vitest'
import { caller } from './telegram/caller.ts'
import { type Chat, startTelegram, type Telegram } from './telegram/index.ts'

let fake: Telegram
let call: ReturnType<typeof caller>

beforeEach(async () => {
  fake = await startTelegram({ redeliverAfter: 1 })
  call = caller(fake)
  return () => fake.close()
})

const send = (chat: Chat, more: object = {}) =>
  call('sendMessage', { chat_id: chat.id, text: 'Hello', ...more })
const failure = (error_code: number, description: string) => ({ ok: false, error_code, description })
const notModified =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
const keyboard = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] }

describe('sending', () => {
  const cases: [name: string, chat: () => Chat, code: number, description: string, more?: object][] = [
    [
      'to a chat that was blocked',
      () => having(fake.privateChat(), chat => chat.blocks()),
      403,
      'Forbidden: bot was blocked by the user',
    ],
    [
      'to a user who is no more',
      () => having(fake.privateChat(), chat => chat.deactivates()),
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
      'to a group that is gone',
      () => having(fake.group(), chat => chat.deletes()),
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
      'to no topic',
      () => fake.forum(),
      400,
      'Bad Request: message thread not found',
      { message_thread_id: 77 },
    ],
    [
      'to General by a number',
      () => fake.forum(),
      400,
      'Bad Request: message thread not found',
      { message_thread_id: 1 },
    ],
    [
      'to General while it is closed',
      () => having(fake.forum(), chat => chat.topicIs('closed')),
      400,
      'Bad Request: TOPIC_CLOSED',
    ],
    [
      'in reply to nothing',
      () => fake.group(),
      400,
      'Bad Request: message to be replied not found',
      { reply_parameters: { message_id: 1 } },
    ],
  ]
  it.each(cases)(
    '%s is declined, which is no fault of the request',
    async (_, chat, code, description, more) => {
      expect(await send(chat(), more)).toEqual(failure(code, description))
      expect(fake.refused).toEqual([])
      expect(fake.declined).toMatchObject([{ method: 'sendMessage', status: code }])
    },
  )

  it('to no chat is declined', async () => {
    expect(await call('sendMessage', { chat_id: 5, text: 'x' })).toEqual(
      failure(400, 'Bad Request: chat not found'),
    )
  })

  it('to an upgraded group says where it went', async () => {
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
    ])
  })

  it('reaches topics, open or in the hands of an administrator', async () => {
    const forum = fake.forum()
    const topic = forum.topic('History')
    expect((await send(forum, { message_thread_id: topic })).result).toMatchObject({ is_topic_message: true })
    forum.topicIs('closed', topic)
    expect(await send(forum, { message_thread_id: topic })).toEqual(failure(400, 'Bad Request: TOPIC_CLOSED'))
    forum.botBecomes('administrator')
    expect(await send(forum, { message_thread_id: topic })).toMatchObject({ ok: true })
  })

  it('works again after an unblock, of which the bot is told', async () => {
    const chat = fake.privateChat()
    chat.blocks()
    chat.unblocks()
    expect(await send(chat)).toMatchObject({ ok: true })
    const statuses = (await call('getUpdates')).result.map(
      (update: Told) => update.my_chat_member.new_chat_member.status,
    )
    expect(statuses).toEqual(['kicked', 'member'])
  })
})

describe('editing', () => {
  it('changes a message in place, and says so where nothing changes', async () => {
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

  it('fails for a message that is not there, that is another’s, or that has no text', async () => {
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

describe('questions', () => {
  it('by buttons are owed one answer each', async () => {
    const chat = fake.privateChat()
    const message = (await send(chat, { reply_markup: keyboard })).result
    const press = chat.presses(message, 'More')
    chat.presses(message, { data: 'forged' }).expire()
    expect(fake.unansweredPresses()).toEqual(['Somebody pressed "more"'])
    expect((await call('getUpdates')).result).toMatchObject([
      { callback_query: { id: press.id, data: 'more', message: { text: 'Hello' } } },
      { callback_query: { data: 'forged' } },
    ])
    const answer = () => call('answerCallbackQuery', { callback_query_id: press.id, text: 'Done' })
    expect(await answer()).toMatchObject({ ok: true })
    expect(await press.answer).toMatchObject({ text: 'Done' })
    expect(await answer()).toEqual(failure(400, tooOld))
    expect(fake.unansweredPresses()).toEqual([])
    expect(() => chat.presses(message, 'Less')).toThrow('no button "Less" under "Hello"; there are: "More"')
  })

  it('by inline mode lead to a message without a chat, that is edited by its own id', async () => {
    const query = fake.asks('january', { offset: '10', chatType: 'group' })
    expect((await call('getUpdates')).result).toMatchObject([
      { inline_query: { query: 'january', offset: '10' } },
    ])
    expect(fake.unansweredQueries()).toHaveLength(1)
    const content = { input_message_content: { message_text: 'One' }, reply_markup: keyboard }
    const results = [{ type: 'article', id: 'a', title: 'One', ...content }]
    expect(await call('answerInlineQuery', { inline_query_id: query.id, results })).toMatchObject({
      ok: true,
    })
    const chosen = await query.chooses('a')
    chosen.presses('More')
    const update = (await call('getUpdates')).result.at(-1)
    expect(update.callback_query).toMatchObject({ data: 'more', inline_message_id: chosen.inline_message_id })
    expect(update.callback_query).not.toHaveProperty('message')
    const { inline_message_id } = chosen
    expect(await call('editMessageText', { inline_message_id, text: 'Two' })).toMatchObject({ result: true })
    expect(chosen.message().text).toBe('Two')
    expect(await call('editMessageText', { inline_message_id: 'x', text: 'Two' })).toMatchObject({
      ok: false,
    })
  })
})

interface Told {
  my_chat_member: { new_chat_member: { status: string } }
}

function having(chat: Chat, change: (chat: Chat) => void): Chat {
  change(chat)
  return chat
}
