// Finds the known words that a misspelt word may mean.

import { editCost, MAX_WORD_UNITS } from '../../text/edit-cost.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Lexicon } from '../index/lexicon.ts'

export interface Misspelling {
  /** The number of the word in the lexicon. */
  word: number
  /** How likely it is meant; the word itself would have 1. */
  quality: number
}

export interface MisspellingOptions {
  maxEdits: number
  limit: number
  /** Leaves out words that are not so alike that one is hardly another word. */
  likelyOnly?: boolean
  /** Tells by its number whether a word may be meant at all. */
  mayBeMeant?: (word: number) => boolean
}

/**
 * The words within `maxEdits` edits, the likeliest first. Every word of similar length is compared by its set of
 * letters, and only those that pass by their edit cost: 25,000 words take a tenth of a millisecond, and no table of
 * misspellings has to be built, saved and kept in memory.
 */
export function misspellingsOf(
  lexicon: Lexicon,
  typed: string,
  { maxEdits, limit, likelyOnly = false, mayBeMeant = () => true }: MisspellingOptions,
): Misspelling[] {
  if (typed.length > MAX_WORD_UNITS) return []
  const { words, letterBits, starts } = letterTableOf(lexicon)
  const typedBits = letterBitsOf(typed)
  const misspellings: Misspelling[] = []
  const maxLength = Math.min(typed.length + maxEdits, MAX_WORD_UNITS)
  for (let length = Math.max(typed.length - maxEdits, 0); length <= maxLength; length++) {
    // One edit removes at most one letter and adds at most one. If lengths differ, some edits can do only one of these.
    const maxMissing = maxEdits - Math.max(length - typed.length, 0)
    const maxAdded = maxEdits - Math.max(typed.length - length, 0)
    const to = starts[length + 1] as number
    for (let at = starts[length] as number; at < to; at++) {
      const bits = letterBits[at] as number
      if (bitCount(typedBits & ~bits) > maxMissing || bitCount(bits & ~typedBits) > maxAdded) continue
      const word = words[at] as number
      const other = lexicon.words[word] as string
      if (other === typed || !mayBeMeant(word)) continue
      const cost = editCost(typed, other, maxEdits)
      if (cost <= maxEdits && (!likelyOnly || isLikelySlip(typed, other, cost)))
        misspellings.push({ word, quality: qualityOf(cost, typed, other) })
    }
  }
  return misspellings.sort((a, b) => b.quality - a.quality || a.word - b.word).slice(0, limit)
}

/**
 * Whether the archive is so small that it lacks most words of its languages. There an unknown word is more often another
 * word than a slip: "youth" is not "south".
 */
export const lacksMostWords = ({ words }: Lexicon): boolean => words.length < MIN_WORDS_OF_LANGUAGE

const MIN_WORDS_OF_LANGUAGE = 20_000

/** Whether two words are so alike that one is hardly another word. Short words have neighbours by chance. */
export function isLikelySlip(typed: string, other: string, cost: number): boolean {
  if (typed.length > 8) return true
  if (typed.length > 6) return cost <= 1
  if (typed[0] !== other[0]) return false
  const isLetterLeftOut = other.length > typed.length
  return cost < 1 || (isLetterLeftOut && cost <= 1)
}

function qualityOf(cost: number, typed: string, other: string): number {
  // People seldom get the first letter wrong, and short words resemble many others.
  const otherFirstLetter = typed[0] === other[0] ? 0 : 0.06
  const shortWord = typed.length <= 4 ? 0.12 : 0
  return Math.max(0.05, 1 - 0.29 * cost - otherFirstLetter - shortWord)
}

/** The words of a lexicon by length, the shortest first, with each word's letters as bits. */
interface LetterTable {
  /** The numbers of the words. */
  words: Uint32Array
  letterBits: Uint32Array
  /** The first index of the words of each length. */
  starts: Uint32Array
}

const letterTableOf = memoByObject((lexicon: Lexicon): LetterTable => {
  const lengths = lexicon.words.map(word => Math.min(word.length, MAX_WORD_UNITS + 1))
  const starts = new Uint32Array(MAX_WORD_UNITS + 3)
  for (const length of lengths) starts[length + 1] = (starts[length + 1] as number) + 1
  for (let length = 0; length <= MAX_WORD_UNITS + 1; length++)
    starts[length + 1] = (starts[length + 1] as number) + (starts[length] as number)
  const next = starts.slice()
  const words = new Uint32Array(lengths.length)
  for (const [word, length] of lengths.entries()) {
    words[next[length] as number] = word
    next[length] = (next[length] as number) + 1
  }
  const letterBits = Uint32Array.from(words, word => letterBitsOf(lexicon.words[word] as string))
  return { words, letterBits, starts }
})

/** A bit for each letter a-z; other characters share the last six bits. */
function letterBitsOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    const bit = code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6)
    bits |= 1 << bit
  }
  return bits >>> 0
}

/** The number of bits that are set. */
function bitCount(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
