// Brings the spellings of a word together: case, Vietnamese and other Latin diacritics, digits of other scripts.
import { fold, formOf } from './fold.ts'

/** A word of a text: its folded form and where it stands, in UTF-16 units. */
export interface Token {
  word: string
  start: number
  end: number
}

/** The words of a text in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  eachWord(text, (start, end) => {
    const word = fold(formOf(text.slice(start, end)))
    if (word) found.push({ word, start, end })
  })
  return found
}

/** Visits the words of a text in order, each by its start and end. Scripts without spaces are cut by a dictionary. */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text
  for (let at = 0; at < length; ) {
    const start = at
    let unspaced = false
    while (at < length) {
      const unit = text.charCodeAt(at)
      const kind = kinds[unit] || kindOf(text, at)
      if (kind === outside) {
        // "l'Ouest" is one word, and so is "Cambodia's".
        const joins = (unit === 0x27 || unit === 0x2019) && at > start && !unspaced && at + 1 < length
        if (!joins || (kinds[text.charCodeAt(at + 1)] || kindOf(text, at + 1)) !== letter) break
      } else if (kind === unspacedLetter) unspaced = true
      at += kind === twoUnits ? 2 : 1
    }
    if (at === start) at++
    else if (unspaced) {
      for (const { segment, index, isWordLike } of dictionary().segment(text.slice(start, at)))
        if (isWordLike) visit(start + index, start + index + segment.length)
    } else visit(start, at)
  }
}

/** What a UTF-16 unit is to words; 0 in the table where nobody has asked yet. */
const [outside, letter, unspacedLetter, twoUnits] = [1, 2, 3, 4]
const kinds = new Uint8Array(1 << 16)

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) {
    // Without the tables of Unicode, which take a moment to load.
    const isWord = (unit >= 0x30 && unit < 0x3a) || ((unit | 0x20) >= 0x61 && (unit | 0x20) < 0x7b)
    return remember(unit, isWord ? letter : outside)
  }
  // Latin and its marks: × and ÷ are the only ones that are none.
  if ((unit >= 0xc0 && unit < 0x250 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit < 0x1f00))
    return remember(unit, letter)
  const character = String.fromCodePoint(text.codePointAt(at) as number)
  const inWord = /[\p{L}\p{N}\p{M}]/u.test(character)
  const kind = !inWord ? outside : unspacedScripts.test(character) ? unspacedLetter : letter
  return character.length === 2 ? (inWord ? twoUnits : outside) : remember(unit, kind)
}

function remember(unit: number, kind: number): number {
  kinds[unit] = kind
  return kind
}

const unspacedScripts =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether the text may have words that are cut by the dictionary, which takes 12 ms to load. */
export const needsDictionary = (text: string): boolean =>
  /[\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]/.test(text)

let segmenter: Intl.Segmenter | undefined
function dictionary(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('km', { granularity: 'word' })
  return segmenter
}

/**
 * Of short labels in several languages those that could have any of the words typed. The others are not cut into words:
 * for some that would load the dictionary.
 */
export function comparable(labels: readonly string[], typed: string): string[] {
  const all = needsDictionary(typed)
  return labels.filter(label => all || !needsDictionary(label))
}
