// Checks updates by webhook: only Telegram gets in, each update is handled once, and work in progress is finished.

import { gzipSync } from 'node:zlib'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHttp } from '../../../src/adapters/http/server.ts'
import { startTelegram } from '../../fakes/telegram/index.ts'
import { holdAnswer, startScene, token } from './scene.ts'

const secret = 'A-secret_of-the-tests'
const publicUrl = 'https://bot.example.org/telegram'

async function startBehindWebhook() {
  let local = ''
  const telegram = await startTelegram({ token, route: () => local })
  onTestFinished(() => telegram.close())
  const scene = await startScene({ telegram, webhook: { url: publicUrl, secret } })
  const { platform, log } = scene
  const closing = new AbortController()
  const { port, ended } = await serveHttp(
    {
      port: 0,
      host: '127.0.0.1',
      endpoints: platform.endpoint ? [platform.endpoint] : [],
      log: (level, event, details) => void log.push(`${level} ${event} ${JSON.stringify(details)}`),
    },
    closing.signal,
  )
  onTestFinished(() => {
    closing.abort()
    return ended
  })
  local = `http://127.0.0.1:${port}/telegram`
  await telegram.waitFor(({ method }) => method === 'setWebhook')
  const deliver = (
    body: string | Uint8Array<ArrayBuffer>,
    { headers = {}, path = '', method = 'POST' } = {},
  ) =>
    fetch(local + path, {
      method,
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret, ...headers },
      ...(method === 'POST' && { body }),
    })
  await telegram.quiet()
  return { ...scene, deliver }
}

const update = (update_id: number, chat: { id: number }, text: string) =>
  JSON.stringify({
    update_id,
    message: { message_id: 1, date: 0, chat: { id: chat.id, type: 'private' }, from: { id: chat.id }, text },
  })

