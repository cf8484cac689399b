// Finds what happened on a date: the events, publications and outside statements that have it, and its anniversaries.

import { formatLooseDate } from '../../calendar/date.ts'
import { datesIn } from '../../languages/calendar.ts'
import {
  type CalendarOfChat,
  type ComingAnniversary,
  comingUp,
  comingWithinYear,
  defaultLeapDays,
  fallingOn,
} from '../../search/lookup/coming.ts'
import { nextTurn } from '../../text/turns.ts'
import { datedOn, dateTest, nearestTo } from '../dated.ts'
import type { Asked, AskedDate, Finding } from '../finding.ts'
import type { AnswerStatement, DatedStatement, StatementKind } from '../statement.ts'
import { answerStatement, statementsOn } from '../weigh.ts'
import { soughtWordsOf } from '../weighing/sought.ts'
import { dateQuestion } from './asked-date.ts'

/** Finds everything on the date, or the nearest; undefined if no date is asked for. */
export async function findHappened(asked: Asked): Promise<Finding | undefined> {
  const question = await dateQuestion(asked)
  if (!question) return undefined
  const { date, about } = question
  const { common } = soughtWordsOf(asked)
  // The country of all articles narrows nothing.
  const places = about.map(word => asked.query.words.indexOf(word)).filter(at => !common.includes(at))
  if (places.length === 0) return happenedOn(date, asked)
  const list = await datedOn(date, asked.corpus, asked.language)
  const onIt = new Set(
    (await statementsOn(asked))
      .filter(({ qualities }) => places.every(at => (qualities[at] as number) > 0))
      .map(({ statement }) => identityOf(statement)),
  )
  const dated = list.filter(({ statement }) => onIt.has(identityOf(statement)))
  return dated.length > 0
    ? { kind: 'happened', asked: date, anniversaries: [], dated, isNearest: false }
    : undefined
}

/** The same if a question has nothing but a date, whatever it asks: "what about the eighties", "what is Victory Day". */
export async function findDateAlone(asked: Asked): Promise<Finding | undefined> {
  const question = await dateQuestion(asked)
  return question?.about.length === 0 ? happenedOn(question.date, asked) : undefined
}

/** Finds everything on today's day of the year, or the next day that the archive remembers. */
export async function findToday(asked: Asked): Promise<Finding | undefined> {
  const question = await dateQuestion(asked)
  const { month, day } = asked.today
  return happenedOn(question?.date ?? { type: 'day', month, day }, asked)
}

async function happenedOn(date: AskedDate, asked: Asked): Promise<Finding> {
  const { corpus, language, today, leapDayOf = defaultLeapDays } = asked
  const calendar = { corpus, today, leapDayOf }
  // The first time, the patterns of dates have just been made.
  await nextTurn()
  const dated = await datedOn(date, corpus, language)
  const anniversaries = anniversariesOn(date, calendar, dated)
  const hasMore = anniversaries.length > 0 || dated.some(({ statement }) => statement.kind !== 'publication')
  const told = hasMore || date.type !== 'date' ? [] : await toldOf(date, asked)
  if (told.length > 0) return { kind: 'statements', statements: told }
  const isNearest = dated.length === 0 && anniversaries.length === 0
  const [next] = isNearest && date.type !== 'date' ? comingUp(calendar) : []
  return {
    kind: 'happened',
    asked: date,
    anniversaries,
    dated: isNearest && date.type === 'date' ? await nearestTo(date, corpus, language) : dated,
    isNearest,
    ...(next && { next }),
  }
}

/** Statements and sentences that have the date in their text, for an archive that lists no event of it. */
async function toldOf(date: AskedDate & { type: 'date' }, asked: Asked): Promise<AnswerStatement[]> {
  const isOn = dateTest(date)
  const told = (await statementsOn(asked)).flatMap((weighed): AnswerStatement[] => {
    if (!kindsThatTell.has(weighed.statement.kind)) return []
    const answer = answerStatement(weighed, asked)
    const focus = datesIn(answer.text)
      .filter(each => each.type === 'date' && isOn(each.date, each.until))
      .map(({ start, end }) => [start, end] as const)
    return focus.length > 0 ? [{ ...answer, focus }] : []
  })
  return told.slice(0, MAX_TOLD)
}

const kindsThatTell: ReadonlySet<StatementKind> = new Set(['point', 'account', 'sentence'])
const MAX_TOLD = 3

/** Those that fall then, and those whose first day was then, unless an event tells of it. */
function anniversariesOn(
  date: AskedDate,
  calendar: CalendarOfChat,
  dated: readonly DatedStatement[],
): ComingAnniversary[] {
  const isOn = dateTest(date)
  switch (date.type) {
    case 'date': {
      const days = new Set(dated.map(each => formatLooseDate(each.date)))
      return comingUp(calendar).filter(
        ({ anniversary: { since } }) => isOn(since) && !days.has(formatLooseDate(since)),
      )
    }
    case 'day':
      return fallingOn(date, calendar)
    case 'days':
      return comingWithinYear(calendar).filter(({ occurrence }) => isOn(occurrence))
    default:
      return date satisfies never
  }
}

/** One object for a statement, however often it was listed. */
function identityOf(statement: DatedStatement['statement']): object {
  switch (statement.kind) {
    case 'event':
      return statement.event
    case 'publication':
      return statement.article
    case 'outside':
      return statement.statement
    default:
      return statement
  }
}
