// The fake Telegram refuses what Telegram refuses and takes what Telegram takes: requests one by one, without a bot.
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { digest, digestFile } from '../fixtures/digest-telegram.ts'
import { type Answer, caller } from './telegram/caller.ts'
import { type Chat, documentedRates, startTelegram, type Telegram } from './telegram/index.ts'
import { specificationFile } from './telegram/specification.ts'

let fake: Telegram
let chat: Chat
let call: ReturnType<typeof caller>

beforeAll(async () => {
  fake = await startTelegram()
  chat = fake.privateChat()
  call = caller(fake)
})
afterAll(() => fake.close())
afterEach(() => {
  fake.refused.length = 0
  fake.declined.length = 0
})

const sends = (parameters: object) =>
  call('sendMessage', { chat_id: chat.id, text: 'January 7', ...parameters })

describe('the specification', () => {
  const there = existsSync(specificationFile)
  it.skipIf(!there)('is the one that the digest in the fixtures was made from', () => {
    const whole = JSON.parse(readFileSync(specificationFile, 'utf8'))
    expect(JSON.parse(readFileSync(digestFile, 'utf8'))).toEqual(digest(whole))
  })
  it.skipIf(there)('is not beside the repository: requests are checked against the digest', () => {
    expect(JSON.parse(readFileSync(digestFile, 'utf8')).methods).toHaveProperty('sendMessage')
  })
})

