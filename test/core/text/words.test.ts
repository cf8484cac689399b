// Checks where words begin and end where scripts meet.

import { expect, it } from 'vitest'
import { tokens } from '../../../src/core/text/words.ts'

const wordsOf = (text: string) => tokens(text).map(({ word }) => word)

it.each([
  ['AKPជាអី', ['akp', 'ជា', 'អី']],
  ['អត្ថបទVOVworldឈ្មោះ', ['អត្ថបទ', 'vovworld', 'ឈ្មោះ']],
  ['កោះថ្មX16', ['កោះ', 'ថ្ម', 'x16']],
  ['ឆ្នាំ1979', ['ឆ្នាំ', '1979']],
  ['ឆ្នាំ១៩៧៩', ['ឆ្នាំ', '1979']],
  ['1,000នាក់', ['1000', 'នាក់']],
  ['東京Tower', ['東京', 'tower']],
  ['東京Tōwā2', ['東京', 'towa2']],
])('a Latin word or a number that touches a script without spaces is a word: %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

it('is the same word with or without a space', () => {
  for (const text of ['AKPជា', 'សាកលវិទ្យាល័យYale', 'ASEANនិងកម្ពុជា'])
    expect(wordsOf(text)).toEqual(
      wordsOf(text.replace(/(?<=\p{Script=Khmer})(?=\p{ASCII})|(?<=\p{ASCII})(?=\p{Script=Khmer})/u, ' ')),
    )
})
