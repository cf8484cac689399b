// Reads days and hours with the words of all languages, because people type them in any, whatever the chat's language.

import type { Temporal } from 'temporal-polyfill'
import { dateFinder, type TextDate } from '../calendar/dates-in.ts'
import { type DayReading, parseDay } from '../calendar/day.ts'
import { type HourVocabulary, hourVocabulary, parseTime, timesOfNumber } from '../calendar/hour.ts'
import { type CalendarVocabulary, calendarVocabulary } from '../calendar/words.ts'
import type { Language } from './language.ts'
import { fromAllPacks, packs } from './packs.ts'

let calendar: CalendarVocabulary | undefined
let hours: HourVocabulary | undefined
let findDates: ((text: string) => TextDate[]) | undefined

/** Made when the first date is read. */
export function calendarWords(): CalendarVocabulary {
  calendar ??= calendarVocabulary(fromAllPacks('calendar'))
  return calendar
}

/** The dates in a text of any language, in their order. */
export function datesIn(text: string): TextDate[] {
  findDates ??= dateFinder(fromAllPacks('calendar'))
  return findDates(text)
}

/** The hour that the words mean; undefined if they are none. */
export function readTime(typed: string): Temporal.PlainTime | undefined {
  return parseTime(typed, hourWords())
}

/** The hours that a number alone may mean, of which somebody must choose; empty if the words are no such number. */
export const timesLike = (typed: string): Temporal.PlainTime[] => timesOfNumber(typed, hourWords())

function hourWords(): HourVocabulary {
  hours ??= hourVocabulary(fromAllPacks('calendar'))
  return hours
}

/** The day, month or week that the words mean, as readers of the language write it; undefined if they mean none. */
export const readDay = (
  typed: string,
  today: Temporal.PlainDate,
  language: Language,
): DayReading | undefined =>
  parseDay(typed, {
    today,
    words: calendarWords(),
    hasBothDayOrders: packs.get(language)?.printed?.hasBothDayOrders ?? false,
  })
