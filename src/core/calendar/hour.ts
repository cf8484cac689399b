// Reads an hour as people write or say it: 07:00, 0700, 7pm, noon, quarter past 7, 7h30, bảy giờ tối, ម៉ោង ៧ និង ៣០ នាទី.

import { Temporal } from 'temporal-polyfill'
import { fold } from '../text/fold.ts'
import { type CalendarWords, type HourWords, oneSpace, wordPattern } from './words.ts'

/** The words of all languages, merged. */
export interface HourVocabulary {
  /** The time with this name, as `12:00`. */
  named(typed: string): string | undefined
  /**
   * The text folded, with single spaces, digits for numbers, H and M for the words of hours and minutes, HALF, LESS,
   * PAST, TO, and `P16` for a part of the day that begins at 16. Folded text is lowercase, so these capitals cannot be
   * anything else.
   */
  normalize(typed: string): string
}

export function hourVocabulary(languages: readonly CalendarWords[]): HourVocabulary {
  const hours = languages.flatMap(words => words.hours ?? [])
  const all = (pick: (words: HourWords) => readonly string[] | undefined) =>
    wordPattern(hours.flatMap(words => (pick(words) ?? []).map(fold)))
  const entries = <T>(pick: (words: HourWords) => Readonly<Record<string, T>> | undefined) =>
    hours
      .flatMap(words => Object.entries(pick(words) ?? {}))
      .map(([word, value]) => [fold(word), value] as const)
  const named = new Map(entries(words => words.named))
  const dayParts = new Map(entries(words => words.dayParts))
  const dayPart = wordPattern([...dayParts.keys()])
  const numbers = new Map(entries(words => words.numbers))
  const number = wordPattern([...numbers.keys()])
  const marks: [RegExp, string][] = [
    [all(words => words.hour), ' H '],
    [all(words => words.minute), ' M '],
    [all(words => words.half), ' HALF '],
    [all(words => words.less), ' LESS '],
    [all(words => words.past), ' PAST '],
    [all(words => words.to), ' TO '],
    [all(words => words.fillers), ' '],
  ]
  return {
    named: typed => named.get(oneSpace(fold(typed))),
    normalize(typed) {
      const text = fold(typed).replace(dayPart, word => ` P${dayParts.get(word)} `)
      const marked = marks.reduce((before, [pattern, mark]) => before.replace(pattern, mark), text)
      return oneSpace(marked.replace(number, word => ` ${numbers.get(word)} `))
    },
  }
}

/** The time that the words mean; undefined if they are no time. A number alone is none: it may be a day or a year. */
export function parseTime(typed: string, words: HourVocabulary): Temporal.PlainTime | undefined {
  const named = words.named(typed)
  if (named !== undefined) return Temporal.PlainTime.from(named)
  const text = words.normalize(typed)
  const [whole, partHour] = /(?<![^ ])P(\d+)(?![^ ])/.exec(text) ?? []
  const rest = whole === undefined ? text : oneSpace(text.replace(whole, ' '))
  const read = clockIn(rest) ?? numberIn(rest, partHour)
  if (!read || read.minute > 59 || read.hour > 23) return undefined
  const hour = partHour === undefined ? read.hour : hourInPart(read, Number(partHour))
  if (hour === undefined) return undefined
  const time = Temporal.PlainTime.from({ hour, minute: read.minute })
  return read.isLess ? time.subtract({ minutes: 2 * read.minute }) : time
}

/** The hours that a number alone may mean: 9 is 09:00 or 21:00. None if the words are no such number. */
export function timesOfNumber(typed: string, words: HourVocabulary): Temporal.PlainTime[] {
  const [, digits] = /^(\d{1,2})$/.exec(words.normalize(typed)) ?? []
  const hour = Number(digits ?? NaN)
  if (!(hour <= 23)) return []
  const hours = hour >= 1 && hour < 12 ? [hour, hour + 12] : hour === 12 ? [12, 0] : [hour]
  return hours.map(each => Temporal.PlainTime.from({ hour: each }))
}

/** Writes a time as `07:00`. */
export const formatTime = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })

interface Clock {
  hour: number
  minute: number
  /** The minutes are missing to the hour. */
  isLess?: boolean
  /** No word or minutes say that it is an hour. */
  isBare?: boolean
}

function clockIn(text: string): Clock | undefined {
  const clock = /^(?:H )?(\d{1,2}) ?[:.] ?(\d{2})(?: ?[:.] ?00)?(?: [HM])?$/.exec(text)
  if (clock) return { hour: Number(clock[1]), minute: Number(clock[2]) }
  const military = /^(\d{2})(\d{2})(?: H)?$/.exec(text)
  if (military) return { hour: Number(military[1]), minute: Number(military[2]) }
  const worded = /^(?:H (\d{1,2})|(\d{1,2}) H)(?: (HALF)| (LESS )?(\d{1,2})(?: M)?)?$/.exec(text)
  if (worded) {
    const [, after, before, half, less, minutes] = worded
    const minute = half ? 30 : Number(minutes ?? 0)
    return { hour: Number(after ?? before), minute, isLess: less !== undefined }
  }
  const counted = /^(?:(HALF)|(\d{1,2})(?: M)? (?:PAST|(TO))) (\d{1,2})(?: H)?$/.exec(text)
  if (!counted) return undefined
  const [, half, minutes, to, hour] = counted
  return { hour: Number(hour), minute: half ? 30 : Number(minutes), isLess: to !== undefined }
}

/** A number is an hour beside a part of the day: 7pm. */
function numberIn(text: string, partHour: string | undefined): Clock | undefined {
  if (partHour === undefined || !/^\d{1,2}$/.test(text)) return undefined
  return { hour: Number(text), minute: 0, isBare: true }
}

/** The hour of 24 that a number means in the part of the day from `first` on; undefined if it has no such hour. */
function hourInPart({ hour, isBare }: Clock, first: number): number | undefined {
  if (hour >= 1 && hour <= 12) return (first + ((hour - first + 24) % 12)) % 24
  // "19 giờ tối" is 19:00, but "13pm" is a slip.
  const isWithin = (hour - first + 24) % 24 < 12
  return isBare || !isWithin ? undefined : hour
}
