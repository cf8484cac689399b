// Checks how hours are read as people write and say them.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTime, timesLike } from '../../../src/core/languages/calendar.ts'
import * as en from '../../../src/core/languages/en/words.ts'
import * as km from '../../../src/core/languages/km/words.ts'
import * as vi from '../../../src/core/languages/vi/words.ts'

describe('a typed hour', () => {
  it.each([
    ['07:00', '07:00'],
    ['7:00', '07:00'],
    ['07:00:00', '07:00'],
    ['7.30', '07:30'],
    ['0700', '07:00'],
    ['1930', '19:30'],
    ['23:59', '23:59'],
    ['07：00', '07:00'],
    ['៧:៣០', '07:30'],
  ])('%s is %s in digits', (typed, time) => {
    expect(readTime(typed)?.toString({ smallestUnit: 'minute' })).toBe(time)
  })

  it.each([
    ['7am', '07:00'],
    ['12am', '00:00'],
    ['7pm', '19:00'],
    ['7 p.m.', '19:00'],
    ['7.30 P.M.', '19:30'],
    ['12 pm', '12:00'],
    ['noon', '12:00'],
    ['midnight', '00:00'],
    ['7 in the morning', '07:00'],
    ['7 in the evening', '19:00'],
    ['half past 7', '07:30'],
    ["7 o'clock", '07:00'],
    ['half past seven', '07:30'],
    ['quarter past 7', '07:15'],
    ['a quarter to eight', '07:45'],
    ['ten past 7', '07:10'],
    ['20 minutes to 8', '07:40'],
    ['seven pm', '19:00'],
    ["nine o'clock in the evening", '21:00'],
    ['at half past 7 in the evening', '19:30'],
  ])('%s is %s in English', (typed, time) => {
    expect(readTime(typed)?.toString({ smallestUnit: 'minute' })).toBe(time)
  })

  it.each([
    ['7 giờ', '07:00'],
    ['7 gio', '07:00'],
    ['7g30', '07:30'],
    ['7h', '07:00'],
    ['7h30', '07:30'],
    ['19h', '19:00'],
    ['7 giờ 30 phút', '07:30'],
    ['7 giờ rưỡi', '07:30'],
    ['7 giờ kém 15', '06:45'],
    ['7 giờ sáng', '07:00'],
    ['11 giờ trưa', '11:00'],
    ['1 giờ trưa', '13:00'],
    ['4 giờ chiều', '16:00'],
    ['7 giờ tối', '19:00'],
    ['19 giờ tối', '19:00'],
    ['12 giờ đêm', '00:00'],
    ['1 giờ đêm', '01:00'],
    ['lúc 7 giờ', '07:00'],
    ['8h kém 15', '07:45'],
    ['bảy giờ sáng', '07:00'],
    ['bay gio toi', '19:00'],
    ['bảy giờ rưỡi', '07:30'],
    ['mười hai giờ trưa', '12:00'],
    ['mười một giờ kém mười lăm', '10:45'],
    ['giữa trưa', '12:00'],
    ['nửa đêm', '00:00'],
  ])('%s is %s in Vietnamese', (typed, time) => {
    expect(readTime(typed)?.toString({ smallestUnit: 'minute' })).toBe(time)
  })

  it.each([
    ['ម៉ោង ៧', '07:00'],
    ['ម៉ោង៧', '07:00'],
    ['ម៉ោង 7', '07:00'],
    ['ម៉ោង ៧ និង ៣០ នាទី', '07:30'],
    ['ម៉ោង៧:៣០', '07:30'],
    ['ម៉ោង ៧ កន្លះ', '07:30'],
    ['ម៉ោង ៧ ព្រឹក', '07:00'],
    ['ម៉ោង ៣ រសៀល', '15:00'],
    ['ម៉ោង ៧ យប់', '19:00'],
    ['ថ្ងៃត្រង់', '12:00'],
    ['ម៉ោងប្រាំពីរ', '07:00'],
    ['ម៉ោង ដប់ ព្រឹក', '10:00'],
    ['ម៉ោងដប់ពីរ', '12:00'],
    ['ម៉ោងប្រាំមួយល្ងាច', '18:00'],
    ['អធ្រាត្រ', '00:00'],
  ])('%s is %s in Khmer', (typed, time) => {
    expect(readTime(typed)?.toString({ smallestUnit: 'minute' })).toBe(time)
  })

  it.each([
    ...['25:00', '24:00', '07:60', '13pm', '0am', '19am', '2560', '1979'],
    ...['7', '1', '', 'soon', 'sáng', 'giờ', '7 January', '7 tháng 1', 'half', 'constructor'],
    ...['seven', 'bảy', 'quarter past', 'past 7', '7 to 1979', '70 past 7', 'quarter past 25'],
  ])('%j is not an hour', typed => {
    expect(readTime(typed)).toBeUndefined()
  })

  it.each([
    ['9', ['09:00', '21:00']],
    ['at 9', ['09:00', '21:00']],
    ['lúc chín', ['09:00', '21:00']],
    ['៩', ['09:00', '21:00']],
    ['12', ['12:00', '00:00']],
    ['0', ['00:00']],
    ['19', ['19:00']],
    ...['24', '1979', '-9', '9 January', 'soon', ''].map((typed): [string, string[]] => [typed, []]),
  ])('%j, a number alone, may mean %j', (typed, times) => {
    expect(timesLike(typed).map(time => time.toString({ smallestUnit: 'minute' }))).toEqual(times)
  })

  it.each([en, vi, km])('is read back for every hour of the day as the bot writes it', ({ time }) => {
    for (let hour = 0; hour < 24; hour++) {
      const written = time({ hour, minute: 30 })
      expect(readTime(written), written).toMatchObject({ hour, minute: 30 })
    }
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), typed => void readTime(typed)))
    const words = fc.constantFrom(
      '7',
      '30',
      ' ',
      'giờ',
      'kém',
      'P12',
      'H',
      'tối',
      'ម៉ោង',
      ':',
      'pm',
      'half past',
    )
    fc.assert(fc.property(fc.array(words), typed => void readTime(typed.join(' '))))
  })
})
