// Says which terms of a query are neighbours, and how near each other two words of a text are.

import type { QueryTerm } from '../query/query-terms.ts'

/** For each term, the terms before and after it that are searched for, or -1: words that only ask stand between. */
export function neighboursOf(terms: readonly QueryTerm[]): { left: Int32Array; right: Int32Array } {
  const left = new Int32Array(terms.length).fill(-1)
  const right = left.slice()
  let last = -1
  for (const [at, { typed }] of terms.entries()) {
    if (typed.isAsking) continue
    left[at] = last
    if (last >= 0) right[last] = at
    last = at
  }
  return { left, right }
}

/** The quality of a pair, by how many words the second follows the first; less than 0 if it comes before. */
export const pairQuality = (distance: number): number =>
  (distance < 0 ? reversedQualities[-distance] : qualities[distance]) ?? 0

/** 0: one word for both. */
const qualities = [1, 1, 0.8, 0.6, 0.5]
const reversedQualities = [1, 0.6, 0.4, 0.3]
