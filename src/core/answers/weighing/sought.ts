// Weighs the words of a question: how much of what is sought each of them says.

import { isConcept } from '../../search/index/concepts.ts'
import { articleCount, type Segment } from '../../search/index/segment.ts'
import { type QueryTerm, queryTermsOf } from '../../search/query/query-terms.ts'
import { type Matches, matchesFor } from '../../search/rank/matches.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Asked } from '../finding.ts'
import { type WordMatcher, wordMatcher } from './matcher.ts'
import { type UseQuality, useQualityFor } from './qualities.ts'
import { isProperName } from './text-words.ts'
import { wordUnitsOf } from './units.ts'

export interface SoughtWords extends WordMatcher {
  /** By the index of the query's word; all add up to 1. 0: it only asks. */
  shares: readonly number[]
  /** The indexes of words that mean one thing together: a name, a phrase. */
  units: readonly (readonly number[])[]
  /** The part of `shares` that is of words other than names. */
  sharesOfWords: readonly number[]
  /** The indexes of words that nearly all articles have: the country that they are about. */
  common: readonly number[]
  /** The indexes of words that no article has in any form. */
  unknown: readonly number[]
  useQuality: UseQuality
}

/** The articles that the question finds; they are ranked once for all that looks into them. */
export const articlesFound = memoByObject(
  ({ index, query, language }: Asked): Matches => matchesFor(index, query, language),
)

export const soughtWordsOf = memoByObject((asked: Asked): SoughtWords => {
  const { query, question, index } = asked
  const { segment, concepts } = index
  const found = articlesFound(asked).terms
  // Articles found by their characters come without terms.
  const terms = found.length > 0 ? found : queryTermsOf(index, query, new Set())
  const counts = query.words.map(typed =>
    countOf(
      segment,
      terms.find(term => term.typed === typed),
    ),
  )
  const names = concepts.annotate(query.words).filter(({ word }) => isProperName(concepts, word))
  const isOfName = (at: number) =>
    names.some(
      ({ start, end }) =>
        start <= (query.words[at]?.start ?? -1) && end >= (query.words[at]?.end ?? Infinity),
    )
  const { lightWords, judgingWords = [] } = question
  const units = wordUnitsOf(asked)
  const isJudged = units.some(
    unit =>
      !unit.every(at => judgingWords.includes(at) || isOfName(at)) &&
      !(unit.length === 1 && unit.every(at => lightWords.includes(at))),
  )
  const isLight = (at: number) => lightWords.includes(at) || (isJudged && judgingWords.includes(at))
  const weights = query.words.map(() => 0)
  for (const unit of units) {
    const isSmall = unit.length === 1 && unit.every(isLight)
    // A name weighs as much as a word, and is as rare as the rarest of its words.
    const rarest = Math.max(...unit.map(at => rarity(segment, counts[at] as number)))
    for (const at of unit)
      weights[at] = isSmall ? LIGHT_WEIGHT : Math.max(MIN_WEIGHT, Math.sqrt(rarest)) / unit.length
  }
  const aside = question.wordsAside
  for (const at of aside) weights[at] = (weights[at] as number) * ASIDE_FACTOR
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1
  return {
    useQuality: useQualityFor(asked, terms),
    ...wordMatcher(index, query, terms),
    shares: weights.map(weight => weight / total),
    units,
    sharesOfWords: weights.map((weight, at) => (isOfName(at) ? 0 : weight / total)),
    common: query.words.flatMap((_, at) =>
      (counts[at] as number) >= COMMON_SHARE * sizesOf(segment).articles ? [at] : [],
    ),
    unknown: query.words.flatMap(({ isAsking }, at) =>
      counts[at] === 0 && !isAsking && !isLight(at) && !aside.includes(at) ? [at] : [],
    ),
  }
})

const COMMON_SHARE = 0.8

const ASIDE_FACTOR = 0.03

/** Every word says something, even one that all articles have. */
const MIN_WEIGHT = 0.5
const LIGHT_WEIGHT = 0.03

/** The number of articles with a word in some form, of those in one language. */
function countOf(segment: Segment, term: QueryTerm | undefined): number {
  const { articles, languages } = sizesOf(segment)
  const counts = (term?.variants ?? [])
    .filter(({ quality }) => quality >= MIN_SURE_QUALITY)
    .map(({ word }) => {
      const count = articleCount(segment, word)
      return isConcept(segment.lexicon.words[word] ?? '') ? Math.ceil(count / languages) : count
    })
  return Math.min(articles, Math.max(0, ...counts))
}

/** Below it, a slip is as likely another word. */
const MIN_SURE_QUALITY = 0.6

/** Inverse document frequency. A word of no article weighs little more than one of a single article. */
function rarity(segment: Segment, count: number): number {
  const { articles } = sizesOf(segment)
  const having = Math.max(count, 0.8)
  return Math.log(1 + (articles - Math.min(having, articles) + 0.5) / (having + 0.5))
}

/** How many articles there are in the language with the most, and how many languages. */
const sizesOf = memoByObject(({ articles }: Segment) => {
  const sizes = new Map<string, number>()
  for (const { language } of articles) sizes.set(language, (sizes.get(language) ?? 0) + 1)
  return { articles: Math.max(1, ...sizes.values()), languages: Math.max(1, sizes.size) }
})

/** The sum of the values at the indexes. */
export const sumAt = (indexes: readonly number[], values: ArrayLike<number>): number =>
  indexes.reduce((sum, at) => sum + (values[at] as number), 0)
