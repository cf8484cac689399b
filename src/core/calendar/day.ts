// Reads a day as people type it: today, tomorrow, 7 January, January 7, 01-07, 7/1, ngày 7 tháng 1, ៧ មករា,
// ថ្ងៃទី៧ ខែមករា.
import type { Temporal } from 'temporal-polyfill'
import { daysIn } from './date.ts'
import type { CalendarVocabulary } from './words.ts'

/** A day of any year. `reading` says how an ambiguous form was read: 7/1 is taken as day, then month. */
export interface Day {
  month: number
  day: number
  reading: 'plain' | 'day-month'
}

/** The day that the words mean; undefined if they are no day, or a day that no year has. */
export function parseDay(
  text: string,
  today: Temporal.PlainDate,
  words: CalendarVocabulary,
): Day | undefined {
  const relative = words.relativeDay(text)
  if (relative !== undefined) {
    const { month, day } = today.add({ days: relative })
    return { month, day, reading: 'plain' }
  }
  const typed = words.normalize(text)
  const iso = /^(?:\d{4}-)?(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]))
  const slashed = /^(\d{1,2})[/.](\d{1,2})(?:[/.](?:\d{4})?)?$/.exec(typed)
  if (slashed) return dayOf(Number(slashed[2]), Number(slashed[1]), 'day-month')
  const numbered = /^(?:D )?(\d{1,2}) M (\d{1,2})(?: (?:Y )?\d{4})?$/.exec(typed)
  if (numbered) return dayOf(Number(numbered[2]), Number(numbered[1]))
  const named = /^(?:D )?(\d{1,2})\.? (?:M )?(\p{L}[\p{L}\p{M}]*)\.?(?: (?:Y )?\d{4})?$/u.exec(typed)
  if (named) return dayOf(words.month(named[2] ?? ''), Number(named[1]))
  const reversed = /^(\p{L}[\p{L}\p{M}]*)\.? (\d{1,2})(?: \d{4})?$/u.exec(typed)
  if (reversed) return dayOf(words.month(reversed[1] ?? ''), Number(reversed[2]))
  return undefined
}

function dayOf(month: number, day: number, reading: Day['reading'] = 'plain'): Day | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month) ? { month, day, reading } : undefined
}
