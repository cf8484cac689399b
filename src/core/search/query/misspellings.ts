// Misspelt words: how dear it is to take one word for another, and which known words may be meant.

import { editCost, MAX_WORD_UNITS } from '../../text/edit-cost.ts'
import type { Lexicon } from '../index/lexicon.ts'

export interface Misspelling {
  /** The number of the word in the lexicon. */
  word: number
  /** 1 would be the word itself. */
  quality: number
}

/** What of the words can be compared at a glance, the shortest words first. */
interface Glances {
  /** The numbers of the words. */
  words: Uint32Array
  /** Their letters as bits. */
  letters: Uint32Array
  /** Where the words of each length begin. */
  starts: Uint32Array
}

const glances = new WeakMap<Lexicon, Glances>()

/**
 * The words within `most` edits, the likeliest first. Every word of like length is glanced at: 25,000 take a tenth of a
 * millisecond, and no table of misspellings has to be built, saved and held.
 */
export function misspellingsOf(
  lexicon: Lexicon,
  typed: string,
  most: number,
  limit: number,
  isMeant: (word: number) => boolean = () => true,
): Misspelling[] {
  if (typed.length > MAX_WORD_UNITS) return []
  const { words, letters, starts } = glancesOf(lexicon)
  const mask = lettersOf(typed)
  const found: Misspelling[] = []
  const longest = Math.min(typed.length + most, MAX_WORD_UNITS)
  for (let length = Math.max(typed.length - most, 0); length <= longest; length++) {
    // An edit takes away one of the letters that a word has, and puts in one; a longer word needs some that only put in.
    const mayLack = most - Math.max(length - typed.length, 0)
    const mayAdd = most - Math.max(typed.length - length, 0)
    const to = starts[length + 1] as number
    for (let at = starts[length] as number; at < to; at++) {
      const has = letters[at] as number
      if (bitsOf(mask & ~has) > mayLack || bitsOf(has & ~mask) > mayAdd) continue
      const word = words[at] as number
      const other = lexicon.words[word] as string
      if (other === typed || !isMeant(word)) continue
      const cost = editCost(typed, other, most)
      if (cost <= most) found.push({ word, quality: qualityOf(cost, typed, other) })
    }
  }
  return found.sort((a, b) => b.quality - a.quality || a.word - b.word).slice(0, limit)
}

function qualityOf(cost: number, typed: string, other: string): number {
  // People seldom miss the first letter, and short words are near to many.
  const first = typed[0] === other[0] ? 0 : 0.06
  const short = typed.length <= 4 ? 0.12 : 0
  return Math.max(0.05, 1 - 0.29 * cost - first - short)
}

function glancesOf(lexicon: Lexicon): Glances {
  let made = glances.get(lexicon)
  if (!made) {
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
    made = {
      words,
      letters: Uint32Array.from(words, word => lettersOf(lexicon.words[word] as string)),
      starts,
    }
    glances.set(lexicon, made)
  }
  return made
}

/** How many bits are set. */
function bitsOf(value: number): number {
  const pairs = value - ((value >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function lettersOf(word: string): number {
  let mask = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    const bit = code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6)
    mask |= 1 << bit
  }
  return mask >>> 0
}
