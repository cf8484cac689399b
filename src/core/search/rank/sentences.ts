// Chooses the sentences that answer a question best, from the best passages of the articles found.

import type { Article } from '../../corpus/model.ts'
import { type Passage, passageAt } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { Query } from '../query/query.ts'
import { isSentence } from '../query/query-terms.ts'
import type { Matches } from './matches.ts'
import { type SentenceReading, sentenceReaderFor } from './sentence-reader.ts'

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
  /** How well it answers; comparable between the sentences of one question. */
  score: number
}

/** Articles whose passages are cut into words: the answer is seldom below the fifth. */
const MAX_ARTICLES_CUT = 8

/** The best sentences, the best first, at most `count`, each from the best passages of the first articles. */
export function bestSentences(
  index: SearchIndex,
  { terms, reader, matches }: Matches,
  { query, count }: { query: Query; count: number },
): FoundSentence[] {
  if (!isSentence(query)) return []
  const read = sentenceReaderFor(index, terms)
  return matches
    .slice(0, MAX_ARTICLES_CUT)
    .flatMap(({ article: number, rank }) => {
      const article = index.segment.articles[number] as Article
      return reader(number).passages.flatMap(({ number }) => {
        const passage = passageAt(article, number)
        return passage ? sentencesIn(article, passage).map(each => scored(each, read(each.text), rank)) : []
      })
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
}

type SentencePlace = Omit<FoundSentence, 'coverage' | 'score'>

function sentencesIn(article: Article, { paragraph, offset, text }: Passage): SentencePlace[] {
  const { sentences, text: whole } = article.paragraphs[paragraph] ?? { sentences: [], text: '' }
  const before = article.paragraphs
    .slice(0, paragraph)
    .reduce((sum, { sentences }) => sum + sentences.length, 0)
  return sentences.flatMap((start, at) => {
    if (start < offset || start >= offset + text.length) return []
    const sentence = whole.slice(start, sentences[at + 1]).trimEnd()
    return [{ article, text: sentence, number: before + at + 1, paragraph, offset: start }]
  })
}

function scored(sentence: SentencePlace, reading: SentenceReading, rank: number): FoundSentence {
  const { coverage, adjacent } = reading
  const own = coverage + ADJACENT_WEIGHT * adjacent
  return { ...sentence, coverage, score: own + RANK_WEIGHT * rank }
}

const ADJACENT_WEIGHT = 0.3
/** The article's own rank, which also counts what stands around the sentence. */
const RANK_WEIGHT = 0.6
