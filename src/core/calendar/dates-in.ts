// Finds the dates in running text, in the words of all languages: 7 January 1979, tháng 12 năm 1978, ឆ្នាំ១៩៧៩, 1979–1989.

import { unified } from '../text/alike/lookalikes.ts'
import { asciiDigits } from '../text/digits.ts'
import { fold } from '../text/fold.ts'
import { daysIn, type LooseDate, parseLooseDate } from './date.ts'
import type { MonthDay } from './day.ts'
import { firstDay, lastDay } from './span.ts'
import { type CalendarWords, wordAlternatives } from './words.ts'

/** `date`: with its year. `day`: a day of any year. */
export type KnownDate =
  | { type: 'date'; date: LooseDate /** The last year, month or day of a span. */; until?: LooseDate }
  | ({ type: 'day' } & MonthDay)

/** A date and where it stands in a text, in UTF-16 units. */
export type TextDate = KnownDate & { start: number; end: number }

/** Returns a function that finds the dates of a text, in their order. None overlap. */
export function dateFinder(languages: readonly CalendarWords[]): (text: string) => TextDate[] {
  const patterns = patternsOf(languages)
  return text => {
    // Both keep the length, so that a place in one is a place in the other.
    const lowercase = text.toLowerCase()
    const readable = asciiDigits(lowercase.length === text.length ? lowercase : text)
    if (!patterns.sign.test(readable)) return []
    const date = hasAccents.test(readable) ? patterns.date : patterns.dateWithoutAccents
    const dates = [...readable.matchAll(date)].flatMap(match => readMatch(match, patterns))
    return joined(dates, readable, patterns)
  }
}

const hasAccents = /[\u00c0-\u024f\u1e00-\u1eff]/

interface DatePatterns {
  /** A text without it has no dates. */
  sign: RegExp
  date: RegExp
  /** The same for a text without accents: there "nam" is the word for a year, and not part of "Việt Nam". */
  dateWithoutAccents: RegExp
  /** Between the two dates of a span. */
  until: RegExp
  months: ReadonlyMap<string, number>
  /** The first year of a decade that has a name: "the eighties". */
  decades: ReadonlyMap<string, number>
}

/** The words of each kind, as written, as people type them without accents, and with one form for what looks the same. */
function patternsOf(languages: readonly CalendarWords[]): DatePatterns {
  const all = (pick: (words: CalendarWords) => readonly string[] | undefined) =>
    languages.flatMap(words => (pick(words) ?? []).flatMap(spellings))
  const names = languages.flatMap(({ months = [] }) => months.map((name, at) => [name, at + 1] as const))
  const numbers = languages.flatMap(({ monthNumbers = {} }) => Object.entries(monthNumbers))
  const shortNames = names.flatMap(([name, month]) =>
    isLatin(name) ? [[name.slice(0, 3), month] as const, [name.slice(0, 4), month] as const] : [],
  )
  const spelled = (list: readonly (readonly [string, number])[]) =>
    list.flatMap(([name, month]) => spellings(name).map(spelling => [spelling, month] as const))
  const [day, month, year] = [
    all(({ labels }) => labels?.day),
    all(({ labels }) => labels?.month),
    all(({ labels }) => labels?.year),
  ].map(words => wordAlternatives(words))
  const filler = wordAlternatives(all(({ fillers }) => fillers))
  const ending = wordAlternatives(all(({ ordinalEndings }) => ordinalEndings))
  const monthName = wordAlternatives(spelled([...shortNames, ...names]).map(([name]) => name))
  const monthNumber = wordAlternatives(spelled(numbers).map(([name]) => name))
  const dayBefore = `(?:(?:${day})\\s*)`
  const yearAfter = `\\s*[,/-]?\\s*(?:${filler})?\\s*(?:(?:${year})\\s*)?(?<year>${YEAR})`
  const aMonth = `(?:(?:${month})\\s*(?:(?<month>\\d{1,2}(?!\\d)|${monthNumber}))|(?:(?:${month})\\s*)?(?<name>${monthName})\\.?)`
  const dayNumber = `(?<day>\\d{1,2})(?:${ending})?`
  const yearsAsWritten = wordAlternatives(languages.flatMap(({ labels }) => labels?.year ?? []))
  const decades = new Map(spelled(languages.flatMap(({ decades }) => Object.entries(decades?.names ?? {}))))
  const decadeName = wordAlternatives([...decades.keys()])
  const decadeBefore = wordAlternatives(all(({ decades }) => decades?.before))
  const decadeAfter = wordAlternatives(all(({ decades }) => decades?.after))
  const dates = (yearBefore: string) =>
    new RegExp(
      `(?<!\\d|\\d[.,:/-])(?:${[
        `(?<iso>\\d{4}-(?:0[1-9]|1[0-2])(?:-\\d\\d)?)(?![\\d-])`,
        `${dayBefore}*(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})(?!\\d)`,
        `${dayBefore}*${dayNumber}\\.?\\s*(?:(?:${filler})\\s*)*${aMonth}(?:${yearAfter})?`,
        `(?<name>${monthName})\\.?\\s+(?:(?:${filler})\\s*)*${dayNumber}(?![\\d.,]*\\d)(?:${yearAfter})?`,
        `${aMonth}${yearAfter}`,
        `${dayBefore}+(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})(?![/.-]?\\d)`,
        `(?:${decadeBefore})\\s*(?<decade>\\d{3}0)(?!\\d)`,
        `(?<decade>\\d{3}0)(?:${decadeAfter})`,
        `(?<decadeName>${decadeName})`,
        `(?<year>${YEAR})[-–—](?<last>\\d\\d|${YEAR})(?![\\d-])`,
        `(?:${yearBefore})\\s*(?<year>\\d{3,4})(?!\\d|[.,]\\d)`,
        `(?<year>${YEAR})`,
      ].join('|')})`,
      'gu',
    )
  return {
    sign: new RegExp(`\\d|${decadeName}`, 'u'),
    date: dates(yearsAsWritten),
    dateWithoutAccents: dates(year as string),
    until: new RegExp(`^\\s*(?:[-–—]|${wordAlternatives(all(({ until }) => until))})\\s*$`, 'u'),
    months: new Map(spelled([...shortNames, ...numbers, ...names])),
    decades,
  }
}

