// Reads the runs of a query: what was typed without a space, to be compared by characters and not by words.

import { unifiedWordsWithPlaces } from '../../text/alike/lookalikes.ts'
import { needsDictionary, type TextWord } from '../../text/words.ts'
import type { Query } from '../query/query.ts'
import { isStopWord } from '../query/stop-words.ts'

/** Folded words without what is between them. A word of a script with spaces is a run of its own. */
export type Run = string

/**
 * The runs of a query, each quoted phrase as one. None if all words are in scripts with spaces, or if a run is so short
 * that it is part of very many words.
 */
export function runsOf({ words, phrases }: Query): Run[] {
  const runs: { text: string; end: number; phrase: number }[] = []
  for (const [at, { word, start, end, isAsking }] of words.entries()) {
    if (isAsking) continue
    const phrase = phrases.findIndex(([from, to]) => at >= from && at < to)
    const last = runs.at(-1)
    if (last && (last.end === start || (phrase >= 0 && last.phrase === phrase))) {
      last.text += word
      last.end = end
    } else runs.push({ text: word, end, phrase })
  }
  const sought = runs.map(({ text }) => text).filter(text => !isStopWord(text))
  const unspaced = sought.filter(needsDictionary)
  return unspaced.length > 0 && unspaced.every(run => syllableCount(run) >= MIN_SYLLABLES) ? sought : []
}

/** One syllable is in many words that have nothing else in common. */
const MIN_SYLLABLES = 2

const syllableCount = (run: Run) =>
  Array.from(run, (_, at) => at).filter(at => beginsSyllable(run, at)).length

/** Whether no character before the position belongs to the one after it. */
export const beginsSyllable = (text: string, at: number): boolean =>
  at === text.length || !(mark.test(text.charAt(at)) || joiner.test(text.charAt(at - 1)))

const mark = /\p{M}/u
/** The signs before a subscript in Khmer and Burmese. */
const joiner = /[\u17d2\u1039]/

/** Where the run stands in a text, in UTF-16 units. It may begin and end inside words, if these are unspaced. */
export function occurrencesOf(
  run: Run,
  original: string,
  words: readonly TextWord[],
): [start: number, end: number][] {
  const text = words.map(({ word }) => word).join('')
  const occurrences: [number, number][] = []
  const ends: number[] = []
  for (const { word } of words) ends.push((ends.at(-1) ?? 0) + word.length)
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) {
    const end = at + run.length
    const first = ends.findIndex(each => each > at)
    const last = ends.findIndex(each => each >= end)
    const [from, to] = [words[first], words[last]]
    if (!from || !to) break
    const offset = at - ((ends[first] as number) - from.word.length)
    const left = (ends[last] as number) - end
    if ((offset > 0 && !needsDictionary(from.word)) || (left > 0 && !needsDictionary(to.word))) continue
    if (!beginsSyllable(text, at) || (left > 0 && !beginsSyllable(text, end))) continue
    occurrences.push([
      placeIn(from, offset, original).start,
      placeIn(to, to.word.length - left, original).end,
    ])
  }
  return occurrences
}

/** Where a position of a folded word is in the original. Folding seldom changes the length of an unspaced word. */
function placeIn({ word, start, end }: TextWord, position: number, original: string) {
  const { text, startOf, endOf } = unifiedWordsWithPlaces(original.slice(start, end))
  if (text.length !== word.length) return { start, end }
  // The end first, because places must be asked for in order.
  const endBefore = start + endOf(position)
  return {
    start: position === 0 ? start : start + startOf(position),
    end: position === word.length ? end : endBefore,
  }
}
