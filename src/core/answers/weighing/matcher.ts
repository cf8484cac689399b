// Tells which words of a query a word of a text stands for.

import { isConcept } from '../../search/index/concepts.ts'
import type { SearchIndex } from '../../search/index/search-index.ts'
import { inflections } from '../../search/query/inflections.ts'
import type { Query } from '../../search/query/query.ts'

export interface WordMatch {
  /** The index of the query's word. */
  term: number
  /** How likely it means the same, at most 1. */
  quality: number
}

/** The matches of a folded word or a concept. */
export type WordMatcher = (word: string) => readonly WordMatch[]

export function wordMatcher({ concepts }: SearchIndex, { words }: Query): WordMatcher {
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
  return word => matches.get(word) ?? none
}

const none: readonly WordMatch[] = []
