// Tells how much a word of a text counts: whether it is the word that was typed, and whether its phrase is.

import { packs } from '../../languages/packs.ts'
import { isConcept } from '../../search/index/concepts.ts'
import type { QueryTerm } from '../../search/query/query-terms.ts'
import { isStopWord } from '../../search/query/stop-words.ts'
import { OTHER_ACCENTS_QUALITY, strictTerms } from '../../search/rank/closeness.ts'
import { tonesApart } from '../../text/alike/tone-marks.ts'
import type { Asked } from '../finding.ts'
import type { WordMatcher } from './matcher.ts'
import type { WordInText, WordUse } from './text-words.ts'
import type { WordMatch } from './unspaced.ts'

/** At most 1: for a word of a text that matches a word of the query, the best of its uses there. */
export type UseQuality = (word: string, match: WordMatch, uses: readonly WordUse[]) => number

export function useQualityFor({ query, question, index }: Asked, terms: readonly QueryTerm[]): UseQuality {
  const { words } = query
  const isSyllables = packs.get(question.language)?.hasSpacedSyllables === true
  const strict = new Set<number>()
  for (const [at, isStrict] of strictTerms(index.segment, terms).entries())
    if (isStrict) strict.add(words.indexOf((terms[at] as QueryTerm).typed))
  return (word, { term, written }, uses) => {
    const typed = words[term]
    const isSame = typed?.word === word
    const [before, after] = [words[term - 1]?.word, words[term + 1]?.word]
    const qualityOf = (use: WordUse): number => {
      if (written !== undefined && use.form !== written) return use.form === '' ? 1 : 0
      const isOther = isSame && use.form !== typed.form
      // "Về" is no slip for "vẽ", and "vẻ" is. Without accents, either may be meant.
      const hasOtherTone = () =>
        ![typed?.form, use.form].includes(word) && tonesApart(typed?.form ?? '') !== tonesApart(use.form)
      const isAnotherWord = isOther && (strict.has(term) || (isSyllables && hasOtherTone()))
      const accents = isAnotherWord ? OTHER_ACCENTS_QUALITY : 1
      if (!isSyllables) return accents
      const isSameWord = use.before === before || use.after === after
      if (written !== undefined)
        return use.isAlone ? 1 : use.isPart ? PART_QUALITY : SYNONYM_BESIDE_OTHERS_QUALITY
      if (!isSame || isSameWord) return accents
      if (use.isPart) return accents * PART_QUALITY
      return accents * (use.isAlone ? 1 : OTHER_NEIGHBOURS_QUALITY)
    }
    return uses.reduce((best, use) => Math.max(best, qualityOf(use)), 0)
  }
}

/** "Chí" of a name is no part of what "báo chí" means. */
const PART_QUALITY = 0.25
/** "sinh" is no part of what "hy sinh" means. Beside other syllables it may be one of another word, or be its own. */
const OTHER_NEIGHBOURS_QUALITY = 0.5
/** Packs list only syllables that are mostly words of their own. */
const SYNONYM_BESIDE_OTHERS_QUALITY = 0.85

/** At most 1. "Fields" alone is not "killing fields". */
export function phraseQuality(phrase: readonly WordInText[], match: WordMatcher['match']): number {
  const words = phrase.filter(({ word }) => !isStopWord(word) && !isConcept(word) && !word.includes(' '))
  const sought = words.filter(({ word }) => match(word).length > 0)
  return words.length === 0 ? 1 : sought.length / words.length
}
