// What names and titles are compared with every query is worked out once: their words, and lists of them.
import { comparable, fold, tokens } from './fold.ts'

/** More labels than any list here holds; beyond it the oldest corpus's are forgotten with the rest. */
const mostLabels = 10_000

/** The words of a label. */
export const labelTokens = remembering(tokens, mostLabels)

/** The label as it is compared. */
export const labelFold = remembering(fold, mostLabels)

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

/** Once for each corpus, as long as anybody holds it. */
export function onceFor<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>()
  return of => {
    const known = made.get(of)
    if (known !== undefined) return known
    const value = make(of)
    made.set(of, value)
    return value
  }
}

/** Does the work once for each of at most so many texts, and then forgets them all. */
export function remembering<V>(work: (text: string) => V, most: number): (text: string) => V {
  const known = new Map<string, V>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
