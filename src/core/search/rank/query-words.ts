// Says what each number in a stream means to a query: one of its words, another word, a name, or the end of a field.

import { memoByObject } from '../../text/memo.ts'
import type { Segment } from '../index/segment.ts'
import { FIELD_END } from '../index/streams.ts'
import type { QueryTerm } from '../query/query-terms.ts'

/** Before the first position in any article: nothing is near it. */
export const NOT_SEEN = -100

/** The role of a known word in the query. */
export interface QueryWordRoles {
  /** The variants it belongs to; empty for a word that only has to come before another. */
  roles: WordRole[]
  /** The position of its last occurrence. */
  lastPosition: number
}

export interface WordRole {
  /** The index of the term, and of the variant among its variants. */
  term: number
  variant: number
  quality: number
  qualityInContext: number
  /** Whether it is the typed word itself, with any accents. */
  isSameWord: boolean
  /** The word that must come shortly before, if one word was typed for two. */
  after?: QueryWordRoles
}

export function queryWordsOf(terms: readonly QueryTerm[]): Map<number, QueryWordRoles> {
  const queryWords = new Map<number, QueryWordRoles>()
  const rolesOf = (word: number): QueryWordRoles => {
    const queryWord = queryWords.get(word) ?? { roles: [], lastPosition: NOT_SEEN }
    queryWords.set(word, queryWord)
    return queryWord
  }
  for (const [term, { variants }] of terms.entries())
    for (const [variant, { word, nextWord, kind, quality, qualityInContext }] of variants.entries()) {
      const role = { term, variant, quality, qualityInContext, isSameWord: kind === 'exact' }
      const first = rolesOf(word)
      if (nextWord === undefined) first.roles.push(role)
      else rolesOf(nextWord).roles.push({ ...role, after: first })
    }
  return queryWords
}

// The meaning of a number in a stream to a query. A concept takes no position: it is at the first word of its name.
export const OTHER_WORD = 0
const OTHER_CONCEPT = 1
export const QUERY_WORD = 2
export const END = 3

/** The kind of each surface form for a query without words, and the numbers of every word's forms. */
export const formTableOf = memoByObject(
  ({ postings: { wordOf, words, concepts: conceptCount } }: Segment) => {
    /** Word `w` has the forms from `formStarts[w]` up to `formStarts[w + 1]` in `formNumbers`. */
    const formStarts = new Uint32Array(words.length + 1)
    for (const word of wordOf.subarray(1)) formStarts[word + 1] = (formStarts[word + 1] as number) + 1
    for (let word = 0; word < words.length; word++)
      formStarts[word + 1] = (formStarts[word + 1] as number) + (formStarts[word] as number)
    const next = formStarts.slice()
    const formNumbers = new Uint32Array(wordOf.length - 1)
    const formKinds = new Uint8Array(wordOf.length)
    formKinds[FIELD_END] = END
    for (let number = 1; number < wordOf.length; number++) {
      const word = wordOf[number] as number
      const at = next[word] as number
      next[word] = at + 1
      formNumbers[at] = number
      if (word < conceptCount) formKinds[number] = OTHER_CONCEPT
    }
    return { formStarts, formNumbers, formKinds }
  },
)
