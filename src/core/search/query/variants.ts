// Finds the variants of a typed word: every known word that it may mean, and how likely.

import { isDictionaryWord } from '../../text/words.ts'
import { isConcept } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import {
  accented,
  accentedFormsOf,
  articleCount,
  hasPlainForm,
  hasSurfaceForm,
  knownWord,
  type Segment,
} from '../index/segment.ts'
import { inflections, marksOf, marksOfTelex, withoutTelex } from './inflections.ts'
import { lacksMostWords, misspellingsOf } from './misspellings.ts'
import type { QueryWord } from './query.ts'
import { isWordOfPacks } from './stop-words.ts'

export const variantKinds = [
  'exact',
  'alias',
  'inflected',
  'derived',
  'synonym',
  'begun',
  'joined',
  'split',
  'telex',
  'misspelt',
] as const
/** How a known word became a variant of the typed one. */
export type VariantKind = (typeof variantKinds)[number]

export interface Variant {
  /** The number of a word in the lexicon. */
  word: number
  /** The word that must follow, if one word was typed for two. */
  nextWord?: number
  kind: VariantKind
  /** Whether it replaces the typed word with another. */
  isCorrection: boolean
  /** How likely it is meant: 1 for the word itself. */
  quality: number
  /** How likely it is meant if a neighbour from the query is also next to it in the text. */
  qualityInContext: number
}

/** Measured on the development set, one half for tuning and one for checking: see docs/search.md. */
export const qualities = {
  alias: 0.95,
  inflected: 0.85,
  /** Times how surely the words come from one another. */
  derived: 0.9,
  synonym: 0.25,
  begun: 0.9,
  /** The most that an unfinished word loses; it loses more the more of it is missing. */
  begunPenalty: 0.25,
  /** B52 is B-52 and B 52. */
  letterAndNumber: 0.95,
  joined: 0.85,
  split: 0.85,
  telex: 0.9,
  /** A known word is seldom a misspelling of another; one known only with other accents is more often. */
  misspeltKnown: 0.35,
  misspeltOtherAccents: 0.5,
  /** Short words resemble many others, and on their own must not become another person's name. */
  misspeltShort: 0.6,
}

export interface VariantOptions {
  /** The last word of a query may be unfinished. */
  isUnfinished: boolean
  /** Whether a neighbour in the query is a word with accents, typed or meant. */
  isAmongAccented: boolean
  /** Kinds that are switched off, to measure what each adds. */
  disabled: ReadonlySet<string>
}

/** A quoted word matches only itself. */
export function literalVariants(segment: Segment, { word }: QueryWord): Variant[] {
  const self = knownWord(segment, word)
  if (self < 0) return []
  return [{ word: self, kind: 'exact', isCorrection: false, quality: 1, qualityInContext: 1 }]
}

