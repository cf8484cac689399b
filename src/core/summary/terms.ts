// Counts the words of a sentence that carry its subject: without stop words, stemmed if words have endings.

import type { Language } from '../languages/language.ts'
import type { TermRules } from '../languages/pack.ts'
import { packs, partOf } from '../languages/packs.ts'
import { unified } from '../text/alike/lookalikes.ts'
import { tokens } from '../text/words.ts'

/** How often each term is in a text. */
export type Terms = Map<string, number>

// Loaded with this module for the first summary: no start needs stemmers and word lists.
const rules = new Map(
  await Promise.all([...packs.keys()].map(async tag => [tag, await partOf(tag, 'terms')()] as const)),
)

export function termsOf(text: string, language: Language): Terms {
  const terms: Terms = new Map()
  const count = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1)
  const { stopWords, stem, countsPairs, isUnspaced } = rules.get(language) as TermRules
  const words = isUnspaced ? tokens(text).map(token => token.word) : wordsOf(text)
  for (const [at, word] of words.entries()) {
    if (stopWords.has(word)) continue
    count(stem ? stem(word) : word)
    const next = words[at + 1]
    if (countsPairs && next !== undefined && !stopWords.has(next)) count(`${word} ${next}`)
  }
  return terms
}

const wordsOf = (text: string): string[] =>
  unified(text)
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
