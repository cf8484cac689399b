// Warns of anniversaries whose day itself is still to come, which is more often a slip than meant.

import { Temporal } from 'temporal-polyfill'
import type { Corpus } from './model.ts'

/** A line for each, for a curator. It is no fault: such a day is posted for the first time when it comes. */
export function futureWarnings({ anniversaries }: Corpus, today: Temporal.PlainDate): string[] {
  return anniversaries.flatMap(({ id, since }) => {
    const day = Temporal.PlainDate.from(since)
    return Temporal.PlainDate.compare(day, today) > 0
      ? [`${id}: "since" is in the future. Nothing is posted before ${day}; check the year.`]
      : []
  })
}
