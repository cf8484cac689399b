// Checks that the fake Telegram delivers updates by polling and to a webhook, and only those that the bot may receive.

import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
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

describe('getUpdates', () => {
  it('returns updates until they are confirmed', async () => {
    const chat = fake.privateChat()
    chat.says('one')
    chat.says('two')
    const { result: both } = await call('getUpdates')
    expect(both).toMatchObject([{ message: { text: 'one' } }, { message: { text: 'two' } }])
    expect((await call('getUpdates', { limit: 1 })).result).toEqual([both[0]])
    expect((await call('getUpdates', { offset: both[1].update_id })).result).toEqual([both[1]])
    expect((await call('getUpdates', { offset: both[1].update_id + 1 })).result).toEqual([])
    expect(fake.pending).toEqual([])
  })

  it('waits for the next update if it has a timeout', async () => {
    const poll = call('getUpdates', { timeout: 30 })
    await pollWaits()
    fake.privateChat().says('late')
    expect((await poll).result).toMatchObject([{ message: { text: 'late' } }])
  })

  it('returns only the types that the bot wants', async () => {
    await call('getUpdates', { allowed_updates: ['callback_query'] })
    const chat = fake.privateChat()
    chat.says('unwanted')
    chat.presses(chat.says('x'), { data: 'wanted' })
    expect((await call('getUpdates')).result).toMatchObject([{ callback_query: { data: 'wanted' } }])
  })

  it('ends the first poll when there is a second, unless the first has closed its connection', async () => {
    const conflict = failure(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    )
    const first = call('getUpdates', { timeout: 30 })
    await pollWaits()
    const leaving = new AbortController()
    const second = call('getUpdates', { timeout: 31 }, leaving.signal).catch(() => 'left')
    expect(await first).toEqual(conflict)
    leaving.abort()
    expect(await second).toBe('left')
    await fake.until(() => !fake.hasReceiver() || undefined, 'the end of the poll')
    fake.contest(true)
    expect(await call('getUpdates', { timeout: 30 })).toEqual(conflict)
  })

  it('is refused while a webhook is set', async () => {
    await call('setWebhook', { url: 'https://example.org/' })
    const words =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    expect(await call('getUpdates')).toEqual(failure(409, words))
    await call('deleteWebhook')
    expect(await call('getUpdates')).toMatchObject({ ok: true })
  })
})

describe('a webhook', () => {
  it('gets updates with its secret, and again if it does not accept them or a test wants that', async () => {
    const statuses = [500, 200]
    const got: { secret: unknown; text: string; update_id: number }[] = []
    const url = await listen(async (request, text) => {
      const { update_id, message } = JSON.parse(text)
      got.push({ secret: request.headers['x-telegram-bot-api-secret-token'], text: message.text, update_id })
      return { status: statuses.shift() ?? 200 }
    })
    await call('setWebhook', { url, secret_token: 'hush' })
    fake.privateChat().says('hello')
    await fake.quiet()
    expect(got).toMatchObject([
      { secret: 'hush', text: 'hello' },
      { secret: 'hush', text: 'hello' },
    ])
    expect(await fake.redeliver()).toBe(200)
    expect(new Set(got.map(({ update_id }) => update_id)).size).toBe(1)
    expect(got).toHaveLength(3)
  })

  it('may answer with a method to carry out', async () => {
    const chat = fake.privateChat()
    const body = JSON.stringify({ method: 'sendMessage', chat_id: chat.id, text: 'at once' })
    await call('setWebhook', { url: await listen(async () => ({ status: 200, body })) })
    chat.says('hello')
    expect(await chat.answer()).toMatchObject({ text: 'at once' })
    expect(fake.refused).toEqual([])
  })

  it('has the methods in its answers checked like any request', async () => {
    const body = JSON.stringify({ method: 'sendMessage', text: 'to nobody' })
    await call('setWebhook', { url: await listen(async () => ({ status: 200, body })) })
    fake.privateChat().says('hello')
    await fake.quiet()
    expect(fake.refused).toMatchObject([{ description: 'Bad Request: field "chat_id" is required' }])
  })
})

describe('a channel', () => {
  it('delivers its posts, in its own name, only to an administrator', async () => {
    const channel = fake.channel()
    channel.says('/today')
    channel.botBecomes('member')
    channel.says('/unheard')
    const { result } = await call('getUpdates')
    expect(result).toMatchObject([
      { channel_post: { text: '/today', sender_chat: { id: channel.id } } },
      { my_chat_member: { new_chat_member: { status: 'member' } } },
    ])
    expect(result[0].channel_post).not.toHaveProperty('from')
  })
})

describe('in a group, the bot', () => {
  const received = async () => {
    const { result } = await call('getUpdates')
    return result.map(({ message }: { message?: { text?: string } }) => message?.text).filter(Boolean)
  }

  it('receives commands, mentions and replies to it, and nothing else', async () => {
    const group = fake.group()
    const own = (await send(group)).result
    group.says('nothing for a bot')
    group.says('/today@other_bot')
    group.says('mail@daybook_bot is none')
    group.says('/today')
    group.says('see /today@daybook_bot')
    group.says('what, @daybook_bot?')
    group.says('thanks', { replyTo: own })
    group.says('a reply to people', { replyTo: group.says('hi') })
    expect(await received()).toEqual(['/today', 'see /today@daybook_bot', 'what, @daybook_bot?', 'thanks'])
  })

  it('receives everything as an administrator, and nothing once it is out', async () => {
    const group = fake.supergroup({ bot: 'administrator' })
    group.says('one')
    group.botBecomes('kicked')
    group.says('/two')
    expect(await received()).toEqual(['one'])
  })

  it('receives service messages and the news that it was added', async () => {
    const group = fake.group({ bot: 'left' })
    group.botBecomes('member')
    expect((await call('getUpdates')).result).toMatchObject([
      { my_chat_member: { old_chat_member: { status: 'left' }, new_chat_member: { status: 'member' } } },
      { message: { new_chat_members: [{ username: 'daybook_bot' }] } },
    ])
  })

  it('sees commands as entities, topics as ids, and anonymous administrators as the chat', async () => {
    const forum = fake.forum()
    const topic = forum.topic('History')
    forum.says('go /today@daybook_bot', { topic, anonymous: true })
    expect((await call('getUpdates')).result).toMatchObject([
      {
        message: {
          ...{ message_thread_id: topic, is_topic_message: true, chat: { id: forum.id, is_forum: true } },
          ...{ from: { id: 1087968824 }, sender_chat: { id: forum.id } },
          entities: [{ type: 'bot_command', offset: 3, length: 18 }],
        },
      },
    ])
  })
})

/** Resolves when a long poll waits. */
const pollWaits = () => fake.until(() => fake.hasReceiver() || undefined, 'a poll')

/** Starts a server for a webhook. */
async function listen(
  answer: (request: IncomingMessage, text: string) => Promise<{ status: number; body?: string }>,
) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { status, body = '' } = await answer(request, Buffer.concat(chunks).toString())
    response.writeHead(status).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}
