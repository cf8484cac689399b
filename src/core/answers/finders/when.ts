// Finds when something was: an event by its date, or a statement with a date near the words that are sought.

import type { TextDate } from '../../calendar/dates-in.ts'
import { firstDay, lastDay } from '../../calendar/span.ts'
import type { Anniversary, Event, OutsideStatement } from '../../corpus/model.ts'
import { datesIn } from '../../languages/calendar.ts'
import { anniversariesNamed } from '../../search/lookup/anniversaries.ts'
import { type ComingAnniversary, comingUp, defaultLeapDays, fallingOn } from '../../search/lookup/coming.ts'
import { dayNamed } from '../../search/lookup/days.ts'
import { fold } from '../../text/fold.ts'
import { tokens } from '../../text/words.ts'
import type { Asked, Finding } from '../finding.ts'
import { sidesOf } from '../sides/sides.ts'
import type { AnswerStatement } from '../statement.ts'
import { withFirst } from '../statement-finder.ts'
import { answerStatement, answersOn, type WeighedStatement, weighStatement } from '../weigh.ts'
import { soughtWordsOf, sumAt } from '../weighing/sought.ts'
import { textOfStatement } from '../weighing/statement-text.ts'
import { contentWords, stretchOf } from './content-words.ts'
import { foreignPenalty, nearestRange, soughtPlaces } from './focus.ts'

/** Undefined if what has most of the question has no date: another date would be one of something else. */
export async function findWhen(asked: Asked): Promise<Finding | undefined> {
  const list = await answersOn(asked)
  const dated = list.flatMap(each => withDate(each, asked) ?? [])
  const [best] = dated.sort((a, b) => b.score - a.score || a.words - b.words)
  if (!best || best.weighed.score < (list[0]?.score ?? 0) - FAR_BEHIND) return undefined
  const { date } = best
  const answer = answerStatement(best.weighed, asked, () => (date ? [[date.start, date.end]] : []))
  const { statement } = best.weighed
  if (statement.kind !== 'event') {
    const sides = await sidesOf(best.weighed, asked)
    if (sides) return withFirst(answer, sides)
    const other = date && otherNameOf(date.type === 'date' ? date.date : date, asked)
    return { kind: 'statements', statements: [answer, ...(other ? [other] : [])] }
  }
  const beside = [
    moreExact(statement.event, list, asked),
    outsideOn(statement.event, dated, asked) ?? otherNameOf(statement.event.date, asked),
  ]
  return { kind: 'statements', statements: [answer, ...beside.filter(each => each !== undefined)] }
}

/** An outside statement on the date of an event stands beside it: its date is close to the words that are sought. */
function outsideOn(
  { date: { year }, until }: Event,
  dated: readonly DatedAnswer[],
  asked: Asked,
): AnswerStatement | undefined {
  const { sharesOfWords } = soughtWordsOf(asked)
  for (const { weighed, date } of dated) {
    if (weighed.statement.kind !== 'outside' || date?.type !== 'date' || weighed.own < MIN_OUTSIDE_SHARE)
      continue
    // Another year is likelier of something else.
    if (date.date.year < year || date.date.year > (until ?? { year }).year) continue
    const text = textOfStatement(weighed.statement, asked.language)
    const isNear = [...soughtPlaces(text, asked)].some(
      ([term, places]) =>
        (sharesOfWords[term] as number) >= MIN_LACKED_SHARE &&
        places.some(
          ({ start, end }) => date.start - end <= MAX_UNITS_TO_DATE && start - date.end <= MAX_UNITS_TO_DATE,
        ),
    )
    if (isNear) return answerStatement(weighed, asked, () => [[date.start, date.end]])
  }
  return undefined
}

const MIN_OUTSIDE_SHARE = 0.55
const MAX_UNITS_TO_DATE = 20

/**
 * How others speak of a remembered day: the outside statement with most of the question's words, names aside, or else with
 * most of the words by which the day is sought. Undefined if no statement has one of them.
 */
function otherNameOf(date: { month?: number; day?: number }, asked: Asked): AnswerStatement | undefined {
  const { sharesOfWords } = soughtWordsOf(asked)
  const words = sharesOfWords.reduce((sum, share) => sum + share, 0)
  const isOn = ({ since }: Anniversary) => since.month === date.month && since.day === date.day
  const [nearest] = asked.corpus.anniversaries
    .filter(isOn)
    .flatMap(anniversary => anniversary.outside.map(statement => ({ anniversary, statement })))
    .map(outside => {
      const weighed = weighStatement({ kind: 'outside', ...outside }, asked)
      const share = sharesOfWords.reduce(
        (sum, each, at) => sum + each * (weighed.ownQualities[at] as number),
        0,
      )
      return { weighed, isNamed: share >= MIN_NAMED_SHARE * words, share, names: searchWordsIn(outside) }
    })
    .filter(({ isNamed, names }) => isNamed || names > 0)
    .sort((a, b) => (a.isNamed || b.isNamed ? b.share - a.share : b.names - a.names))
  return nearest && answerStatement(nearest.weighed, asked)
}

