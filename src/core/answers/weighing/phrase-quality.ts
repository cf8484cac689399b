// Tells how much a word of a search phrase counts: little if the question lacks the others.

import { isConcept } from '../../search/index/concepts.ts'
import { isStopWord } from '../../search/query/stop-words.ts'
import type { WordMatcher } from './matcher.ts'
import type { WordInText } from './text-words.ts'

/** At most 1. "Fields" alone is not "killing fields". */
export function phraseQuality(phrase: readonly WordInText[], match: WordMatcher['match']): number {
  const words = phrase.filter(({ word }) => !isStopWord(word) && !isConcept(word) && !word.includes(' '))
  const sought = words.filter(({ word }) => match(word).length > 0)
  return words.length === 0 ? 1 : sought.length / words.length
}
