// Finds the statement that has the most of a question, whatever the question asks for; all sides if it is contested.

import { translated } from '../corpus/translated.ts'
import { datesIn } from '../languages/calendar.ts'
import { isDuration } from '../languages/durations.ts'
import { packs } from '../languages/packs.ts'
import type { QuestionKind } from '../languages/question-words.ts'
import { kindsPromised } from '../search/question/topics.ts'
import { countFocus, countsIn } from './counts.ts'
import { foreignPenalty, soughtPlaces } from './finders/focus.ts'
import type { Asked, StatementsFinding } from './finding.ts'
import { matterOf, sidesOf, subjectShare } from './sides/sides.ts'
import type { AnswerStatement, ArchiveStatement, StatementKind } from './statement.ts'
import { answerStatement, answersOn, statementsOn, type WeighedStatement } from './weigh.ts'
import { aroundTextsOf, textOfStatement } from './weighing/statement-text.ts'

export const findStatement = (asked: Asked): Promise<StatementsFinding | undefined> =>
  bestOf(asked, asked.question.kind === 'whether' ? whetherShares : {})

/** Has less of the question than an answer must have, and is shown only as the nearest that the archive has. */
export const findNearest = (asked: Asked): Promise<StatementsFinding | undefined> =>
  bestOf(asked, nearestShares)

async function bestOf(
  asked: Asked,
  shares: Parameters<typeof answersOn>[1],
): Promise<StatementsFinding | undefined> {
  const { kind } = asked.question
  const list = (await answersOn(asked, shares))
    .filter(each => holdsWhatIsAsked(each, asked))
    .toSorted((a, b) => worthOf(b, asked) - worthOf(a, asked))
  const [best] = list
  if (!best) return undefined
  const answer = answerStatement(best, asked, focusOn(best, asked))
  const near = list.filter(({ coverage }) => coverage >= best.coverage - NEAR_SHARE)
  const onOne = [...new Map(near.toReversed().map(each => [matterOf(each, asked), each])).values()]
  // A question of yes or no is about a contested matter only if its finder says so.
  const all = kind === 'whether' ? [] : await Promise.all(onOne.map(each => sidesWith(each, asked)))
  const [sides] = all.flatMap(each => each ?? []).sort((a, b) => b.share - a.share || b.balance - a.balance)
  if (sides) {
    const finding = withFirst(answer, sides.finding)
    const other = kind === 'who' ? otherDoer(best, list, asked) : undefined
    return other ? withSecond(other, finding) : finding
  }
  // An outside statement is not shown without the archive's own on the matter.
  const inside = best.statement.kind === 'outside' ? await nearestInside(asked) : undefined
  return {
    kind: 'statements',
    statements: inside ? [answerStatement(inside, asked, focusOn(inside, asked)), answer] : [answer],
  }
}

/** The doer may be named on another matter: by the archive on a day, outside it on the reasons. */
function otherDoer(
  best: WeighedStatement,
  list: readonly WeighedStatement[],
  asked: Asked,
): AnswerStatement | undefined {
  const isOutside = ({ statement }: WeighedStatement) => statement.kind === 'outside'
  const other = list.find(
    each =>
      matterOf(each, asked) !== matterOf(best, asked) &&
      (isOutside(best) ? each.statement.kind === 'account' : isOutside(each)) &&
      each.own >= best.own - OTHER_SHARE,
  )
  return other && answerStatement(other, asked)
}

const OTHER_SHARE = 0.25

const withSecond = (second: AnswerStatement, finding: StatementsFinding): StatementsFinding => {
  const [first, ...rest] = finding.statements.filter(({ text }) => text !== second.text)
  return { ...finding, statements: first ? [first, second, ...rest] : [second] }
}

/** Of two words that are asked about, a statement may have one; and "by these or by those" asks with names alone. */
export const whetherShares = { minCoverage: 0.5, minWords: 0.3 }

const nearestShares = { minCoverage: 0.4, minWords: 0.25, mayLack: true }

/** All sides of what a statement is about, with how much of the question is about it. */
async function sidesWith(
  near: WeighedStatement,
  asked: Asked,
): Promise<{ finding: StatementsFinding; share: number; balance: number } | undefined> {
  const finding = await sidesOf(near, asked)
  if (!finding) return undefined
  const best = (isOutside: boolean) =>
    finding.statements.reduce(
      (most, { statement, score }) =>
        (statement.kind === 'outside') === isOutside ? Math.max(most, score) : most,
      0,
    )
  // The question is about what both the archive and others speak of.
  const title = finding.subject ? translated(finding.subject.names, asked.language) : ''
  const share = subjectShare(near, asked) + Number(kindsPromised(title).has(asked.question.kind))
  return { finding, share, balance: Math.min(best(true), best(false)) }
}

