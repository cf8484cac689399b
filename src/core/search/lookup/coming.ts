// Lists anniversaries by when they fall: the next date of each, and those of one day.

import { Temporal } from 'temporal-polyfill'
import type { MonthDay } from '../../calendar/day.ts'
import { DEFAULT_LEAP_DAY, isLeapDay, type LeapDay, nextOccurrence } from '../../calendar/recurrence.ts'
import type { Anniversary, Corpus } from '../../corpus/model.ts'
import { memoByObject } from '../../text/memo.ts'

export interface ComingAnniversary {
  anniversary: Anniversary
  occurrence: Temporal.PlainDate
}

/** The choice of leap day for each anniversary. */
export type LeapDayOf = (anniversary: string) => LeapDay

/** Decides what is next for a chat. */
export interface CalendarOfChat {
  corpus: Corpus
  /** In the chat's time zone. */
  today: Temporal.PlainDate
  leapDayOf: LeapDayOf
}

/** For results that go to an unknown chat. */
export const defaultLeapDays: LeapDayOf = () => DEFAULT_LEAP_DAY

/** The anniversaries with their next date, the nearest first. */
export function comingUp({ corpus, today, leapDayOf }: CalendarOfChat): readonly ComingAnniversary[] {
  const known = comingByDefault(corpus, today)
  const isChosen = ({ anniversary }: ComingAnniversary) =>
    isLeapDay(anniversary) && leapDayOf(anniversary.id) !== DEFAULT_LEAP_DAY
  if (!known.some(isChosen)) return known
  return known
    .map(each => (isChosen(each) ? comingFrom(today, each.anniversary, leapDayOf) : each))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.occurrence, b.occurrence))
}

/** Without those whose day itself is farther away. */
export const comingWithinYear = (calendar: CalendarOfChat): ComingAnniversary[] =>
  comingUp(calendar).filter(({ occurrence }) => calendar.today.until(occurrence).days <= MAX_DAYS_IN_YEAR)

/** The anniversaries that fall on the next such day, today included. */
export function fallingOn(asked: MonthDay, calendar: CalendarOfChat): ComingAnniversary[] {
  const { today } = calendar
  const { month, day } = asked
  const coming = comingWithinYear(calendar)
  // Somebody who asks for 29 February means the anniversaries of that day, wherever they fall this year.
  if (month === 2 && day === 29) return coming.filter(({ anniversary }) => isLeapDay(anniversary))
  const thisYear = Temporal.PlainDate.from({ year: today.year, month, day })
  const date = Temporal.PlainDate.compare(thisYear, today) >= 0 ? thisYear : thisYear.add({ years: 1 })
  return coming.filter(({ occurrence }) => occurrence.equals(date))
}

/** The anniversaries of such a day that begin in a later year than its next date. */
export function beginningLater(asked: MonthDay, calendar: CalendarOfChat): ComingAnniversary[] {
  const falling = new Set(fallingOn(asked, calendar))
  return comingUp(calendar).filter(
    each => each.occurrence.month === asked.month && each.occurrence.day === asked.day && !falling.has(each),
  )
}

const MAX_DAYS_IN_YEAR = 366

const comingFrom = (
  today: Temporal.PlainDate,
  anniversary: Anniversary,
  leapDayOf: LeapDayOf,
): ComingAnniversary => ({
  anniversary,
  occurrence: nextOccurrence(today, anniversary, leapDayOf(anniversary.id)),
})

function comingByDefault(corpus: Corpus, today: Temporal.PlainDate): readonly ComingAnniversary[] {
  const days = comingOnDays(corpus)
  const day = today.toString()
  const known = days.get(day)
  if (known) return known
  const coming = corpus.anniversaries
    .map(anniversary => comingFrom(today, anniversary, defaultLeapDays))
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
