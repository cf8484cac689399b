// Checks that the fake Telegram refuses buttons, inline results, commands and webhooks beyond their limits.

import { describe } from 'vitest'
import { startProbe } from './probe.ts'

const { call, sends, itRefuses, itAccepts } = startProbe()

const button = { text: 'More', callback_data: 'more' }
const keyboard = (...inline_keyboard: object[][]) => ({ reply_markup: { inline_keyboard } })
const article = { type: 'article', id: '1', title: 'One', input_message_content: { message_text: 'One' } }
const voice = { type: 'voice', id: '1', title: 'One', voice_url: 'https://example.org/one.ogg' }
const inline = (more: object) =>
  call('answerInlineQuery', { inline_query_id: '1', results: [article], ...more })
const commands = (...commands: object[]) => call('setMyCommands', { commands })

describe('a request', () => {
  itRefuses([
    [
      'with half a surrogate pair in a label',
      () => sends(keyboard([{ ...button, text: '\udc00' }])),
      'strings must be encoded in UTF-8',
    ],
    [
      'with callback data of 65 bytes',
      () => sends(keyboard([{ text: 'x', callback_data: 'ស'.repeat(22) }])),
      /must be 1-64 bytes, but has 66/,
    ],
    [
      'with empty callback data',
      () => sends(keyboard([{ text: 'x', callback_data: '' }])),
      /must be 1-64 bytes/,
    ],
    ['with a button that does nothing', () => sends(keyboard([{ text: 'x' }])), /text buttons are unallowed/],
    [
      'with a button that does two things',
      () => sends(keyboard([{ ...button, url: 'https://example.org' }])),
      /several actions/,
    ],
    [
      'with a button without a label',
      () => sends(keyboard([{ ...button, text: ' ' }])),
      /button text .* is empty/,
    ],
    [
      'with 257 characters to copy',
      () => sends(keyboard([{ text: 'x', copy_text: { text: 'x'.repeat(257) } }])),
      /must be 1-256 characters/,
    ],
    [
      'with a button to a file',
      () => sends(keyboard([{ text: 'x', url: 'file:///etc/passwd' }])),
      /is invalid/,
    ],
    [
      'with a deep link payload of 65 characters',
      () => sends(keyboard([{ text: 'x', url: `https://t.me/daybook_bot?start=${'x'.repeat(65)}` }])),
      /deep link payload/,
    ],
    [
      'with a deep link payload of other characters',
      () => sends(keyboard([{ text: 'x', url: 'tg://resolve?domain=daybook_bot&start=a.b' }])),
      /deep link payload/,
    ],
    [
      'with 101 buttons',
      () => sends(keyboard(...Array.from({ length: 101 }, () => [button]))),
      /too long: 101 buttons/,
    ],
    [
      'with a long alert',
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
      'with a long caption of a result',
      () => inline({ results: [{ ...voice, caption: 'x'.repeat(1025) }] }),
      'message caption is too long',
    ],
    [
      'with an odd start parameter',
      () => inline({ button: { text: 'x', start_parameter: 'a b' } }),
      'START_PARAM_INVALID',
    ],
    [
      'with an uppercase command',
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
  ])

  itAccepts([
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
  ])
})
