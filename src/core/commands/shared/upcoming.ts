// Orders anniversaries by their next date.

import type { Temporal } from 'temporal-polyfill'
import { nextOccurrence } from '../../calendar/recurrence.ts'
import type { Anniversary, Corpus } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Context } from '../command.ts'

export interface ComingAnniversary {
  anniversary: Anniversary
  occurrence: Temporal.PlainDate
}

/** The anniversaries with their next date, the nearest first. */
export function comingUp({ corpus }: Context, today: Temporal.PlainDate): readonly ComingAnniversary[] {
  const days = comingOnDays(corpus)
  const day = today.toString()
  const known = days.get(day)
  if (known) return known
  const coming = corpus.anniversaries
    .map(anniversary => ({ anniversary, occurrence: nextOccurrence(today, anniversary.recurrence) }))
    .map(each => ({ each, day: each.occurrence.toString() }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ each }) => each)
  // Chats in other zones may still have yesterday.
  if (days.size >= MAX_KNOWN_DAYS) days.clear()
  days.set(day, coming)
  return coming
}

const MAX_KNOWN_DAYS = 4

const comingOnDays = memoByObject((_corpus: Corpus) => new Map<string, readonly ComingAnniversary[]>())
