// Brings the spellings of a word together: case, Vietnamese and other Latin diacritics, digits of other scripts.

import { asciiDigits } from './digits.ts'

/** The form in which words are compared. Khmer signs are letters of the word and stay; Latin accents go. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return asciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC')
}

/** A word as it is written, but for case: what tells "má" from "ma" where both fold alike. */
export const formOf = (written: string): string =>
  (plain.test(written) ? written : written.normalize('NFC').replace(/[\u200b-\u200d\u2060\ufeff]/g, ''))
    .toLowerCase()
    // "Cambodia's" is found by "Cambodia".
    .replace(/['’]s$/, '')

const plain = /^\p{ASCII}*$/u
