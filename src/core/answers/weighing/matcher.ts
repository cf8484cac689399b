// Tells which words of a query a word of a text stands for.

import { isConcept } from '../../search/index/concepts.ts'
import type { Lexicon } from '../../search/index/lexicon.ts'
import type { SearchIndex } from '../../search/index/search-index.ts'
import { knownWord } from '../../search/index/segment.ts'
import { derivedLikeness } from '../../search/query/derivations.ts'
import { inflections } from '../../search/query/inflections.ts'
import type { Query } from '../../search/query/query.ts'
import type { QueryTerm } from '../../search/query/query-terms.ts'
import { formsOfPhrase, type Phrase, type Synonyms, synonymsWith } from '../../search/query/synonyms.ts'
import { memoByObject } from '../../text/memo.ts'
import { needsDictionary } from '../../text/words.ts'
import { unspacedMatcher, type WordMatch } from './unspaced.ts'

export interface WordMatcher {
  /** The matches of a word as `wordsInText` gives it. */
  match(word: string): readonly WordMatch[]
  /** The words of a lexicon that may have matches, and others. */
  wordsIn(lexicon: Lexicon): Iterable<string>
}

export function wordMatcher(
  index: SearchIndex,
  { words, question }: Query,
  terms: readonly QueryTerm[],
): WordMatcher {
  const { concepts, segment } = index
  const matches = new Map<string, WordMatch[]>()
  const add = (word: string, match: WordMatch) => {
    const list = matches.get(word)
    if (list) list.push(match)
    else matches.set(word, [match])
  }
  for (const [term, { word, form, isAsking }] of words.entries()) {
    if (isAsking) continue
    add(word, { term, quality: 1 })
    for (const other of form === word ? inflections(word) : []) add(other, { term, quality: 0.85 })
  }
  for (const { word, start, end } of concepts.annotate(words).filter(each => isConcept(each.word)))
    for (const [term, each] of words.entries())
      if (each.start >= start && each.end <= end && !each.isAsking) add(word, { term, quality: 0.95 })
  for (const { typed, variants } of terms) {
    const term = words.indexOf(typed)
    if (typed.isAsking || term < 0) continue
    // A question is asked as a whole: its last word is not unfinished.
    for (const { word, nextWord, quality, kind } of variants)
      if (nextWord === undefined && kind !== 'synonym' && kind !== 'begun')
        add(segment.lexicon.words[word] as string, { term, quality })
  }
  const isSought = (at: number) => !words[at]?.isAsking && !question?.lightWords.includes(at)
  for (const { phrase, written, from, to } of synonymsIn(words, synonymsWith(index.synonyms)))
    for (let term = from; term < to; term++)
      // A light word may be part of a phrase: "pull out".
      if (isSought(term) || (to - from > 1 && !words[term]?.isAsking))
        for (const form of formsOfPhrase(phrase))
          add(form, { term, quality: SYNONYM_QUALITY, ...(written && form === phrase && { written }) })
  const isKnown = (word: string) => [word, ...inflections(word)].some(form => knownWord(segment, form) >= 0)
  const derived = (other: string): WordMatch[] =>
    words.flatMap(({ word }, term) => {
      if (!isSought(term) || stemOf(word) !== stemOf(other)) return []
      const quality = derivedLikeness(word, other, isKnown)
      return quality > 0 ? [{ term, quality }] : []
    })
  const unspaced = unspacedMatcher(words, new Map(matches))
  const hasUnspaced = [...matches.keys()].some(needsDictionary)
  return {
    match(word) {
      const known = matches.get(word)
      if (known) return known
      const found = needsDictionary(word) ? unspaced(word) : derived(word)
      matches.set(word, found)
      return found
    },
    wordsIn(lexicon) {
      const list = new Set(matches.keys())
      for (const [term, { word }] of words.entries())
        if (isSought(term)) {
          const [from, to] = lexicon.withPrefix(stemOf(word))
          for (let at = from; at < to; at++) list.add(lexicon.words[at] as string)
        }
      if (hasUnspaced) for (const word of unspacedWordsOf(lexicon)) list.add(word)
      return list
    },
  }
}

const unspacedWordsOf = memoByObject(({ words }: Lexicon) => words.filter(needsDictionary))

/** Words that are derived from one another begin alike. */
const stemOf = (word: string) => word.slice(0, 3)

const SYNONYM_QUALITY = 0.75

/** The synonyms of the words and phrases of a query, each with the words that it stands for. */
function synonymsIn(
  words: Query['words'],
  synonyms: Synonyms,
): { phrase: Phrase; written: string | undefined; from: number; to: number }[] {
  const folded = words.map(({ word, isAsking }) => (isAsking ? '' : word))
  // Typed with accents, a word without them is meant so.
  const isAccented = words.some(({ form, word }) => form !== word)
  return words.flatMap(({ form }, at) =>
    [
      { phrase: folded[at] as string, length: 1, form: isAccented ? form : undefined },
      ...synonyms.phrasesAt(folded, at).map(each => ({ ...each, form: undefined })),
    ].flatMap(({ phrase, length, form }) =>
      synonyms
        .of(phrase, form)
        .map(other => ({ phrase: other.phrase, written: other.form, from: at, to: at + length })),
    ),
  )
}
