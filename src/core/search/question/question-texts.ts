// Makes a question searchable for phrases: by words, and by characters where the script has no spaces.

import { isDictionaryWord, needsDictionary } from '../../text/words.ts'
import type { PhraseMatch, PhraseText } from './phrase-patterns.ts'

export interface QuestionToken {
  /** In lowercase, with its diacritics. */
  form: string
  /** Folded. */
  word: string
  /** Its position in the query's text, in UTF-16 units. */
  start: number
  end: number
  /** In quotation marks, so that it is meant as it stands. */
  isQuoted: boolean
}

/** A text in which phrases are sought, with the words that a place belongs to. */
export interface QuestionText extends PhraseText {
  /** The indexes of the words from one place up to another. */
  wordsBetween(from: number, to: number): number[]
  /** The place where a word begins. */
  placeOf(word: number): number
}

export interface CharacterText extends QuestionText {
  /** The position of a place in the typed text. */
  unitAt(place: number): number
}

/** The longest gap in a phrase such as "what did … say". */
const MAX_GAP_WORDS = 9
const MAX_GAP_UNITS = 60

/** `typed` is the text in which the words stand. */
export function textOfWords(words: readonly QuestionToken[], typed = ''): QuestionText {
  return {
    from: 0,
    to: words.length,
    after(literal, at) {
      const typed = words[at]
      if (!typed || typed.isQuoted) return -1
      const isSame = typed.form === literal.form || (typed.form === typed.word && typed.word === literal.word)
      return isSame ? at + 1 : -1
    },
    beginsClause: at => /[,;:]|[.!?…]\s/.test(typed.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0)),
    mayStand: () => true,
    mayCut: () => true,
    keyAt: at => words[at]?.word ?? '',
    gapEnds(at) {
      const count = Math.min(MAX_GAP_WORDS, words.length - at - 1)
      return Array.from({ length: Math.max(0, count) }, (_, index) => at + index + 1)
    },
    wordsBetween: (from, to) => Array.from({ length: to - from }, (_, index) => from + index),
    placeOf: word => word,
  }
}

/** The indexes of the words that a phrase was found in, without those in its gaps. */
export const wordsCovered = ({ covered }: PhraseMatch<unknown>, text: QuestionText): number[] =>
  covered.flatMap(([from, to]) => text.wordsBetween(from, to))

/** Joins words between which the dictionary cut, because it may cut the same characters in another way elsewhere. */
export function textOfCharacters(words: readonly QuestionToken[]): CharacterText {
  const starts: number[] = []
  let text = ''
  for (const { word, isQuoted } of words) {
    const isUnspaced = needsDictionary(word) && !isQuoted
    // Other words are a place that no phrase has.
    if (!isUnspaced && text !== '') text += OTHER_WORD
    starts.push(text.length)
    text += isUnspaced ? word : OTHER_WORD
  }
  starts.push(text.length)
  const cuts = new Set(starts)
  return {
    from: 0,
    to: text.length,
    after({ word }, at) {
      return needsDictionary(word) && text.startsWith(word, at) ? at + word.length : -1
    },
    beginsClause: () => false,
    mayStand: (from, to) => isWholeWord(text, [from, to], cuts),
    mayCut(place) {
      if (cuts.has(place)) return true
      const word = words[starts.findLastIndex(start => start <= place)]
      return !dependent.test(text[place] ?? '') && !isDictionaryWord(word?.word ?? '')
    },
    keyAt: at => text[at] ?? '',
    gapEnds: at => starts.filter(start => start > at && start <= at + MAX_GAP_UNITS),
    wordsBetween: (from, to) =>
      words.flatMap((_, index) => {
        const [start, end] = [starts[index] as number, starts[index + 1] as number]
        return Math.min(end, to) - Math.max(start, from) > (end - start) / 2 ? [index] : []
      }),
    placeOf: word => starts[word] as number,
    unitAt(place) {
      const at = starts.findLastIndex((start, index) => start <= place && index < words.length)
      const { start, end } = words[at] as QuestionToken
      return Math.min(end, start + place - (starts[at] as number))
    },
  }
}

const OTHER_WORD = '\u0000'

/** Whether characters are whole syllables, and if they are few, words of the dictionary: "ណា" is no part of "វៀតណាម". */
function isWholeWord(
  text: string,
  [from, to]: readonly [number, number],
  cuts: ReadonlySet<number>,
): boolean {
  if (to - from < MIN_UNITS_WITHIN_WORDS) return cuts.has(from) && cuts.has(to)
  return text[from - 1] !== COENG && !dependent.test(text[to] ?? '')
}

const MIN_UNITS_WITHIN_WORDS = 4
/** Joins a subscript to the letter before it. */
const COENG = '\u17d2'
/** Khmer signs that belong to the letter before them. */
const dependent = /[\u17b4-\u17d3\u17dd]/
