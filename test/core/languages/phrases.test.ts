// Checks every phrase in every language with odd arguments: nothing is empty, lost, or left in English.
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../src/core/commands/list.ts'
import { languageFor, languages } from '../../../src/core/languages/language.ts'
import { packs } from '../../../src/core/languages/packs.ts'
import { type Phrases, phrasesOf } from '../../../src/core/languages/phrases.ts'
import { inline } from '../../../src/core/message/build.ts'
import { textOf } from '../../../src/core/message/text.ts'
import { sayAll, shapeOf } from './rendered.ts'

const all = Object.fromEntries(
  await Promise.all(languages.map(async language => [language, await phrasesOf(language)])),
) as Record<'en' | 'vi' | 'km', Phrases>
const texts = [
  '',
  'x',
  'ភ្នំពេញ ៧ មករា',
  'Đỗ Phủ',
  'שלום עולם',
  '“a” *b* <c> $& {d}',
  'very long '.repeat(1000),
]
const numbers = [0, 1, 2, 11, 48, 1_000_000]

describe.each(languages)('the phrases of %s', language => {
  const say = all[language as keyof typeof all]

  it('have the keys and arguments of the English ones', () => {
    expect(shapeOf(say)).toEqual(shapeOf(all.en))
  })

  it('are never empty and keep any argument whole', () => {
    for (const text of texts)
      for (const number of numbers)
        for (const { path, words, given } of sayAll(say, text, number)) {
          expect(words.trim(), path).not.toBe('')
          expect(words, path).not.toMatch(/undefined|\[object|NaN/)
          const folded = latinDigits(words)
          for (const each of given) expect(folded, path).toContain(latinDigits(String(each)))
        }
  })

  it('do not mention the content of the archive, so they fit any history', () => {
    // Dates are written as they are given.
    const own = sayAll(say, 'x', 2).filter(({ path }) => !['date', 'day', 'month', 'moment'].includes(path))
    for (const { words, path } of own)
      expect(latinDigits(words), path).not.toMatch(
        /cambodia(?!n)|vietnam(?!ese)|pol pot|1979|1975|1989|\b7 january|7 tháng 1\b|7 មករា|01-07|phnom_penh|ho_chi_minh/,
      )
  })

  it('describe every command and its options in at most 100 characters, which is Discord’s limit', () => {
    for (const { name, options } of commands) {
      const described = say.commands[name as keyof Phrases['commands']] as {
        does: string
        options?: Record<string, string>
      }
      // Only buttons turn to an entry, a passage, one of many or another view, so nobody reads of it.
      const descriptions = Object.keys(options)
        .filter(option => !['entry', 'passage', 'only', 'view'].includes(option))
        .map(option => described.options?.[option] ?? '')
      for (const words of [described.does, ...descriptions]) {
        expect(words, name).not.toBe('')
        expect(words.length, words).toBeLessThanOrEqual(100)
      }
    }
  })

  it('keep Discord’s menus and buttons within its limits', () => {
    expect(say.place.option.length).toBeLessThanOrEqual(100)
    expect(say.discord.showToAll.length).toBeLessThanOrEqual(80)
    expect(say.searchArchive.length).toBeLessThanOrEqual(32)
  })

  it('introduce the bot in at most 120 characters, which is Telegram’s limit', () => {
    expect(say.about.length).toBeLessThanOrEqual(120)
  })
})

describe('the phrases of the Vietnamese and Khmer packs', async () => {
  const ownPhrases = Object.fromEntries(
    await Promise.all(['en', 'vi', 'km'].map(async tag => [tag, await packs.get(tag)?.phrases?.()])),
  )
  const said = (language: string) => sayAll(ownPhrases[language], '', 48)

  it('leave no English words', () => {
    const english = new Set(said('en').flatMap(({ words }) => wordsOf(words)))
    const shared = said('vi').flatMap(({ words }) => wordsOf(words).filter(word => english.has(word)))
    // The language's name is the same word in both, and "do" is Vietnamese for "by".
    expect([...new Set(shared)].sort()).toEqual(['do', 'khmer'])
  })

  it('are in Khmer script, except for words to type', () => {
    const latin = said('km').flatMap(({ words }) =>
      wordsOf(words).filter(word => /\p{Script=Latin}/u.test(word)),
    )
    expect([...new Set(latin)]).toEqual([])
  })

  it('have no invisible marks in Khmer, and Khmer digits in its numbers', () => {
    for (const { words, path } of said('km')) {
      expect(words, path).not.toMatch(/[\u200b-\u200d\u2060\ufeff]/)
      expect(withoutTyped(words), path).not.toMatch(/[0-9]/)
    }
  })

  it('never call the bot "I" in Khmer, as English does, nor fall into spoken Khmer', () => {
    for (const { words, path } of said('km')) expect(words, path).not.toMatch(/ខ្ញុំ|ឬអត់|ប៉ុនណា|ដូចបេះបិទ/)
  })
})

describe('dates and numbers', () => {
  const moment = Temporal.ZonedDateTime.from('2027-01-07T06:30[Asia/Ho_Chi_Minh]')

  it.each([
    ['en', '7 January 1979', 'January 2014', '1979', '7 January', '48th'],
    ['vi', 'ngày 7 tháng 1 năm 1979', 'tháng 1 năm 2014', 'năm 1979', 'ngày 7 tháng 1', 'lần thứ 48'],
    ['km', 'ថ្ងៃទី៧ ខែមករា ឆ្នាំ១៩៧៩', 'ខែមករា ឆ្នាំ២០១៤', 'ឆ្នាំ១៩៧៩', 'ថ្ងៃទី៧ ខែមករា', 'លើកទី៤៨'],
  ] as const)('are written as is customary in %s', (language, day, month, year, dayOfYear, ordinal) => {
    const say = all[language]
    expect(say.date({ year: 1979, month: 1, day: 7 })).toBe(day)
    expect(say.date({ year: 2014, month: 1 })).toBe(month)
    expect(say.date({ year: 1979 })).toBe(year)
    expect(say.day(1, 7)).toBe(dayOfYear)
    expect(say.ordinal(48)).toBe(ordinal)
  })

  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [111, '111th'],
  ])('have the English ending: %i is %s', (n, ordinal) => {
    expect(all.en.ordinal(n)).toBe(ordinal)
  })

  it.each([
    ['en', '7 January 2027 at 06:30 (Asia/Ho_Chi_Minh) · 6 January 2027, 23:30 UTC'],
    ['vi', '06:30 ngày 7 tháng 1 năm 2027 (Asia/Ho_Chi_Minh) · 23:30 ngày 6 tháng 1 năm 2027 UTC'],
    ['km', 'ថ្ងៃទី៧ ខែមករា ឆ្នាំ២០២៧ ម៉ោង ០៦:៣០ (Asia/Ho_Chi_Minh) · ថ្ងៃទី៦ ខែមករា ឆ្នាំ២០២៧ ម៉ោង ២៣:៣០ UTC'],
  ] as const)('have a moment with its zone and UTC: %s', (language, words) => {
    expect(textOf(inline(all[language].moment(moment)))).toBe(words)
  })
})

describe('the language of a client', () => {
  it.each([
    ['vi', 'vi'],
    ['vi-VN', 'vi'],
    ['km_KH', 'km'],
    ['en-GB', 'en'],
    ['xx', 'en'],
    ['', 'en'],
  ])('with the locale %j is %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language)
  })
})

const latinDigits = (text: string) =>
  text.replace(/[០-៩]/g, digit => String(digit.charCodeAt(0) - 0x17e0)).toLowerCase()

/** Words that are the same in every language: commands with their arguments, values, zones, examples. */
const typed = [
  /\/[a-z]+(?: (?:\d\d:\d\d|Europe\/\w+|France|\+7))*/g,
  /\b(?:(?:Asia|Europe)\/\w+|UTC|skip|same-day|bot|\d\d:\d\d|\d{4}(?:-\d\d)*|\d\d-\d\d|3\/5|1, 2, 3)(?![\p{L}\d])/gu,
]
const withoutTyped = (words: string) => typed.reduce((before, form) => before.replace(form, ''), words)

const wordsOf = (words: string): string[] =>
  withoutTyped(words)
    .toLowerCase()
    .match(/[\p{L}\p{M}]{2,}/gu) ?? []
