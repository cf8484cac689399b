// Checks which dates are found in running text.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysIn, formatLooseDate, type LooseDate, parseLooseDate } from '../../../src/core/calendar/date.ts'
import { datesIn } from '../../../src/core/languages/calendar.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'

/** Each date as it stands in the text, and as it is read. */
const found = (text: string) =>
  datesIn(text).map(each => {
    const written = text.slice(each.start, each.end)
    if (each.type === 'day') return [written, `${each.month}-${each.day}`]
    const dates = [each.date, ...(each.until ? [each.until] : [])]
    return [written, dates.map(formatLooseDate).join(' to ')]
  })

const looseDate: fc.Arbitrary<LooseDate> = fc
  .record({ year: fc.integer({ min: 1000, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.oneof(
      fc.constant({ year }),
      fc.constant({ year, month }),
      fc.integer({ min: 1, max: daysIn(month, year) }).map(day => ({ year, month, day })),
    ),
  )

describe('a date in a text', () => {
  it.each([
    ['It fell on 7 January 1979, at noon.', '7 January 1979', '1979-01-07'],
    ['on January 7, 1979 and after', 'January 7, 1979', '1979-01-07'],
    ['the 7th of January, 1979', '7th of January, 1979', '1979-01-07'],
    ['since Sept. 1989', 'Sept. 1989', '1989-09'],
    ['what happened in december 2025?', 'december 2025', '2025-12'],
    ['in 1967 already', '1967', '1967'],
    ['log of 1979-01-07', '1979-01-07', '1979-01-07'],
    ['ngày 7 tháng 1 năm 1979 là', 'ngày 7 tháng 1 năm 1979', '1979-01-07'],
    ['Ngày 7/1/1979', 'Ngày 7/1/1979', '1979-01-07'],
    ['thang 12 nam 1978 co gi', 'thang 12 nam 1978', '1978-12'],
    ['tháng năm năm 1979', 'tháng năm năm 1979', '1979-05'],
    ['tháng 12/1978', 'tháng 12/1978', '1978-12'],
    ['năm 1989 có gì', 'năm 1989', '1989'],
    ['ở Việt Nam 1989', '1989', '1989'],
    ['នៅថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩ ការគ្រប់គ្រង', 'ថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩', '1979-01-07'],
    ['នៅថ្ងៃទី៧ខែមករាឆ្នាំ១៩៧៩', 'ថ្ងៃទី៧ខែមករាឆ្នាំ១៩៧៩', '1979-01-07'],
    ['ឆ្នាំ១៩៨៩មានអ្វី', 'ឆ្នាំ១៩៨៩', '1989'],
    ['on 17 April', '17 April', '4-17'],
    ['on the 2nd of December', '2nd of December', '12-2'],
    ['vào ngày 7/1', 'ngày 7/1', '1-7'],
    ['mùng 7 tháng giêng', 'mùng 7 tháng giêng', '1-7'],
    ['៧ មករា', '៧ មករា', '1-7'],
    ['from 1979 to 1989', '1979 to 1989', '1979 to 1989'],
    ['1979-1989', '1979-1989', '1979 to 1989'],
    ['1979 – 1989', '1979 – 1989', '1979 to 1989'],
    ['the years 1979–85', '1979–85', '1979 to 1985'],
    ['từ năm 1979 đến năm 1989', 'năm 1979 đến năm 1989', '1979 to 1989'],
    ['ពីឆ្នាំ១៩៧៩ ដល់ឆ្នាំ១៩៨៩', 'ឆ្នាំ១៩៧៩ ដល់ឆ្នាំ១៩៨៩', '1979 to 1989'],
    ['17 April 1975 to 7 January 1979', '17 April 1975 to 7 January 1979', '1975-04-17 to 1979-01-07'],
    ['in the eighties', 'eighties', '1980 to 1989'],
    ['in the 1980s', '1980s', '1980 to 1989'],
    ['những năm 1980', 'những năm 1980', '1980 to 1989'],
    ['ទសវត្សរ៍ ១៩៨០', 'ទសវត្សរ៍ ១៩៨០', '1980 to 1989'],
  ])('is found in "%s"', (text, written, date) => {
    expect(found(text)).toEqual([[written, date]])
  })

  it.each([
    'more than 3 million',
    '3,314,768 dead',
    '1.747 million',
    '3 years, 8 months and 20 days',
    '31 February 1999',
    'in May 1,900 people',
    'they may march',
    '3 năm, 8 tháng và 20 ngày',
    '៣ ឆ្នាំ ៨ ខែ និង ២០ ថ្ងៃ',
    'up 1979 %',
  ])('is not found in "%s"', text => {
    expect(found(text)).toEqual([])
  })

  it('is found again as the program writes it in every language, whatever stands around it', async () => {
    const written = await Promise.all(languages.map(async language => (await phrasesOf(language)).date))
    fc.assert(
      fc.property(
        looseDate,
        fc.constantFrom(...written),
        fc.constantFrom('', '(', '“', '… '),
        (date, say, before) => {
          const text = `${before}${say(date)}.`
          expect(found(text)).toEqual([[say(date), formatLooseDate(date)]])
        },
      ),
    )
  })

  it('is a day of the calendar, in order and apart from others, whatever the text', () => {
    const piece = fc.constantFrom(
      '7',
      '31',
      'Feb',
      ' ',
      '1979',
      '/',
      '-',
      'tháng',
      'năm',
      'មករា',
      'ថ្ងៃទី',
      'to',
      '១៩៧៩',
      's',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 }))), pieces => {
        let end = 0
        for (const date of datesIn(pieces.join(''))) {
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.end).toBeGreaterThan(date.start)
          end = date.end
          if (date.type === 'date') expect(parseLooseDate(formatLooseDate(date.date))).toEqual(date.date)
          else expect(date.day).toBeLessThanOrEqual(daysIn(date.month))
        }
      }),
    )
  })
})
