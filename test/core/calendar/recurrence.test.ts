// Checks when an anniversary recurs: years, leap days, the day itself, and the moments of local hours.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  type LeapDay,
  nextOccurrence,
  occurrenceAfter,
  type RecurringDay,
  yearsSince,
} from '../../../src/core/calendar/recurrence.ts'
import { momentOf, zones } from '../../../src/core/calendar/zone.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
/** The day that happened on this date and recurs every year. */
function since(text: string): RecurringDay {
  const { year, month, day } = date(text)
  return { recurrence: { type: 'yearly', month, day }, since: { year, month, day } }
}
const january7 = since('1979-01-07')
const leapling = since('1852-02-29')
/** The date in the year on which the day falls, if it falls in that year. */
const falls = (year: number, day: RecurringDay, leapDay: LeapDay = 'february-28') => {
  const occurrence = nextOccurrence(Temporal.PlainDate.from({ year, month: 1, day: 1 }), day, leapDay)
  return occurrence.year === year ? occurrence.toString() : undefined
}
const next = (from: string, day: RecurringDay, leapDay: LeapDay = 'february-28') =>
  nextOccurrence(date(from), day, leapDay).toString()

describe('a yearly recurrence', () => {
  it('falls on the same day every year', () => {
    expect(falls(2027, january7)).toBe('2027-01-07')
  })

  it('is today on the day itself, and next year from the day after', () => {
    expect(next('2027-01-07', january7)).toBe('2027-01-07')
    expect(next('2027-01-08', january7)).toBe('2028-01-07')
  })

  it('on a leap day falls on 28 February in a common year, or on 1 March if the chat prefers that', () => {
    expect(falls(2028, leapling)).toBe('2028-02-29')
    expect(falls(2028, leapling, 'march-1')).toBe('2028-02-29')
    expect(falls(2027, leapling)).toBe('2027-02-28')
    expect(falls(2027, leapling, 'march-1')).toBe('2027-03-01')
    expect(falls(2100, leapling)).toBe('2100-02-28')
    expect(next('2027-03-01', leapling, 'march-1')).toBe('2027-03-01')
    expect(next('2027-03-01', leapling)).toBe('2028-02-29')
  })

  it('does not fall before the day itself, which is not counted as an anniversary', () => {
    const future = since('2031-05-03')
    expect(falls(2030, future)).toBeUndefined()
    expect(falls(2031, future)).toBe('2031-05-03')
    expect(next('2027-02-27', future)).toBe('2031-05-03')
    expect([2031, 2032].map(year => yearsSince({ year }, future))).toEqual([0, 1])
  })

  it('is in another year each time, although the leap day is chosen differently after a post', () => {
    expect(occurrenceAfter(date('2027-02-28'), leapling, 'march-1').toString()).toBe('2028-02-29')
    expect(occurrenceAfter(date('2027-03-01'), leapling, 'february-28').toString()).toBe('2028-02-29')
  })

  it('takes the years below 100, and counts by the Gregorian calendar before 1582 too', () => {
    expect(next('0045-01-01', since('0044-03-15'))).toBe('0045-03-15')
    // 1500 was a leap year in the Julian calendar only.
    expect(falls(1500, since('1452-02-29'))).toBe('1500-02-28')
  })

  it('falls exactly once between any day and the same day a year later', () => {
    const rule = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(rule, day, ({ month, day }, at) => {
        const from = date(at.toISOString().slice(0, 10))
        const recurring: RecurringDay = {
          recurrence: { type: 'yearly', month, day },
          since: { year: 1979, month, day },
        }
        const first = nextOccurrence(from, recurring, 'february-28')
        const second = nextOccurrence(first.add({ days: 1 }), recurring, 'february-28')
        expect(Temporal.PlainDate.compare(first, from)).toBeGreaterThanOrEqual(0)
        expect(Temporal.PlainDate.compare(first, from.add({ years: 1 }))).toBeLessThanOrEqual(0)
        expect(second.toString()).toBe(first.add({ years: 1 }).toString())
        expect(occurrenceAfter(first, recurring, 'february-28').equals(second)).toBe(true)
      }),
    )
  })
})

