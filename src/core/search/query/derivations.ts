// Tells English words that come from one another by their endings: invade, invasion and invader.

import { memoByText } from '../../text/memo.ts'
import { stemRules } from './inflections.ts'

/**
 * How alike two folded words are that come from one another: 1 if they are the same, 0 if neither comes from the other.
 * `isKnown` tells whether a word from which both may come exists.
 */
export function derivedLikeness(
  a: string,
  b: string,
  isKnown: (word: string) => boolean = () => false,
): number {
  if (a === b) return 1
  const [basesOfA, basesOfB] = [basesOf(a), basesOf(b)]
  if (basesOfA.includes(b) || basesOfB.includes(a)) return FROM_ONE_ANOTHER
  const isShared = basesOfA.some(
    base => basesOfB.includes(base) && (base.length >= MIN_SURE_BASE || isKnown(base)),
  )
  return isShared ? FROM_THE_SAME : 0
}

const FROM_ONE_ANOTHER = 0.8
const FROM_THE_SAME = 0.7
/** A long word is hardly the beginning of two others by chance. */
const MIN_SURE_BASE = 8

/** Words that a word may come from, without the word itself; most of them are no words. */
export const basesOf = memoByText((word: string): readonly string[] => {
  if (!/^[a-z]{4,}$/.test(word)) return []
  const found = new Set<string>()
  for (const stem of [word, ...inflected(word)]) {
    if (stem !== word) found.add(stem)
    for (const base of derived(stem)) {
      found.add(base)
      // "liberators"
      for (const deeper of derived(base)) found.add(deeper)
    }
  }
  found.delete(word)
  return [...found]
}, 50_000)

const inflected = (word: string): string[] =>
  stemRules.flatMap(([ending, replacement]) =>
    word.endsWith(ending) && word.length - ending.length >= 3
      ? withoutDouble(word.slice(0, -ending.length) + replacement, replacement)
      : [],
  )

const derived = (word: string): string[] =>
  derivedEndings.flatMap(([ending, minLength, replacements]) =>
    word.endsWith(ending) && word.length - ending.length >= minLength
      ? replacements.flatMap(each => withoutDouble(word.slice(0, -ending.length) + each, each))
      : [],
  )

/** "runn" comes from "run". */
const withoutDouble = (stem: string, replacement: string): string[] =>
  replacement === '' && /([bdgklmnprt])\1$/.test(stem) ? [stem, stem.slice(0, -1)] : [stem]

/** An ending, how long what stands before it must be at least, and what the base may have in its place. */
const derivedEndings: readonly [ending: string, minLength: number, replacements: readonly string[]][] = [
  ['ation', 4, ['', 'e', 'y']],
  ['ition', 4, ['', 'e']],
  ['ion', 5, ['', 'e']],
  ['sion', 3, ['d', 'de', 't', 'se']],
  ['ssion', 3, ['t']],
  ['ption', 3, ['be']],
  ['ution', 3, ['ve']],
  ['ention', 4, ['ene']],
  ['ication', 3, ['y']],
  ['uction', 3, ['uce']],
  ['al', 5, ['', 'e']],
  ['ment', 4, ['', 'e']],
  ['er', 4, ['', 'e']],
  ['or', 4, ['', 'e']],
  ['ly', 4, ['']],
  ['ily', 4, ['y']],
  ['ness', 4, ['']],
  ['iness', 3, ['y']],
  ['ity', 4, ['', 'e']],
  ['ility', 3, ['le']],
  ['ance', 5, ['', 'e']],
  ['ence', 4, ['', 'e']],
  ['ant', 5, ['', 'e']],
  ['ent', 5, ['', 'e']],
  ['ive', 4, ['', 'e']],
  ['ative', 4, ['', 'e']],
  ['sive', 3, ['d', 'de']],
  ['ship', 4, ['']],
  ['ism', 4, ['', 'e']],
  ['ist', 5, ['', 'e', 'y']],
  ['ian', 5, ['', 'y']],
  ['an', 5, ['a', '']],
  ['ese', 4, ['', 'a']],
  ['ic', 5, ['', 'y', 'e']],
  ['ical', 4, ['y', 'ic', 'e']],
  ['ure', 4, ['', 'e']],
  ['iage', 4, ['y']],
  ['ery', 5, ['er', 'e']],
  ['ous', 4, ['', 'y', 'e']],
  ['able', 4, ['', 'e']],
  ['ful', 4, ['']],
]
