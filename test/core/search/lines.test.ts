// Checks that lines are found by what they are and by what they contain.

import { expect, it } from 'vitest'
import { searchableLines } from '../../../src/core/search/lookup/lines.ts'

const lines = searchableLines(['hun sen', 'hun sen hun', '', 'two\nlines', 'sen'])

it.each([
  ['hun sen', [0]],
  ['sen', [4]],
  ['', [2]],
  ['two\nlines', [3]],
  ['two', []],
  ['sen\nhun', []],
])('finds the lines that are %j', (text, expected) => {
  expect(lines.equalTo(text)).toEqual(expected)
})

it.each([
  ['hun', [0, 1]],
  ['sen', [0, 1, 4]],
  ['lines', [3]],
  ['lines\nsen', []],
])('finds the lines that contain %j, each once', (text, expected) => {
  expect(lines.containing(text)).toEqual(expected)
})
