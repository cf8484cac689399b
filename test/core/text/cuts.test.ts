// Checks that texts are cut only before whole characters, as people see them.

import { expect, it } from 'vitest'
import { sentenceCuts, startWithin } from '../../../src/core/text/cuts.ts'

const family = '👨‍👩‍👧'
const khmer = 'ក្រុម'

it.each([
  ['shorter than the limit', 'abc', 5, 'abc'],
  ['of plain letters', 'abcdef', 4, 'abcd'],
  ['with a character of several code points at the limit', `abc${family}`, 5, 'abc'],
  ['with such a character that ends at the limit', `abc${family}d`, 3 + family.length, `abc${family}`],
  ['in Khmer, whose marks belong to the letter before', khmer, 2, ''],
  ['that begins with a character longer than the limit', family, 3, ''],
])('the start of a text %s', (_, text, maxUnits, start) => {
  expect(startWithin(text, maxUnits)).toBe(start)
})

it.each([
  'The town fell to Brig. Gen. Arthur White. |Nobody slept.',
  'Theo GS.TS. An nói. |Họ nghe.',
  'The inn (est. 1902) was burnt. |It rained.',
  'គាត់ទិញអង្ករ ទឹក ។ល។ ពីផ្សារ។ |យើងនៅផ្ទះ។',
])('a message is cut between sentences, not after an abbreviation: %s', text => {
  const whole = text.replaceAll('|', '')
  expect(
    sentenceCuts(whole)
      .map((at, index, cuts) => whole.slice(at, cuts[index + 1]))
      .join('|'),
  ).toBe(text)
})