const MIN_NAMED_SHARE = 0.4

/** How many of the words by which a day is sought are in what others say. */
function searchWordsIn({
  anniversary,
  statement,
}: {
  anniversary: Anniversary
  statement: OutsideStatement
}): number {
  const text = fold(Object.values(statement.text).join(' '))
  return (anniversary.searchWords ?? []).filter(phrase => text.includes(fold(phrase))).length
}

/** The best statement that has the day of an event of which only the month or the year is known. */
function moreExact(
  { date, until }: Event,
  list: readonly WeighedStatement[],
  asked: Asked,
): AnswerStatement | undefined {
  if (date.day !== undefined || until) return undefined
  for (const each of list) {
    if (each.statement.kind === 'event') continue
    const text = textOfStatement(each.statement, asked.language)
    const day = datesIn(text).find(
      found =>
        found.type === 'date' &&
        found.date.day !== undefined &&
        firstDay(found.date) >= firstDay(date) &&
        lastDay(found.date) <= lastDay(date),
    )
    if (day) return answerStatement(each, asked, () => [[day.start, day.end]])
  }
  return undefined
}

const FAR_BEHIND = 0.25

interface DatedAnswer {
  weighed: WeighedStatement
  /** In its text; an event has its own date. */
  date?: TextDate
  score: number
  /** Of two that are as good, the shorter says nothing else. */
  words: number
}

function withDate(weighed: WeighedStatement, asked: Asked): DatedAnswer | undefined {
  const { statement, score } = weighed
  const text = textOfStatement(statement, asked.language)
  const words = tokens(text).length
  // Rounded, so that a light word more or less makes no difference.
  const rounded = Math.round((score - foreignPenalty(weighed, asked)) * 20) / 20
  switch (statement.kind) {
    case 'event':
      return { weighed, score: rounded + (lacksWord(weighed, asked) ? 0 : EVENT_BONUS), words }
    case 'point':
    case 'sentence':
    case 'account':
    case 'claim':
    case 'outside': {
      const date = nearestRange(datesIn(text), text, asked)
      return date && { weighed, date, score: rounded, words }
    }
    case 'figure':
    case 'role':
    case 'publication':
    case 'note':
      return undefined
    default:
      return statement satisfies never
  }
}

/** An event without a word that says much of the question is likely another one. */
function lacksWord({ qualities }: WeighedStatement, asked: Asked): boolean {
  const { shares, units } = soughtWordsOf(asked)
  return units.some(
    unit =>
      sumAt(unit, shares) >= MIN_LACKED_SHARE && sumAt(unit, qualities) / unit.length < MAX_LACKED_QUALITY,
  )
}

const MIN_LACKED_SHARE = 0.12
const MAX_LACKED_QUALITY = 0.3

/** A date in a text may be that of something else. */
const EVENT_BONUS = 0.12

/** Finds when a day is that the question names: "Victory Day". */
export async function findDayNamed(asked: Asked): Promise<Finding | undefined> {
  const typed = stretchOf(contentWords(asked), asked)
  const day = typed === '' ? undefined : await dayNamed(typed, asked.today, asked.corpus)
  return daysFound(day ? fallingOn(day, calendarOf(asked)) : [], asked)
}

/** Finds the anniversaries whose names have the words of the question. */
export async function findAnniversary(asked: Asked): Promise<Finding | undefined> {
  const named = new Set(anniversariesNamed(asked.corpus.anniversaries, stretchOf(contentWords(asked), asked)))
  const coming = comingUp(calendarOf(asked)).filter(({ anniversary }) => named.has(anniversary))
  return daysFound(coming, asked)
}

function daysFound(coming: ComingAnniversary[], asked: Asked): Finding | undefined {
  const [first] = coming
  if (!first) return undefined
  const outside = otherNameOf(first.anniversary.since, asked)
  return { kind: 'days', coming, ...(outside && { outside }) }
}

const calendarOf = ({ corpus, today, leapDayOf = defaultLeapDays }: Asked) => ({ corpus, today, leapDayOf })