describe('a request', () => {
  it('with another token is unauthorized', async () => {
    const answer = await fetch(`${fake.url}/bot1:wrong/getMe`)
    expect(await answer.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect(answer.status).toBe(401)
  })

  it('for a method that does not exist is not found', async () => {
    expect(await call('sendMesage', {})).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
    expect(fake.refused).toMatchObject([{ method: 'sendMesage' }])
  })

  const article = {
    type: 'article',
    id: '1',
    title: 'One',
    input_message_content: { message_text: 'One' },
  }
  const button = { text: 'More', callback_data: 'more' }
  const keyboard = (...inline_keyboard: object[][]) => ({ reply_markup: { inline_keyboard } })
  const inline = (more: object) =>
    call('answerInlineQuery', { inline_query_id: '1', results: [article], ...more })
  const emoji = '👍 yes'
  const bold = (offset: number, length: number, more: object = {}) => ({
    type: 'bold',
    offset,
    length,
    ...more,
  })
  const over = (text: string, ...entities: object[]) => sends({ text, entities })

  const wrong: [name: string, ask: () => Promise<{ description?: string }>, description: string | RegExp][] =
    [
      ['without a required field', () => call('sendMessage', { chat_id: 1 }), 'field "text" is required'],
      ['with an unknown field', () => sends({ texts: 1 }), 'field "texts" is unknown to sendMessage'],
      ['with a number for a text', () => sends({ text: 7 }), 'field "text" must be of type String'],
      [
        'with a text for a truth',
        () => sends({ protect_content: 'true' }),
        'field "protect_content" must be of type Boolean',
      ],
      [
        'with half a number',
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
        'with a row that is none',
        () => sends(keyboard(button as never)),
        /inline_keyboard\[0\]" must be of type/,
      ],
      [
        'with an unknown kind in a family',
        () => call('setMyCommands', { commands: [], scope: { type: 'everybody' } }),
        'field "scope.type" has the unknown value "everybody"',
      ],
      [
        'with a member of a family that lacks a field',
        () => call('setMyCommands', { commands: [], scope: { type: 'chat' } }),
        'field "scope.chat_id" is required',
      ],
      [
        'with a choice that there is not',
        () => sends(keyboard([{ ...button, style: 'red' }])),
        /style" must be one of danger/,
      ],

      ['with an empty text', () => sends({ text: ' \n\u200b' }), 'message text is empty'],
      ['with a text of 4,097', () => sends({ text: 'x'.repeat(4097) }), 'message text is too long'],
      ['with a caption of 1,025', () => photo({ caption: 'x'.repeat(1025) }), 'message caption is too long'],
      ['with half a surrogate pair', () => sends({ text: 'a\ud800' }), 'strings must be encoded in UTF-8'],
      [
        'with half a pair in a label',
        () => sends(keyboard([{ ...button, text: '\udc00' }])),
        'strings must be encoded in UTF-8',
      ],
      [
        'with a control character',
        () => sends({ text: 'a\u0007b' }),
        'message text has the control character U+0007 at UTF-16 offset 1',
      ],
      ['with a direction override', () => sends({ text: 'a\u202eb' }), /control character U\+202e/],
      ['with markup to parse', () => sends({ parse_mode: 'HTML' }), /not simulated/],

      [
        'with an entity of no length',
        () => over('abc', bold(0, 0)),
        'receive an entity with incorrect length 0',
      ],
      [
        'with an entity before the text',
        () => over('abc', bold(-1, 2)),
        'receive an entity with incorrect offset -1',
      ],
      [
        'with an entity beyond the text',
        () => over('abc', bold(1, 3)),
        /ends after the end of the text at UTF-16 offset 4$/,
      ],
      [
        'with an entity from inside a letter',
        () => over(emoji, bold(1, 2)),
        /begins in a middle of a UTF-16 symbol$/,
      ],
      ['with an entity into a letter', () => over(emoji, bold(0, 1)), /ends in a middle of a UTF-16 symbol$/],
      ['with an entity over space', () => over('a  b', bold(1, 2)), /has nothing but space$/],
      [
        'with crossing entities',
        () => over('abcdef', bold(0, 3), { ...bold(2, 3), type: 'italic' }),
        /overlaps bold/,
      ],
      ['with crossing entities in any order', () => over('abcdef', bold(2, 3), bold(0, 3)), /overlaps bold/],
      [
        'with something in code',
        () => over('abcdef', { ...bold(0, 6), type: 'code' }, bold(1, 2)),
        /bold .* may not be inside code/,
      ],
      [
        'with code in a link',
        () => over('abcdef', link(0, 6), { ...bold(1, 2), type: 'code' }),
        /code .* may not be inside text_link/,
      ],
      [
        'with code in bold on the same letters',
        () => over('abc', bold(0, 3), { ...bold(0, 3), type: 'pre' }),
        /may not be inside/,
      ],
      [
        'with a quote in a quote',
        () =>
          over(
            'abcdef',
            { ...bold(0, 6), type: 'blockquote' },
            { ...bold(1, 2), type: 'expandable_blockquote' },
          ),
        /may not be inside blockquote/,
      ],
      ['with a link in a link', () => over('abcdef', link(0, 6), link(1, 2)), /may not be inside text_link/],
      ['with a link to nowhere', () => over('abc', { ...bold(0, 3), type: 'text_link' }), /has no url/],
      ['with a link to a script', () => over('abc', link(0, 3, 'javascript:alert(1)')), /has the wrong URL/],
      [
        'with bold that has a url',
        () => over('abc', bold(0, 3, { url: 'https://example.org' })),
        /has a url/,
      ],
      [
        'with a moment without its time',
        () => over('abc', { ...bold(0, 3), type: 'date_time' }),
        /has no unix_time/,
      ],
      [
        'with a moment in no format',
        () => over('abc', { ...moment, date_time_format: 'yyyy' }),
        /wrong format yyyy/,
      ],
      [
        'with 101 entities',
        () => over('x'.repeat(101), ...Array.from({ length: 101 }, (_, at) => bold(at, 1))),
        /too many/,
      ],
      [
        'with an unknown entity',
        () => over('abc', bold(0, 3, { type: 'h1' })),
        /entities\[0\].type" must be one of/,
      ],

      [
        'with callback data of 65 bytes',
        () => sends(keyboard([{ text: 'x', callback_data: 'ស'.repeat(22) }])),
        /must be 1-64 bytes, but has 66/,
      ],
      [
        'with no callback data',
        () => sends(keyboard([{ text: 'x', callback_data: '' }])),
        /must be 1-64 bytes/,
      ],
      [
        'with a button that does nothing',
        () => sends(keyboard([{ text: 'x' }])),
        /text buttons are unallowed/,
      ],
      [
        'with a button that does two things',
        () => sends(keyboard([{ ...button, url: 'https://example.org' }])),
        /several kinds/,
      ],
      [
        'with a button without a label',
        () => sends(keyboard([{ ...button, text: ' ' }])),
        /button text .* is empty/,
      ],
      [
        'with 257 letters to copy',
        () => sends(keyboard([{ text: 'x', copy_text: { text: 'x'.repeat(257) } }])),
        /must be 1-256 characters/,
      ],
      [
        'with a button to a file',
        () => sends(keyboard([{ text: 'x', url: 'file:///etc/passwd' }])),
        /is invalid/,
      ],
      [
        'with a deep link of 65',
        () => sends(keyboard([{ text: 'x', url: `https://t.me/daybook_bot?start=${'x'.repeat(65)}` }])),
        /deep link payload/,
      ],
      [
        'with a deep link of odd letters',
        () => sends(keyboard([{ text: 'x', url: 'tg://resolve?domain=daybook_bot&start=a.b' }])),
        /deep link payload/,
      ],
      [
        'with 101 buttons',
        () => sends(keyboard(...Array.from({ length: 101 }, () => [button]))),
        /too long: 101 buttons/,
      ],

      [
        'with a long toast',
        () => call('answerCallbackQuery', { callback_query_id: '1', text: 'x'.repeat(201) }),
        /must be 0-200 characters/,
      ],
      [
        'with 51 results',
        () => inline({ results: Array.from({ length: 51 }, (_, id) => ({ ...article, id: `${id}` })) }),
        'RESULTS_TOO_MUCH',
      ],
      ['with the same result twice', () => inline({ results: [article, article] }), 'RESULT_ID_DUPLICATE'],
      [
        'with a long result id',
        () => inline({ results: [{ ...article, id: 'x'.repeat(65) }] }),
        /results\[0\].id" must be 1-64 bytes/,
      ],
      ['with a long next offset', () => inline({ next_offset: 'x'.repeat(65) }), 'NEXT_OFFSET_INVALID'],
      [
        'with an empty result',
        () => inline({ results: [{ ...article, input_message_content: { message_text: '' } }] }),
        'message text is empty',
      ],
      [
        'with a result without content',
        () => inline({ results: [{ type: 'article', id: '1', title: 'x' }] }),
        /input_message_content" is required/,
      ],
      [
        'with an odd start parameter',
        () => inline({ button: { text: 'x', start_parameter: 'a b' } }),
        'START_PARAM_INVALID',
      ],

      [
        'with an upper-case command',
        () => commands({ command: 'Start', description: 'x' }),
        'BOT_COMMAND_INVALID',
      ],
      [
        'with a long command',
        () => commands({ command: 'x'.repeat(33), description: 'x' }),
        /must be 1-32 characters/,
      ],
      [
        'with an undescribed command',
        () => commands({ command: 'x', description: '' }),
        /must be 1-256 characters/,
      ],
      [
        'with 101 commands',
        () => commands(...Array.from({ length: 101 }, (_, at) => ({ command: `c${at}`, description: 'x' }))),
        'too many commands',
      ],
      [
        'with a long description',
        () => call('setMyDescription', { description: 'x'.repeat(513) }),
        /must be 0-512 characters/,
      ],
      [
        'with a long short description',
        () => call('setMyShortDescription', { short_description: 'x'.repeat(121) }),
        /must be 0-120 characters/,
      ],
      [
        'with a long language',
        () => call('setMyDescription', { language_code: 'en-GB' }),
        'invalid language code specified',
      ],
      [
        'with a webhook on http',
        () => call('setWebhook', { url: 'http://example.org/' }),
        /HTTPS URL must be provided/,
      ],
      [
        'with an odd secret',
        () => call('setWebhook', { url: 'https://example.org/', secret_token: 'a b' }),
        /unallowed characters/,
      ],
      [
        'to edit nothing',
        () => call('editMessageText', { text: 'x' }),
        'message identifier is not specified',
      ],
      [
        'with a photo that was not attached',
        () => photo({ photo: 'attach://elsewhere' }),
        'there is no part for attach://elsewhere',
      ],
    ]
  it.each(wrong)('%s is refused and noted', async (_, ask, description) => {
    const answer = await ask()
    expect(answer).toMatchObject({ ok: false, error_code: 400 })
    expect(answer.description?.replace('Bad Request: ', '')).toMatch(description)
    if (typeof description === 'string') expect(answer.description).toBe(`Bad Request: ${description}`)
    expect(fake.refused).toMatchObject([{ description: answer.description, parameters: expect.anything() }])
    expect(fake.declined).toEqual([])
  })

  const right: [name: string, ask: () => Promise<object>][] = [
    ['with a text of 4,096', () => sends({ text: 'x'.repeat(4096) })],
    [
      'with entities side by side, nested and on the same letters',
      () =>
        over('abcdef', bold(0, 3), { ...bold(0, 3), type: 'italic' }, bold(3, 3), link(3, 2), {
          ...bold(4, 1),
          type: 'italic',
        }),
    ],
    [
      'with a quote that holds code, a link and a moment',
      () =>
        over('abcdef', { ...bold(0, 6), type: 'blockquote' }, { ...bold(0, 1), type: 'code' }, link(1, 2), {
          ...moment,
          offset: 3,
        }),
    ],
    [
      'with a link that is the whole quote, named first',
      () => over('abc', link(0, 3), { ...bold(0, 3), type: 'blockquote' }),
    ],
    ['with an entity over a whole emoji', () => over(emoji, bold(0, 2))],
    ['with a moment', () => over('abc', { ...moment, date_time_format: 'wDT' })],
    ['with lines and tabs', () => sends({ text: 'a\n\tb' })],
    [
      'with every kind of button',
      () =>
        sends(
          keyboard(
            [button, { text: 'Site', url: 'https://example.org' }],
            [
              { text: 'Share', switch_inline_query: '' },
              { text: 'Copy', copy_text: { text: 'x'.repeat(256) } },
            ],
            [{ text: 'Open', url: `https://t.me/daybook_bot?start=${'x'.repeat(64)}`, style: 'primary' }],
          ),
        ),
    ],
    ['with another keyboard', () => sends({ reply_markup: { force_reply: true, selective: true } })],
    ['with a photo that is attached', () => photo({ caption: 'x'.repeat(1024) })],
    [
      'with a scope',
      () => call('setMyCommands', { commands: [], scope: { type: 'chat', chat_id: chat.id } }),
    ],
    ['to an address as text', () => sends({ chat_id: String(chat.id) })],
  ]
  it.each(right)('%s is taken', async (_, ask) => {
    expect(await ask()).toMatchObject({ ok: true })
    expect(fake.refused).toEqual([])
  })

  it('may have a newer field where it is told to let it through', async () => {
    const newer = await startTelegram({ newer: ['sendMessage.ephemeral_message_parameters'] })
    const parameters = { chat_id: newer.privateChat().id, text: 'x', ephemeral_message_parameters: {} }
    expect(await caller(newer)('sendMessage', parameters)).toMatchObject({ ok: true })
    expect(await caller(newer)('sendMessage', { ...parameters, other: 1 })).toMatchObject({ ok: false })
    await newer.close()
  })

  const link = (offset: number, length: number, url = 'https://example.org') => ({
    type: 'text_link',
    offset,
    length,
    url,
  })
  const moment = { type: 'date_time', offset: 0, length: 3, unix_time: 284_500_800 }
  const commands = (...commands: object[]) => call('setMyCommands', { commands })

  async function photo(fields: Record<string, string>) {
    const form = new FormData()
    for (const [name, value] of Object.entries({
      chat_id: String(chat.id),
      photo: 'attach://map',
      ...fields,
    }))
      form.append(name, value)
    form.append('map', new Blob(['x']), 'map.png')
    const answer = await fetch(`${fake.url}/bot${fake.token}/sendPhoto`, { method: 'POST', body: form })
    return answer.json() as Promise<Answer>
  }
})

describe('too many messages', () => {
  it('are refused with the seconds to wait, in one chat, in one group and over all', async () => {
    let time = 0
    const busy = await startTelegram({ rates: documentedRates, now: () => time })
    const send = (to: Chat) => caller(busy)('sendMessage', { chat_id: to.id, text: 'x' })
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
