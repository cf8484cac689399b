// Checks what the fake Telegram refuses by the kind of a chat, and which messages it passes on from there.

import { beforeEach, describe, expect, it } from 'vitest'
import { createApiCall } from './api-call.ts'
import { startTelegram, type Telegram } from './index.ts'

let fake: Telegram
let call: ReturnType<typeof createApiCall>

beforeEach(async () => {
  fake = await startTelegram({ redeliverAfterMs: 1 })
  call = createApiCall(fake)
  return () => fake.close()
})

const withButton = (button: object) => ({
  reply_markup: { inline_keyboard: [[{ text: 'Press', ...button }]] },
})
const inlineSwitches = [
  { switch_inline_query: 'x' },
  { switch_inline_query_current_chat: 'x' },
  { switch_inline_query_chosen_chat: { query: 'x', allow_user_chats: true } },
]

describe('a button that opens inline mode', () => {
  it.each(inlineSwitches)('is refused in a channel: %j', async button => {
    const chat_id = fake.channel().id
    const refused = await call('sendMessage', { chat_id, text: 'x', ...withButton(button) })
    expect(refused.description).toMatch(/^Bad Request: can't use switch_inline_query\w* in a channel chat/)
    const sent = await call('sendMessage', { chat_id, text: 'x', ...withButton({ callback_data: 'x' }) })
    expect(sent.ok).toBe(true)
    const edit = { chat_id, message_id: sent.result.message_id, text: 'y', ...withButton(button) }
    expect((await call('editMessageText', edit)).ok).toBe(false)
    expect(fake.refused).toHaveLength(2)
  })

  it.each(inlineSwitches)('is refused in the direct messages of a channel: %j', async button => {
    const chat = fake.directMessages()
    const { direct_messages_topic: topic } = chat.says('hello')
    const to = { chat_id: chat.id, direct_messages_topic_id: topic?.topic_id, text: 'x' }
    expect((await call('sendMessage', { ...to, ...withButton(button) })).ok).toBe(false)
    expect((await call('sendMessage', { ...to, ...withButton({ url: 'https://a.org' }) })).ok).toBe(true)
  })

  it.each(['privateChat', 'group', 'supergroup'] as const)('is accepted in a %s', async kind => {
    const chat_id = fake[kind]().id
    for (const button of inlineSwitches)
      expect((await call('sendMessage', { chat_id, text: 'x', ...withButton(button) })).ok).toBe(true)
  })
})

describe('the direct messages of a channel', () => {
  it('take messages only in the topic of somebody who has written', async () => {
    const chat = fake.directMessages()
    const asked = chat.says('hello')
    expect(asked).toMatchObject({
      chat: { is_direct_messages: true, type: 'supergroup' },
      direct_messages_topic: { topic_id: chat.someone.id },
    })
    const to = { chat_id: chat.id, text: 'x' }
    expect((await call('sendMessage', to)).ok).toBe(false)
    expect((await call('sendMessage', { ...to, message_thread_id: chat.someone.id })).ok).toBe(false)
    expect((await call('sendMessage', { ...to, direct_messages_topic_id: 5 })).ok).toBe(false)
    const sent = await call('sendMessage', { ...to, direct_messages_topic_id: chat.someone.id })
    expect(sent.result).toMatchObject({ direct_messages_topic: { topic_id: chat.someone.id } })
  })

  it('are the only chats with such topics', async () => {
    const chat_id = fake.supergroup().id
    const sent = await call('sendMessage', { chat_id, text: 'x', direct_messages_topic_id: 5 })
    expect(sent.ok).toBe(false)
  })
})

describe('a bot with privacy mode', () => {
  it('receives what somebody sends through its own inline mode', async () => {
    const group = fake.supergroup()
    const via = { text: 'Pol Pot', via_bot: { id: fake.me.id, is_bot: true, first_name: 'Daybook' } }
    group.posts(via)
    group.posts({ text: 'Pol Pot', via_bot: { id: 5, is_bot: true, first_name: 'Other' } })
    const { result } = await call('getUpdates')
    expect(result).toMatchObject([{ message: via }])
  })

  it('receives an edited message if it would receive it as a new one', async () => {
    const group = fake.supergroup()
    const written = group.says('hello')
    group.edits(written, '/help', { after: 7 })
    group.edits(written, 'good morning')
    const { result } = await call('getUpdates')
    expect(result).toHaveLength(1)
    expect(result[0].edited_message).toMatchObject({
      ...{ message_id: written.message_id, text: '/help' },
      edit_date: written.date + 7,
    })
  })
})

describe('a group that becomes a supergroup', () => {
  it.each(['first', 'last'] as const)('adds the bot to the new group, before or after: %s', async joins => {
    const group = fake.group()
    const upgraded = group.migrates({ joins })
    const { result } = await call('getUpdates')
    const joined = result.findIndex((update: object) => 'my_chat_member' in update)
    expect(result).toHaveLength(3)
    expect(joined).toBe(joins === 'first' ? 0 : 2)
    expect(result[joined].my_chat_member).toMatchObject({
      ...{ chat: { id: upgraded.id }, old_chat_member: { status: 'left' } },
      new_chat_member: { status: 'member' },
    })
  })
})
