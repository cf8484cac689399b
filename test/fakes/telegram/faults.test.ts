// Checks that the fake Telegram simulates faults, and lets a test wait for the bot's answers and for quiet.

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

describe('faults', () => {
  it('occur once each and in order: an answer, a broken proxy, a reset, a lost answer, a wait', async () => {
    const chat = fake.privateChat()
    fake.next('sendMessage', {
      status: 429,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    })
    fake.next('sendMessage', { status: 502, body: '<html>' })
    fake.next('sendMessage', 'reset')
    fake.next('sendMessage', 'lost')
    expect(await send(chat)).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })
    await expect(send(chat)).rejects.toThrow('JSON')
    await expect(send(chat)).rejects.toThrow('fetch failed')
    expect(chat.unread()).toEqual([])
    await expect(send(chat)).rejects.toThrow('fetch failed')
    expect(chat.unread()).toHaveLength(1)

    const { promise, resolve } = Promise.withResolvers<void>()
    fake.next('sendMessage', { until: promise })
    const held = send(chat)
    expect(await call('getMe')).toMatchObject({ ok: true })
    expect(chat.unread()).toEqual([])
    resolve()
    expect(await held).toMatchObject({ ok: true })
    expect(fake.faultsLeft()).toEqual([])
    expect([fake.refused, fake.declined]).toEqual([[], []])
  })
})

describe('a test', () => {
  it('waits for answers, and sees the last calls if none comes', async () => {
    const chat = fake.privateChat()
    const answer = chat.answer()
    await send(chat)
    expect(await answer).toMatchObject({ text: 'Hello' })
    await expect(chat.answer({ within: 1 })).rejects.toThrow(/in vain for 1 answers[\s\S]*sendMessage/)
  })

  it('does not see quiet while updates wait or a request is in flight', async () => {
    fake.privateChat().says('unheard')
    await expect(fake.quiet({ within: 60, momentMs: 4 })).rejects.toThrow('in vain for quiet')
    const { result } = await call('getUpdates')
    call('getUpdates', { offset: result[0].update_id + 1, timeout: 30 }).catch(() => 'the fake was closed')
    const { promise, resolve } = Promise.withResolvers<void>()
    fake.next('getMe', { until: promise })
    const held = call('getMe')
    await expect(fake.quiet({ within: 60, momentMs: 4 })).rejects.toThrow('in vain for quiet')
    resolve()
    await held
    await fake.quiet()
  })

  it('reads the menus and descriptions that the bot set, and the members that it sees', async () => {
    const commands = [{ command: 'today', description: 'Today' }]
    const group = fake.group({ bot: 'administrator', rights: { can_manage_chat: false } })
    const admin = fake.person('Admin')
    group.member(admin, 'administrator')
    await call('setMyCommands', { commands, scope: { type: 'all_group_chats' }, language_code: 'vi' })
    await call('setMyDescription', { description: 'An archive' })
    expect(fake.profile.menus).toEqual(new Map([['all_group_chats vi', commands]]))
    expect(fake.profile.descriptions.get('')).toBe('An archive')
    const member = async (user_id: number) =>
      (await call('getChatMember', { chat_id: group.id, user_id })).result
    expect(await member(admin.id)).toMatchObject({ status: 'administrator', can_manage_chat: true })
    expect(await member(fake.me.id)).toMatchObject({ can_manage_chat: false })
    expect(await member(fake.person().id)).toMatchObject({ status: 'left' })
    expect((await call('getChatAdministrators', { chat_id: group.id })).result).toHaveLength(2)
  })
})
