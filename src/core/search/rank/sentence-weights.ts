// Weighs the words of a sentence, and its pairs of neighbours, by how rare they are among what may answer.

import { articleCount, inverseFrequency, type Segment } from '../index/segment.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import type { VariantKind } from '../query/variants.ts'
import type { TermCounts } from './closeness.ts'

export interface SentenceWeights {
  /** By term; all add up to 1. */
  words: Float64Array
  /** By term, for the term and the one before it; all add up to 1. */
  pairs: Float64Array
}

/**
 * A word is as rare as its forms with the typed accents: "chính" is much rarer than "chinh" in any spelling. Postings do not
 * tell, so the candidates stand for all articles.
 */
export function sentenceWeights(
  segment: Segment,
  terms: readonly QueryTerm[],
  { counts, isStrict, lightWords }: SentenceEvidence,
): SentenceWeights {
  const words = terms.map(({ typed, variants, isContentWord }, at) => {
    if (typed.isAsking) return 0
    const own = variants.filter(({ kind }) => ownKinds.includes(kind))
    const having = Math.max(
      0,
      ...(own.length > 0 ? own : variants).map(({ word }) => articleCount(segment, word)),
    )
    const inAnyForm = countHaving(counts, ({ frequencies }) => (frequencies[at] as number) > 0)
    const asTyped = countHaving(counts, each => each.asTyped[at] === 1)
    const share = isStrict[at] && inAnyForm > 0 ? asTyped / inAnyForm : 1
    const part = partOfWeight({ isContentWord, isLight: lightWords.includes(at) })
    return inverseFrequency(segment, having * share) ** RARITY_POWER * part
  })
  const pairs = terms.map((_, at) =>
    rarity(
      countHaving(counts, each => (each.pairs[at] as number) > 0.5),
      counts.length,
    ),
  )
  return { words: asShares(words), pairs: asShares(pairs) }
}

/**
 * By term, how rare it is among the sentences that may answer, given as their qualities; all add up to 1. The name that a
 * whole article is about tells its sentences apart no more.
 */
export function weightsAmongSentences(
  terms: readonly QueryTerm[],
  qualities: readonly Float64Array[],
  lightWords: readonly number[],
): Float64Array {
  const weights = terms.map(({ typed, isContentWord }, at) => {
    if (typed.isAsking) return 0
    const having = countHaving(qualities, each => (each[at] as number) > 0.5)
    return (
      rarity(having, qualities.length) * partOfWeight({ isContentWord, isLight: lightWords.includes(at) })
    )
  })
  return asShares(weights)
}

interface SentenceEvidence {
  /** Of every article that may answer. */
  counts: readonly TermCounts[]
  /** Whether each term is meant with exactly its accents. */
  isStrict: readonly boolean[]
  /** The indexes of terms that an answer need not have. */
  lightWords: readonly number[]
}

/** In a sentence that answers, common words of the question count too: below 1, they come nearer to rare ones. */
const RARITY_POWER = 0.85
/** The part of its weight that a word keeps which says little of what is sought. */
const LIGHT_WORD_WEIGHT = 0.5
const STOP_WORD_WEIGHT = 0.4

/** Kinds of variants that are the word itself. */
const ownKinds: readonly VariantKind[] = ['exact', 'inflected', 'alias']

const partOfWeight = ({ isContentWord, isLight }: { isContentWord: boolean; isLight: boolean }): number =>
  !isContentWord ? STOP_WORD_WEIGHT : isLight ? LIGHT_WORD_WEIGHT : 1

/** BM25's inverse frequency, of what `having` of `count` have. */
const rarity = (having: number, count: number): number =>
  Math.log(1 + (count - having + 0.5) / (having + 0.5))

const countHaving = <Each>(list: readonly Each[], test: (each: Each) => boolean): number =>
  list.reduce((sum, each) => sum + Number(test(each)), 0)

function asShares(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return Float64Array.from(weights, weight => (total > 0 ? weight / total : 0))
}
