// Chooses the sentences that answer a question best, from the best passages of the articles found.

import type { Article } from '../../corpus/model.ts'
import { sentencesOf } from '../../corpus/paragraphs.ts'
import { passageAt } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import { askedTest } from './asked.ts'
import type { ArticleReading } from './closeness.ts'
import { type SentenceReading, sentenceReaderFor } from './sentence-reader.ts'
import type { SentenceWeights } from './sentence-weights.ts'

export interface FoundSentence {
  /** In the version that was found. */
  article: Article
  text: string
  /** Its number in the article, from 1. */
  number: number
  /** The index of its paragraph, and its start in that paragraph's text, in UTF-16 units. */
  paragraph: number
  offset: number
  /** The share of the question's weight that the sentence has, in any form of its words. */
  coverage: number
  /** How well it answers, its article's rank included; comparable between the sentences of one question. */
  score: number
}

/** A sentence of an article, before the article's rank is added to its score. */
export interface ArticleSentence extends FoundSentence {
  /** The number of the article in the index. */
  of: number
  /** What it has by itself: words, neighbours, what is asked for. */
  own: number
}

/** How much neighbours and what is asked for count, beside the words. See docs/search.md for how all weights were found. */
export const PAIRS_WEIGHT = 0.5
const ASKED_WEIGHT = 0.3
/** A sentence by itself, beside its article. */
const OWN_WEIGHT = 0.9
/** For words that only the sentence before or after has: it may say "he" or "there". */
const BEFORE_WEIGHT = 0.5
const AFTER_WEIGHT = 0.3
/** Sentences of an article that are cut into words, of its best passages: some paragraphs are one sentence long. */
const MAX_SENTENCES_CUT = 6

/** The best sentences of the articles found, the best first, at most `count`; none for key words. */
export function bestSentences(
  _index: SearchIndex,
  { matches, sentences }: SentenceMatches,
  { count }: { query: Query; count: number },
): FoundSentence[] {
  const found = new Set(matches.map(({ article }) => article))
  return sentences
    .filter(({ of }) => found.has(of))
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
}

/** The articles found, by number, and the sentences read. */
interface SentenceMatches {
  matches: readonly { article: number }[]
  sentences: readonly ArticleSentence[]
}

interface SentenceEvidence {
  terms: readonly QueryTerm[]
  /** Whether each term is meant with exactly its accents. */
  isStrict: readonly boolean[]
  weights: SentenceWeights
}

/** Returns a function that scores the sentences of an article's best passages. */
export function sentenceScorer(
  index: SearchIndex,
  query: Query,
  { terms, isStrict, weights }: SentenceEvidence,
): (of: number, reading: ArticleReading) => ArticleSentence[] {
  const read = sentenceReaderFor(index, terms, isStrict)
  const holdsAsked = askedTest(query)
  const coverageOf = ({ qualities }: Pick<SentenceReading, 'qualities'>) => dot(qualities, weights.words)
  return (of, { passages }) => {
    const article = index.segment.articles[of] as Article
    let sentencesLeft = MAX_SENTENCES_CUT
    return passages.flatMap(({ number }) => {
      if (sentencesLeft <= 0) return []
      const passage = passageAt(article, number)
      const paragraph = article.paragraphs[passage?.paragraph ?? -1]
      if (!passage || !paragraph) return []
      const before = article.paragraphs
        .slice(0, passage.paragraph)
        .reduce((sum, { sentences }) => sum + sentences.length, 0)
      const textAt = (at: number) => sentencesOf(paragraph, at, at + 1)
      const readAt = (at: number) =>
        at >= 0 && at < paragraph.sentences.length ? read(textAt(at)) : undefined
      return paragraph.sentences.flatMap((offset, at): ArticleSentence[] => {
        if (offset < passage.offset || offset >= passage.offset + passage.text.length) return []
        sentencesLeft--
        const text = textAt(at)
        const reading = read(text)
        const coverage = coverageOf(reading)
        const isAsked = holdsAsked?.(text, reading.words) ?? false
        const own =
          coverage + PAIRS_WEIGHT * dot(reading.pairs, weights.pairs) + ASKED_WEIGHT * Number(isAsked)
        const addedBy = (other: SentenceReading | undefined) =>
          other ? coverageOf({ qualities: highest(reading.qualities, other.qualities) }) - coverage : 0
        const score =
          OWN_WEIGHT * own + BEFORE_WEIGHT * addedBy(readAt(at - 1)) + AFTER_WEIGHT * addedBy(readAt(at + 1))
        return [
          {
            ...{ of, article, text, number: before + at + 1, paragraph: passage.paragraph, offset },
            ...{ coverage, own, score },
          },
        ]
      })
    })
  }
}

const highest = (one: Float64Array, other: Float64Array): Float64Array =>
  one.map((value, at) => Math.max(value, other[at] as number))

/** The sum of values, each by its weight. */
export function dot(values: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += (values[at] as number) * (weights[at] as number)
  return sum
}
