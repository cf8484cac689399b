// Tells a question about a day from others: what happened in 1989, anything tomorrow, a date alone.

import { Temporal } from 'temporal-polyfill'
import { parseDay } from '../../calendar/day.ts'
import { parseSpan } from '../../calendar/span.ts'
import { calendarWords } from '../../languages/calendar.ts'
import type { QuestionKind } from '../../languages/question-words.ts'
import { memoByText } from '../../text/memo.ts'
import { longestPhraseAt, type PhraseTable } from './phrase-patterns.ts'
import { type QuestionToken, textOfCharacters, textOfWords } from './question-texts.ts'

export interface RestOfQuestion {
  /** The indexes of the words that do not only ask. */
  rest: readonly number[]
  isLight(word: number): boolean
  topics: PhraseTable<QuestionKind>
}

/**
 * The kind of a question by the dates in it, where its words leave it open. `happened` needs a date, and a date alone
 * asks what happened. A day counted from today, with nothing else, asks what is remembered on it.
 */
export function kindByDate(
  kind: QuestionKind | undefined,
  text: string,
  words: readonly QuestionToken[],
  { rest, isLight, topics }: RestOfQuestion,
): QuestionKind | undefined {
  if (kind !== undefined && !kindsOfDays.has(kind)) return kind
  const textOf = (from: number, to: number) =>
    text.slice(words[rest[from] as number]?.start, words[rest[to - 1] as number]?.end)
  const isWhole = (isMeant: (typed: string) => boolean, isBeside: (word: number) => boolean) => {
    for (let from = 0; from < rest.length; from++) {
      for (let to = Math.min(rest.length, from + MAX_DATE_WORDS); to > from; to--)
        if (
          !rest.slice(from, to).some(at => words[at]?.isQuoted) &&
          [...rest.slice(0, from), ...rest.slice(to)].every(isBeside) &&
          isMeant(textOf(from, to))
        )
          return true
      if (!isBeside(rest[from] as number)) return false
    }
    return false
  }
  const isDayTopic = (at: number) => {
    const word = [words[at] as QuestionToken]
    return [textOfWords(word), textOfCharacters(word)].some(
      each => longestPhraseAt(topics, each, { at: 0 })?.kind === 'today',
    )
  }
  const isAsked = kind !== undefined
  if (isWhole(isRelativeDay, at => isAsked && (isLight(at) || isDayTopic(at)))) return 'today'
  if (kind === 'whether') return kind
  if (isWhole(isDate, isLight)) return 'happened'
  if (kind !== 'happened') return kind
  const hasDate = rest.some((_, from) =>
    rest.some(
      (_, index) => index >= from && index - from < MAX_DATE_WORDS && isDate(textOf(from, index + 1)),
    ),
  )
  return hasDate ? 'happened' : 'what'
}

const kindsOfDays: ReadonlySet<QuestionKind> = new Set(['what', 'happened', 'whether', 'when'])

/** "from 7 January 1979 to 26 September 1989" */
const MAX_DATE_WORDS = 9

/** A slip is corrected by reading the question with each word that may be meant, so that the same words come again. */
const isRelativeDay = memoByText(typed => {
  const words = calendarWords()
  return [words.relativeDay, words.weekday, words.relativeWeek, words.relativeMonth].some(
    read => read(typed) !== undefined,
  )
}, 500)

/** A year, a month with its year, a day of a year or of every year, or a span of them. A number such as 45 is none. */
function isDate(typed: string): boolean {
  const words = calendarWords()
  if (!/\p{N}/u.test(typed)) return false
  if (parseSpan(words, typed)) return true
  const day = parseDay(typed, { today: ANY_DAY, words, hasBothDayOrders: false })
  return day !== undefined && day.type !== 'no-such-day'
}

/** Days counted from today are read before. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01')
