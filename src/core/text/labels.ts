// What names and titles are compared with every query is worked out once: their words, and lists of them.

import { fold } from './fold.ts'
import { memoByText } from './memo.ts'
import { comparable, tokens } from './words.ts'

/** More labels than any list here holds; beyond it the oldest corpus's are forgotten with the rest. */
const mostLabels = 10_000

/** The words of a label. */
export const labelTokens = memoByText(tokens, mostLabels)

/** The label as it is compared. */
export const labelFold = memoByText(fold, mostLabels)

/**
 * The words of all labels together, for comparing them with what is typed: those of labels that could have none of its
 * words are left out.
 */
export function labelWords(
  labels: readonly string[],
  wordsOf: (label: string) => readonly string[],
): (typed: string) => ReadonlySet<string> {
  // There are two answers only, with and without labels that need a dictionary, which the second must not load.
  const known = new Map<number, ReadonlySet<string>>()
  return typed => {
    const some = comparable(labels, typed)
    const words = known.get(some.length) ?? new Set(some.flatMap(wordsOf))
    known.set(some.length, words)
    return words
  }
}
