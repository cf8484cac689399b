// Reads the text of a sentence for a query: which of the query's words it has, and how close together.

import { memoByText } from '../../text/memo.ts'
import { type TextWord, tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import { OTHER_ACCENTS_QUALITY } from './closeness.ts'
import { pairQuality } from './neighbours.ts'

export interface SentenceReading {
  words: readonly TextWord[]
  /** For each term, how well the sentence has it, at most 1. */
  qualities: Float64Array
  /** For each term, how near it is to the one before it, at most 1. */
  pairs: Float64Array
}

/** Returns a function that reads a text. `isStrict`: whether each term is meant with exactly its accents. */
export function sentenceReaderFor(
  { segment, concepts }: SearchIndex,
  terms: readonly QueryTerm[],
  isStrict: readonly boolean[],
): (text: string) => SentenceReading {
  const termsByWord = new Map<string, { term: number; quality: number; isSameWord: boolean }[]>()
  for (const [term, { typed, variants }] of terms.entries())
    for (const { word: number, kind, quality } of typed.isAsking ? [] : variants) {
      const word = segment.lexicon.words[number] as string
      const list = termsByWord.get(word) ?? []
      termsByWord.set(word, list)
      list.push({ term, quality, isSameWord: kind === 'exact' })
    }
  return text => {
    const words = readWords(text)
    const qualities = new Float64Array(terms.length)
    const pairs = new Float64Array(terms.length)
    const places: [place: number, quality: number][][] = terms.map(() => [])
    for (const [place, { word, form }] of (concepts.annotate(words) as TextWord[]).entries())
      for (const { term, quality, isSameWord } of termsByWord.get(word) ?? []) {
        const isOther = isStrict[term] && isSameWord && form !== terms[term]?.typed.form
        const own = quality * (isOther ? OTHER_ACCENTS_QUALITY : 1)
        qualities[term] = Math.max(qualities[term] as number, own)
        places[term]?.push([place, own])
      }
    let before: [place: number, quality: number][] = []
    for (const [term, own] of places.entries()) {
      if (terms[term]?.typed.isAsking) continue
      for (const [left, leftQuality] of before)
        for (const [right, rightQuality] of own) {
          const near = pairQuality(right - left) * Math.min(leftQuality, rightQuality)
          pairs[term] = Math.max(pairs[term] as number, near)
        }
      before = own
    }
    return { words, qualities, pairs }
  }
}

/** Remembered, because articles overlap between a search and its next page. */
const readWords = memoByText((text: string): readonly TextWord[] => tokens(text), 300)
