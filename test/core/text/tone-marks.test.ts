// Checks that marks of Vietnamese syllables are put where the spelling has them.

import { describe, expect, it } from 'vitest'
import { tonesApart, withMarksInPlace } from '../../../src/core/text/alike/tone-marks.ts'

describe('a mark in the wrong place', () => {
  it.each([
    ['ngừơi', 'người'],
    ['ngừoi', 'người'],
    ['nguời', 'người'],
    ['nứơc', 'nước'],
    ['tíên', 'tiến'],
  ])('is moved: %s is %s', (typed, meant) => {
    expect(withMarksInPlace(typed)).toBe(meant)
  })

  it.each(['người', 'thuở', 'quơ', 'tiến', 'hòa', 'muộn', 'café', 'ភ្នំពេញ', 'plain'])(
    'is not seen in %s',
    word => {
      expect(withMarksInPlace(word)).toBe(word)
    },
  )
})

it('compares "hoà" and "hòa" as the same, and "vẻ" and "vẽ", but not "vẽ" and "về"', () => {
  expect(tonesApart('hoà')).toBe(tonesApart('hòa'))
  expect(tonesApart('vẻ')).toBe(tonesApart('vẽ'))
  expect(tonesApart('vẽ')).not.toBe(tonesApart('về'))
})