describe('a recurrence on a weekday of a month', () => {
  const secondSundayOfMay: RecurringDay = {
    recurrence: { type: 'weekday', month: 5, weekday: 7, nth: 2 },
    since: { year: 1914, month: 5, day: 10 },
  }
  const lastMondayOfMay: RecurringDay = {
    recurrence: { type: 'weekday', month: 5, weekday: 1, nth: -1 },
    since: { year: 1971, month: 5, day: 31 },
  }

  it.each([
    [1914, '1914-05-10'],
    [2026, '2026-05-10'],
    [2027, '2027-05-09'],
    [2033, '2033-05-08'],
    [2034, '2034-05-14'],
  ])('falls on the second Sunday of May in %i', (year, expected) => {
    expect(falls(year, secondSundayOfMay)).toBe(expected)
  })

  it('falls on the last Monday, whether it is the fourth or the fifth', () => {
    expect([2027, 2028].map(year => falls(year, lastMondayOfMay))).toEqual(['2027-05-31', '2028-05-29'])
  })

  it('is next year from the day after, and after a post', () => {
    expect(next('2027-05-09', secondSundayOfMay)).toBe('2027-05-09')
    expect(next('2027-05-10', secondSundayOfMay)).toBe('2028-05-14')
    expect(occurrenceAfter(date('2027-05-09'), secondSundayOfMay, 'march-1').toString()).toBe('2028-05-14')
  })

  it('is the only such day of its month with as many before or after it, from 1900 to 2100', () => {
    for (let year = 1900; year <= 2100; year++)
      for (let month = 1; month <= 12; month++)
        for (const nth of [1, 2, 3, 4, -1] as const)
          for (let weekday = 1; weekday <= 7; weekday++) {
            const since = { year: 1800, month: 1, day: 1 }
            const day: RecurringDay = { recurrence: { type: 'weekday', month, weekday, nth }, since }
            const first = Temporal.PlainDate.from({ year, month: 1, day: 1 })
            const found = nextOccurrence(first, day, 'february-28')
            const place = nth === -1 ? found.daysInMonth - found.day : found.day - 1
            const isRight =
              found.year === year &&
              found.month === month &&
              found.dayOfWeek === weekday &&
              Math.floor(place / 7) === (nth === -1 ? 0 : nth - 1)
            if (!isRight) expect.fail(`${year}-${month}: weekday ${weekday}, ${nth}: ${found}`)
          }
  })
})

describe('the moment of a local hour', () => {
  const cases = [
    // zone, date, local time, moment, why
    ['Asia/Phnom_Penh', '2027-01-07', '07:00', '2027-01-07T00:00:00Z', 'no clock change there'],
    ['Africa/Cairo', '2027-04-30', '00:30', '2027-04-29T22:30:00Z', 'a gap: 00:30 becomes 01:30'],
    ['America/Santiago', '2027-09-05', '00:15', '2027-09-05T04:15:00Z', 'a gap at midnight'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:30:00Z', 'a gap: 03:30 daylight time'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-10-02T15:45:00Z', 'a gap of half an hour'],
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30:00Z', 'an overlap: the first of the two'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00Z', 'an overlap of half an hour'],
    ['Africa/Cairo', '2027-10-28', '23:30', '2027-10-28T20:30:00Z', 'an overlap before midnight'],
    ['America/Santiago', '2027-04-03', '23:30', '2027-04-04T02:30:00Z', 'an overlap before midnight'],
  ] as const
  it.each(cases)('%s %s %s is %s (%s)', (zone, day, time, moment) => {
    expect(momentOf(date(day), Temporal.PlainTime.from(time), zone).toString()).toBe(moment)
  })

  it('comes once a year, a year apart, in every zone at every hour for ten years', () => {
    for (const zone of zones())
      for (let hour = 0; hour < 24; hour++) {
        const time = Temporal.PlainTime.from({ hour })
        let before: Temporal.Instant | undefined
        for (let year = 2027; year < 2037; year++) {
          const at = momentOf(date(`${year}-01-07`), time, zone)
          const days = before ? (at.epochMilliseconds - before.epochMilliseconds) / 86_400_000 : 365
          // A zone may permanently change its offset by some hours, but a year is still a year.
          if (Math.abs(days - 365.5) > 1)
            expect.fail(`${zone} ${year} ${hour}:00 is ${days} days after the last`)
          before = at
        }
      }
  })
})