export function variantsOf(
  { segment, concepts }: SearchIndex,
  typed: QueryWord,
  { isUnfinished, isAmongAccented, disabled }: VariantOptions,
): Variant[] {
  const { word } = typed
  const { words, withPrefix } = segment.lexicon
  const variants: Variant[] = []
  const added = new Set<number>()
  const add = (kind: VariantKind, number: number, own: Pick<Variant, 'quality'> & Partial<Variant>) => {
    if (number < 0 || added.has(number) || disabled.has(kind)) return
    added.add(number)
    variants.push({ word: number, kind, isCorrection: false, qualityInContext: own.quality, ...own })
  }
  const self = knownWord(segment, word)
  const isKnown = self >= 0
  const isKnownWithAccents = isKnown && hasSurfaceForm(segment, typed.form)
  add('exact', self, { quality: 1, isCorrection: !isKnownWithAccents })
  // A word with diacritics is no English one: "năm" is not "named".
  for (const other of typed.form === word ? inflections(word) : [])
    add('inflected', knownWord(segment, other), { quality: qualities.inflected })
  // A year as people say it: "in 79".
  if (!isKnown && /^[3-9]\d$/.test(word))
    add('inflected', knownWord(segment, `19${word}`), { quality: qualities.inflected })
  if (isUnfinished)
    for (const number of mostFrequent(segment, withPrefix(word), MAX_BEGUN)) {
      const missing = (words[number] as string).length - word.length
      const quality = qualities.begun - (qualities.begunPenalty * missing) / (missing + word.length)
      add('begun', number, { quality })
    }
  const [left, right] = atLetterAndNumber(word).map(part => knownWord(segment, part))
  if (left !== undefined && right !== undefined && left >= 0 && right >= 0 && !disabled.has('split')) {
    const [quality, qualityInContext] = [qualities.letterAndNumber, qualities.letterAndNumber]
    variants.push({
      ...{ word: left, nextWord: right, kind: 'split', isCorrection: false, quality, qualityInContext },
    })
  } else if (!isKnown && !isWordOfPacks(word) && !disabled.has('split'))
    for (const [left, right] of halvesOf(segment, word)) {
      const [quality, qualityInContext] = [qualities.split, qualities.split]
      variants.push({
        ...{ word: left, nextWord: right, kind: 'split', isCorrection: true, quality, qualityInContext },
      })
    }

  if (isWordOfPacks(word)) return variants
  const damping = isKnownWithAccents ? qualities.misspeltKnown : isKnown ? qualities.misspeltOtherAccents : 1
  const isSmall = lacksMostWords(segment.lexicon)
  const accentedForms = accentedFormsOf(segment)
  const bare = withoutTelex(word)
  // "tax" is not "ta": the keys must write the marks of a word that the archive has.
  const isTelex =
    bare !== undefined &&
    (!isSmall || accentedForms.get(bare)?.some(form => marksOf(form) === marksOfTelex(word)) === true)
  if (bare && isTelex) {
    const qualityInContext = qualities.telex
    add('telex', knownWord(segment, bare), {
      ...{ quality: qualityInContext * damping, qualityInContext, isCorrection: true },
    })
  }
  const maxEdits =
    /\d/.test(word) || isDictionaryWord(word) || word.length < 3 ? 0 : word.length < 5 || isKnown ? 1 : 2
  if (maxEdits > 0 && !disabled.has('misspelt')) {
    const hasAccents = accented.test(typed.form)
    /**
     * A word typed with accents is no slip for a word that is never written with them. In a small archive, a word
     * typed without them, by itself, is no slip for a word that is always written with them.
     */
    const isOtherLanguage = (other: string) =>
      hasAccents ? !accentedForms.has(other) : isSmall && !isAmongAccented && isAlwaysAccented(segment, other)
    const mayBeMeant = (number: number) => {
      const other = words[number] as string
      if (isLatin(other) !== isLatin(word) || isOtherLanguage(other)) return false
      return !isConcept(other) && (articleCount(segment, number) > 0 || concepts.isNameWord(other))
    }
    const outOfContext = damping * (word.length < 5 && !isKnown ? qualities.misspeltShort : 1)
    const options = { maxEdits, limit: MAX_MISSPELT, likelyOnly: isSmall, mayBeMeant }
    for (const { word: number, quality } of misspellingsOf(segment.lexicon, word, options))
      add('misspelt', number, {
        ...{ quality: quality * outOfContext, qualityInContext: quality, isCorrection: true },
      })
  }
  return variants
}

const isLatin = (word: string) => /^[a-z]/.test(word)

const isAlwaysAccented = (segment: Segment, word: string): boolean =>
  accentedFormsOf(segment).has(word) && !hasPlainForm(segment, word)

/** The letters and the number of a word such as B52 or 7th; empty for other words. */
export const atLetterAndNumber = (word: string): string[] =>
  /^(\p{L}[\p{L}\p{M}]*)(\d+)$|^(\d+)(\p{L}[\p{L}\p{M}]*)$/u.exec(word)?.slice(1).filter(Boolean) ?? []

// Limits on the variants of one word, so that no query takes long.
const MAX_BEGUN = 64
const MAX_MISSPELT = 12
const MAX_SPLIT = 3

function mostFrequent(segment: Segment, [from, to]: [number, number], limit: number): number[] {
  const range = Array.from({ length: to - from }, (_, offset) => from + offset).filter(
    word => articleCount(segment, word) > 0,
  )
  if (range.length <= limit) return range
  return range.sort((a, b) => articleCount(segment, b) - articleCount(segment, a) || a - b).slice(0, limit)
}

/** "kennedytemple" is "kennedy temple": pairs of known words that could make up an unknown one, the likeliest first. */
function halvesOf(segment: Segment, word: string): [left: number, right: number][] {
  const scored: { pair: [number, number]; score: number }[] = []
  for (let at = 2; at <= Math.min(word.length - 2, 32); at++) {
    const pair: [number, number] = [knownWord(segment, word.slice(0, at)), knownWord(segment, word.slice(at))]
    if (pair[0] < 0 || pair[1] < 0) continue
    // Frequent and long halves are likely; short words are found in anything.
    const frequency = Math.log(articleCount(segment, pair[0])) + Math.log(articleCount(segment, pair[1]))
    scored.push({ pair, score: frequency + 2 * Math.min(at, word.length - at) })
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_SPLIT)
    .map(({ pair }) => pair)
}
