// Turns a query into terms: each typed word with its weight and its variants, alone or with its neighbours.

import type { SearchIndex } from '../index/search-index.ts'
import {
  accented,
  accentedFormsOf,
  articleCount,
  inverseFrequency,
  knownWord,
  type Segment,
} from '../index/segment.ts'
import type { Query, QueryWord } from './query.ts'
import { addRelatedWords } from './related.ts'
import { isStopWord, isWordOfPacks } from './stop-words.ts'
import {
  atLetterAndNumber,
  literalVariants,
  qualities,
  type Variant,
  type VariantKind,
  variantsOf,
} from './variants.ts'

export interface QueryTerm {
  typed: QueryWord
  /** Variants without a correction first; within each kind the likeliest first. */
  variants: Variant[]
  /** The term's share of the query's weight; all shares add up to 1. Rare words weigh more. */
  share: number
  /** Not a question word such as "what". */
  isContentWord: boolean
}

/** `disabled` has kinds of variants that are switched off, to measure what each adds. */
export function queryTermsOf(index: SearchIndex, query: Query, disabled: ReadonlySet<string>): QueryTerm[] {
  const { segment } = index
  const quoted = new Set(
    query.phrases.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  const accentedForms = accentedFormsOf(segment)
  const isAccented = query.words.map(({ form, word }) => accented.test(form) || accentedForms.has(word))
  const isAmongAccented = (at: number) => isAccented.some((each, other) => each && other !== at)
  // In a sentence a known word is meant as it stands: what resembles it would only add noise.
  const isSaid = isSentence(query)
  const disabledIfKnown = isSaid ? new Set([...disabled, ...guessedKinds]) : disabled
  // And "the" is not "thing".
  const disabledIfLight = isSaid ? new Set([...disabledIfKnown, 'inflected']) : disabled
  const variantsAt = (typed: QueryWord, at: number): Variant[] => {
    if (typed.isAsking) return []
    if (quoted.has(at)) return literalVariants(segment, typed)
    return variantsOf(index, typed, {
      isUnfinished: query.isLastWordOpen && at === query.words.length - 1,
      isAmongAccented: isAmongAccented(at),
      disabled: isStopWord(typed.word)
        ? disabledIfLight
        : knownWord(segment, typed.word) < 0
          ? disabled
          : disabledIfKnown,
    })
  }
  const terms = query.words.map((typed, at): QueryTerm => {
    const variants = variantsAt(typed, at)
    return { typed, variants: byLikelihood(variants), share: 0, isContentWord: false }
  })
  const unquoted = terms.map((term, at) => (quoted.has(at) || term.typed.isAsking ? undefined : term))
  if (!disabled.has('joined')) addJoinedWords(segment, unquoted)
  if (!disabled.has('alias')) addNames(index, unquoted)
  addRelatedWords(index, unquoted, {
    ...{ isSentence: isSaid, disabled },
    isSought: at => !isStopWord(query.words[at]?.word ?? '') && !query.question?.lightWords.includes(at),
  })
  for (const term of terms) byLikelihood(term.variants)
  weigh(segment, terms, quoted)
  for (const { variants } of terms) variants.sort((a, b) => Number(a.isCorrection) - Number(b.isCorrection))
  return terms
}

/**
 * Whether the words are said as a sentence rather than typed as key words: a question, or more words than anybody types to
 * find something. An article need not have most of them then.
 */
export const isSentence = ({ question, text, words }: Query): boolean =>
  question !== undefined ||
  /[?？]\s*$/.test(text) ||
  words.filter(({ word }) => !isStopWord(word)).length > MAX_KEY_WORDS

/** Vietnamese words are counted by the syllable. */
const MAX_KEY_WORDS = 7

const guessedKinds: readonly VariantKind[] = ['begun', 'telex', 'misspelt']

const byLikelihood = (variants: Variant[]) => variants.sort((a, b) => b.quality - a.quality)

/** "alte red" is "altered": if two neighbours make a known word together, both may mean it. */
function addJoinedWords(segment: Segment, terms: readonly (QueryTerm | undefined)[]): void {
  for (const [at, right] of terms.entries()) {
    const left = terms[at - 1]
    if (!left || !right) continue
    const word = knownWord(segment, left.typed.word + right.typed.word)
    if (word < 0) continue
    // B 52 is B52, and no correction.
    const isCorrection = atLetterAndNumber(left.typed.word + right.typed.word).length === 0
    const quality = isCorrection ? qualities.joined : qualities.letterAndNumber
    for (const { variants } of [left, right])
      variants.push({ word, kind: 'joined', isCorrection, quality, qualityInContext: quality })
  }
}

/** Words that spell a name match all its spellings, even if misspelt: "Kampuchia" is Kampuchea is Cambodia. */
function addNames({ segment, concepts }: SearchIndex, terms: readonly (QueryTerm | undefined)[]): void {
  const { words, find } = segment.lexicon
  const asTyped = terms.map(term => term?.typed.word ?? '')
  const corrected = terms.map((term, at) => words[term?.variants[0]?.word ?? -1] ?? asTyped[at] ?? '')
  for (const list of [asTyped, corrected])
    for (let at = 0; at < list.length; at++) {
      const name = concepts.conceptAt(list, at)
      const word = name ? find(name.concept) : -1
      if (!name || word < 0) continue
      for (const term of terms.slice(at, at + name.length)) {
        if (!term || term.variants.some(variant => variant.word === word)) continue
        // The spelling is as likely as the word that it was read from.
        const source = list === asTyped ? undefined : term.variants[0]
        term.variants.push({
          word,
          kind: 'alias',
          isCorrection: list !== asTyped && source?.isCorrection !== false,
          quality: qualities.alias * (source?.quality ?? 1),
          qualityInContext: qualities.alias * (source?.qualityInContext ?? 1),
        })
      }
    }
}

/** Stop words weigh little, unless there are no other words or they are part of a name. */
function weigh(segment: Segment, terms: readonly QueryTerm[], quoted: ReadonlySet<number>): void {
  for (const [at, term] of terms.entries())
    term.isContentWord =
      !term.typed.isAsking &&
      (quoted.has(at) ||
        !isStopWord(term.typed.word) ||
        term.variants.some(({ kind, isCorrection }) => kind === 'alias' && !isCorrection))
  const hasContentWords = terms.some(term => term.isContentWord)
  const weights = terms.map(({ typed, isContentWord, variants }) => {
    // A month that no article has is no reason to find nothing.
    if (typed.isAsking || (variants.length === 0 && isWordOfPacks(typed.word))) return 0
    const rarity = inverseFrequency(segment, expectedArticleCount(segment, variants))
    return rarity * (isContentWord || !hasContentWords ? 1 : STOP_WORD_WEIGHT)
  })
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [at, term] of terms.entries()) term.share = total > 0 ? (weights[at] as number) / total : 0
  if (!hasContentWords) for (const term of terms) term.isContentWord = !term.typed.isAsking
}

/**
 * The approximate number of articles with the likeliest variant. An unfinished word is in all articles that have a word
 * beginning with it.
 */
function expectedArticleCount(segment: Segment, variants: readonly Variant[]): number {
  const begun = variants.filter(({ kind }) => kind === 'begun')
  const [first] = variants
  if (!first) return 0
  const count = Math.min(
    articleCount(segment, first.word),
    articleCount(segment, first.nextWord ?? first.word),
  )
  return begun.reduce((sum, { word }) => sum + articleCount(segment, word), begun.includes(first) ? 0 : count)
}

/** The part of its weight that a stop word keeps. */
const STOP_WORD_WEIGHT = 0.3
