// Checks that the fake Telegram accepts one answer to each press of a button and to each inline query.

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
const tooOld = 'Bad Request: query is too old and response timeout expired or query ID is invalid'
const keyboard = { inline_keyboard: [[{ text: 'More', callback_data: 'more' }]] }

describe('a question', () => {
  it('by a button accepts one answer', async () => {
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

  it('by inline mode leads to a message without a chat, which is edited by its own id', async () => {
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
