// Checks when an anniversary recurs: years, leap days, and the moments of local hours.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { nextOccurrence, occurrenceIn, type Yearly } from '../../../src/core/calendar/recurrence.ts'
import { momentOf, zones } from '../../../src/core/calendar/zone.ts'

const january7: Yearly = { type: 'yearly', month: 1, day: 7 }
const leapDay: Yearly = { type: 'yearly', month: 2, day: 29 }
const date = (text: string) => Temporal.PlainDate.from(text)

describe('a yearly recurrence', () => {
  it('falls on the same day every year', () => {
    expect(occurrenceIn(2027, january7).toString()).toBe('2027-01-07')
  })

  it('is today on the day itself, and next year from the day after', () => {
    expect(nextOccurrence(date('2027-01-07'), january7).toString()).toBe('2027-01-07')
    expect(nextOccurrence(date('2027-01-08'), january7).toString()).toBe('2028-01-07')
  })

  it('on a leap day falls on 28 February in a common year, or on 1 March if the chat prefers that', () => {
    expect(occurrenceIn(2028, leapDay).toString()).toBe('2028-02-29')
    expect(occurrenceIn(2027, leapDay).toString()).toBe('2027-02-28')
    expect(occurrenceIn(2027, leapDay, 'march-1').toString()).toBe('2027-03-01')
    expect(occurrenceIn(2100, leapDay).toString()).toBe('2100-02-28')
  })

  it('falls exactly once between any day and the same day a year later', () => {
    const rule = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2190-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(rule, day, ({ month, day }, at) => {
        const from = date(at.toISOString().slice(0, 10))
        const first = nextOccurrence(from, { type: 'yearly', month, day })
        const second = nextOccurrence(first.add({ days: 1 }), { type: 'yearly', month, day })
        expect(Temporal.PlainDate.compare(first, from)).toBeGreaterThanOrEqual(0)
        expect(Temporal.PlainDate.compare(first, from.add({ years: 1 }))).toBeLessThanOrEqual(0)
        expect(second.toString()).toBe(first.add({ years: 1 }).toString())
      }),
    )
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
          const at = momentOf(occurrenceIn(year, january7), time, zone)
          const days = before ? (at.epochMilliseconds - before.epochMilliseconds) / 86_400_000 : 365
          // A zone may permanently change its offset by some hours, but a year is still a year.
          if (Math.abs(days - 365.5) > 1)
            expect.fail(`${zone} ${year} ${hour}:00 is ${days} days after the last`)
          before = at
        }
      }
  })
})