const focusOn = (weighed: WeighedStatement, asked: Asked) =>
  asked.question.kind === 'how many' ? countFocus(weighed, asked) : undefined

async function nearestInside(asked: Asked): Promise<WeighedStatement | undefined> {
  const list = (await statementsOn(asked)).filter(
    ({ statement: { kind } }) =>
      kind === 'point' || kind === 'claim' || kind === 'account' || kind === 'sentence',
  )
  const [nearest] = list.toSorted((a, b) => b.own - a.own)
  return nearest && nearest.own >= MIN_INSIDE_SHARE ? nearest : undefined
}

const MIN_INSIDE_SHARE = 0.35

/** A statement so near the best is as likely meant, and all sides of it are worth more than one statement. */
const NEAR_SHARE = 0.12

/** The best statement before all sides, unless it is one of them. */
export function withFirst(answer: AnswerStatement, sides: StatementsFinding): StatementsFinding {
  const others = sides.statements.filter(({ text }) => text !== answer.text)
  return { ...sides, statements: [answer, ...others] }
}

/** How well a statement answers this kind of question. */
export const worthOf = (weighed: WeighedStatement, asked: Asked): number => {
  const { statement, score } = weighed
  const { kind } = asked.question
  return (
    score +
    (preferences[kind]?.[statement.kind] ?? 0) +
    (statement.kind === 'note' && kind !== 'whether' ? NOTE_WORTH : 0) +
    (kind === 'why' && isUnspoken(statement) ? UNSPOKEN_WORTH : 0) -
    foreignPenalty(weighed, asked)
  )
}

/** A key point that nobody speaks says what the article is. */
const isUnspoken = (statement: ArchiveStatement) =>
  statement.kind === 'point' && statement.point.speaker === undefined
const UNSPOKEN_WORTH = -0.15

/** A role says who somebody is. */
const preferences: Partial<Record<QuestionKind, Partial<Record<StatementKind, number>>>> = {
  who: { role: 0.15, event: -0.1, figure: -0.15 },
  whether: { figure: -0.15 },
  why: { claim: 0.05, account: -0.1, point: 0.03 },
}
/** The archive speaks of itself only if nobody else has the words, or whether something is so is asked. */
const NOTE_WORTH = -0.18

/**
 * A question of how many is not answered without a number, nor one of when without a date. That something was, or is called
 * so, is no reason for it.
 */
function holdsWhatIsAsked(weighed: WeighedStatement, asked: Asked): boolean {
  const { statement } = weighed
  const text = textOfStatement(statement, asked.language)
  switch (asked.question.kind) {
    case 'how many':
      return countsIn(text, weighed, asked).length > 0
    case 'how long':
      return isDuration(text) || isSpan(text, statement)
    case 'when':
      return statement.kind === 'event' || datesIn(text).length > 0
    case 'where':
      // Of places, only what the archive says of itself needs no name.
      return statement.kind === 'note'
    case 'why':
      return !kindsWithoutReasons.has(statement.kind)
    case 'said':
      return isSaidByWhomIsAsked(statement, asked)
    default:
      return true
  }
}

/**
 * A report about somebody is not their words. The person asked about stands before the words that ask, or among them; a
 * statement is theirs if they speak it, or if it tells their words.
 */
function isSaidByWhomIsAsked(statement: ArchiveStatement, asked: Asked): boolean {
  if (statement.kind === 'event') return false
  const { query, question, corpus, language } = asked
  const last = question.askingWords.at(-1) ?? -1
  const isAskedAbout = (at: number) =>
    at < last && !query.words[at]?.isAsking && !question.lightWords.includes(at)
  if (!query.words.some((_, at) => isAskedAbout(at))) return true
  const names = (text: string) => [...soughtPlaces(text, asked).keys()].some(isAskedAbout)
  const text = textOfStatement(statement, language)
  const isReported = packs.get(language)?.coreference?.sayingVerb.test(text) === true
  return aroundTextsOf(statement, corpus).some(around => names(around.text)) || (isReported && names(text))
}

const kindsWithoutReasons: ReadonlySet<StatementKind> = new Set(['event', 'role', 'figure', 'publication'])

/** From one year to another is a length of time too. */
function isSpan(text: string, statement: ArchiveStatement): boolean {
  if (statement.kind === 'event') return statement.event.until !== undefined
  const years = datesIn(text).flatMap(each =>
    each.type === 'date' ? [each.date.year, ...(each.until ? [each.until.year] : [])] : [],
  )
  return new Set(years).size > 1
}
