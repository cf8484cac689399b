// Reads dates as papers print them: 3 March 2019, March 3, 2019, 2019-03-03, ngày 3 tháng 3 năm 2019, 3/3/2019, ថ្ងៃទី៣ ខែមីនា ឆ្នាំ២០១៩.

import { formatLooseDate, type LooseDate, parseLooseDate } from '../core/calendar/date.ts'
import type { Language } from '../core/languages/language.ts'
import type { PrintedWords } from '../core/languages/pack.ts'
import { packs } from '../core/languages/packs.ts'
import { asciiDigits } from '../core/text/digits.ts'

export interface PrintedDate {
  date: LooseDate
  /** Its position in the text, in UTF-16 units. */
  start: number
  end: number
  /** 3/4/2019 in English may be in March or in April, so `date` is only the year. */
  isTwoWays: boolean
}

/** The curator's note on such a date. */
export const inTwoWays = ', whose day and month can be read in two ways, so only the year is taken'

/** The date at the end of a text, however precise; undefined if there is none. */
export const dateAtEnd = (text: string, language: Language): PrintedDate | undefined =>
  first(text, [...fullForms, ...looseForms], '$', language)

/** The first date with day, month and year in a text. */
export const fullDateIn = (text: string, language: Language): PrintedDate | undefined =>
  first(text, fullForms, '(?![\\p{L}\\p{M}\\p{N}]|[-/.]\\d)', language)

const year = '(?<year>(?:1[6-9]|20)\\d{2})'
const day = '(?<day>\\d{1,2})'
const month = '(?<month>\\d{1,2})'

/** The forms of each language, with its own month names filled in. */
const formsOf = (pick: (words: PrintedWords) => readonly string[] | undefined): string[] =>
  [...packs.values()].flatMap(({ printed = {}, calendar }) =>
    (pick(printed) ?? []).map(form =>
      form
        .replace('{day}', day)
        .replace('{month}', month)
        .replace('{year}', year)
        .replace('{monthName}', `(?<month>${monthForms(printed, calendar?.months ?? []).join('|')})`),
    ),
  )

const monthForms = ({ hasShortMonths, shortMonths = {} }: PrintedWords, months: readonly string[]) => [
  ...months.flatMap(name => (hasShortMonths ? [name, `${name.slice(0, 3)}\\.?`] : [name])),
  ...Object.keys(shortMonths).map(name => `${name}\\.?`),
]

const fullForms = [
  `${year}-${month}-${day}`,
  `${day}(?<mark>[/.])${month}\\k<mark>${year}`,
  ...formsOf(({ fullDates }) => fullDates),
]
const looseForms = [`${year}-${month}`, ...formsOf(({ looseDates }) => looseDates), year]

function first(text: string, forms: string[], end: string, language: Language): PrintedDate | undefined {
  const digits = asciiDigits(text)
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
  const isEither = mark !== undefined && packs.get(language)?.printed?.hasBothDayOrders === true
  const [a, b] = [date.day ?? 0, date.month ?? 0]
  if (isEither && a <= 12 && b <= 12 && a !== b) return { date: { year: date.year }, isTwoWays: true }
  const ordered = isEither && b > 12 ? { ...date, month: a, day: b } : date
  const isOfTheCalendar = parseLooseDate(formatLooseDate(ordered)) !== undefined
  return isOfTheCalendar ? { date: ordered as LooseDate, isTwoWays: false } : undefined
}

function monthOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  const typed = word.toLowerCase().replace(/\.$/, '')
  for (const { printed, calendar } of packs.values()) {
    const short = Object.entries(printed?.shortMonths ?? {}).find(([name]) => name.toLowerCase() === typed)
    if (short) return short[1]
    const at = (calendar?.months ?? []).findIndex(name =>
      [name, ...(printed?.hasShortMonths ? [name.slice(0, 3)] : [])].some(
        form => form.toLowerCase() === typed,
      ),
    )
    if (at >= 0) return at + 1
  }
  return 0
}
