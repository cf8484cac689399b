// Checks that corpus dates exist in the calendar and keep their precision.
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  compareLooseDates,
  formatLooseDate,
  type LooseDate,
  parseLooseDate,
} from '../../../src/core/calendar/date.ts'

const year = fc.integer({ min: 1, max: 9999 })
const looseDate: fc.Arbitrary<LooseDate> = fc.oneof(
  fc.record({ year }),
  fc.record({ year, month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ year, month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) }),
)
const two = (n: number) => String(n).padStart(2, '0')

describe('a loose date', () => {
  it('is read back as written, in its own precision', () => {
    fc.assert(
      fc.property(looseDate, date => {
        expect(parseLooseDate(formatLooseDate(date))).toEqual(date)
      }),
    )
  })

  it('has a day only if the calendar has that day', () => {
    const anyDay = fc.tuple(year, fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
    fc.assert(
      fc.property(anyDay, ([y, month, day]) => {
        const text = `${String(y).padStart(4, '0')}-${two(month)}-${two(day)}`
        expect(parseLooseDate(text)).toEqual(inCalendar(y, month, day))
      }),
      { numRuns: 1000 },
    )
  })

  it.each(['1900-02-29', '2023-02-29', '2024-04-31'])('is not %s', text => {
    expect(parseLooseDate(text)).toBeUndefined()
  })

  it('cannot be any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/ .x') }), text => {
        const date = parseLooseDate(text)
        expect(date === undefined || formatLooseDate(date) === text.trim()).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the order of loose dates', () => {
  const inOrder = (...texts: string[]) =>
    texts
      .flatMap(text => parseLooseDate(text) ?? [])
      .sort(compareLooseDates)
      .map(formatLooseDate)

  it('has a date known less exactly in the middle of what it may mean', () => {
    const sorted = [
      '1978',
      '1979-01-07',
      '1979-02',
      '1979-06-30',
      '1979',
      '1979-07-01',
      '1979-12',
      '1980-01-01',
    ]
    expect(inOrder(...sorted.toReversed())).toEqual(sorted)
    const january = ['1979-01-15', '1979-01', '1979-01-16']
    expect(inOrder(...january.toReversed())).toEqual(january)
  })

  it('is that of the days if every day is known', () => {
    const day = fc.record({
      year,
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.sign(compareLooseDates(a, b))).toBe(Temporal.PlainDate.compare(a, b))
      }),
    )
  })
})

function inCalendar(y: number, month: number, day: number): LooseDate | undefined {
  try {
    const date = Temporal.PlainDate.from({ year: y, month, day }, { overflow: 'reject' })
    return { year: date.year, month: date.month, day: date.day }
  } catch {
    return undefined
  }
}
