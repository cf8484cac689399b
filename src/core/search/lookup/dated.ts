// Orders what has a date in an archive: the events that articles report, and the publication of each article.

import { compareLooseDates, type LooseDate, placeInOrder } from '../../calendar/date.ts'
import { firstDay, lastDay } from '../../calendar/span.ts'
import type { Article, Corpus, Event } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'
import { nextTurn, visitInTurns } from '../../text/turns.ts'

export type Dated = Event | Article

export const isEvent = (dated: Dated): dated is Event => !('published' in dated)

export interface Chronology {
  /** The earliest first; of one date, the events before the publications. */
  all: readonly Dated[]
  /** Those that may have been on one of the days, which are numbers as `firstDay` gives them. */
  within(first: number, last: number): Dated[]
}

/** Put in order once for each corpus, in turns. */
export const chronologyOf = memoByObject(async (corpus: Corpus): Promise<Chronology> => {
  const all = sortedByDate<Dated>([...corpus.events, ...corpus.articles], dateOfDated)
  const starts = new Int32Array(all.length)
  const ends = new Int32Array(all.length)
  await nextTurn()
  await visitInTurns(
    all,
    (dated, at) => {
      starts[at] = firstDay(dateOfDated(dated))
      ends[at] = lastDay(isEvent(dated) ? (dated.until ?? dated.date) : dated.published)
    },
    DATES_PER_TURN,
  )
  return {
    all,
    within: (first, last) =>
      all.filter((_, at) => (ends[at] as number) >= first && (starts[at] as number) <= last),
  }
})

const DATES_PER_TURN = 20_000

/** How many of a list with the earliest first are before a day. */
export function countBefore(list: readonly Dated[], day: number): number {
  const first = list.findIndex(dated => firstDay(dateOfDated(dated)) >= day)
  return first < 0 ? list.length : first
}

const dateOfDated = (dated: Dated): LooseDate => (isEvent(dated) ? dated.date : dated.published)

/**
 * A copy with the earliest first; what has the same date keeps its order. It sorts numbers, because comparing 50,000
 * objects takes longer than everything else in an answer.
 */
export function sortedByDate<T>(list: readonly T[], dateOf: (item: T) => LooseDate): T[] {
  if (list.length < MIN_KEYED_ITEMS) return list.toSorted((a, b) => compareLooseDates(dateOf(a), dateOf(b)))
  const keys = new Float64Array(list.length)
  for (const [at, item] of list.entries()) keys[at] = placeInOrder(dateOf(item)) * MAX_ITEMS + at
  return Array.from(keys.sort(), key => list[key % MAX_ITEMS] as T)
}

const MIN_KEYED_ITEMS = 1000
/** With its place in the order in front of it, the index of an item still fits the 53 bits of a number. */
const MAX_ITEMS = 2 ** 28
