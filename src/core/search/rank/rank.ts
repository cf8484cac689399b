// Ranks the articles for a query: candidates by the words they have, and the best of them by how close these are.

import type { SearchIndex } from '../index/search-index.ts'
import type { Query } from '../query/query.ts'
import { isSentence, type QueryTerm, queryTermsOf } from '../query/query-terms.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { type Closeness, type Reader, readerFor } from './closeness.ts'
import { phraseTest } from './phrases.ts'
import type { RankedArticle } from './ranked-article.ts'
import { rankForSentence } from './sentence-rank.ts'
import type { ArticleSentence } from './sentences.ts'

export interface Ranking {
  terms: QueryTerm[]
  /** Remembers its readings of the ranked articles. */
  reader: Reader
  /** The best first, at most 60; each language version of an article separately. */
  ranked: RankedArticle[]
  /** For a sentence: the sentences in the best passages of the first articles. */
  sentences: readonly ArticleSentence[]
  /** The number of articles that these were chosen from. */
  count: number
  /** The cost of the query. */
  postingsRead: number
}

export interface RankOptions {
  /** Tells by its number whether an article may be in the answer. */
  isAllowed?: (article: number) => boolean
  /** Signs and kinds of variants that are switched off, to measure what each adds. */
  disabled?: ReadonlySet<string>
}

type Sign = 'score' | keyof Closeness

/** See docs/search.md for how these were found. */
const signWeights: Record<Sign, number> = {
  score: 1,
  coverage: 1,
  adjacent: 0.8,
  passage: 0.4,
  title: 0.15,
  accents: 0.15,
}
const signs = Object.keys(signWeights) as Sign[]

/** An article with a smaller share of the query is not an answer. */
const MIN_COVERAGE = 0.45
/** The share needed for a close reading. It is lower, because words in context later become more certain. */
const MIN_CANDIDATE_COVERAGE = 0.3
const MAX_CANDIDATES = 60

/**
 * The same for sentences, of the words that some article has. A sentence has words that no answer has, and the more of them
 * the longer it is.
 */
const MIN_SENTENCE_COVERAGE = 0.1
/** Of a sentence that is no question. */
const MIN_KNOWN_SHARE = 0.3

export function rank(
  index: SearchIndex,
  query: Query,
  { isAllowed = () => true, disabled = new Set() }: RankOptions = {},
): Ranking {
  const { segment } = index
  const terms = queryTermsOf(index, query, disabled)
  const isSaid = isSentence(query)
  const reader = readerFor(segment, terms, { isSentence: isSaid })
  const hasPhrases = phraseTest(segment, query)
  if (terms.length === 0 || !hasPhrases)
    return { terms, reader, ranked: [], sentences: [], count: 0, postingsRead: 0 }
  // A question has stop words that nearly every article has; they count when the best are read.
  const sought = isSaid ? terms.filter(({ isContentWord }) => isContentWord) : terms
  // A sentence about something else has a few words that any article may have.
  if (isSaid && !query.question && knownShare(sought) < MIN_KNOWN_SHARE)
    return { terms, reader, ranked: [], sentences: [], count: 0, postingsRead: 0 }
  const { candidates, count, postingsRead } = candidatesFor(segment, sought, {
    minCoverage: isSaid ? MIN_SENTENCE_COVERAGE * knownShare(sought) : MIN_CANDIDATE_COVERAGE,
    limit: MAX_CANDIDATES,
    isAllowed: article => isAllowed(article) && hasPhrases(article),
    isBestOnly: isSaid,
  })
  const { ranked, sentences = [] } = isSaid
    ? rankForSentence(index, query, { terms, reader, candidates })
    : { ranked: byCloseness(candidates, reader, disabled) }
  const isAll = isSaid || candidates.length < MAX_CANDIDATES
  return { terms, reader, ranked, sentences, count: isAll ? ranked.length : count, postingsRead }
}

const knownShare = (terms: readonly QueryTerm[]): number =>
  terms.reduce((sum, { variants, share }) => sum + (variants.length > 0 ? share : 0), 0)

function byCloseness(
  candidates: readonly Candidate[],
  reader: Reader,
  disabled: ReadonlySet<string>,
): RankedArticle[] {
  const enabledSigns = signs.filter(sign => !disabled.has(sign))
  return (
    candidates
      .map((candidate): RankedArticle => {
        const read = { ...candidate, ...reader(candidate.article) }
        return { ...read, rank: enabledSigns.reduce((sum, sign) => sum + signWeights[sign] * read[sign], 0) }
      })
      .filter(({ coverage }) => coverage >= MIN_COVERAGE)
      // An article with the words as typed never ranks below one that has them only when corrected.
      .sort(
        (a, b) =>
          Number(b.hasEveryWordAsTyped) - Number(a.hasEveryWordAsTyped) ||
          b.rank - a.rank ||
          a.article - b.article,
      )
  )
}
