// Merges the calendar words of several languages into one vocabulary, which reads the days and spans that people type.

import { fold } from '../text/fold.ts'
import { nearWords } from '../text/near-words.ts'
import { needsDictionary } from '../text/words.ts'

/** The words of one language, as written. A language leaves out what it has no words for. */
export interface CalendarWords {
  /** The months in order. Languages that number their months leave them out. */
  months?: readonly string[]
  /** Numbers and names that stand only beside the word for a month: `{ giêng: 1 }` in "tháng giêng". */
  monthNumbers?: Readonly<Record<string, number>>
  /** Days counted from today: `{ tomorrow: 1 }`. In `{ 'in {n} weeks': 7 }` the number that is typed counts so many days. */
  relativeDays?: Readonly<Record<string, number>>
  /** The days of the week, from Monday to Sunday, each in all the ways it is written. */
  weekdays?: readonly (readonly string[])[]
  /** Which of these days is meant: `{ 'last {day}': 'before', '{day} tuần sau': 1 }`. */
  weekdayForms?: Readonly<Record<string, WeekdayChoice>>
  /** Weeks and months counted from this one: `{ 'next week': 1 }`. */
  relativeWeeks?: Readonly<Record<string, number>>
  relativeMonths?: Readonly<Record<string, number>>
  /** Words before the number of a day, a month or a year. */
  labels?: { day?: readonly string[]; month?: readonly string[]; year?: readonly string[] }
  /** Words right before and after the first year of a decade, and decades that have a name: `{ eighties: 1980 }`. */
  decades?: {
    before?: readonly string[]
    after?: readonly string[]
    names?: Readonly<Record<string, number>>
  }
  /** Words before the first date of a span, and between its two dates. */
  from?: readonly string[]
  until?: readonly string[]
  /** Words within a date that mean nothing: "the" and "of" in "the 7th of January". */
  fillers?: readonly string[]
  /** Endings written right after the number of a day: "th". */
  ordinalEndings?: readonly string[]
  hours?: HourWords
}

/** The first from today on, the first after today, the last before today, or that of a week counted from this one. */
export type WeekdayChoice = 'coming' | 'after' | 'before' | number

/** A day of a week. */
export interface Weekday {
  /** Monday is 1 (ISO 8601). */
  weekday: number
  choice: WeekdayChoice
}

/** The words of one language for an hour, as written. A language leaves out what it has no words for. */
export interface HourWords {
  /** Beside the number of hours, and of minutes: "giờ", "phút". */
  hour?: readonly string[]
  minute?: readonly string[]
  /** Half an hour more: "rưỡi", "half past". */
  half?: readonly string[]
  /** Before the minutes that are missing: "kém". */
  less?: readonly string[]
  /** Between the minutes and the hour: "quarter past 7", "ten to eight". */
  past?: readonly string[]
  to?: readonly string[]
  /** Numbers in words, of hours and of minutes: `{ seven: 7, quarter: 15 }`. */
  numbers?: Readonly<Record<string, number>>
  /** Words that mean nothing: "at", "and". */
  fillers?: readonly string[]
  /** Hours that have a name: `{ noon: '12:00' }`. */
  named?: Readonly<Record<string, string>>
  /**
   * Parts of the day, each with the first hour (0 to 23) that a number can mean there: with `{ tối: 16 }`, 7 is 19:00
   * and 12 is midnight.
   */
  dayParts?: Readonly<Record<string, number>>
}

/** The words of all languages, merged. */
export interface CalendarVocabulary {
  /** How many days from today the words mean; undefined if they mean no such day. */
  relativeDay(typed: string): number | undefined
  /** The day of a week that the words mean. */
  weekday(typed: string): Weekday | undefined
  /** How many weeks or months from this one the words mean. */
  relativeWeek(typed: string): number | undefined
  relativeMonth(typed: string): number | undefined
  /** The month with this name, its first three letters or more, or a misspelling of it; 0 if there is no such month. */
  month(word: string): number
  /**
   * The text folded, with single spaces, and with D, M and Y for the labels of day, month and year: `D 7 M 1 Y 1979`.
   * Folded text is lowercase, so these capitals cannot be anything else.
   */
  normalize(typed: string): string
  /** The same with `-` between two dates and nothing before the first. */
  normalizeSpan(typed: string): string
}

