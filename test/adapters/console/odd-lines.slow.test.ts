// Checks that no odd line ends the program: it answers each of hundreds.

import { expect, test } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { runOver } from '../../terminal.ts'

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
// All except those that end a line.
const controls = [...Array(32).keys(), 127, 128, 155]
  .filter(code => code !== 10 && code !== 13)
  .map(code => String.fromCharCode(code))

const lines: (string | Uint8Array)[] = [
  ...controls.map(control => `a${control}b`),
  ...controls.map(control => `/summary ${control}1${control}`),
  ...controls.map(control => `/sumary ${control}[2J`),
  ...printable
    .filter(sign => /\W/.test(sign))
    .flatMap(sign => [`/search ${sign}`, `/search "a${sign}b* ${sign}${sign}`]),
  ...['/search a AND OR NOT NEAR(b, 2)', '/search (a+)+$', '/search [a-', '/search \\', '/search %_%'],
  ...["'; DROP TABLE deliveries; --", '/search {"a":1}', '$(exit)', '__proto__', 'constructor'],
  ...['/__proto__', '/constructor', '/toString x', '/summary __proto__:x', '/search constructor:1', '/@bot'],
  ...Array.from({ length: 12 }, (_, index) => '/'.repeat(index + 1)),
  ...['/ /', '/ summary', '//summary', '/summary/summary', '0', '00', '[1', '1'.repeat(400)],
  ...[
    '🙂',
    '👨\u200d👩\u200d👧'.repeat(200),
    '🇰🇭🇻🇳',
    '\u202eabc',
    'x\ufeff',
    'x\u200b',
    'ស្ត្រី'.repeat(500),
    'e\u0301'.repeat(3000),
  ],
  ...['a', ' ', '/', '(', 'ក', '🙂'].map(unit => `x${unit.repeat(20_000)}x`),
  ...commands.flatMap(({ name }) => [
    `/${name} ${'a'.repeat(5000)}`,
    `/${name} \u0000`,
    `/${name} page:99999999999999999999 🙂`,
    `/${name} ${'a:b '.repeat(500)}`,
  ]),
  // Half a surrogate pair, invalid bytes, a character cut short, an overlong slash.
  ...[
    [0xed, 0xa0, 0x80],
    [0xff, 0xfe],
    [0x61, 0xe1, 0x9e],
    [0xc0, 0xaf],
  ].map(bytes => Uint8Array.from(bytes)),
]

test('every odd line has an answer, and the program goes on', { timeout: 60_000 }, async () => {
  const input = lines.flatMap((line, index) => [line, `\n/onthisday mark-${index}\n`])
  const { code, out, err } = await runOver(Buffer.concat(input.map(each => Buffer.from(each))))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const marks = /I cannot read “mark-(\d+)” as a day\..*\n\n(?:\[\d\].*\n)+\n/g
  const answers = out.split(marks).filter((_, index) => index % 2 === 0)
  expect([...out.matchAll(marks)].map(mark => Number(mark[1]))).toEqual([...lines.keys()])
  const unanswered = lines.filter((_, index) => answers[index]?.trim() === '')
  expect(unanswered).toEqual([])
  expect(out).not.toContain('Something went wrong')
  expect(out).not.toMatch(/[\p{Cc}--\n]/v)
})
