// Checks that the fake Telegram checks every request against the specification, and limits their rate on request.

import { describe, expect, it } from 'vitest'
import { createApiCall } from './api-call.ts'
import { type Chat, documentedRates, startTelegram } from './index.ts'
import { startProbe } from './probe.ts'

const { fake, chat, call, sends, photo, itRefuses, itAccepts } = startProbe()

const button = { text: 'More', callback_data: 'more' }
const keyboard = (...inline_keyboard: object[][]) => ({ reply_markup: { inline_keyboard } })

describe('a request', () => {
  it('with another token is unauthorized', async () => {
    const answer = await fetch(`${fake().url}/bot1:wrong/getMe`)
    expect(await answer.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect(answer.status).toBe(401)
  })

  it('for a method that does not exist is not found', async () => {
    expect(await call('sendMesage', {})).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
    expect(fake().refused).toMatchObject([{ method: 'sendMesage' }])
  })

  it('with a body that is not an object is refused', async () => {
    for (const body of ['null', '7', '{']) {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${fake().url}/bot${fake().token}/getMe`, { method: 'POST', headers, body })
      expect(answer.status).toBe(400)
    }
    expect(fake().refused).toHaveLength(3)
  })

  itRefuses([
    ['without a required field', () => call('sendMessage', { chat_id: 1 }), 'field "text" is required'],
    ['with an unknown field', () => sends({ texts: 1 }), 'field "texts" is unknown to sendMessage'],
    ['with a number for a text', () => sends({ text: 7 }), 'field "text" must be of type String'],
    [
      'with a text for a boolean',
      () => sends({ protect_content: 'true' }),
      'field "protect_content" must be of type Boolean',
    ],
    [
      'with a fraction for an integer',
      () => sends({ message_thread_id: 1.5 }),
      'field "message_thread_id" must be of type Integer',
    ],
    [
      'with null',
      () => sends({ reply_markup: null }),
      /^field "reply_markup" must be of type InlineKeyboardMarkup or/,
    ],
    [
      'with a wrong field deep inside',
      () => sends(keyboard([{ ...button, colour: 'red' }])),
      'field "reply_markup.inline_keyboard[0][0].colour" is unknown to InlineKeyboardButton',
    ],
    [
      'with a button for a row',
      () => sends(keyboard(button as never)),
      /inline_keyboard\[0\]" must be of type/,
    ],
    [
      'with an unknown type in a union',
      () => call('setMyCommands', { commands: [], scope: { type: 'everybody' } }),
      'field "scope.type" has the unknown value "everybody"',
    ],
    [
      'with a member of a union that lacks a field',
      () => call('setMyCommands', { commands: [], scope: { type: 'chat' } }),
      'field "scope.chat_id" is required',
    ],
    [
      'with an unknown choice',
      () => sends(keyboard([{ ...button, style: 'red' }])),
      /style" must be one of danger/,
    ],
    [
      'with a caption of 1,025 units',
      () => photo({ caption: 'x'.repeat(1025) }),
      'message caption is too long',
    ],
    [
      'to edit no message',
      () => call('editMessageText', { text: 'x' }),
      'message identifier is not specified',
    ],
    [
      'with a photo that was not attached',
      () => photo({ photo: 'attach://other' }),
      'there is no part for attach://other',
    ],
  ])

  itAccepts([
    ['with another keyboard', () => sends({ reply_markup: { force_reply: true, selective: true } })],
    ['with a photo that is attached', () => photo({ caption: 'x'.repeat(1024) })],
    [
      'with a scope',
      () => call('setMyCommands', { commands: [], scope: { type: 'chat', chat_id: chat().id } }),
    ],
    ['to an address as text', () => sends({ chat_id: String(chat().id) })],
  ])

  it('may have a newer field if the test accepts it', async () => {
    const newer = await startTelegram({ newer: ['sendMessage.ephemeral_message_parameters'] })
    const parameters = { chat_id: newer.privateChat().id, text: 'x', ephemeral_message_parameters: {} }
    expect(await createApiCall(newer)('sendMessage', parameters)).toMatchObject({ ok: true })
    expect(await createApiCall(newer)('sendMessage', { ...parameters, other: 1 })).toMatchObject({
      ok: false,
    })
    await newer.close()
  })
})

describe('too many messages', () => {
  it('are refused with the seconds to wait: in one chat, in one group and in all chats', async () => {
    let time = 0
    const busy = await startTelegram({ rates: documentedRates, now: () => time })
    const send = (to: Chat) => createApiCall(busy)('sendMessage', { chat_id: to.id, text: 'x' })
    const tooMany = (retry_after: number) => ({ ok: false, error_code: 429, parameters: { retry_after } })

    const one = busy.privateChat()
    expect(await send(one)).toMatchObject({ ok: true })
    expect(await send(one)).toMatchObject({ ...tooMany(1), description: 'Too Many Requests: retry after 1' })
    time += 1000
    expect(await send(one)).toMatchObject({ ok: true })

    const group = busy.group()
    for (let count = 0; count < 20; count++, time += 1000)
      expect(await send(group)).toMatchObject({ ok: true })
    expect(await send(group)).toMatchObject(tooMany(40))

    time += 1000
    for (let count = 0; count < 30; count++)
      expect(await send(busy.privateChat())).toMatchObject({ ok: true })
    expect(await send(busy.privateChat())).toMatchObject(tooMany(1))
    expect(busy.refused).toEqual([])
    await busy.close()
  })
})