export function calendarVocabulary(languages: readonly CalendarWords[]): CalendarVocabulary {
  const all = (pick: (words: CalendarWords) => readonly string[] | undefined) =>
    languages.flatMap(words => (pick(words) ?? []).map(fold))
  const entries = (pick: (words: CalendarWords) => Readonly<Record<string, number>> | undefined) =>
    languages.flatMap(words =>
      Object.entries(pick(words) ?? {}).map(([word, value]) => [fold(word), value] as const),
    )
  const relativeDays = entries(({ relativeDays }) => relativeDays)
  const fixedDays = new Map(relativeDays.filter(([word]) => !word.includes(NUMBER)))
  const countedDays = relativeDays
    .filter(([word]) => word.includes(NUMBER))
    .map(([word, days]) => ({ pattern: countPattern(word), days }))
  const weekdays = new Map(languages.flatMap(weekdaysOf))
  const relativeWeeks = new Map(entries(({ relativeWeeks }) => relativeWeeks))
  const relativeMonths = new Map(entries(({ relativeMonths }) => relativeMonths))
  const monthNumbers = new Map(entries(({ monthNumbers }) => monthNumbers))
  const monthNames = languages.map(({ months = [] }) => months.map(fold))
  // Misspelt words are compared only with names in scripts that use spaces.
  const comparable = monthNames.flat().filter(name => !needsDictionary(name))
  const monthOf = (matches: (name: string) => boolean) => {
    for (const names of monthNames) {
      const at = names.findIndex(matches)
      if (at >= 0) return at + 1
    }
    return 0
  }
  const day = wordPattern(all(({ labels }) => labels?.day))
  const month = wordPattern(all(({ labels }) => labels?.month))
  const year = wordPattern(all(({ labels }) => labels?.year))
  const numberedMonth = new RegExp(
    `(?<= M )\\s*(?:${alternatives([...monthNumbers.keys()])})(?![\\p{L}\\p{M}])`,
    'gu',
  )
  const fillers = wordPattern(all(({ fillers }) => fillers))
  const until = wordPattern(all(({ until }) => until))
  const from = wordPattern(all(({ from }) => from))
  const endings = new RegExp(
    `(?<=\\d)(?:${alternatives(all(({ ordinalEndings }) => ordinalEndings))})(?![\\p{L}\\p{M}])`,
    'gu',
  )
  const marked = (typed: string) =>
    fold(typed)
      .replace(endings, '')
      .replace(day, ' D ')
      .replace(month, ' M ')
      .replace(numberedMonth, name => String(monthNumbers.get(name.trim())))
      .replace(year, ' Y ')
      .replace(fillers, ' ')
      .replace(/(?<=\d)(?=[\p{L}\p{M}])|(?<=[\p{L}\p{M}])(?=\d)|,/gu, ' ')
  return {
    relativeDay(typed) {
      const text = oneSpace(fold(typed))
      const fixed = fixedDays.get(text)
      if (fixed !== undefined) return fixed
      for (const { pattern, days } of countedDays) {
        const count = pattern.exec(text)?.[1]
        if (count !== undefined) return Number(count) * days
      }
      return undefined
    },
    weekday: typed => weekdays.get(oneSpace(fold(typed))),
    relativeWeek: typed => relativeWeeks.get(oneSpace(fold(typed))),
    relativeMonth: typed => relativeMonths.get(oneSpace(fold(typed))),
    month(word) {
      const exact = monthOf(name => name === word || (word.length > 2 && name.startsWith(word)))
      if (exact > 0) return exact
      const [near] = nearWords(word, comparable)
      return near ? monthOf(name => name === near.word) : 0
    },
    normalize: typed => oneSpace(marked(typed)),
    normalizeSpan(typed) {
      // Before folding, which makes every dash the hyphen of 1979-01-07.
      const text = oneSpace(marked(typed.replace(/[–—]/g, ' - ')).replace(until, ' - '))
      const { index, 0: first = '' } = [...text.matchAll(from)][0] ?? {}
      return (index === 0 ? text.slice(first.length).trim() : text).replace(/ ?-$/, '')
    },
  }
}

/** Every way to name a day of a week, and what it means. */
const weekdaysOf = ({ weekdays = [], weekdayForms = {} }: CalendarWords): [string, Weekday][] =>
  weekdays.flatMap((names, at) =>
    Object.entries(weekdayForms).flatMap(([form, choice]) =>
      names.map((name): [string, Weekday] => [
        oneSpace(fold(form.replace('{day}', name))),
        { weekday: at + 1, choice },
      ]),
    ),
  )

const NUMBER = '{n}'

/** At most three digits: nobody counts years in days. */
const countPattern = (words: string) =>
  new RegExp(
    `^${words
      .split(NUMBER)
      .map(part => escaped(part.trim()))
      .join('\\s*(\\d{1,3})\\s*')}$`,
  )

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Matches whole words if the script has spaces, and otherwise the words anywhere. */
export const wordPattern = (words: readonly string[]): RegExp => new RegExp(wordAlternatives(words), 'gu')

/** The same as the source of a pattern. */
export function wordAlternatives(words: readonly string[]): string {
  const spaced = words.filter(word => !needsDictionary(word))
  const unspaced = words.filter(needsDictionary)
  const parts = [
    `(?<![\\p{L}\\p{M}])(?:${alternatives(spaced)})(?![\\p{L}\\p{M}])`,
    ...(unspaced.length > 0 ? [alternatives(unspaced)] : []),
  ]
  return parts.join('|')
}

/** The longest first. Without words, a pattern that matches nothing. */
const alternatives = (words: readonly string[]) =>
  words.length === 0
    ? '(?!)'
    : [...words]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|')

export const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim()
