// Ranks articles for a sentence: by any of its words, by neighbours, and by the best sentence that an article has.

import type { SearchIndex } from '../index/search-index.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import type { Candidate } from './candidates.ts'
import { type Reader, strictTerms, type TermCounts } from './closeness.ts'
import type { RankedArticle } from './ranked-article.ts'
import { type SentenceWeights, sentenceWeights } from './sentence-weights.ts'
import { type ArticleSentence, dot, scoredSentences } from './sentences.ts'

/** BM25's k1 (saturation) and b (length normalisation): https://en.wikipedia.org/wiki/Okapi_BM25 */
const BM25_K1 = 1.2
const BM25_B = 0.6
const PAIRS_WEIGHT = 0.5
const BEST_SENTENCE_WEIGHT = 0.7
/** Articles whose best passages are cut into words: the answer is seldom in a later one. */
const MAX_ARTICLES_CUT = 8

interface SentenceRanking {
  /** The best first. */
  ranked: RankedArticle[]
  /** The sentences in the best passages of the first articles. */
  sentences: ArticleSentence[]
}

interface SentenceCandidates {
  terms: readonly QueryTerm[]
  reader: Reader
  candidates: readonly Candidate[]
}

export function rankForSentence(
  index: SearchIndex,
  query: Query,
  { terms, reader, candidates }: SentenceCandidates,
): SentenceRanking {
  const isStrict = strictTerms(index.segment, terms)
  const read = candidates.map(candidate => ({ ...candidate, ...reader(candidate.article) }))
  const counts = read.flatMap(each => each.counts ?? [])
  const lightWords = query.question?.lightWords ?? []
  const weights = sentenceWeights(index.segment, terms, { counts, isStrict, lightWords })
  const ranked = read
    .map((each): RankedArticle => ({ ...each, rank: each.counts ? relevance(each.counts, weights) : 0 }))
    .sort(byRank)
  const cut = ranked.slice(0, MAX_ARTICLES_CUT)
  const sentences = scoredSentences(index, query, { articles: cut, terms, isStrict, weights })
  for (const each of cut) {
    const own = sentences.filter(({ of }) => of === each.article).map(sentence => sentence.own)
    each.rank += BEST_SENTENCE_WEIGHT * Math.max(0, ...own)
  }
  return { ranked: ranked.sort(byRank), sentences }
}

/** BM25 of the words, and how near neighbours are. */
function relevance({ frequencies, pairs, length }: TermCounts, weights: SentenceWeights): number {
  const norm = BM25_K1 * (1 - BM25_B + BM25_B * length)
  const saturated = frequencies.map(each => each / (each + norm))
  return dot(saturated, weights.words) + PAIRS_WEIGHT * dot(pairs, weights.pairs)
}

const byRank = (a: RankedArticle, b: RankedArticle) => b.rank - a.rank || a.article - b.article
