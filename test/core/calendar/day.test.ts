// Checks how days of the year are read as people type them.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readDay } from '../../../src/core/languages/calendar.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'

// A Thursday.
const today = Temporal.PlainDate.from('2026-12-31')
const read = (typed: string, language = 'en') => readDay(typed, today, language)

describe('a typed day', () => {
  it.each([
    ['7 January', 1, 7],
    ['7 jan', 1, 7],
    ['January 7', 1, 7],
    ['january 7th, 1979', 1, 7],
    ['7 January 1979', 1, 7],
    ['the 7th of January', 1, 7],
    ['01-07', 1, 7],
    ['1979-01-07', 1, 7],
    ['ngày 7 tháng 1', 1, 7],
    ['ngay 7 thang 1 nam 1979', 1, 7],
    ['៧ មករា', 1, 7],
    ['៧មករា', 1, 7],
    ['ថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩', 1, 7],
    ['ថ្ងៃ៧ខែមករា', 1, 7],
    ['ថ្ងៃនេះ', 12, 31],
    ['ថ្ងៃស្អែក', 1, 1],
    ['hôm nay', 12, 31],
    ['today', 12, 31],
    ['tomorrow', 1, 1],
    ['29 February', 2, 29],
    ['7 tháng giêng', 1, 7],
    ['ngày 7 tháng giêng', 1, 7],
    ['7 thang chap', 12, 7],
    ['7 tháng năm', 5, 7],
    ['7 tháng năm năm 1979', 5, 7],
    ['7 tháng mười hai', 12, 7],
    ['ngày 7-1', 1, 7],
    ['ngày 7-1-1979', 1, 7],
    ['7-1-1979', 1, 7],
    ['mùng 7 tháng 1', 1, 7],
    ['29/2', 2, 29],
    ['29/2/2028', 2, 29],
    ['Thursday', 12, 31],
    ['Friday', 1, 1],
    ['next Thursday', 1, 7],
    ['last Thursday', 12, 24],
    ['last Friday', 12, 25],
    ['Monday next week', 1, 4],
    ['thứ sáu', 1, 1],
    ['thứ 6 tuần trước', 12, 25],
    ['chủ nhật tuần sau', 1, 10],
    ['ថ្ងៃសុក្រ', 1, 1],
    ['ថ្ងៃសុក្រមុន', 12, 25],
    ['ថ្ងៃចន្ទ សប្តាហ៍ក្រោយ', 1, 4],
    ['in 3 days', 1, 3],
    ['3 days ago', 12, 28],
    ['in 2 weeks', 1, 14],
    ['3 ngày nữa', 1, 3],
    ['2 tuần nữa', 1, 14],
    ['ngày kia', 1, 2],
    ['៣ ថ្ងៃទៀត', 1, 3],
    ['៣ថ្ងៃទៀត', 1, 3],
    ['២ សប្តាហ៍ទៀត', 1, 14],
  ])('%s is a day', (typed, month, day) => {
    expect(read(typed)).toEqual({ type: 'day', month, day, reading: 'plain' })
  })

  it('is day, then month in 7/1, and says so where both orders are usual', () => {
    const [month, day] = [1, 7]
    for (const typed of ['7/1', '7.1.', '7/1/1979'])
      expect(read(typed, 'en')).toEqual({ type: 'day', month, day, reading: 'day-month' })
    for (const language of ['vi', 'km'])
      expect(read('7/1', language)).toEqual({ type: 'day', month, day, reading: 'plain' })
    expect(read('ngày 7/1', 'vi')).toEqual({ type: 'day', month, day, reading: 'plain' })
  })

  it.each([
    ['january', 1, 31],
    ['Jan', 1, 31],
    ['january 2027', 1, 31],
    ['february', 2, 29],
    ['tháng 1', 1, 31],
    ['tháng giêng', 1, 31],
    ['tháng tư', 4, 30],
    ['មករា', 1, 31],
    ['ខែមេសា', 4, 30],
    ['this month', 12, 31],
    ['next month', 1, 31],
    ['tháng sau', 1, 31],
    ['ខែក្រោយ', 1, 31],
  ])('%s is a whole month', (typed, month, last) => {
    expect(read(typed)).toEqual({ type: 'days', first: { month, day: 1 }, last: { month, day: last } })
  })

  it.each([
    ['this week', [12, 28], [1, 3]],
    ['next week', [1, 4], [1, 10]],
    ['tuần sau', [1, 4], [1, 10]],
    ['សប្តាហ៍ក្រោយ', [1, 4], [1, 10]],
  ])('%s is a week, from Monday to Sunday', (typed, [firstMonth, firstDay], [lastMonth, lastDay]) => {
    expect(read(typed)).toEqual({
      type: 'days',
      first: { month: firstMonth, day: firstDay },
      last: { month: lastMonth, day: lastDay },
    })
  })

  it.each([
    ['31 April', 4, 30],
    ['31/4', 4, 30],
    ['April 31', 4, 30],
    ['ngày 31 tháng 4', 4, 30],
    ['៣១ មេសា', 4, 30],
    ['30 February', 2, 29],
    ['30/2', 2, 29],
    ['02-30', 2, 29],
  ])('%s is a day that the month does not have', (typed, month, days) => {
    expect(read(typed)).toEqual({ type: 'no-such-day', month, days })
  })

  it.each([
    '',
    'constructor',
    'valueOf',
    'soon',
    '30-02',
    '13/13',
    '1/13',
    '0 January',
    '7 Foo',
    '32 May',
    '7',
  ])('is not read from %j', typed => {
    expect(read(typed)).toBeUndefined()
  })

  it.each(languages)('is read back for every day of the year as the bot writes it in %s', async language => {
    const say = await phrasesOf(language)
    for (let at = Temporal.PlainDate.from('2028-01-01'); at.year === 2028; at = at.add({ days: 1 }))
      for (const written of [say.day(at.month, at.day), say.date(at)])
        expect(read(written), written).toMatchObject({ month: at.month, day: at.day })
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), typed => void read(typed)))
  })
})
