// Finds the numbers in a text that count what a question asks for.

import { datesIn } from '../languages/calendar.ts'
import { isDuration } from '../languages/durations.ts'
import { languages } from '../languages/language.ts'
import { fold } from '../text/fold.ts'
import { needsDictionary, tokens } from '../text/words.ts'
import type { Asked } from './finding.ts'
import type { AnswerStatement, ArchiveStatement } from './statement.ts'
import type { WeighedStatement } from './weigh.ts'
import { countedIn, isOnCounted, MIN_COUNTED_QUALITY } from './weighing/counted.ts'
import { soughtWordsOf } from './weighing/sought.ts'

type NumberPlace = readonly [start: number, end: number]

/** The places of numbers that stand beside what is counted; dates count nothing. */
export function countsIn(text: string, weighed: WeighedStatement, asked: Asked): NumberPlace[] {
  const { statement, qualities } = weighed
  // Digits alone may be a number as well: 1.7 is no day beside "million".
  const dates = datesIn(text).filter(
    ({ type, start, end }) => type === 'date' || /\p{L}/u.test(text.slice(start, end)),
  )
  const numbers = [
    ...Array.from(text.matchAll(NUMBER), ({ index, 0: number }): NumberPlace => {
      const end = index + number.length
      return [index, end + magnitudeLength(text.slice(end))]
    }),
    ...numberWordsOf(statement).flatMap((number): NumberPlace[] => {
      const at = text.toLowerCase().indexOf(number.toLowerCase())
      return at < 0 ? [] : [[at, at + number.length]]
    }),
  ].filter(([start, end]) => !dates.some(date => start < date.end && end > date.start))
  if (numbers.length === 0 || !isOnCounted(weighed, asked)) return []
  const { match } = soughtWordsOf(asked)
  const { noun: counted } = countedIn(asked)
  const words = asked.index.concepts.annotate(tokens(text))
  const placesOf = (at: number) =>
    words.flatMap(({ word, start, end }) =>
      match(word).some(({ term }) => term === at) ? [[start, end] as const] : [],
    )
  if (counted.length === 0) return numbers
  // A number on a subject counts the subject's own matter.
  const isOnSubject = statement.kind === 'outside' || statement.kind === 'claim'
  if (isOnSubject && counted.every(at => (qualities[at] as number) >= MIN_COUNTED_QUALITY)) return numbers
  // "Vietnamese" alone is not "Vietnamese soldiers".
  const places = counted.map(placesOf)
  const wantsTime = counted.some(at => isDuration(asked.query.words[at]?.form ?? ''))
  return numbers.filter(
    ([start, end]) =>
      (wantsTime || !isTimeAfter(text.slice(end))) &&
      places.every(list =>
        list.some(place => start < place[1] + MAX_UNITS_BETWEEN && end > place[0] - MAX_UNITS_BETWEEN),
      ),
  )
}

const isTimeAfter = (after: string): boolean =>
  isDuration(tokens(after.slice(0, MAX_UNIT_LENGTH))[0]?.form ?? '')
const MAX_UNIT_LENGTH = 20

/** Not the 45 of "45th", nor the 16 of "X-16". */
const NUMBER = /(?<!\p{L}[-–]?\p{N}*)\p{N}+(?:[.,]\p{N}+)*(?![\p{N}\p{Script=Latin}])/gu
/** Some words, such as "million innocent" between the number and the people. */
const MAX_UNITS_BETWEEN = 30

/** The length of "million" and the space before it. */
const magnitudeLength = (after: string): number => {
  const [written = '', word = ''] = /^\s*([\p{L}\p{M}]+)/u.exec(after) ?? []
  if (magnitudes().has(fold(word))) return written.length
  // "លាននាក់" is millions of people in one.
  const first = needsDictionary(word) ? tokens(word)[0] : undefined
  return first && magnitudes().has(first.word) ? written.length - word.length + first.end : 0
}

let magnitudeWords: ReadonlySet<string> | undefined

/** As CLDR writes thousands, millions and billions in each language. */
function magnitudes(): ReadonlySet<string> {
  magnitudeWords ??= new Set(
    languages.flatMap(language => {
      const format = new Intl.NumberFormat(language, { notation: 'compact', compactDisplay: 'long' })
      return [1e3, 1e4, 1e5, 1e6, 1e9].flatMap(number =>
        format.formatToParts(number).flatMap(({ type, value }) => (type === 'compact' ? [fold(value)] : [])),
      )
    }),
  )
  return magnitudeWords
}

/** Numbers in words, as the figures of its article have them: "tens of thousands". */
const numberWordsOf = (statement: ArchiveStatement): string[] =>
  'article' in statement
    ? statement.article.figures.map(({ number }) => number).filter(number => !/\p{N}/u.test(number))
    : []

/** Marks the numbers that were asked for. */
export const countFocus =
  (weighed: WeighedStatement, asked: Asked) =>
  (text: string): AnswerStatement['focus'] =>
    countsIn(text, weighed, asked)
