// Checks which texts and entities the fake Telegram accepts, and how it refuses the others.

import { describe } from 'vitest'
import { startProbe } from './probe.ts'

const { sends, itRefuses, itAccepts } = startProbe()

const bold = (offset: number, length: number, more: object = {}) => ({
  type: 'bold',
  offset,
  length,
  ...more,
})
const link = (offset: number, length: number, url = 'https://example.org') => ({
  type: 'text_link',
  offset,
  length,
  url,
})
const moment = { type: 'date_time', offset: 0, length: 3, unix_time: 284_500_800 }
const emoji = '👍 yes'
const textWith = (text: string, ...entities: object[]) => sends({ text, entities })

describe('a text', () => {
  itRefuses([
    ['that is empty', () => sends({ text: ' \n\u200b' }), 'message text is empty'],
    ['of 4,097 units', () => sends({ text: 'x'.repeat(4097) }), 'message text is too long'],
    ['with half a surrogate pair', () => sends({ text: 'a\ud800' }), 'strings must be encoded in UTF-8'],
    [
      'with a control character',
      () => sends({ text: 'a\u0007b' }),
      'message text has the control character U+0007 at UTF-16 offset 1',
    ],
    ['with a direction override', () => sends({ text: 'a\u202eb' }), /control character U\+202e/],
    ['with markup to parse', () => sends({ parse_mode: 'HTML' }), /not simulated/],
    [
      'with an entity of no length',
      () => textWith('abc', bold(0, 0)),
      'receive an entity with incorrect length 0',
    ],
    [
      'with an entity before the text',
      () => textWith('abc', bold(-1, 2)),
      'receive an entity with incorrect offset -1',
    ],
    [
      'with an entity beyond the text',
      () => textWith('abc', bold(1, 3)),
      /ends after the end of the text at UTF-16 offset 4$/,
    ],
    [
      'with an entity that begins inside a character',
      () => textWith(emoji, bold(1, 2)),
      /begins in a middle of a UTF-16 symbol$/,
    ],
    [
      'with an entity that ends inside a character',
      () => textWith(emoji, bold(0, 1)),
      /ends in a middle of a UTF-16 symbol$/,
    ],
    ['with an entity over space', () => textWith('a  b', bold(1, 2)), /has nothing but space$/],
    [
      'with crossing entities',
      () => textWith('abcdef', bold(0, 3), { ...bold(2, 3), type: 'italic' }),
      /overlaps bold/,
    ],
    [
      'with crossing entities in any order',
      () => textWith('abcdef', bold(2, 3), bold(0, 3)),
      /overlaps bold/,
    ],
    [
      'with bold in code',
      () => textWith('abcdef', { ...bold(0, 6), type: 'code' }, bold(1, 2)),
      /bold .* may not be inside code/,
    ],
    [
      'with code in a link',
      () => textWith('abcdef', link(0, 6), { ...bold(1, 2), type: 'code' }),
      /code .* may not be inside text_link/,
    ],
    [
      'with code in bold on the same characters',
      () => textWith('abc', bold(0, 3), { ...bold(0, 3), type: 'pre' }),
      /may not be inside/,
    ],
    [
      'with a quote in a quote',
      () =>
        textWith(
          'abcdef',
          { ...bold(0, 6), type: 'blockquote' },
          { ...bold(1, 2), type: 'expandable_blockquote' },
        ),
      /may not be inside blockquote/,
    ],
    [
      'with a link in a link',
      () => textWith('abcdef', link(0, 6), link(1, 2)),
      /may not be inside text_link/,
    ],
    ['with a link to nowhere', () => textWith('abc', { ...bold(0, 3), type: 'text_link' }), /has no url/],
    [
      'with a link to a script',
      () => textWith('abc', link(0, 3, 'javascript:alert(1)')),
      /has the wrong URL/,
    ],
    [
      'with bold that has a url',
      () => textWith('abc', bold(0, 3, { url: 'https://example.org' })),
      /has a url/,
    ],
    [
      'with a moment without its time',
      () => textWith('abc', { ...bold(0, 3), type: 'date_time' }),
      /has no unix_time/,
    ],
    [
      'with a moment in an unknown format',
      () => textWith('abc', { ...moment, date_time_format: 'yyyy' }),
      /wrong format yyyy/,
    ],
    [
      'with 101 entities',
      () => textWith('x'.repeat(101), ...Array.from({ length: 101 }, (_, at) => bold(at, 1))),
      /too many/,
    ],
    [
      'with an unknown entity',
      () => textWith('abc', bold(0, 3, { type: 'h1' })),
      /entities\[0\].type" must be one of/,
    ],
  ])

  itAccepts([
    ['of 4,096 units', () => sends({ text: 'x'.repeat(4096) })],
    [
      'with entities side by side, nested and on the same characters',
      () =>
        textWith('abcdef', bold(0, 3), { ...bold(0, 3), type: 'italic' }, bold(3, 3), link(3, 2), {
          ...bold(4, 1),
          type: 'italic',
        }),
    ],
    [
      'with a quote that holds code, a link and a moment',
      () =>
        textWith(
          'abcdef',
          { ...bold(0, 6), type: 'blockquote' },
          { ...bold(0, 1), type: 'code' },
          link(1, 2),
          {
            ...moment,
            offset: 3,
          },
        ),
    ],
    [
      'with a link that is the whole quote, named first',
      () => textWith('abc', link(0, 3), { ...bold(0, 3), type: 'blockquote' }),
    ],
    ['with an entity over a whole emoji', () => textWith(emoji, bold(0, 2))],
    ['with a moment', () => textWith('abc', { ...moment, date_time_format: 'wDT' })],
    ['with lines and tabs', () => sends({ text: 'a\n\tb' })],
  ])
})
