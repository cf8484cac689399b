// Folds the spellings of a word into one: case, Vietnamese and other Latin diacritics, digits of other scripts.

import { asciiDigits } from './digits.ts'

/** The form in which words are compared. Latin diacritics are removed; Khmer signs belong to the word and stay. */
export function fold(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase()
  return asciiDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('đ', 'd')
    .normalize('NFC')
}

/** A word as written, but in lowercase. It distinguishes "má" from "ma", which fold to the same word. */
export const surfaceForm = (written: string): string =>
  (asciiOnly.test(written) ? written : written.normalize('NFC').replace(/[\u200b-\u200d\u2060\ufeff]/g, ''))
    .toLowerCase()
    // Lets "Cambodia" find "Cambodia's".
    .replace(/['’]s$/, '')

const asciiOnly = /^\p{ASCII}*$/u