/** A number of four digits that is no part of a longer one, and no share. */
const YEAR = '(?:1[0-9]|20)\\d\\d(?!\\d|[.,]\\d|\\s?%)'

const isLatin = (name: string) => /^\p{Script=Latin}/u.test(name)

const spellings = (word: string): string[] => [
  ...new Set([word.toLowerCase(), unified(word).toLowerCase(), fold(word)]),
]

function readMatch(match: RegExpExecArray, { months, decades }: DatePatterns): TextDate[] {
  const { groups = {}, index, 0: matched } = match
  const range = { start: index, end: index + matched.trimEnd().length }
  const at = (date: LooseDate, until?: LooseDate): TextDate => ({
    ...{ ...range, type: 'date', date },
    ...(until && { until }),
  })
  if (groups.iso !== undefined) {
    const date = parseLooseDate(groups.iso)
    return date ? [at(date)] : []
  }
  const decade = decades.get(groups.decadeName ?? '') ?? Number(groups.decade ?? 0)
  if (decade > 0) return [at({ year: decade }, { year: decade + 9 })]
  if (groups.last !== undefined) {
    const first = Number(groups.year)
    const last = groups.last.length === 4 ? Number(groups.last) : first - (first % 100) + Number(groups.last)
    return [last > first ? at({ year: first }, { year: last }) : at({ year: first })]
  }
  const typedMonth = groups.month ?? groups.name
  const month = typedMonth === undefined ? undefined : (months.get(typedMonth) ?? Number(typedMonth))
  const year = groups.year === undefined ? undefined : Number(groups.year)
  const day = groups.day === undefined ? undefined : Number(groups.day)
  if (month !== undefined && (month < 1 || month > 12)) return []
  if (day !== undefined && (month === undefined || day < 1 || day > daysIn(month, year))) return []
  if (year !== undefined)
    return [at({ year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) })]
  return month !== undefined && day !== undefined ? [{ ...range, type: 'day', month, day }] : []
}

/** Two dates with "to" or a dash between them are one span: 1979–1989, from April 1975 to 7 January 1979. */
function joined(dates: readonly TextDate[], text: string, { until }: DatePatterns): TextDate[] {
  const list: TextDate[] = []
  for (const date of dates) {
    const before = list.at(-1)
    const isSpan =
      before?.type === 'date' &&
      before.until === undefined &&
      date.type === 'date' &&
      firstDay(before.date) < lastDay(date.date) &&
      until.test(text.slice(before.end, date.start))
    if (isSpan) list[list.length - 1] = { ...before, end: date.end, until: date.date }
    else list.push(date)
  }
  return list
}
