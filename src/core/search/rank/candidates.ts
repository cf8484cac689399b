// The articles that may answer: every posting of the rarer words is read, frequent words only add to what was found.
import { hasWord, type Segment } from '../index/segment.ts'
import type { QueryTerm } from '../query/query-terms.ts'

export interface Candidate {
  /** Its place on the segment. */
  article: number
  /** Has every telling word without a correction. */
  hasEveryWordAsTyped: boolean
  /** How much the words count in it, of 1. */
  score: number
  /** The share of the query that it has, each word by how likely it is meant. */
  coverage: number
}

export interface Candidates {
  /** The best first. */
  candidates: Candidate[]
  /** How many there are, found or not. */
  count: number
  /** How many postings were read. */
  postingsRead: number
}

/** What is counted of each article during one query; zero between queries. */
interface Counters {
  score: Float32Array
  coverage: Float32Array
  sure: Uint8Array
  /** Of the term at hand. */
  gain: Float32Array
  quality: Float32Array
}

const counters = new WeakMap<Segment, Counters>()

/** The best `limit` articles that have at least the share `enough` of the query; equal ones stand as on the segment. */
export function candidatesFor(
  segment: Segment,
  terms: readonly QueryTerm[],
  enough: number,
  limit: number,
  allowed: (article: number) => boolean = () => true,
): Candidates {
  const { entries, starts } = segment.postings
  const { score, coverage, sure, gain, quality } = countersOf(segment)
  const met: number[] = []
  // Nothing that people type comes near; what is made to be slow is cut short here.
  const most = 10_000 + 20 * segment.articles.length
  let read = 0
  let rest = 1
  for (const { variants, share, isContentWord: telling } of terms.toSorted((a, b) => b.share - a.share)) {
    // Whoever has none of the words so far cannot reach enough with those that are left.
    const opens = rest + 1e-9 >= enough
    rest -= share
    const touched: number[] = []
    let surely = 0
    for (const variant of variants) {
      const { word, nextWord: next } = variant
      const from = starts[word] as number
      const to = starts[word + 1] as number
      read += to - from
      if (read > most) break
      for (let at = from; at < to; at++) {
        const entry = entries[at] as number
        const article = entry >>> 8
        if (coverage[article] === 0) {
          if (!opens) continue
          if (next !== undefined && !hasWord(segment, next, article)) continue
          // Something above nothing, so that it is met once.
          coverage[article] = 1e-9
          met.push(article)
        } else if (next !== undefined && !hasWord(segment, next, article)) continue
        if (quality[article] === 0) touched.push(article)
        const more = variant.quality * share * ((entry & 255) / 255)
        if (variant.quality > (quality[article] as number)) quality[article] = variant.quality
        if (more > (gain[article] as number)) gain[article] = more
      }
      // Corrections come last: whoever was touched before them has the word as typed.
      if (variant.sure) surely = touched.length
    }
    for (const [at, article] of touched.entries()) {
      score[article] = (score[article] as number) + (gain[article] as number)
      coverage[article] = (coverage[article] as number) + share * (quality[article] as number)
      if (telling && at < surely) sure[article] = (sure[article] as number) + 1
      gain[article] = 0
      quality[article] = 0
    }
  }
  const telling = terms.filter(term => term.isContentWord).length
  const found: Candidate[] = []
  const bins = new Uint32Array(binCount)
  const rank = (article: number) =>
    (coverage[article] as number) + 1e-6 < enough
      ? refused
      : Number(sure[article] === telling) * 2 + (score[article] as number) + (coverage[article] as number)
  let count = 0
  for (const article of met) {
    const bin = Math.floor(rank(article) * binsToOne)
    if (bin < 0) continue
    if (allowed(article)) {
      bins[bin] = (bins[bin] as number) + 1
      count++
    } else coverage[article] = refused
  }
  // Sorting all of them would take longer than finding them: only bins that the best may be in are sorted.
  let last = binCount - 1
  let total = 0
  for (; last >= 0 && total < limit; last--) total += bins[last] as number
  for (const article of met) {
    if (Math.floor(rank(article) * binsToOne) > last)
      found.push({
        article,
        hasEveryWordAsTyped: sure[article] === telling,
        score: score[article] as number,
        coverage: coverage[article] as number,
      })
  }
  for (const article of met) {
    score[article] = 0
    coverage[article] = 0
    sure[article] = 0
  }
  return { candidates: found.sort(better).slice(0, limit), count, postingsRead: read }
}

const refused = -1

/** A rank is at most 4 and a little. */
const binsToOne = 256
const binCount = 5 * binsToOne

/** An article that has the words as typed is never below one that has them only when corrected. */
const better = (a: Candidate, b: Candidate) =>
  Number(b.hasEveryWordAsTyped) - Number(a.hasEveryWordAsTyped) ||
  b.score + b.coverage - a.score - a.coverage ||
  a.article - b.article

function countersOf(segment: Segment): Counters {
  let made = counters.get(segment)
  if (!made) {
    const size = segment.articles.length
    const zeros = () => new Float32Array(size)
    made = { score: zeros(), coverage: zeros(), sure: new Uint8Array(size), gain: zeros(), quality: zeros() }
    counters.set(segment, made)
  }
  return made
}
