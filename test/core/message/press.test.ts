// Checks that a press is read back as written, whatever the call, and that platforms pass its text on unchanged.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Press, readPress, writePress } from '../../../src/core/message/press.ts'

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  // Lone surrogates, which `binary` never makes.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map(units => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\\',
    '\\n',
    '\\0',
    '\\u0041',
    ' a ',
    'a\n',
    '__proto__',
    'constructor',
    '7',
  ),
)
const call = fc.record({
  command: fc.stringMatching(/^[a-z0-9_]{1,32}$/),
  args: fc.dictionary(word, word, { maxKeys: 4 }),
})
const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ call, mode: fc.constantFrom('below', 'inPlace', 'show') }),
  fc.record({ call, mode: fc.constant('ask' as const), option: word }),
)

describe('a press', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(press, each => {
        expect(readPress(writePress(each))).toEqual(each)
      }),
    )
  })

  it('is written without anything that a platform refuses, changes or cuts off', () => {
    fc.assert(
      fc.property(press, each => {
        const written = writePress(each)
        expect(written.isWellFormed()).toBe(true)
        expect(written).not.toMatch(/(?!\n)\p{Cc}/u)
        expect(written).toBe(written.trim())
      }),
    )
  })

  it('has the same text for the same call, so that the same button has the same key', () => {
    const read = { command: 'search', args: { words: 'a\nb\\', page: '2' } }
    expect(writePress({ call: read, mode: 'inPlace' })).toBe('=search\nwords\na\\nb\\\\\npage\n2')
  })

  it.each<[string, Press]>([
    ['+start', { call: { command: 'start', args: {} }, mode: 'below' }],
    [
      '=article\nname\nx\npage\n2',
      { call: { command: 'article', args: { name: 'x', page: '2' } }, mode: 'inPlace' },
    ],
    [
      '+subscribe\nanniversary\n\nzone\nUTC',
      { call: { command: 'subscribe', args: { anniversary: '', zone: 'UTC' } }, mode: 'below' },
    ],
    [
      '?settings\ntime\nanniversary\nx',
      { call: { command: 'settings', args: { anniversary: 'x' } }, mode: 'ask', option: 'time' },
    ],
    [
      '!search\nwords\na\\\\u0041 \\n b',
      { call: { command: 'search', args: { words: 'a\\u0041 \n b' } }, mode: 'show' },
    ],
  ])('written as %j by an earlier version is understood', (written, expected) => {
    expect(readPress(written)).toEqual(expected)
  })

  it.each([
    '',
    '+',
    'start',
    '*start',
    '+St art',
    '+search\nwords',
    '=search\nwords\nx\npage',
    '?search\nwords\nx',
  ])('is not read from %j', written => {
    expect(readPress(written)).toBeUndefined()
  })

  it('is read without an exception, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void readPress(`+${text}`)))
  })
})
