// Reads the date that a question asks about: 25 December 1978, ឆ្នាំ១៩៨៩, yesterday, Victory Day.

import { datesIn, readDay } from '../../languages/calendar.ts'
import { dayNamed } from '../../search/lookup/days.ts'
import type { QueryWord } from '../../search/query/query.ts'
import type { Asked, AskedDate } from '../finding.ts'
import { contentWords, stretchOf, wordsNotAsking } from './content-words.ts'

export interface DateQuestion {
  date: AskedDate
  /** The words beside the date that say what is sought. */
  about: QueryWord[]
}

/** Undefined if the question names no date. */
export async function dateQuestion(asked: Asked): Promise<DateQuestion | undefined> {
  const { query, corpus, today, language } = asked
  const words = contentWords(asked)
  const [written] = datesIn(query.text)
  if (written) {
    const { start, end, ...date } = written
    return { date, about: words.filter(word => word.end <= start || word.start >= end) }
  }
  // Beside a date in words, all others only ask.
  const typed = stretchOf(wordsNotAsking(asked), asked)
  const day =
    typed === '' ? undefined : (readDay(typed, today, language) ?? (await dayNamed(typed, today, corpus)))
  switch (day?.type) {
    case 'day':
      return { date: { type: 'day', month: day.month, day: day.day }, about: [] }
    case 'days':
      return { date: day, about: [] }
    default:
      return undefined
  }
}
