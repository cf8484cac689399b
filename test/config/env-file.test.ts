// Checks how the lines of a .env file are read: no value is cut or changed without a word.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvFile, suspicionOf } from '../../src/config/env-file.ts'

const clean = { faults: [], warnings: [] }

test.each([
  ['NAME=value', 'value'],
  ['NAME = value ', 'value'],
  ['  NAME=value', 'value'],
  ['export NAME=value', 'value'],
  ['export  NAME = value', 'value'],
  ['NAME=', ''],
  ['NAME=two words', 'two words'],
  ['NAME=a=b', 'a=b'],
  ['NAME=it\'s "so"', 'it\'s "so"'],
  // A # begins a comment only after a space.
  ['NAME=/srv/state#1', '/srv/state#1'],
  ['NAME=pass#word', 'pass#word'],
  ['NAME=#1', '#1'],
  ['NAME=a # b', 'a'],
  ['NAME=a\t# b', 'a'],
  ['NAME=a#b # c', 'a#b'],
  ['NAME= # nothing yet', ''],
  // Between quotation marks everything is as written.
  ['NAME="a # b"', 'a # b'],
  ["NAME='a # b'", 'a # b'],
  ['NAME=`a "b" \'c\'`', 'a "b" \'c\''],
  ['NAME=" a "', ' a '],
  ['NAME=""', ''],
  [String.raw`NAME="C:\new\#1"`, String.raw`C:\new\#1`],
  ['NAME="$HOME"', '$HOME'],
  ['NAME="a" # b', 'a'],
  ['NAME="one\ntwo"', 'one\ntwo'],
])('%j is the value %j', (line, value) => {
  expect(parseEnvFile(line)).toEqual({ values: { NAME: value }, ...clean })
})

test('lines end as on Unix, on Windows or on an old Mac, and may begin with a byte order mark', () => {
  for (const end of ['\n', '\r\n', '\r'])
    expect(parseEnvFile(`\uFEFF# said${end}${end}A=1${end}B="2"${end}C=3 # c${end}`)).toEqual({
      values: { A: '1', B: '2', C: '3' },
      ...clean,
    })
})

test('any value is read back as it was, if it is in quotation marks that it does not have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      const text = value.replace(/["\r]/g, '')
      expect(parseEnvFile(`A="${text}"\nB=1`)).toEqual({ values: { A: text, B: '1' }, ...clean })
    }),
  )
})

test('any value of one line is read back as it was without quotation marks, unless a # stands after a space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), value => {
      const text = value.replace(/[\r\n]|\s#/g, '').trim()
      fc.pre(!/^["'`]|\s#/.test(text))
      expect(parseEnvFile(`A=${text}\nB=1`)).toEqual({ values: { A: text, B: '1' }, ...clean })
    }),
  )
})

test.each([
  ['NAME="value', 'line 1: the quotation mark at the start of NAME is never closed: close it, or put'],
  ['NAME="one" two', 'line 1: NAME goes on after its closing quotation mark: expected the end'],
  ['NAME="one"# two', 'line 1: NAME goes on after its closing quotation mark: expected the end'],
  ['NAME=1\nNAME=2', 'line 2 gives NAME again, after line 1: expected it once'],
  ['NAME="one\ntwo"\nNAME=3', 'line 3 gives NAME again, after line 1: expected it once'],
  ['NAME: value', 'line 1 is not NAME=value'],
  ['MY NAME=value', 'line 1 is not NAME=value'],
  ['export NAME', 'line 1 is not NAME=value'],
])('%j is refused', (text, fault) => {
  expect(parseEnvFile(text).faults).toEqual([expect.stringContaining(fault)])
})

test.each(['NAME=/srv/my #1 place', 'NAME= #1'])('%j is read with a warning, because it is cut', line => {
  expect(parseEnvFile(line).warnings).toEqual([
    'line 1: the value of NAME ends before " #", where a comment begins. If the # belongs to it, put the value in quotation marks',
  ])
})

describe('suspicious, wherever it comes from, is a value that', () => {
  test.each([
    ['"/srv/state"', 'has quotation marks'],
    ["'/srv/state'", 'has quotation marks'],
    ['“/srv/state”', 'has quotation marks'],
    ['/srv/state\r', 'begins or ends with a space or a line break'],
    [' /srv/state', 'begins or ends with a space'],
    ['one\nB=two', 'has several lines'],
    ['#state', 'begins with #'],
    ['~/state', 'begins with ~'],
    ['$HOME/state', 'begins with $'],
    ['$'.concat('{HOME}/state'), 'begins with $'],
  ])('is %j', (value, suspicion) => {
    expect(suspicionOf(value)).toContain(suspicion)
  })

  test.each(['', 'state', '/srv/a b#c', 'C:\\daybook', '~daybook', 'a~', '$', 'pa$$word', "o'clock"])(
    'is not %j',
    value => {
      expect(suspicionOf(value)).toBeUndefined()
    },
  )
})
