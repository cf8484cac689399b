// Cuts a text into words; scripts without spaces are cut by the engine's dictionary.

import { unifiedWordsWithPlaces } from './alike/lookalikes.ts'
import { eachPart, isGroupMark } from './alike/numbers.ts'
import { foldUnified, surfaceFormOfUnified } from './fold.ts'

/** A word of a text: its folded form, and its place in UTF-16 units. */
export interface Token {
  word: string
  start: number
  end: number
}

export interface TextWord extends Token {
  /** As written in the text, but in lowercase. */
  form: string
}

/** The words of a text in order. */
export function tokens(text: string): TextWord[] {
  const list: TextWord[] = []
  const unified = unifiedWordsWithPlaces(text)
  eachWord(unified.text, (start, end) => {
    const form = surfaceFormOfUnified(unified.text.slice(start, end))
    const word = foldUnified(form)
    if (word) list.push({ word, form, start: unified.startOf(start), end: unified.endOf(end) })
  })
  return list
}

/**
 * Calls `visit` with the start and end of each word, in order. The text must be as `unified` or `unifiedWords` returns it, or the same
 * word would be cut in two ways.
 */
export function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text
  for (let at = 0; at < length; ) {
    const start = at
    let isUnspaced = false
    while (at < length) {
      const unit = text.charCodeAt(at)
      const unitClass = unitClasses[unit] || classAt(text, at)
      if (unitClass === OUTSIDE) {
        // "l'Ouest" is one word, and so is "Cambodia's".
        const mayJoin = unit === 0x27 && at > start && !isUnspaced && at + 1 < length
        if (
          (!mayJoin || (unitClasses[text.charCodeAt(at + 1)] || classAt(text, at + 1)) !== LETTER) &&
          (at === start || !isGroupMark(text, start, at))
        )
          break
      } else if (unitClass === UNSPACED_LETTER) isUnspaced = true
      at += unitClass === SURROGATE_PAIR ? 2 : 1
    }
    if (at === start) at++
    else if (isUnspaced)
      // The dictionary would leave digits and Latin letters in one word with what stands before them.
      eachPart(text.slice(start, at), part => {
        const from = start + part.start
        if (part.isWord) visit(from, start + part.end)
        else
          for (const { segment, index, isWordLike } of dictionary().segment(
            text.slice(from, start + part.end),
          ))
            if (isWordLike) visit(from + index, from + index + segment.length)
      })
    else visit(start, at)
  }
}

// The class of a UTF-16 unit. In the table, 0 means not looked up yet.
const OUTSIDE = 1
const LETTER = 2
const UNSPACED_LETTER = 3
const SURROGATE_PAIR = 4
const unitClasses = new Uint8Array(1 << 16)

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit < 0x80) {
    // ASCII, without Unicode's tables, which take a moment to load.
    const isInWord = (unit >= 0x30 && unit < 0x3a) || ((unit | 0x20) >= 0x61 && (unit | 0x20) < 0x7b)
    return remember(unit, isInWord ? LETTER : OUTSIDE)
  }
  // Latin with diacritics, in which only × and ÷ are not letters.
  if ((unit >= 0xc0 && unit < 0x250 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x1e00 && unit < 0x1f00))
    return remember(unit, LETTER)
  const character = String.fromCodePoint(text.codePointAt(at) as number)
  const isInWord = /[\p{L}\p{N}\p{M}]/u.test(character)
  const unitClass = !isInWord ? OUTSIDE : unspacedScripts.test(character) ? UNSPACED_LETTER : LETTER
  // A class belongs to a whole character, and the first half of a surrogate pair begins several.
  return character.length === 2 ? (isInWord ? SURROGATE_PAIR : OUTSIDE) : remember(unit, unitClass)
}

function remember(unit: number, unitClass: number): number {
  unitClasses[unit] = unitClass
  return unitClass
}

const unspacedScripts =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whether some words of the text need the dictionary to be cut, which takes 12 ms to load. */
export const needsDictionary = (text: string): boolean =>
  /[\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]/.test(text)

/**
 * Whether the dictionary has a word of a script without spaces. The engine does not say so, but it cuts a word that is
 * written twice in the middle only if it knows the word.
 */
export function isDictionaryWord(word: string): boolean {
  if (!needsDictionary(word)) return false
  const [, second, third] = dictionary().segment(word + word)
  return second?.index === word.length && third === undefined
}

let segmenter: Intl.Segmenter | undefined
function dictionary(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('km', { granularity: 'word' })
  return segmenter
}

/**
 * The labels, in several languages, that could share a word with the typed text. The others are not cut into words,
 * because some would load the dictionary for nothing.
 */
export function labelsComparableWith(typed: string, labels: readonly string[]): string[] {
  const withDictionary = needsDictionary(typed)
  return labels.filter(label => withDictionary || !needsDictionary(label))
}
