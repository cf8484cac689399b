// Checks how typed spans are read: every way to write a date with its year, alone or with a second one.

import { describe, expect, it } from 'vitest'
import { daysIn, type LooseDate } from '../../../src/core/calendar/date.ts'
import { parseSpan } from '../../../src/core/calendar/span.ts'
import { calendarWords } from '../../../src/core/languages/calendar.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'

const words = calendarWords()

const day = { year: 1979, month: 1, day: 7 }
const month = { year: 1978, month: 12 }
const year = { year: 1979 }

describe('a date alone', () => {
  it.each<[LooseDate, string[]]>([
    [year, ['1979', '១៩៧៩', 'in 1979', 'năm 1979', 'nam 1979', 'Năm 1979', 'ឆ្នាំ១៩៧៩', 'ឆ្នាំ 1979']],
    [month, ['1978-12', '12/1978', 'December 1978', 'december 1978', 'Dec. 1978', 'decembre 1978']],
    [month, ['tháng 12 năm 1978', 'thang 12 1978', 'Tháng 12/1978', 'tháng 12, 1978']],
    [month, ['ខែធ្នូ ឆ្នាំ១៩៧៨', 'ធ្នូ ១៩៧៨', 'ខែធ្នូឆ្នាំ១៩៧៨', 'ខែ១២ ឆ្នាំ១៩៧៨']],
    [day, ['1979-01-07', '1979-1-7', '7/1/1979', '07.01.1979', '7-1-1979']],
    [day, ['7 January 1979', '7 Jan 1979', '7th of January, 1979', 'January 7, 1979', 'JANUARY 7TH 1979']],
    [day, ['ngày 7 tháng 1 năm 1979', '7 tháng 1 1979', 'ngày 7/1/1979', 'Ngày 7 tháng 1, 1979']],
    [day, ['ថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩', '៧ មករា ១៩៧៩', 'ថ្ងៃទី៧ខែមករាឆ្នាំ១៩៧៩']],
  ])('%j', (first, ways) => {
    for (const typed of ways)
      expect(parseSpan(words, typed), typed).toMatchObject({ first, isOpen: false, isTurned: false })
    for (const typed of ways) expect(parseSpan(words, typed), typed).not.toHaveProperty('last')
  })

  it('is not read from words that are not a date', () => {
    for (const typed of [
      'soon',
      '79',
      '0000',
      '13/1979',
      'tháng 13 năm 1979',
      '30 February 1979',
      '29/2/1979',
    ])
      expect(parseSpan(words, typed), typed).toBeUndefined()
    for (const typed of [
      'from',
      'to',
      'of',
      'the',
      '7 January',
      '1978 1979 1980',
      '1979 soon',
      '1979-1989-1999',
      '7 1979',
      'năm',
    ])
      expect(parseSpan(words, typed), typed).toBeUndefined()
  })
})

describe('two dates', () => {
  it('may be one text or two, even if the two texts cut a date in half', () => {
    for (const [from, to] of [
      ['7 January 1979', '1989'],
      ['7 January 1979 1989'],
      ['7', 'January 1979 - 1989'],
    ])
      expect(parseSpan(words, from, to)).toMatchObject({ first: day, last: { year: 1989 } })
    expect(parseSpan(words, '7', 'January 1979')).toMatchObject({ first: day })
  })

  it('may leave one end open', () => {
    expect(parseSpan(words, '7 January 1979 -')).toMatchObject({ first: day, isOpen: true })
    for (const span of [parseSpan(words, '-1979'), parseSpan(words, undefined, '1979')]) {
      expect(span).toMatchObject({ last: year, isOpen: false })
      expect(span).not.toHaveProperty('first')
    }
  })

  it('in the wrong order are swapped, unless one lies within the other', () => {
    expect(parseSpan(words, '1990 1980')).toMatchObject({
      first: { year: 1980 },
      last: { year: 1990 },
      isTurned: true,
    })
    expect(parseSpan(words, 'June 1979', '1979')).toMatchObject({ isTurned: false })
  })
})

describe.each(languages)('the dates of %s', language => {
  it('are read as the bot writes them, alone and as a span', async () => {
    const say = await phrasesOf(language)
    for (let number = 0; number < 400; number++) {
      const [first, last] = [dateOf(number), dateOf(number + 1)]
      expect(parseSpan(words, say.date(first)), say.date(first)).toMatchObject({ first })
      const written = [say.date(first), say.date(last)] as const
      for (const typed of [say.commands.timeline.span(...written), written.join(' '), written.join(' – ')])
        expect(parseSpan(words, typed), typed).toMatchObject({ first, last })
    }
  })
})

/** Dates of all precisions, months and days, each later than the one before. */
function dateOf(number: number): LooseDate {
  const inYear = { year: 1700 + number }
  const inMonth = { ...inYear, month: 1 + (number % 12) }
  return [inYear, inMonth, { ...inMonth, day: 1 + ((number * 7) % daysIn(inMonth.month, inYear.year)) }][
    (number * 5 + Math.floor(number / 12)) % 3
  ] as LooseDate
}
