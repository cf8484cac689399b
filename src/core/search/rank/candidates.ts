// Gathers the articles that may answer a query from the posting lists of its words.

import { memoByObject } from '../../text/memo.ts'
import { hasWord, type Segment } from '../index/segment.ts'
import type { QueryTerm } from '../query/query-terms.ts'

export interface Candidate {
  /** Its number in the segment. */
  article: number
  /** Whether it has every content word of the query without a correction. */
  hasEveryWordAsTyped: boolean
  /** BM25 of its words, by the share and the quality of each, at most 1. */
  score: number
  /** The share of the query that it has, each word weighted by its quality. */
  coverage: number
}

export interface Candidates {
  /** The best first. */
  candidates: Candidate[]
  /** The number of all articles with enough coverage, including those not gathered. */
  count: number
  postingsRead: number
}

export interface CandidateOptions {
  /** The share of the query that an article must have. */
  minCoverage: number
  limit: number
  isAllowed?: (article: number) => boolean
  /** Whether only the best articles matter, not how many there are: then frequent words need not open candidates. */
  isBestOnly?: boolean
}

/**
 * The best articles. Terms are read by falling weight: postings of rarer words open new candidates. Once the remaining
 * terms weigh less than `minCoverage`, postings only add to existing candidates.
 */
export function candidatesFor(
  segment: Segment,
  terms: readonly QueryTerm[],
  { minCoverage, limit, isAllowed = () => true, isBestOnly = false }: CandidateOptions,
): Candidates {
  const { entries, starts } = segment.postings
  const { score, coverage, wordsAsTyped, gain, quality } = countersOf(segment)
  const seen: number[] = []
  // Nothing that people type comes near this. It cuts short a query made to be slow.
  const maxPostings = 10_000 + 20 * segment.articles.length
  let postingsRead = 0
  let shareLeft = terms.reduce((sum, { share }) => sum + share, 0)
  /** Whether `limit` articles already rank above this: no other can reach them (https://doi.org/10.1016/0306-4573(95)00020-H). */
  const hasBetter = (bound: number): boolean => {
    let better = 0
    for (const article of seen)
      if ((score[article] as number) + (coverage[article] as number) > bound && isAllowed(article))
        if (++better >= limit) return true
    return false
  }
  for (const { variants, share, isContentWord } of terms.toSorted((a, b) => b.share - a.share)) {
    // An article with none of the words so far cannot reach enough with the remaining ones.
    const opensCandidates = shareLeft + ROUNDING >= minCoverage && !(isBestOnly && hasBetter(2 * shareLeft))
    shareLeft -= share
    const touched: number[] = []
    let touchedAsTyped = 0
    for (const variant of variants) {
      const { word, nextWord } = variant
      const from = starts[word] as number
      const to = starts[word + 1] as number
      postingsRead += to - from
      if (postingsRead > maxPostings) break
      for (let at = from; at < to; at++) {
        const entry = entries[at] as number
        const article = entry >>> 8
        if (coverage[article] === 0) {
          if (!opensCandidates) continue
          if (nextWord !== undefined && !hasWord(segment, nextWord, article)) continue
          // Slightly above zero, so that the article is added to the list only once.
          coverage[article] = ROUNDING
          seen.push(article)
        } else if (nextWord !== undefined && !hasWord(segment, nextWord, article)) continue
        if (quality[article] === 0) touched.push(article)
        const variantGain = variant.quality * share * ((entry & 255) / 255)
        if (variant.quality > (quality[article] as number)) quality[article] = variant.quality
        if (variantGain > (gain[article] as number)) gain[article] = variantGain
      }
      // Corrections come last, so articles touched before them have the word as typed.
      if (!variant.isCorrection) touchedAsTyped = touched.length
    }
    for (const [at, article] of touched.entries()) {
      score[article] = (score[article] as number) + (gain[article] as number)
      coverage[article] = (coverage[article] as number) + share * (quality[article] as number)
      if (isContentWord && at < touchedAsTyped) wordsAsTyped[article] = (wordsAsTyped[article] as number) + 1
      gain[article] = 0
      quality[article] = 0
    }
  }
  const contentWords = terms.filter(term => term.isContentWord).length
  const binCounts = new Uint32Array(BIN_COUNT)
  const binOf = (article: number) => {
    const covered = coverage[article] as number
    if (covered + 1e-6 < minCoverage) return -1
    const rank = Number(wordsAsTyped[article] === contentWords) * 2 + (score[article] as number) + covered
    return Math.floor(rank * BINS_PER_UNIT)
  }
  let count = 0
  for (const article of seen) {
    const bin = binOf(article)
    if (bin < 0) continue
    if (isAllowed(article)) {
      binCounts[bin] = (binCounts[bin] as number) + 1
      count++
    } else coverage[article] = REFUSED
  }
  // Sorting all of them would take longer than finding them, so only the bins that may have the best are sorted.
  let lastBin = BIN_COUNT - 1
  let total = 0
  for (; lastBin >= 0 && total < limit; lastBin--) total += binCounts[lastBin] as number
  const candidates: Candidate[] = []
  for (const article of seen) {
    if (binOf(article) > lastBin)
      candidates.push({
        article,
        hasEveryWordAsTyped: wordsAsTyped[article] === contentWords,
        score: score[article] as number,
        coverage: coverage[article] as number,
      })
  }
  for (const article of seen) {
    score[article] = 0
    coverage[article] = 0
    wordsAsTyped[article] = 0
  }
  return { candidates: candidates.sort(byRank).slice(0, limit), count, postingsRead }
}

/** Sums of shares are off by less than this. */
const ROUNDING = 1e-9
/** The coverage of an article that the filters reject. */
const REFUSED = -1

/** A rank is at most a little above 4. */
const BINS_PER_UNIT = 256
const BIN_COUNT = 5 * BINS_PER_UNIT

/** An article with the words as typed never ranks below one that has them only when corrected. */
const byRank = (a: Candidate, b: Candidate) =>
  Number(b.hasEveryWordAsTyped) - Number(a.hasEveryWordAsTyped) ||
  b.score + b.coverage - a.score - a.coverage ||
  a.article - b.article

/** Counters for each article during one query, all zero between queries. */
const countersOf = memoByObject(({ articles: { length } }: Segment) => ({
  score: new Float32Array(length),
  coverage: new Float32Array(length),
  wordsAsTyped: new Uint8Array(length),
  // These two belong to the current term.
  gain: new Float32Array(length),
  quality: new Float32Array(length),
}))
