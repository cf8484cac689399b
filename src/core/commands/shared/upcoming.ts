// Orders anniversaries by their next date.

import type { Temporal } from 'temporal-polyfill'
import { nextOccurrence } from '../../calendar/recurrence.ts'
import type { Anniversary } from '../../corpus/model.ts'
import type { Context } from '../command.ts'

/** The anniversaries with their next date, the nearest first. */
export function comingUp(
  { corpus }: Context,
  today: Temporal.PlainDate,
): { anniversary: Anniversary; occurrence: Temporal.PlainDate }[] {
  return corpus.anniversaries
    .map(anniversary => ({ anniversary, occurrence: nextOccurrence(today, anniversary.recurrence) }))
    .sort((a, b) => (a.occurrence.toString() < b.occurrence.toString() ? -1 : 1))
}