describe('the webhook', () => {
  it('is registered with its secret and the types of updates', async () => {
    const { telegram } = await startBehindWebhook()
    expect(telegram.webhook()).toMatchObject({ url: publicUrl, secret })
    expect(telegram.calls.find(({ method }) => method === 'setWebhook')?.parameters.allowed_updates).toEqual([
      'message',
      'edited_message',
      'channel_post',
      'edited_channel_post',
      'callback_query',
      'inline_query',
      'my_chat_member',
    ])
    expect(telegram.calls.some(({ method }) => method === 'deleteWebhook')).toBe(false)
  })

  it('answers messages and presses', async () => {
    const { telegram } = await startBehindWebhook()
    const chat = telegram.privateChat()
    chat.says('/start')
    chat.presses(await chat.answer(), 'All commands')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    await telegram.quiet()
    expect(telegram.unansweredPresses()).toEqual([])
    expect(telegram.pending).toEqual([])
  })

  it.each([
    ['no secret', { headers: { 'x-telegram-bot-api-secret-token': '' } }, 401],
    ['a wrong secret', { headers: { 'x-telegram-bot-api-secret-token': 'A-secret_of-the-test!' } }, 401],
    [
      'a secret beyond ASCII',
      { headers: { 'x-telegram-bot-api-secret-token': 'é'.repeat(secret.length) } },
      401,
    ],
    ['half of the secret', { headers: { 'x-telegram-bot-api-secret-token': secret.slice(0, 10) } }, 401],
    ['the secret and more', { headers: { 'x-telegram-bot-api-secret-token': `${secret}, ${secret}` } }, 401],
    ['another path', { path: '/more' }, 404],
    ['another method', { method: 'GET' }, 405],
    ['a query after the path', { path: '?x=1' }, 200],
  ])('answers a request with %s', async (_, options, status) => {
    const { telegram, deliver } = await startBehindWebhook()
    const chat = telegram.privateChat()
    expect((await deliver(update(1, chat, '/help'), options)).status).toBe(status)
    expect(chat.unread()).toHaveLength(status === 200 ? 1 : 0)
  })

  it.each([
    ['what is not JSON', 'hello', 400],
    ['what is not an update', '{}', 400],
    ['an update without an id', '{"update_id":"1"}', 400],
    ['null', 'null', 400],
    ['a compressed body', gzipSync(update(1, { id: 1 }, '/help')), 400],
    ['a list of updates', `[${update(1, { id: 1 }, '/help')}]`, 400],
    ['an id that is no safe number', '{"update_id":1e400}', 400],
    ['more than Telegram ever sends', JSON.stringify({ update_id: 1, text: 'x'.repeat(2_000_000) }), 413],
  ])('refuses %s, and goes on', async (_, body, status) => {
    const { telegram, deliver } = await startBehindWebhook()
    expect((await deliver(body)).status).toBe(status)
    const chat = telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
  })

  it.each([
    ['deep lists', (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['deep objects', (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`],
  ])('is not brought down by %s', async (_, nested) => {
    const { telegram, deliver, log } = await startBehindWebhook()
    const fields = ['"message"', '"callback_query"', '"message":{"text":"/help","chat":{"id":1},"from"']
    for (const [nth, field] of fields.entries()) {
      const body = `{"update_id":${90 + nth},${field}:${nested(100_000)}${field.includes('{') ? '}' : ''}}`
      expect((await deliver(body)).status).toBe(200)
    }
    const chat = telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    expect(log.join()).not.toMatch(/\[\[\[|"a":/)
  })

  it('does not let an update change the prototype of objects', async () => {
    const { telegram, deliver } = await startBehindWebhook()
    const body = '{"update_id":95,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'
    expect((await deliver(body)).status).toBe(200)
    await telegram.quiet()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('handles an update once, however often it is delivered', async () => {
    const { telegram, deliver } = await startBehindWebhook()
    const chat = telegram.privateChat()
    const statuses = await Promise.all(
      Array.from({ length: 5 }, async () => (await deliver(update(77, chat, '/help'))).status),
    )
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    await telegram.quiet()
    expect(chat.unread()).toHaveLength(1)
  })

  it('accepts an update whose answer fails, and logs that', async () => {
    const { telegram, deliver, log } = await startBehindWebhook()
    const chat = telegram.privateChat()
    telegram.next('sendMessage', 'reset')
    expect((await deliver(update(78, chat, '/help'))).status).toBe(200)
    await telegram.quiet()
    expect(log.filter(line => line.startsWith('error update failed'))).toHaveLength(1)
  })

  it('handles an update again that a killed process had in progress, once its lease is over', async () => {
    const { telegram, deliver, store, at } = await startBehindWebhook()
    const chat = telegram.privateChat()
    at('2026-11-21T12:00:00Z')
    const now = Temporal.Instant.from('2026-11-21T12:00:00Z')
    const key = `telegram:${token.split(':')[0]} update 81`
    await store.takeWork({ key, owner: 'the killed process', now, until: now.add({ seconds: 10 }) })
    expect((await deliver(update(81, chat, '/help'))).status).toBe(503)
    expect(chat.unread()).toHaveLength(0)
    at('2026-11-21T12:00:10Z')
    expect((await deliver(update(81, chat, '/help'))).status).toBe(200)
    expect(chat.unread()).toHaveLength(1)
  })

  it('acknowledges an update that is delivered twice only when it is handled, and handles it once', async () => {
    const { telegram, deliver } = await startBehindWebhook()
    const chat = telegram.privateChat()
    const held = holdAnswer()
    telegram.next('sendMessage', held.fault)
    const statuses: number[] = []
    const deliveries = [1, 2].map(async () =>
      statuses.push((await deliver(update(82, chat, '/help'))).status),
    )
    await held.begun
    expect(statuses).toEqual([])
    held.release()
    await Promise.all(deliveries)
    expect(statuses).toEqual([200, 200])
    expect(chat.unread()).toHaveLength(1)
  })

  it('finishes work in progress before it ends', async () => {
    const { telegram, deliver, stop } = await startBehindWebhook()
    const chat = telegram.privateChat()
    const held = holdAnswer()
    telegram.next('sendMessage', held.fault)
    const delivery = deliver(update(79, chat, '/help'))
    await held.begun
    let ended = false
    const ending = stop().then(() => {
      ended = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(ended).toBe(false)
    held.release()
    await ending
    expect((await delivery).status).toBe(200)
    expect(chat.unread()).toHaveLength(1)
  })

  it('asks Telegram to deliver again before it is ready and after it has ended', async () => {
    const telegram = await startTelegram({ token })
    onTestFinished(() => telegram.close())
    const held = holdAnswer()
    telegram.next('getMe', held.fault)
    const { platform, stop } = await startScene({ telegram, webhook: { url: publicUrl, secret } })
    const ask = async (given: string) => {
      const request = new Request(publicUrl, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': given },
        body: update(80, telegram.privateChat(), '/help'),
      })
      return (await platform.endpoint?.answer(request))?.status
    }
    await held.begun
    expect(await ask(secret)).toBe(503)
    expect(await ask('another')).toBe(401)
    held.release()
    await telegram.waitFor(({ method }) => method === 'setWebhook')
    expect(await ask(secret)).toBe(200)
    await stop()
    expect(await ask(secret)).toBe(503)
  })
})

describe('polling', () => {
  it('removes a webhook from an earlier start', async () => {
    const telegram = await startTelegram({ token })
    await fetch(`${telegram.url}/bot${token}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: publicUrl }),
    })
    await startScene({ telegram })
    const chat = telegram.privateChat()
    chat.says('/help')
    expect((await chat.answer()).text).toMatch(/^Commands/)
    expect(telegram.webhook()).toBeUndefined()
    await telegram.close()
  })
})
