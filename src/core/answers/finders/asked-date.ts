// Reads the date that a question asks about: 25 December 1978, ឆ្នាំ១៩៨៩, yesterday, Victory Day.

import type { DayReading } from '../../calendar/day.ts'
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
  const { query } = asked
  const words = contentWords(asked)
  const [written] = datesIn(query.text)
  if (written) {
    const { start, end, ...date } = written
    return { date, about: words.filter(word => word.end <= start || word.start >= end) }
  }
  const day = await dayIn(asked)
  if (day === undefined) return undefined
  const { reading, own } = day
  const about = words.filter(word => !own.includes(word))
  switch (reading.type) {
    case 'day':
      return { date: { type: 'day', month: reading.month, day: reading.day }, about }
    case 'days':
      return { date: reading, about }
    case 'no-such-day':
      return undefined
    default:
      return reading satisfies never
  }
}

/** A day in words, and the words that it is made of: the longest stretch that means one, or the name of a day. */
async function dayIn(asked: Asked): Promise<{ reading: DayReading; own: QueryWord[] } | undefined> {
  const { corpus, today, language } = asked
  const words = wordsNotAsking(asked)
  for (let length = Math.min(words.length, MAX_DAY_WORDS); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const own = words.slice(from, from + length)
      const reading = readDay(stretchOf(own, asked), today, language)
      if (reading) return { reading, own }
    }
  const content = contentWords(asked)
  const named = content.length > 0 && (await dayNamed(stretchOf(content, asked), today, corpus))
  return named ? { reading: named, own: content } : undefined
}

/** "the day after tomorrow", "thứ sáu tuần sau" */
const MAX_DAY_WORDS = 5
