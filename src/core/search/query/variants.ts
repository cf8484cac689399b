// What one typed word may stand for: every known word it may mean, and how surely.
import { isConcept } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { articleCount, hasForm, knownWord, type Segment } from '../index/segment.ts'
import { inflections, withoutTelex } from './inflections.ts'
import { misspellingsOf } from './misspellings.ts'
import type { QueryWord } from './query.ts'

export const variantKinds = [
  'exact',
  'alias',
  'inflected',
  'begun',
  'joined',
  'split',
  'telex',
  'misspelt',
] as const
/** How a typed word came to stand for a known one. */
export type VariantKind = (typeof variantKinds)[number]

export interface Variant {
  /** The number of a word in the lexicon. */
  word: number
  /** The word that must follow, where one was typed for two. */
  nextWord?: number
  kind: VariantKind
  /** Not a correction of what was typed. */
  sure: boolean
  /** How likely it is meant: 1 for the word itself. */
  quality: number
  /** How likely it is meant where the word typed beside it stands beside it in the text too. */
  qualityInContext: number
}

/** Measured on the development set, half of it to tune and half to check: see docs/search.md. */
export const qualities = {
  inflected: 0.85,
  begun: 0.9,
  /** What is still to be typed makes a word less likely, at most by this. */
  begunLess: 0.25,
  split: 0.85,
  telex: 0.9,
  /** A known word is seldom another one misspelt; one known only with other accents more often. */
  otherThanKnown: 0.35,
  otherThanAccents: 0.5,
  /** Short words are near to many: alone they must not become another person's name. */
  shortAlone: 0.6,
}

export interface Reading {
  /** The last word of a query that ends with it may be unfinished. */
  unfinished: boolean
  /** Ways that are switched off, to measure what each adds. */
  without: ReadonlySet<string>
}

/** A word in quotation marks stands for itself. */
export function literally(segment: Segment, { word }: QueryWord): Variant[] {
  const self = knownWord(segment, word)
  return self < 0 ? [] : [{ word: self, kind: 'exact', sure: true, quality: 1, qualityInContext: 1 }]
}

export function variantsOf(
  { segment, concepts }: SearchIndex,
  typed: QueryWord,
  { unfinished, without }: Reading,
): Variant[] {
  const { word } = typed
  const { words, beginning } = segment.lexicon
  const variants: Variant[] = []
  const met = new Set<number>()
  const add = (kind: VariantKind, number: number, quality: number, among = quality, sure = true) => {
    if (number < 0 || met.has(number) || without.has(kind)) return
    met.add(number)
    variants.push({ word: number, kind, sure, quality, qualityInContext: among })
  }
  const self = knownWord(segment, word)
  const isKnown = self >= 0
  const accentsAgree = isKnown && hasForm(segment, typed.form)
  add('exact', self, 1, 1, accentsAgree)
  for (const other of inflections(word)) add('inflected', knownWord(segment, other), qualities.inflected)
  if (unfinished)
    for (const number of mostFrequent(segment, beginning(word), mostBegun)) {
      const rest = (words[number] as string).length - word.length
      add('begun', number, qualities.begun - (qualities.begunLess * rest) / (rest + word.length))
    }
  if (!isKnown && !without.has('split'))
    for (const [left, right] of halvesOf(segment, word)) {
      const quality = qualities.split
      variants.push({
        word: left,
        nextWord: right,
        kind: 'split',
        sure: false,
        quality,
        qualityInContext: quality,
      })
    }

  const damp = accentsAgree ? qualities.otherThanKnown : isKnown ? qualities.otherThanAccents : 1
  const bare = withoutTelex(word)
  if (bare) add('telex', knownWord(segment, bare), qualities.telex * damp, qualities.telex, false)
  const edits = /\d/.test(word) || word.length < 3 ? 0 : word.length < 5 || isKnown ? 1 : 2
  if (edits > 0 && !without.has('misspelt')) {
    const isWord = (number: number) => {
      const other = words[number] as string
      return !isConcept(other) && (articleCount(segment, number) > 0 || concepts.isNameWord(other))
    }
    const alone = damp * (word.length < 5 && !isKnown ? qualities.shortAlone : 1)
    for (const { word: number, quality } of misspellingsOf(
      segment.lexicon,
      word,
      edits,
      mostMisspelt,
      isWord,
    ))
      add('misspelt', number, quality * alone, quality, false)
  }
  return variants
}

/** Bounds on what one word may stand for, so that no query can take long. */
const mostBegun = 64
const mostMisspelt = 12
const mostHalves = 3

function mostFrequent(segment: Segment, [from, to]: [number, number], limit: number): number[] {
  const range = Array.from({ length: to - from }, (_, offset) => from + offset).filter(
    word => articleCount(segment, word) > 0,
  )
  if (range.length <= limit) return range
  return range.sort((a, b) => articleCount(segment, b) - articleCount(segment, a) || a - b).slice(0, limit)
}

/** "kennedytemple" is "kennedy temple": the two known words that an unknown one may be made of, the likeliest first. */
function halvesOf(segment: Segment, word: string): [left: number, right: number][] {
  const found: { pair: [number, number]; score: number }[] = []
  for (let at = 2; at <= Math.min(word.length - 2, 32); at++) {
    const pair: [number, number] = [knownWord(segment, word.slice(0, at)), knownWord(segment, word.slice(at))]
    if (pair[0] < 0 || pair[1] < 0) continue
    // Frequent halves are likely, and long ones; short words are found in anything.
    const frequency = Math.log(articleCount(segment, pair[0])) + Math.log(articleCount(segment, pair[1]))
    found.push({ pair, score: frequency + 2 * Math.min(at, word.length - at) })
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, mostHalves)
    .map(({ pair }) => pair)
}
