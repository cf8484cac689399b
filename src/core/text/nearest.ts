// Forgiving lookup in short lists (commands, titles, names, zones, words), which is what Fuse is measurably good at.
import Fuse from 'fuse.js'
import { fold } from './fold.ts'
import { labelFold } from './labels.ts'
import { memoByObject } from './memo.ts'

/** Something to find by any of its spellings. */
export interface Named<T> {
  value: T
  keys: readonly string[]
}

export interface Near<T> {
  value: T
  /** 0 is the same word, 1 nothing alike. */
  distance: number
}

/**
 * A lookup over a short list, nearest first; the list is folded once. What is further off than `tolerance` is not
 * found: 0.25 allows about one wrong letter in four.
 */
export function nearest<T>(
  list: readonly Named<T>[],
  tolerance = usual,
): (typed: string, limit?: number) => Near<T>[] {
  let fuse: Fuse<{ value: T; keys: string[] }> | undefined
  return (typed, limit = 5) => {
    // Fuse takes seconds over a long pattern, and returns the whole list for an empty one.
    const pattern = fold(typed.trim()).slice(0, longest)
    if (!pattern) return []
    fuse ??= new Fuse(
      list.map(({ value, keys }) => ({ value, keys: keys.map(fold) })),
      {
        keys: ['keys'],
        includeScore: true,
        ignoreLocation: true,
        ignoreFieldNorm: true,
        threshold: tolerance,
      },
    )
    return fuse
      .search(pattern, { limit })
      .map(({ item, score }) => ({ value: item.value, distance: score ?? 1 }))
  }
}

/**
 * What people mean while they still type: names that begin so, then words in them that do, then, unless they are not
 * wanted, near ones.
 */
export function completions<T>(
  list: readonly Named<T>[],
  typed: string,
  limit: number,
  { fuzzy = true } = {},
): T[] {
  const pattern = fold(typed.trim()).slice(0, longest)
  if (!pattern) return list.slice(0, limit).map(({ value }) => value)
  const ranks = [
    (key: string) => key.startsWith(pattern),
    (key: string) => key.split(/[\s/_-]+/).some(word => word.startsWith(pattern)),
    (key: string) => pattern.length > 2 && key.includes(pattern),
  ]
  const found = new Set<T>()
  const holding = list
    .map(({ value, keys }) => ({ value, keys: keys.map(labelFold).filter(key => key.includes(pattern)) }))
    .filter(({ keys }) => keys.length > 0)
  for (const fits of ranks) for (const { value, keys } of holding) if (keys.some(fits)) found.add(value)
  if (fuzzy && found.size === 0 && pattern.length > 2)
    for (const { value } of nearestIn(list)(pattern, limit)) found.add(value)
  return [...found].slice(0, limit)
}

/** The lookup over a list that is there for long, made once. */
export const nearestIn = memoByObject(nearest)

const usual = 0.4
const longest = 64
