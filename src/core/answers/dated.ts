// Looks up what an archive has on a date: events, publications, and the statements from outside that tell of it.

import type { LooseDate } from '../calendar/date.ts'
import type { MonthDay } from '../calendar/day.ts'
import { firstDay, lastDay } from '../calendar/span.ts'
import type { Corpus } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { datesIn } from '../languages/calendar.ts'
import type { Language } from '../languages/language.ts'
import { chronologyOf, type Dated, isEvent, sortedByDate } from '../search/lookup/dated.ts'
import { outsideStatementsOf } from '../search/lookup/outside.ts'
import { memoByObject } from '../text/memo.ts'
import { nextTurn, visitInTurns } from '../text/turns.ts'
import type { AskedDate } from './finding.ts'
import type { DatedStatement } from './statement.ts'

type OutsideDate = DatedStatement & { statement: { kind: 'outside' } }

/** Events and statements of the date, at least as precise as it, and the first publications; the earliest first. */
export async function datedOn(
  asked: AskedDate,
  corpus: Corpus,
  language: Language,
): Promise<DatedStatement[]> {
  const isOn = dateTest(asked)
  const inArchive =
    asked.type === 'date'
      ? (await chronologyOf(corpus)).within(firstDay(asked.date), lastDay(asked.until ?? asked.date))
      : await onDaysOf(corpus, asked)
  const list: DatedStatement[] = []
  let publications = 0
  for (const dated of inArchive) {
    const each = datedStatement(dated)
    if (isOn(each.date, each.until) && (isEvent(dated) || publications++ < MAX_PUBLICATIONS)) list.push(each)
  }
  const outside = (await outsideByDate(corpus)(language)).filter(({ date, until }) => isOn(date, until))
  // A statement may name several days of the time that is asked for.
  const byStatement = new Map(outside.toReversed().map(each => [each.statement.statement, each]))
  return inOrder([...list, ...byStatement.values()])
}

/** The timeline has all of them. */
const MAX_PUBLICATIONS = 20

/** The last before the date, and the first after it. */
export async function nearestTo(
  { date }: { date: LooseDate },
  corpus: Corpus,
  language: Language,
): Promise<DatedStatement[]> {
  const list = await orderedIn(corpus)(language)
  const first = firstDay(date)
  const after = list.findIndex(each => firstDay(each.date) >= first)
  const at = after < 0 ? list.length : after
  return list.slice(Math.max(0, at - 1), at + 1)
}

/** Events and statements from outside; in an archive without events, the publications. */
const orderedIn = memoByObject((corpus: Corpus) =>
  byLanguage(async language => {
    const { all } = await chronologyOf(corpus)
    const events = all.filter(isEvent)
    const dated = (events.length > 0 ? events : all).map(datedStatement)
    await nextTurn()
    return inOrder([...dated, ...(await outsideByDate(corpus)(language))])
  }),
)

/**
 * Whether something with a date, or from a date to another, was then. A year may mean any of its days, so it is on none of
 * them; and what lasted for years is on a day only if it began or ended then.
 */
export function dateTest(asked: AskedDate): (date: LooseDate, until?: LooseDate) => boolean {
  switch (asked.type) {
    case 'date': {
      const [first, last] = [firstDay(asked.date), lastDay(asked.until ?? asked.date)]
      const wanted = precisionOf(asked.date)
      const isWithin = (date: LooseDate) =>
        precisionOf(date) >= wanted && firstDay(date) >= first && lastDay(date) <= last
      return (date, until = date) =>
        isWithin(date) ||
        isWithin(until) ||
        (wanted < DAY_PRECISION &&
          precisionOf(date) >= wanted &&
          firstDay(date) <= first &&
          lastDay(until) >= last)
    }
    case 'day':
      return (date, until = date) => [date, until].some(each => isBetween(each, asked, asked))
    case 'days':
      return (date, until = date) => [date, until].some(each => isBetween(each, asked.first, asked.last))
    default:
      return asked satisfies never
  }
}

const DAY_PRECISION = 2
const precisionOf = ({ month, day }: LooseDate) =>
  month === undefined ? 0 : day === undefined ? 1 : DAY_PRECISION

/** Whether the date is a day between two days of the year, the second of which may be in the next year. */
function isBetween({ month, day }: LooseDate, from: MonthDay, to: MonthDay): boolean {
  if (month === undefined || day === undefined) return false
  const [at, first, last] = [{ month, day }, from, to].map(each => each.month * 100 + each.day) as [
    number,
    number,
    number,
  ]
  return first <= last ? at >= first && at <= last : at >= first || at <= last
}

const inOrder = (list: readonly DatedStatement[]) => sortedByDate(list, ({ date }) => date)

function datedStatement(dated: Dated): DatedStatement {
  return isEvent(dated)
    ? {
        ...{ statement: { kind: 'event', event: dated }, date: dated.date },
        ...(dated.until && { until: dated.until }),
      }
    : { statement: { kind: 'publication', article: dated }, date: dated.published }
}

/** Everything with a day of the year, by that day. */
async function onDaysOf(corpus: Corpus, asked: AskedDate): Promise<Dated[]> {
  const isOn = dateTest(asked)
  const days = await byDayOfYear(corpus)
  return [...days.values()].flatMap(({ date, list }) => (isOn(date) ? list : []))
}

const byDayOfYear = memoByObject(async (corpus: Corpus) => {
  const days = new Map<number, { date: LooseDate; list: Dated[] }>()
  await visitInTurns((await chronologyOf(corpus)).all, dated => {
    const date = isEvent(dated) ? dated.date : dated.published
    if (date.month === undefined || date.day === undefined) return
    const key = date.month * 100 + date.day
    const day = days.get(key)
    if (day) day.list.push(dated)
    else days.set(key, { date, list: [dated] })
  })
  return days
})

/** The statements from outside, once for each date in their text. */
const outsideByDate = memoByObject((corpus: Corpus) =>
  byLanguage(async language => {
    const list: OutsideDate[] = []
    await visitInTurns(
      outsideStatementsOf(corpus),
      statement => {
        for (const found of datesIn(translated(statement.text, language))) {
          if (found.type !== 'date') continue
          const { date, until } = found
          list.push({ statement: { kind: 'outside', statement }, date, ...(until && { until }) })
        }
      },
      STATEMENTS_PER_TURN,
    )
    return list
  }),
)

/** Reading dates takes some hundredths of a millisecond a text. */
const STATEMENTS_PER_TURN = 100

function byLanguage<T>(compute: (language: Language) => T): (language: Language) => T {
  const known = new Map<Language, T>()
  return language => {
    const value = known.get(language) ?? compute(language)
    known.set(language, value)
    return value
  }
}
