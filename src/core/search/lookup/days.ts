// Reads the names that a day of the year has in names.yaml: "Victory Day" is 7 January.

import type { Temporal } from 'temporal-polyfill'
import type { Day } from '../../calendar/day.ts'
import type { Corpus } from '../../corpus/model.ts'
import { readDay } from '../../languages/calendar.ts'
import { fold } from '../../text/fold.ts'
import { namesLike } from './names.ts'

/** The day that is spelled so, if the first name of its entry is a day of the year. */
export async function dayNamed(
  typed: string,
  today: Temporal.PlainDate,
  corpus: Corpus,
): Promise<Day | undefined> {
  const [entry] = (await namesLike(corpus, typed)).names
  const folded = fold(typed.trim())
  const isNamed = entry && [entry.name, ...entry.also].some(spelling => fold(spelling) === folded)
  const day = isNamed ? readDay(entry.name, today, 'en') : undefined
  return day?.type === 'day' ? day : undefined
}
