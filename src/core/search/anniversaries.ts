// Anniversaries by what people call them.
import type { Anniversary, Corpus } from '../corpus/corpus.ts'
import { fold } from './fold.ts'
import { completions, type Named, nearest } from './nearest.ts'

/** The anniversaries that the words may mean; without words, the usual one. */
export function anniversariesLike(typed: string | undefined, corpus: Corpus): Anniversary[] {
  if (!typed?.trim()) return corpus.anniversaries.filter(each => each.usual)
  const exact = corpus.anniversaries.filter(each => each.id === fold(typed.trim()))
  return exact.length > 0 ? exact : nearest(list(corpus), 0.3)(typed).map(each => each.value)
}

/** Anniversaries to offer while somebody types. */
export const completeAnniversaries = (corpus: Corpus, typed: string, limit: number): Anniversary[] =>
  completions(list(corpus), typed, limit)

const list = (corpus: Corpus): Named<Anniversary>[] =>
  corpus.anniversaries.map(each => ({ value: each, keys: [each.id, ...Object.values(each.names)] }))
