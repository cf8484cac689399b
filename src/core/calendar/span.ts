// Reads a span of time as people type it, one date or two: 1979, 7 January 1979, tháng 12 năm 1978, ឆ្នាំ១៩៧៩,
// 1979-1989, from April 1975 to 7 January 1979.
import { daysIn, type LooseDate } from './date.ts'
import type { CalendarVocabulary } from './words.ts'

/** From the first date to the last, each with all the days it may mean. */
export interface Span {
  first?: LooseDate
  last?: LooseDate
  /** `1979-`: includes everything after. */
  isOpen: boolean
  /** The later date was typed first. */
  isTurned: boolean
  /** Something like 7/1/1979 was taken as day, then month. */
  isDayFirst: boolean
}

/** The span that the words mean; both dates may be in one text. Undefined if the words mean no span. */
export function parseSpan(words: CalendarVocabulary, from = '', to = ''): Span | undefined {
  // "-1979" has only an end.
  if (to === '' && /^\s*[-–]/.test(from)) return parseSpan(words, '', from.replace(/^\s*[-–]\s*/, ''))
  const typed = [from, to].map(words.normalizeSpan)
  // "from" alone is a small word, and no date.
  if (typed.every(text => text === '') && `${from}${to}`.trim() !== '') return undefined
  const both = typed.map(text => parseDate(text, words))
  const single = (all: (Dated | undefined)[]) => typed.every((text, index) => text === '' || all[index])
  // The command line may have split one text in two: "from:7 January 1979".
  const dates = single(both) ? both : twoIn(typed.join(' ').trim(), words)
  if (!dates) return undefined
  const [first, last] = dates
  const isTurned = Boolean(first && last && firstDay(first.date) > lastDay(last.date))
  const [earlier, later] = isTurned ? [last, first] : [first, last]
  return {
    ...(earlier && { first: earlier.date }),
    ...(later && { last: later.date }),
    isOpen: Boolean(first && !last && /[-–]\s*$/.test(from)),
    isTurned,
    isDayFirst: dates.some(each => each?.isDayFirst),
  }
}

/** The first and the last day that a date may mean, as comparable numbers: 19790107. */
export const firstDay = ({ year, month = 1, day = 1 }: LooseDate) => (year * 100 + month) * 100 + day
export const lastDay = ({ year, month = 12, day = 31 }: LooseDate) => (year * 100 + month) * 100 + day

interface Dated {
  date: LooseDate
  isDayFirst?: boolean
}

function twoIn(text: string, words: CalendarVocabulary): [Dated, Dated | undefined] | undefined {
  const whole = parseDate(text, words)
  if (whole) return [whole, undefined]
  for (const { index, 0: between } of text.matchAll(/ ?- ?| /g)) {
    const first = parseDate(text.slice(0, index), words)
    const last = first && parseDate(text.slice(index + between.length), words)
    if (last) return [first, last]
  }
  return undefined
}

/** A date with its year, normalized. */
function parseDate(text: string, words: CalendarVocabulary): Dated | undefined {
  const parts = (pattern: RegExp) => pattern.exec(text)?.slice(1)
  const iso = parts(/^(?:Y )?(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/)
  if (iso) return dated(iso[0], iso[1], iso[2])
  const slashed =
    parts(/^(?:D )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/) ?? parts(/^(?:M )?()()(\d{1,2})[/.](\d{4})$/)
  if (slashed) {
    const [day, , month, year] = slashed
    const date = dated(year, month, day || undefined)
    return date && { ...date, isDayFirst: Boolean(day) && Number(day) <= 12 }
  }
  const numbered = parts(/^(?:(?:D )?(\d{1,2}) )?M (\d{1,2}) (?:Y )?(\d{4})$/)
  if (numbered) return dated(numbered[2], numbered[1], numbered[0])
  const named = parts(/^(?:(?:D )?(\d{1,2})\.? )?(?:M )?(\p{L}[\p{L}\p{M}]*)\.? (?:Y )?(\d{4})$/u)
  if (named) return dated(named[2], words.month(named[1] ?? ''), named[0])
  const reversed = parts(/^(\p{L}[\p{L}\p{M}]*)\.? (\d{1,2}) (\d{4})$/u)
  if (reversed) return dated(reversed[2], words.month(reversed[0] ?? ''), reversed[1])
  return undefined
}

function dated(yearTyped = '', monthTyped?: string | number, dayTyped?: string): Dated | undefined {
  const year = Number(yearTyped)
  if (year === 0) return undefined
  if (monthTyped === undefined) return { date: { year } }
  const month = Number(monthTyped)
  if (month < 1 || month > 12) return undefined
  if (dayTyped === undefined) return { date: { year, month } }
  const day = Number(dayTyped)
  return day >= 1 && day <= daysIn(month, year) ? { date: { year, month, day } } : undefined
}
