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

const plain = /^\p{ASCII}*$/u

/** A word of a text: its folded form and where it stands, in UTF-16 units. */
export interface Token {
  word: string
  start: number
  end: number
}

/** The words of a text in order. Scripts that write no spaces are cut by the engine's dictionary. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu)) {
    if (unspaced.test(match[0])) {
      for (const segment of dictionary().segment(match[0]))
        if (segment.isWordLike) push(segment.segment, match.index + segment.index)
    } else push(match[0], match.index)
  }
  return found

  function push(written: string, start: number) {
    // "Cambodia's" is found by "Cambodia".
    const word = fold(written).replace(/['’]s$/, '')
    if (word) found.push({ word, start, end: start + written.length })
  }
}

const unspaced =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

let segmenter: Intl.Segmenter | undefined
function dictionary(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('km', { granularity: 'word' })
  return segmenter
}
