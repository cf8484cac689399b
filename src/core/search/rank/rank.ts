// The articles for a query in their order: candidates by what they have, the best of them by how close it stands.

import type { SearchIndex } from '../index/search-index.ts'
import { hasWord, knownWord, type Segment } from '../index/segment.ts'
import type { Query } from '../query/query.ts'
import { type QueryTerm, queryTermsOf } from '../query/query-terms.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { type ArticleReading, type Closeness, hasPhrase, type Reader, readerFor } from './closeness.ts'

export interface RankedArticle extends Candidate, ArticleReading {
  rank: number
}

export interface Ranking {
  terms: QueryTerm[]
  /** Has read those that are ranked. */
  reader: Reader
  /** The best first, at most 60; the versions of an article in several languages each for itself. */
  ranked: RankedArticle[]
  /** Of how many articles they are the best. */
  count: number
  /** What the query cost: postings read. */
  postingsRead: number
}

/** What each sign counts; see docs/search.md for how that was found. */
const weights: Record<Sign, number> = {
  score: 1,
  coverage: 1,
  adjacent: 0.8,
  passage: 0.4,
  title: 0.15,
  accents: 0.15,
}
type Sign = 'score' | keyof Closeness
const signs = Object.keys(weights) as Sign[]

/** An article with less of the query than this is no answer; less still is not even looked at. */
const enough = { answer: 0.45, candidate: 0.3 }
const looked = 60

/** `allowed` says which places on the segment may be in the answer; `without` switches parts off, to measure them. */
export function rank(
  index: SearchIndex,
  query: Query,
  allowed: (article: number) => boolean,
  without: ReadonlySet<string> = new Set(),
): Ranking {
  const { segment } = index
  const terms = queryTermsOf(index, query, without)
  const reader = readerFor(segment, terms)
  const phrases = query.phrases.map(([from, to]) =>
    query.words.slice(from, to).map(({ word }) => knownWord(segment, word)),
  )
  if (terms.length === 0 || phrases.flat().includes(-1))
    return { terms, reader, ranked: [], count: 0, postingsRead: 0 }
  const fits = (article: number) => allowed(article) && hasPhrases(segment, article, phrases)
  const {
    candidates: found,
    count,
    postingsRead: read,
  } = candidatesFor(segment, terms, enough.candidate, looked, fits)
  const counted = signs.filter(sign => !without.has(sign))
  const ranked = found
    .map((candidate): RankedArticle => {
      const read = { ...candidate, ...reader(candidate.article) }
      return { ...read, rank: counted.reduce((sum, sign) => sum + weights[sign] * read[sign], 0) }
    })
    .filter(({ coverage }) => coverage >= enough.answer)
    // An article that has the words as typed is never below one that has them only when corrected.
    .sort(
      (a, b) =>
        Number(b.hasEveryWordAsTyped) - Number(a.hasEveryWordAsTyped) ||
        b.rank - a.rank ||
        a.article - b.article,
    )
  return { terms, reader, ranked, count: found.length < looked ? ranked.length : count, postingsRead: read }
}

const hasPhrases = (segment: Segment, article: number, phrases: readonly number[][]) =>
  phrases.every(
    words =>
      words.every(word => hasWord(segment, word, article)) &&
      (words.length < 2 || hasPhrase(segment, article, words)),
  )
