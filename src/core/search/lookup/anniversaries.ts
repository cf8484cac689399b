// Anniversaries by what people call them.
import type { Anniversary, Corpus } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelTokens, labelWords } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { tokens } from '../../text/words.ts'
import { isStopWord } from '../query/stop-words.ts'

/** `isNamed` where the words name the anniversaries; otherwise they are only the nearest, and must be asked about. */
export interface AnniversaryMatches {
  anniversaries: Anniversary[]
  isNamed: boolean
}

/** The anniversaries that the words may mean; without words, the usual one, or all where none is usual. */
export function anniversariesLike(typed: string | undefined, corpus: Corpus): AnniversaryMatches {
  const all = corpus.anniversaries
  if (!typed?.trim()) {
    const usual = all.filter(each => each.usual)
    return { anniversaries: usual.length > 0 ? usual : all, isNamed: true }
  }
  const exact = all.filter(each => each.id === fold(typed.trim()))
  if (exact.length > 0) return { anniversaries: exact, isNamed: true }
  const named = anniversariesNamed(all, typed)
  if (named.length > 0) return { anniversaries: named, isNamed: true }
  return { anniversaries: nearest(list(corpus), 0.3)(typed).map(each => each.value), isNamed: false }
}

/** The anniversaries whose names have all the words. */
export function anniversariesNamed(all: readonly Anniversary[], typed: string): Anniversary[] {
  const words = tokens(typed.slice(0, 200))
    .map(token => token.word)
    .filter(word => !isStopWord(word))
  // One short word says too little: "6" stands in a date, "all" says nothing of which.
  if (words.length < 2 && !words.some(word => word.length > 3)) return []
  return all.filter(each => {
    const label = wordsOf(each)(typed)
    return words.every(word => label.has(word))
  })
}

const wordsOf = memoByObject(({ id, names }: Anniversary) =>
  labelWords([id, ...Object.values(names)], label => labelTokens(label).map(({ word }) => word)),
)

/** Anniversaries to offer while somebody types. */
export const completeAnniversaries = (corpus: Corpus, typed: string, limit: number): Anniversary[] =>
  completions(list(corpus), typed, limit)

const list = memoByObject((corpus: Corpus): Named<Anniversary>[] =>
  corpus.anniversaries.map(each => ({ value: each, keys: [each.id, ...Object.values(each.names)] })),
)
