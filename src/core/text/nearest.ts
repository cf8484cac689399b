// Looks up names in short lists (commands, titles, names, zones), forgiving misspellings with Fuse.

import Fuse from 'fuse.js'
import { fold } from './fold.ts'
import { labelFold } from './labels.ts'
import { memoByObject } from './memo.ts'

/** A value that can be found by any of its spellings. */
export interface Named<T> {
  value: T
  keys: readonly string[]
}

export interface NearMatch<T> extends Named<T> {
  /** 0 means the same word; 1, nothing in common. */
  distance: number
}

/**
 * Returns a lookup over a list, nearest first; the list is folded once. Values farther away than `tolerance` are left
 * out: 0.25 allows about one wrong letter in four. Of a long list, only the values that share the most pairs of
 * characters with what was typed are compared.
 */
export function nearest<T>(
  list: readonly Named<T>[],
  tolerance = DEFAULT_TOLERANCE,
): (typed: string, limit?: number) => NearMatch<T>[] {
  let folded: Folded<T>[] | undefined
  let fuse: Fuse<Folded<T>> | undefined
  return (typed, limit = 5) => {
    // Fuse takes seconds for a long pattern, and returns the whole list for an empty one.
    const pattern = fold(typed.trim()).slice(0, MAX_PATTERN_UNITS)
    if (!pattern) return []
    folded ??= list.map(({ value, keys }) => ({ value, keys: keys.map(fold) }))
    const isLong = folded.length > MAX_FUSED_VALUES
    if (!isLong) fuse ??= fuseOver(folded, tolerance)
    return (fuse ?? fuseOver(likeliest(folded, pattern), tolerance))
      .search(pattern, { limit })
      .map(({ item: { value, keys }, score }) => ({ value, keys, distance: score ?? 1 }))
  }
}

type Folded<T> = { value: T; keys: string[] }

const fuseOver = <T>(list: readonly Folded<T>[], tolerance: number) =>
  new Fuse(list, {
    keys: ['keys'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: tolerance,
  })

/** Fuse takes a millisecond for so many values, and fifty for the names of a large archive. */
const MAX_FUSED_VALUES = 300

function likeliest<T>(list: readonly Folded<T>[], pattern: string): Folded<T>[] {
  const pairs = new Set(
    Array.from({ length: Math.max(1, pattern.length - 1) }, (_, at) => pattern.slice(at, at + 2)),
  )
  const sharedBy = (key: string) => {
    let shared = 0
    for (const pair of pairs) if (key.includes(pair)) shared++
    return shared
  }
  return list
    .map(each => ({ each, shared: Math.max(0, ...each.keys.map(sharedBy)) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MAX_FUSED_VALUES)
    .map(({ each }) => each)
}

/**
 * Completes a typed prefix: first keys that begin with it, then keys with a word that does, then keys that contain it,
 * and only if there are none, misspelt ones that `mayBeMeant` allows, if given. Without a prefix, the head of the list.
 */
export function completions<T>(
  list: readonly Named<T>[],
  typed: string,
  limit: number,
  mayBeMeant?: (typed: string, keys: readonly string[]) => boolean,
): T[] {
  const pattern = fold(typed.trim()).slice(0, MAX_PATTERN_UNITS)
  if (!pattern) return list.slice(0, limit).map(({ value }) => value)
  const tests = [
    (key: string) => key.startsWith(pattern),
    (key: string) => key.split(/[\s/_-]+/).some(word => word.startsWith(pattern)),
    (key: string) => pattern.length > 2 && key.includes(pattern),
  ]
  const values = new Set<T>()
  const containing = foldedKeys(list).filter(({ keys }) => keys.some(key => key.includes(pattern)))
  for (const test of tests) for (const { value, keys } of containing) if (keys.some(test)) values.add(value)
  if (mayBeMeant && values.size === 0 && pattern.length > 2)
    for (const { value, keys } of nearestIn(list)(pattern, limit))
      if (mayBeMeant(pattern, keys)) values.add(value)
  return [...values].slice(0, limit)
}

/** Folded once for each list. Lists that are made for one answer share the folded labels. */
const foldedKeys = memoByObject(<T>(list: readonly Named<T>[]) =>
  list.map(({ value, keys }) => ({ value, keys: keys.map(labelFold) })),
)

/** The lookup over a long-lived list, created once for each list. */
export const nearestIn = memoByObject(nearest)

const DEFAULT_TOLERANCE = 0.4
const MAX_PATTERN_UNITS = 64
