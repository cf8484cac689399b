// Tells which words of a query a word of a text stands for.

import { isConcept } from '../../search/index/concepts.ts'
import type { SearchIndex } from '../../search/index/search-index.ts'
import { inflections } from '../../search/query/inflections.ts'
import type { Query } from '../../search/query/query.ts'
import type { QueryTerm } from '../../search/query/query-terms.ts'

export interface WordMatch {
  /** The index of the query's word. */
  term: number
  /** How likely it means the same, at most 1. */
  quality: number
}

/** The matches of a folded word or a concept. */
export type WordMatcher = (word: string) => readonly WordMatch[]

export function wordMatcher(
  { concepts, segment }: SearchIndex,
  { words }: Query,
  terms: readonly QueryTerm[],
): WordMatcher {
  const matches = new Map<string, WordMatch[]>()
  const add = (word: string, match: WordMatch) => {
    const list = matches.get(word)
    if (list) list.push(match)
    else matches.set(word, [match])
  }
  for (const [term, { word, isAsking }] of words.entries()) {
    if (isAsking) continue
    add(word, { term, quality: 1 })
    for (const other of inflections(word)) add(other, { term, quality: 0.85 })
  }
  for (const { word, start, end } of concepts.annotate(words).filter(each => isConcept(each.word)))
    for (const [term, each] of words.entries())
      if (each.start >= start && each.end <= end && !each.isAsking) add(word, { term, quality: 0.95 })
  for (const { typed, variants } of terms) {
    const term = words.indexOf(typed)
    if (typed.isAsking || term < 0) continue
    for (const { word, nextWord, quality } of variants)
      if (nextWord === undefined) add(segment.lexicon.words[word] as string, { term, quality })
  }
  return word => matches.get(word) ?? none
}

const none: readonly WordMatch[] = []
