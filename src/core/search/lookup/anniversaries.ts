// Looks up anniversaries by what people call them.

import type { Anniversary, Corpus } from '../../corpus/model.ts'
import { fold } from '../../text/fold.ts'
import { labelTokens, labelWords } from '../../text/labels.ts'
import { memoByObject } from '../../text/memo.ts'
import { completions, type Named, nearest } from '../../text/nearest.ts'
import { type Query, readQuery } from '../query/query.ts'
import { isStopWord } from '../query/stop-words.ts'
import { isAlike } from './alike.ts'

export interface AnniversaryMatches {
  anniversaries: Anniversary[]
  /** Whether the words name them; if not, they are only the nearest, and the person must be asked. */
  isNamed: boolean
}

/** The anniversaries that the words may mean. Without words: the default ones, or all if there is no default. */
export function anniversariesLike(typed: string | undefined, corpus: Corpus): AnniversaryMatches {
  const all = corpus.anniversaries
  if (!typed?.trim()) {
    const defaults = all.filter(each => each.isDefault)
    return { anniversaries: defaults.length > 0 ? defaults : all, isNamed: true }
  }
  const exact = all.filter(each => each.id === fold(typed.trim()))
  if (exact.length > 0) return { anniversaries: exact, isNamed: true }
  const named = anniversariesNamed(all, typed)
  if (named.length > 0) return { anniversaries: named, isNamed: true }
  const near = nearestAnniversaries(corpus)(typed).filter(({ keys }) => isAlike(typed, keys))
  return { anniversaries: near.map(each => each.value), isNamed: false }
}

/** The only anniversary that the words name or come near. */
export function onlyAnniversaryLike(typed: string, corpus: Corpus): Anniversary | undefined {
  const [anniversary, ...others] = anniversariesLike(typed, corpus).anniversaries
  return others.length === 0 ? anniversary : undefined
}

/** The anniversaries whose names and search words have all content words of the query. */
export function anniversariesNamed(all: readonly Anniversary[], typed: string | Query): Anniversary[] {
  const query = readQuery(typed)
  const words = query.words.map(({ word }) => word).filter(word => !isStopWord(word))
  // One short word is not enough: "6" is part of a date, and "all" could mean any of them.
  if (words.length < 2 && !words.some(word => word.length > 3)) return []
  return all.filter(each => {
    const label = wordsNaming(each)(query.text)
    return words.every(word => label.has(word))
  })
}

const wordsNaming = memoByObject(({ id, names, searchWords = [] }: Anniversary) =>
  labelWords([id, ...Object.values(names), ...searchWords], label =>
    labelTokens(label).map(({ word }) => word),
  ),
)

/** Anniversaries to suggest while somebody types. */
export const completeAnniversaries = (corpus: Corpus, typed: string, limit: number): Anniversary[] =>
  completions(anniversaryNames(corpus), typed, limit, isAlike)

const nearestAnniversaries = memoByObject((corpus: Corpus) => nearest(anniversaryNames(corpus), 0.3))

const anniversaryNames = memoByObject((corpus: Corpus): Named<Anniversary>[] =>
  corpus.anniversaries.map(each => ({ value: each, keys: [each.id, ...Object.values(each.names)] })),
)
