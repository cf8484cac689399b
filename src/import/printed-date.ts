// Dates as papers print them: 3 March 2019, March 3, 2019, 2019-03-03, ngày 3 tháng 3 năm 2019, 3/3/2019, ថ្ងៃទី៣ ខែមីនា ឆ្នាំ២០១៩.
import { formatLooseDate, type LooseDate, parseLooseDate } from '../core/calendar/date.ts'
import { monthName } from '../core/languages/en/words.ts'
import { monthName as khmerMonthName } from '../core/languages/km/words.ts'
import type { Language } from '../core/languages/language.ts'

export interface PrintedDate {
  date: LooseDate
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  /** 3/4/2019 in English: whether that is March or April nobody can tell, so that `date` is the year alone. */
  isTwoWays: boolean
}

/** What a curator is told of such a date. */
export const inTwoWays = ', whose day and month can be read in two ways, so that only the year is taken'

/** The date that a text ends with, however precise; undefined where there is none. */
export const dateAtEnd = (text: string, language: Language): PrintedDate | undefined =>
  first(text, [...fullForms, ...looseForms], '$', language)

/** The first date with day, month and year in a text. */
export const fullDateIn = (text: string, language: Language): PrintedDate | undefined =>
  first(text, fullForms, '(?![\\p{L}\\p{M}\\p{N}]|[-/.]\\d)', language)

const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1))
const khmerNames = names.map((_, index) => khmerMonthName(index + 1))

const year = '(?<year>(?:1[6-9]|20)\\d{2})'
const day = '(?<day>\\d{1,2})'
const number = '(?<month>\\d{1,2})'
const month = `(?<month>${names.map(name => `${name}|${name.slice(0, 3)}\\.?`).join('|')}|Sept\\.?)`
const khmerMonth = `(?<month>${khmerNames.join('|')})`

const fullForms = [
  `${year}-${number}-${day}`,
  `${day}(?:st|nd|rd|th)?(?: of)? ${month},? ${year}`,
  `${month} ${day}(?:st|nd|rd|th)?,? ${year}`,
  `(?:ngày )?${day} tháng ${number}(?:,| năm|, năm) ${year}`,
  `(?:ngày )?${day}(?<mark>[/.])${number}\\k<mark>${year}`,
  `(?:ថ្ងៃទី)? ?${day} ?(?:ខែ)?${khmerMonth} ?(?:ឆ្នាំ)?${year}`,
]
const looseForms = [
  `${year}-${number}`,
  `${month},? ${year}`,
  `tháng ${number}(?:,| năm|, năm|/) ?${year}`,
  `(?:ខែ)?${khmerMonth} ?(?:ឆ្នាំ)?${year}`,
  `(?:năm |ឆ្នាំ)?${year}`,
]

function first(text: string, forms: string[], end: string, language: Language): PrintedDate | undefined {
  const digits = text.replace(/[០-៩]/g, digit => String(digit.charCodeAt(0) - 0x17e0))
  return forms
    .flatMap(form => {
      const match = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}]|\\d[-/.])${form}${end}`, 'iu').exec(digits)
      const read = match && dated(match.groups ?? {}, language)
      return read ? [{ ...read, start: match.index, end: match.index + match[0].length }] : []
    })
    .sort((a, b) => a.start - b.start)[0]
}

function dated(groups: Record<string, string | undefined>, language: Language) {
  const { year = '', month, day, mark } = groups
  const date = {
    year: Number(year),
    ...(month && { month: monthOf(month) }),
    ...(day && { day: Number(day) }),
  }
  // Only English has both orders.
  const isEnglish = mark !== undefined && language === 'en'
  const [a, b] = [date.day ?? 0, date.month ?? 0]
  if (isEnglish && a <= 12 && b <= 12 && a !== b) return { date: { year: date.year }, isTwoWays: true }
  const ordered = isEnglish && b > 12 ? { ...date, month: a, day: b } : date
  const isOfTheCalendar = parseLooseDate(formatLooseDate(ordered)) !== undefined
  return isOfTheCalendar ? { date: ordered as LooseDate, isTwoWays: false } : undefined
}

function monthOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  const start = word.slice(0, 3).toLowerCase()
  const english = names.findIndex(name => name.toLowerCase().startsWith(start))
  return 1 + (english >= 0 ? english : khmerNames.indexOf(word))
}
