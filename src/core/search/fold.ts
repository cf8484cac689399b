// Brings the spellings of a word together: case, Vietnamese and other Latin diacritics, digits of other scripts.

/** The form in which words are compared. Khmer signs are letters of the word and stay; Latin accents go. */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[\u17e0-\u17e9]/g, digit => String(digit.charCodeAt(0) - 0x17e0))
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x0660))
    .normalize('NFC')
}

/** A word as it is written, but for case: what tells "má" from "ma" where both fold alike. */
export const formOf = (written: string): string =>
  (plain.test(written) ? written : written.normalize('NFC').replace(/[\u200b-\u200d\u2060\ufeff]/g, ''))
    .toLowerCase()
    // "Cambodia's" is found by "Cambodia".
    .replace(/['’]s$/, '')

const plain = /^\p{ASCII}*$/u

/** A word of a text: its folded form and where it stands, in UTF-16 units. */
export interface Token {
  word: string
  start: number
  end: number
}

/** The words of a text in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  eachWord(text, (written, start) => {
    const word = fold(formOf(written))
    if (word) found.push({ word, start, end: start + written.length })
  })
  return found
}

/** Visits the words of a text in order, as written. Scripts without spaces are cut by the engine's dictionary. */
export function eachWord(text: string, visit: (written: string, start: number) => void): void {
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu)) {
    if (unspaced.test(match[0])) {
      for (const segment of dictionary().segment(match[0]))
        if (segment.isWordLike) visit(segment.segment, match.index + segment.index)
    } else visit(match[0], match.index)
  }
}

const unspaced =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

let segmenter: Intl.Segmenter | undefined
function dictionary(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('km', { granularity: 'word' })
  return segmenter
}
