// Counts the columns that a text takes in a terminal, by the rule of wcwidth, which terminals share.

import { eastAsianWidth } from 'get-east-asian-width'

/** The columns of a text without line breaks or escape codes. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (zeroWidth.test(character) && character !== '\u00ad') continue
    width += eastAsianWidth(character.codePointAt(0) as number)
  }
  return width
}

/**
 * Marks above and below a character, format characters, and the vowels and finals of a Hangul syllable take no column.
 * The soft hyphen is a format character too, but terminals show it.
 */
const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff\ud7b0-\ud7ff]/u
