// Misspelt words: how dear it is to take one word for another, and which known words may be meant.
import type { Lexicon } from './shelf.ts'

export interface Likely {
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
export function likeliest(
  lexicon: Lexicon,
  typed: string,
  most: number,
  limit: number,
  isMeant: (word: number) => boolean = () => true,
): Likely[] {
  if (typed.length > longestWord) return []
  const { words, letters, starts } = glancesOf(lexicon)
  const mask = lettersOf(typed)
  const found: Likely[] = []
  const longest = Math.min(typed.length + most, longestWord)
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
      const cost = typingCost(typed, other, most)
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
    const lengths = lexicon.words.map(word => Math.min(word.length, longestWord + 1))
    const starts = new Uint32Array(longestWord + 3)
    for (const length of lengths) starts[length + 1] = (starts[length + 1] as number) + 1
    for (let length = 0; length <= longestWord + 1; length++)
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

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/** For each letter, the letters beside it on the keyboard and those that sound alike, as bits. */
const easy = new Uint32Array(128)
// Each row stands half a key to the right of the one above it.
for (const [y, row] of rows.entries())
  for (const [x, letter] of [...row].entries())
    for (const [otherY, other] of rows.entries())
      for (const [otherX, neighbour] of [...other].entries())
        if (
          letter !== neighbour &&
          Math.abs(y - otherY) <= 1 &&
          Math.abs(x + y / 2 - otherX - otherY / 2) <= 1
        )
          mark(letter, neighbour)
for (const pair of 'ck cs sz sx iy ln gj vw ae ei ou ao ai eo mn td bp fv qk dr uw'.split(' ')) {
  const [a = '', b = ''] = pair
  mark(a, b)
  mark(b, a)
}

function mark(a: string, b: string) {
  const code = a.charCodeAt(0)
  easy[code] = (easy[code] as number) | (1 << (b.charCodeAt(0) - 97))
}

/** What edits cost that are easily made: a key beside the right one, two letters swapped, a letter doubled. */
const easyCost = { change: 0.8, swap: 0.75, twice: 0.6, slip: 0.9 }

const isEasy = (a: number, b: number) =>
  a < 128 && b >= 97 && b <= 122 && ((easy[a] as number) & (1 << (b - 97))) !== 0

/** Longer words are not compared. */
export const longestWord = 32
/** A row with all the columns there may be: a word with some letters too few. */
const width = longestWord + 8
const costs = new Float64Array(width * 3)
const edits = new Uint8Array(width * 3)

/**
 * What it costs to type the first word where the second was meant: 1 for an edit, less for an easy one. Above `most`
 * edits, easy or not (optimal string alignment), it is Infinity, and so it is for words above 32 UTF-16 units. `most` is
 * at most 7.
 */
export function typingCost(typed: string, meant: string, most: number): number {
  if (typed.length > longestWord || Math.abs(typed.length - meant.length) > most)
    return Number.POSITIVE_INFINITY
  const columns = meant.length
  for (let column = 0; column <= columns; column++) {
    costs[column] = column
    edits[column] = column
  }
  let last = 0
  let beforeLast = 2 * width
  for (let row = 1; row <= typed.length; row++) {
    const current = (row % 3) * width
    const letter = typed.charCodeAt(row - 1)
    const before = row > 1 ? typed.charCodeAt(row - 2) : 0
    costs[current] = row
    edits[current] = row
    let least = row
    const from = Math.max(1, row - most)
    const to = Math.min(columns, row + most)
    if (from > 1) {
      costs[current + from - 1] = 99
      edits[current + from - 1] = 99
    }
    for (let column = from; column <= to; column++) {
      const other = meant.charCodeAt(column - 1)
      const otherBefore = column > 1 ? meant.charCodeAt(column - 2) : 0
      let edit = 0
      let cost = 0
      if (letter === other) {
        edit = edits[last + column - 1] as number
        cost = costs[last + column - 1] as number
      } else {
        edit = (edits[last + column - 1] as number) + 1
        cost = (costs[last + column - 1] as number) + (isEasy(letter, other) ? easyCost.change : 1)
      }
      // A letter too many: the upper row holds nothing beyond its own band.
      if (column < row + most) {
        edit = Math.min(edit, (edits[last + column] as number) + 1)
        const twice =
          letter === before
            ? easyCost.twice
            : isEasy(letter, other) || isEasy(letter, before)
              ? easyCost.slip
              : 1
        cost = Math.min(cost, (costs[last + column] as number) + twice)
      }
      edit = Math.min(edit, (edits[current + column - 1] as number) + 1)
      cost = Math.min(
        cost,
        (costs[current + column - 1] as number) + (other === otherBefore ? easyCost.twice : 1),
      )
      if (row > 1 && column > 1 && letter === otherBefore && before === other) {
        edit = Math.min(edit, (edits[beforeLast + column - 2] as number) + 1)
        cost = Math.min(cost, (costs[beforeLast + column - 2] as number) + easyCost.swap)
      }
      edits[current + column] = edit
      costs[current + column] = cost
      if (edit < least) least = edit
    }
    if (least > most) return Number.POSITIVE_INFINITY
    beforeLast = last
    last = current
  }
  return (edits[last + columns] as number) <= most
    ? (costs[last + columns] as number)
    : Number.POSITIVE_INFINITY
}
