// Reads the names that a day of the year has in names.yaml: "Victory Day" is 7 January.

import type { Temporal } from 'temporal-polyfill'
import type { Day } from '../../calendar/day.ts'
import type { Corpus } from '../../corpus/model.ts'
import { readDay } from '../../languages/calendar.ts'
import { namesExactly } from './names.ts'

/** The day that is spelled so, if the first name of its entry is a day of the year. */
export async function dayNamed(
  typed: string,
  today: Temporal.PlainDate,
  corpus: Corpus,
): Promise<Day | undefined> {
  const [entry] = await namesExactly(corpus, typed)
  const day = entry && readDay(entry.name, today, 'en')
  return day?.type === 'day' ? day : undefined
}
