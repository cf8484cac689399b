// Remembers the words of labels: the names and titles that are compared with every query.

import { fold } from './fold.ts'
import { memoByText } from './memo.ts'
import { labelsComparableWith, tokens } from './words.ts'

/** More than any list here holds. Beyond it all labels are forgotten, including those of replaced corpora. */
const MAX_REMEMBERED_LABELS = 10_000

export const labelTokens = memoByText(tokens, MAX_REMEMBERED_LABELS)

export const labelFold = memoByText(fold, MAX_REMEMBERED_LABELS)

/** The words of all labels, to compare with the typed text. Labels that cannot share a word with it are left out. */
export function labelWords(
  labels: readonly string[],
  wordsOf: (label: string) => readonly string[],
): (typed: string) => ReadonlySet<string> {
  // Only two results are possible: with and without the labels that need a dictionary. The second must not load one.
  const known = new Map<number, ReadonlySet<string>>()
  return typed => {
    const compared = labelsComparableWith(typed, labels)
    const words = known.get(compared.length) ?? new Set(compared.flatMap(wordsOf))
    known.set(compared.length, words)
    return words
  }
}
