// Gathers all sides of a contested subject, so that no question about it is answered from one of them.

import type { Anniversary, Subject } from '../../corpus/model.ts'
import type { QuestionKind } from '../../languages/question-words.ts'
import { figuresOn } from '../../search/lookup/subjects.ts'
import type { Asked, StatementsFinding } from '../finding.ts'
import type { AnswerStatement, ArchiveStatement } from '../statement.ts'
import { answerStatement, statementsOn, type WeighedStatement, weighStatement } from '../weigh.ts'

/** All sides of what the statement is about; undefined if nobody differs on it. */
export async function sidesOf(
  { statement }: WeighedStatement,
  asked: Asked,
): Promise<StatementsFinding | undefined> {
  const subject = subjectOf(statement, asked)
  if (subject) return sidesOfSubject(subject, asked)
  const day = dayOf(statement)
  return day && sidesOfDay(day, asked)
}

/** The subject or the day that the statement is about, which has the sides. */
export const matterOf = ({ statement }: WeighedStatement, asked: Asked): Subject | Anniversary | undefined =>
  subjectOf(statement, asked) ?? dayOf(statement)

export const dayOf = (statement: ArchiveStatement): Anniversary | undefined =>
  statement.kind === 'account' || statement.kind === 'outside' ? statement.anniversary : undefined

export function subjectOf(statement: ArchiveStatement, { corpus }: Asked): Subject | undefined {
  switch (statement.kind) {
    case 'figure':
      return corpus.subjects.find(({ id }) => id === statement.figure.subject)
    case 'claim':
    case 'outside':
      return statement.subject
    default:
      return undefined
  }
}

/** The share of the question that the name of the statement's subject has: whether the subject is what is asked about. */
export function subjectShare({ statement }: WeighedStatement, asked: Asked): number {
  const subject = subjectOf(statement, asked)
  return subject ? weighStatement({ kind: 'note', text: subject.names }, asked).own : 0
}

function sidesOfSubject(subject: Subject, asked: Asked): StatementsFinding | undefined {
  const figures: ArchiveStatement[] = subject.countsDiffer
    ? []
    : figuresOn(asked.corpus, subject.id).map(each => ({ kind: 'figure', ...each }))
  const claims = subject.claims.map((claim): ArchiveStatement => ({ kind: 'claim', subject, claim }))
  const outside = subject.outside.map(
    (statement): ArchiveStatement => ({ kind: 'outside', subject, statement }),
  )
  if (figures.length + claims.length + outside.length < 2) return undefined
  return {
    kind: 'statements',
    subject,
    ...(kindsOfAll.has(asked.question.kind) && { wantsAll: true }),
    statements: [
      ...answersFrom(figures, asked),
      ...answersFrom(claims, asked).sort(byScore),
      ...answersFrom(outside, asked).sort(byScore),
    ],
  }
}

const kindsOfAll: ReadonlySet<QuestionKind> = new Set(['how many', 'how long', 'who', 'why'])

/** Only the statements on what was asked for: a day has many. */
async function sidesOfDay(day: Anniversary, asked: Asked): Promise<StatementsFinding | undefined> {
  if (day.outside.length === 0) return undefined
  const ofDay = (await statementsOn(asked)).filter(
    ({ statement }) =>
      (statement.kind === 'account' || statement.kind === 'outside') && statement.anniversary === day,
  )
  const [best] = ofDay
  const near = ofDay.filter(({ score }) => score >= SHARE_OF_BEST * (best?.score ?? 0))
  const outside = near.filter(({ statement }) => statement.kind === 'outside')
  const account = near.filter(({ statement }) => statement.kind === 'account')
  const spoken = account.length === 0 && asked.question.kind === 'whether' ? await spokenPoints(asked) : []
  if (outside.length === 0 || account.length + spoken.length === 0) return undefined
  return {
    kind: 'statements',
    ...(kindsOfAll.has(asked.question.kind) && { wantsAll: true }),
    statements: [...[...account, ...outside].map(each => answerStatement(each, asked)), ...spoken],
  }
}

const SHARE_OF_BEST = 0.75

/** The best first. */
export const byScore = (one: AnswerStatement, another: AnswerStatement) => another.score - one.score

/** Key points near the question with a speaker, in the language of the answer. */
export async function spokenPoints(asked: Asked): Promise<AnswerStatement[]> {
  const list = await statementsOn(asked)
  const [best] = list
  return list
    .filter(
      ({ statement, score }) =>
        statement.kind === 'point' &&
        statement.point.speaker !== undefined &&
        statement.article.language === asked.language &&
        score >= MIN_SPOKEN_SHARE * (best?.score ?? 0),
    )
    .map(each => answerStatement(each, asked))
}

/** It may have one of two words that are asked about. */
const MIN_SPOKEN_SHARE = 0.25

const answersFrom = (statements: readonly ArchiveStatement[], asked: Asked): AnswerStatement[] =>
  statements.map(each => answerStatement(weighStatement(each, asked), asked))
