// Gathers all sides of a contested subject, so that no question about it is answered from one of them.

import type { Anniversary, Subject } from '../corpus/model.ts'
import { figuresOn } from '../search/lookup/subjects.ts'
import type { Asked, StatementsFinding } from './finding.ts'
import type { AnswerStatement, ArchiveStatement } from './statement.ts'
import { answerStatement, statementsOn, type WeighedStatement, weighStatement } from './weigh.ts'

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

const dayOf = (statement: ArchiveStatement): Anniversary | undefined =>
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
    statements: [...answersFrom(figures, asked), ...byScore(claims, asked), ...byScore(outside, asked)],
  }
}

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
  if (outside.length === 0 || account.length === 0) return undefined
  return {
    kind: 'statements',
    statements: [...account, ...outside].map(each => answerStatement(each, asked)),
  }
}

const SHARE_OF_BEST = 0.75

const answersFrom = (statements: readonly ArchiveStatement[], asked: Asked): AnswerStatement[] =>
  statements.map(each => answerStatement(weighStatement(each, asked), asked))

const byScore = (statements: readonly ArchiveStatement[], asked: Asked): AnswerStatement[] =>
  answersFrom(statements, asked).sort((a, b) => b.score - a.score)
