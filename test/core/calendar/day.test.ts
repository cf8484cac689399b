// Checks how days, hours and zones are read as people type them.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../src/core/calendar/day.ts'
import { parseTime, zoneNamed, zones } from '../../../src/core/calendar/zone.ts'
import { calendarWords } from '../../../src/core/languages/calendar.ts'
import { languages } from '../../../src/core/languages/language.ts'
import { phrasesOf } from '../../../src/core/languages/phrases.ts'

const words = calendarWords()

const today = Temporal.PlainDate.from('2026-12-31')

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
  ])('%s is a day', (typed, month, day) => {
    expect(parseDay(typed, today, words)).toEqual({ month, day, reading: 'plain' })
  })

  it('is day, then month in 7/1, and says so', () => {
    expect(parseDay('7/1', today, words)).toEqual({ month: 1, day: 7, reading: 'day-month' })
    expect(parseDay('7.1.', today, words)).toEqual({ month: 1, day: 7, reading: 'day-month' })
  })

  it.each([
    '',
    'constructor',
    'valueOf',
    'soon',
    '31 February',
    '30-02',
    '1/13',
    '0 January',
    '7 Foo',
    '32 May',
    '7',
  ])('is not read from %j', typed => {
    expect(parseDay(typed, today, words)).toBeUndefined()
  })

  it.each(languages)('is read back for every day of the year as the bot writes it in %s', async language => {
    const say = await phrasesOf(language)
    for (let at = Temporal.PlainDate.from('2028-01-01'); at.year === 2028; at = at.add({ days: 1 }))
      for (const written of [say.day(at.month, at.day), say.date(at)])
        expect(parseDay(written, today, words), written).toMatchObject({ month: at.month, day: at.day })
  })

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), typed => void parseDay(typed, today, words)))
  })
})

describe('a typed hour', () => {
  it.each([
    ['07:00', '07:00:00'],
    ['7:00', '07:00:00'],
    ['7.30', '07:30:00'],
    ['7h', '07:00:00'],
    ['7h30', '07:30:00'],
    ['7am', '07:00:00'],
    ['12am', '00:00:00'],
    ['12 pm', '12:00:00'],
    ['23:59', '23:59:00'],
  ])('%s is %s', (typed, time) => {
    expect(parseTime(typed)?.toString()).toBe(time)
  })

  it.each(['25:00', '7', '07:60', '13pm', '0am', 'noon', ''])('%j is not an hour', typed => {
    expect(parseTime(typed)).toBeUndefined()
  })
})

describe('a typed zone', () => {
  it('is found by its IANA name in any case, with a space for the underscore', () => {
    expect(zoneNamed('asia/phnom_penh')).toBe('Asia/Phnom_Penh')
    expect(zoneNamed('Asia/Phnom Penh')).toBe('Asia/Phnom_Penh')
    expect(zoneNamed('Asia/Ho_Chi_Minh')).toBe('Asia/Ho_Chi_Minh')
    expect(zoneNamed('Asia/Saigon')).toBe('Asia/Saigon')
    expect(zoneNamed('utc')).toBe('UTC')
  })

  it('is undefined if there is no such zone', () => {
    for (const typed of ['', 'Mars/Olympus', '+07:00', 'Asia', 'Asia/', '/', 'Asia/Phnom_Penh; DROP']) {
      expect(zoneNamed(typed)).toBeUndefined()
    }
  })

  it('can be any name of the list', () => {
    const now = Temporal.Instant.from('2027-01-07T00:00:00Z')
    for (const zone of zones()) expect(now.toZonedDateTimeISO(zone).timeZoneId).toBe(zone)
    expect(new Set(zones()).size).toBe(zones().length)
  })
})
