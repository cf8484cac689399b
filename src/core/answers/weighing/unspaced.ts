// Matches words of scripts without spaces by their characters, because the dictionary cuts the same ones in several ways.

import type { QueryWord } from '../../search/query/query.ts'
import { beginsSyllable } from '../../search/runs/run.ts'
import { needsDictionary } from '../../text/words.ts'

export interface WordMatch {
  /** The index of the query's word. */
  term: number
  /** How likely it means the same, at most 1. */
  quality: number
  /** How a text must write it, for a synonym of one word: "lính" and not "Linh". */
  written?: string
}

/** A stretch of the query without a space, with the places of its words. */
interface Stretch {
  text: string
  end: number
  words: { term: number; from: number; to: number }[]
}

/**
 * Finds what a word of a text stands for that is no word of the query: a part of one or of several, or a compound of a
 * word that `matches` has.
 */
export function unspacedMatcher(
  words: readonly QueryWord[],
  matches: ReadonlyMap<string, readonly WordMatch[]>,
): (word: string) => WordMatch[] {
  const stretches = stretchesOf(words)
  const parts = [...matches]
    .map(([word, list]) => [needsDictionary(word) ? skeletonOf(word) : '', list] as const)
    .filter(([part]) => part.length >= MIN_UNITS)
  return written => {
    const word = skeletonOf(written)
    if (word.length < MIN_UNITS) return []
    const best = new Map<number, number>()
    const add = (term: number, quality: number) => best.set(term, Math.max(quality, best.get(term) ?? 0))
    for (const { text, words: list } of stretches)
      for (const at of wholePlaces(word, text))
        for (const { term, from, to } of list) {
          const share = (Math.min(to, at + word.length) - Math.max(from, at)) / (to - from)
          if (share >= MIN_SHARE) add(term, PART_QUALITY * share)
        }
    for (const [part, list] of parts) {
      const share = part.length / word.length
      if (share < MIN_SHARE || wholePlaces(part, word).length === 0) continue
      for (const { term, quality } of list) add(term, quality * COMPOUND_QUALITY)
    }
    return Array.from(best, ([term, quality]) => ({ term, quality }))
  }
}

/** A single syllable is in many words that have nothing else in common. */
const MIN_UNITS = 4
const MIN_SHARE = 0.55
const PART_QUALITY = 0.95
/** A prefix makes a noun of a verb. */
const COMPOUND_QUALITY = 0.85

function stretchesOf(words: readonly QueryWord[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [term, { word, start, end, isAsking }] of words.entries()) {
    if (isAsking || !needsDictionary(word)) continue
    let stretch = stretches.at(-1)
    if (stretch?.end !== start) {
      stretch = { text: '', end: start, words: [] }
      stretches.push(stretch)
    }
    const from = stretch.text.length
    stretch.text += skeletonOf(word)
    stretch.end = end
    stretch.words.push({ term, from, to: stretch.text.length })
  }
  return stretches
}

/** A word without the Khmer signs that people leave out or mix up, without silent letters, and with one form for final m. */
const skeletonOf = (word: string) =>
  word.replace(/[\u1780-\u17a2]\u17cd|[\u17c9-\u17cc\u17d0]/g, '').replace(/\u1798\u17d2/g, '\u17c6')

/** Where a word stands in a text as whole syllables. */
function wholePlaces(word: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (beginsSyllable(text, at) && beginsSyllable(text, at + word.length)) places.push(at)
  return places
}
