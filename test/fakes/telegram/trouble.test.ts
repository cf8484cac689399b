// Checks the trouble that the fake Telegram plays: muted groups, slow mode, waits, outages and topics that close.

import { beforeEach, describe, expect, it } from 'vitest'
import { createApiCall } from './api-call.ts'
import { type Chat, startTelegram, type Telegram } from './index.ts'

let fake: Telegram
let call: ReturnType<typeof createApiCall>
let now: number

beforeEach(async () => {
  now = Date.UTC(2027, 0, 7)
  fake = await startTelegram({ now: () => now })
  call = createApiCall(fake)
  return () => fake.close()
})

const send = (chat: Chat) => call('sendMessage', { chat_id: chat.id, text: 'Hello' })
const waits = (seconds: number) => ({ ok: false, error_code: 429, parameters: { retry_after: seconds } })

describe('a group whose members may not write', () => {
  it('refuses a bot that is a member, takes an admin, and says so to who asks', async () => {
    const [member, admin] = [fake.supergroup(), fake.supergroup({ bot: 'administrator' })]
    for (const group of [member, admin]) group.permits({ can_send_messages: false })
    expect(await send(member)).toMatchObject({
      error_code: 400,
      description: 'Bad Request: not enough rights to send text messages to the chat',
    })
    expect(await send(admin)).toMatchObject({ ok: true })
    const { result } = await call('getChat', { chat_id: member.id })
    expect(result.permissions).toMatchObject({ can_send_messages: false, can_send_photos: true })
  })
})

describe('a wait', () => {
  it('of a chat is over after its time, and concerns no other chat', async () => {
    const [waiting, other] = [fake.supergroup(), fake.supergroup()]
    waiting.makesWait(600)
    expect(await send(waiting)).toMatchObject(waits(600))
    expect(await send(other)).toMatchObject({ ok: true })
    now += 599_000
    expect(await send(waiting)).toMatchObject(waits(1))
    now += 1000
    expect(await send(waiting)).toMatchObject({ ok: true })
  })

  it('of slow mode is for a bot that is no admin', async () => {
    const [member, admin] = [fake.supergroup(), fake.supergroup({ bot: 'administrator' })]
    for (const { room } of [member, admin]) room.slowModeSeconds = 3600
    for (const group of [member, admin]) expect(await send(group)).toMatchObject({ ok: true })
    expect(await send(member)).toMatchObject(waits(3600))
    expect(await send(admin)).toMatchObject({ ok: true })
  })

  it('of the account concerns every chat, and only messages', async () => {
    const group = fake.supergroup()
    fake.makeAccountWait(30)
    for (const chat of [group, fake.privateChat()]) expect(await send(chat)).toMatchObject(waits(30))
    expect(await call('getChat', { chat_id: group.id })).toMatchObject({ ok: true })
  })
})

it('an outage meets every request until it is over', async () => {
  const chat = fake.privateChat()
  fake.outage(() => ({ status: 502, body: '<html>' }))
  for (const request of [send(chat), call('getMe')]) await expect(request).rejects.toThrow('JSON')
  fake.outage(undefined)
  expect(await send(chat)).toMatchObject({ ok: true })
  expect(chat.unread()).toHaveLength(1)
})

it('a topic that is closed or opened leaves a message that the bot sees, and a deleted one none', async () => {
  const forum = fake.forum()
  const topic = forum.topic('Dates')
  for (const state of ['closed', 'open', 'deleted'] as const) forum.topicIs(state, topic)
  const { result } = await call('getUpdates')
  expect(result).toMatchObject([
    { message: { message_thread_id: topic, forum_topic_closed: {} } },
    { message: { message_thread_id: topic, forum_topic_reopened: {} } },
  ])
  expect(result).toHaveLength(2)
})
