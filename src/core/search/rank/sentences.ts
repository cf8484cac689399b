// Chooses the sentences that answer a question best, from the best passages of the articles found.

import type { Article } from '../../corpus/model.ts'
import { sentencesOf } from '../../corpus/paragraphs.ts'
import { passageAt } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import { askedTest } from './asked.ts'
import type { ArticleReading } from './closeness.ts'
import type { RankedArticle } from './ranked-article.ts'
import { type SentenceReading, sentenceReaderFor } from './sentence-reader.ts'
import { type SentenceWeights, weightsAmongSentences } from './sentence-weights.ts'

export interface FoundSentence {
  /** In the version that was found. */
  article: Article
  text: string
  /** Its number in the article, from 1. */
  number: number
  /** The index of its paragraph, and its start in that paragraph's text, in UTF-16 units. */
  paragraph: number
  offset: number
  /** How well it answers, its article's rank included; comparable between the sentences of one question. */
  score: number
}

export interface ArticleSentence extends FoundSentence {
  /** The number of the article in the index. */
  of: number
  /** Its score without the rank of its article. */
  own: number
}

/** How much each counts beside the rank of the article. See docs/search.md for how all weights were found. */
const WORDS_WEIGHT = 0.5
const PAIRS_WEIGHT = 0.12
const ASKED_WEIGHT = 0.14
/** For words that only the sentence before has, or the first of the paragraph: it may say "he" or "there". */
const BEFORE_WEIGHT = 0.12
const OPENING_WEIGHT = 0.26
/** For being the first of its paragraph, which has no words to take over. */
const FIRST_WEIGHT = 0.05
/** For the share of words that the question does not have: a long sentence has many words by chance. */
const OTHER_WORDS_WEIGHT = -0.28
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

/** A sentence as it was read for the question. */
interface ReadSentence extends Omit<ArticleSentence, 'score' | 'own'> {
  isFirst: boolean
  isAsked: boolean
  otherWordsShare: number
  reading: SentenceReading
  /** The readings of the sentence before and of the first one, if it is not the first. */
  context: SentenceReading[]
}

interface SentenceEvidence {
  terms: readonly QueryTerm[]
  /** Whether each term is meant with exactly its accents. */
  isStrict: readonly boolean[]
  weights: SentenceWeights
}

/** Scores the sentences in the best passages of these articles. */
export function scoredSentences(
  index: SearchIndex,
  query: Query,
  { articles, ...evidence }: SentenceEvidence & { articles: readonly RankedArticle[] },
): ArticleSentence[] {
  const read = sentencesReaderFor(index, query, evidence)
  const ranks = new Map(articles.map(({ article, rank }) => [article, rank]))
  const sentences = articles.flatMap(each => read(each.article, each))
  const words = weightsAmongSentences(
    evidence.terms,
    sentences.map(({ reading }) => reading.qualities),
    query.question?.lightWords ?? [],
  )
  return sentences.map(({ isFirst, isAsked, otherWordsShare, reading, context, ...sentence }) => {
    const { qualities, pairs } = reading
    const covered = dot(qualities, words)
    const addedBy = (other: SentenceReading | undefined) =>
      other ? dot(highest(qualities, other.qualities), words) - covered : 0
    const [before, opening] = context
    const own =
      WORDS_WEIGHT * covered +
      PAIRS_WEIGHT * dot(pairs, evidence.weights.pairs) +
      ASKED_WEIGHT * Number(isAsked) +
      BEFORE_WEIGHT * addedBy(before) +
      OPENING_WEIGHT * addedBy(opening) +
      FIRST_WEIGHT * Number(isFirst) +
      OTHER_WORDS_WEIGHT * otherWordsShare
    return { ...sentence, own, score: (ranks.get(sentence.of) ?? 0) + own }
  })
}

/** Returns a function that reads the sentences of an article's best passages. */
function sentencesReaderFor(
  index: SearchIndex,
  query: Query,
  { terms, isStrict }: SentenceEvidence,
): (of: number, reading: ArticleReading) => ReadSentence[] {
  const read = sentenceReaderFor(index, terms, isStrict)
  const holdsAsked = askedTest(query)
  const typed = new Set(query.words.map(({ word }) => word))
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
      return paragraph.sentences.flatMap((offset, at): ReadSentence[] => {
        if (offset < passage.offset || offset >= passage.offset + passage.text.length) return []
        sentencesLeft--
        const text = textAt(at)
        const reading = read(text)
        const { words } = reading
        return [
          {
            ...{ of, article, text, number: before + at + 1, paragraph: passage.paragraph, offset },
            isFirst: at === 0,
            isAsked: holdsAsked?.(text, words) ?? false,
            otherWordsShare: words.filter(({ word }) => !typed.has(word)).length / Math.max(1, words.length),
            reading,
            context: at === 0 ? [] : [read(textAt(at - 1)), read(textAt(0))],
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
