// Folds the spellings of a word into one: what looks the same, case, accents, digits of other scripts.

import { unified } from './alike/lookalikes.ts'
import { ungrouped } from './alike/numbers.ts'
import { asciiDigits } from './digits.ts'

/** The form in which words are compared. Latin diacritics are removed; Khmer signs belong to the word and stay. */
export const fold = (text: string): string => foldUnified(unified(text))

/**
 * A word as written, but in lowercase, and a number without marks between its groups. It distinguishes "má" from "ma",
 * which fold to the same word.
 */
export const surfaceForm = (written: string): string => surfaceFormOfUnified(unified(written))

/** The same for a text that is unified already: many words are cut from one. */
export function foldUnified(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase()
  return asciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(letters, letter => bareLetters.get(letter) as string)
    .normalize('NFC')
}

export const surfaceFormOfUnified = (text: string): string => {
  const same = ungrouped(text)
  return (
    (asciiOnly.test(same) ? same : same.normalize('NFKC'))
      .toLowerCase()
      // Lets "Cambodia" find "Cambodia's".
      .replace(/'s$/, '')
  )
}

const asciiOnly = /^\p{ASCII}*$/u

/** Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowel signs and the Arabic stroke that only lengthens. */
const marks =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g

/** Letters that Unicode does not decompose, as people type them who do not have the key. */
const bareLetters = new Map(
  [
    ...[
      'æae œoe þth ßss ĳij łl øo ıi ȷj đd ðd ħh ŧt ŋn ĸk əe ɛe ɔo ƶz ȥz ɨi ʉu ɵo ƀb ȼc ɇe ǥg ɉj ɍr ɏy ⱥa ⱦt',
    ],
    ...['ɓb ƈc ɖd ɗd ƒf ɠg ƙk ɲn ƥp ƭt ʋv ƴy ςσ'],
    // Persian and Urdu keyboards have letters of their own that look like the Arabic ones.
    ...['ىي یي کك ہه'],
  ]
    .join(' ')
    .split(' ')
    .map(pair => [pair.slice(0, 1), pair.slice(1)] as const),
)
const letters = new RegExp(`[${[...bareLetters.keys()].join('')}]`, 'g')
