// What names and titles are compared with every query is worked out once: their words, and lists of them.
import { comparable, fold, tokens } from './fold.ts'

/** More labels than any list here holds; beyond it the oldest corpus's are forgotten with the rest. */
const most = 10_000

/** The words of a label. */
export const labelTokens = remembering(tokens)

/** The label as it is compared. */
export const labelFold = remembering(fold)

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

function remembering<V>(work: (label: string) => V): (label: string) => V {
  const known = new Map<string, V>()
  return label => {
    const before = known.get(label)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const value = work(label)
    known.set(label, value)
    return value
  }
}
