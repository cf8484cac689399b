// Tests whether an article has the quoted phrases of a query.

import { hasWord, knownWord, type Segment } from '../index/segment.ts'
import { FIELD_END, readStream } from '../index/streams.ts'
import type { Query } from '../query/query.ts'

/** Returns a test for the phrases of a query, or undefined if one of them has a word that no article has. */
export function phraseTest(segment: Segment, query: Query): ((article: number) => boolean) | undefined {
  const phrases = query.phrases.map(([from, to]) =>
    query.words.slice(from, to).map(({ word }) => knownWord(segment, word)),
  )
  if (phrases.flat().includes(-1)) return undefined
  return article =>
    phrases.every(
      words =>
        words.every(word => hasWord(segment, word, article)) &&
        (words.length < 2 || hasPhrase(segment, article, words)),
    )
}

/** Whether two words stand one after the other in an article; only the first that have both are read. */
export function standTogether(segment: Segment, one: number, other: number): boolean {
  const { entries, starts } = segment.postings
  let read = 0
  for (
    let at = starts[one] as number;
    at < (starts[one + 1] as number) && read < MAX_ARTICLES_WITH_BOTH;
    at++
  ) {
    const article = (entries[at] as number) >>> 8
    if (!hasWord(segment, other, article)) continue
    if (hasPhrase(segment, article, [one, other])) return true
    read++
  }
  return false
}

const MAX_ARTICLES_WITH_BOTH = 5

/** Whether the words stand one after another in some field of an article. */
function hasPhrase({ streams, postings }: Segment, article: number, words: readonly number[]): boolean {
  let last: number[] = []
  let isFound = false
  const [from, to] = [streams.starts[article] as number, streams.starts[article + 1] as number]
  readStream(streams.bytes, from, to, number => {
    const word = postings.wordOf[number] as number
    if (number === FIELD_END) last = []
    else if (!isFound && word >= postings.concepts) {
      last.push(word)
      if (last.length > words.length) last.shift()
      isFound = last.length === words.length && words.every((each, at) => each === last[at])
    }
  })
  return isFound
}
