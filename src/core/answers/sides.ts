// Gathers all sides of a contested subject, so that no question about it is answered from one of them.

import type { Anniversary, Subject } from '../corpus/model.ts'
import type { QuestionKind } from '../languages/question-words.ts'
import { figuresOn } from '../search/lookup/subjects.ts'
import { soughtPlaces } from './finders/focus.ts'
import type { Asked, StatementsFinding } from './finding.ts'
import type { AnswerStatement, ArchiveStatement } from './statement.ts'
import { answerStatement, statementsOn, type WeighedStatement, weighStatement } from './weigh.ts'
import { soughtWordsOf } from './weighing/sought.ts'

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

/**
 * The sides in the order in which they say whether something is so: the statement with most of the question in its own
 * words, then the one of the other side with most of it, and of what the first lacks: of "liberation or invasion" each has
 * one. Those who speak in articles are heard too, and rather than an account that names no speaker.
 */
export async function sidesInDoubt(finding: StatementsFinding, asked: Asked): Promise<StatementsFinding> {
  const isOutside = ({ statement }: AnswerStatement) => statement.kind === 'outside'
  const hasSpeaker = ({ statement }: AnswerStatement) =>
    statement.kind !== 'account' || statement.statement.speaker !== undefined
  const named = finding.statements.filter(hasSpeaker)
  const spoken = await spokenPoints(asked)
  const ranked = (spoken.length > 0 ? named : finding.statements)
    .map(each => scoredInDoubt(each, asked))
    .sort(byScore)
  const [first] = ranked
  if (!first) return finding
  const lacks = (each: AnswerStatement) =>
    [...soughtPlaces(each.text, asked).keys()].some(term => !soughtPlaces(first.text, asked).has(term))
  const besides = spoken.filter(each => named.every(isOutside) || lacks(each))
  const rest = [...new Map([...ranked, ...besides].map(each => [each.text, each])).values()]
    .filter(({ text }) => text !== first.text)
    .map(each => scoredInDoubt(each, asked, first.text))
    .sort(byScore)
  const other = rest.find(each => isOutside(each) !== isOutside(first))
  return other ? { ...finding, statements: [first, other, ...rest.filter(each => each !== other)] } : finding
}

const byScore = (one: AnswerStatement, another: AnswerStatement) => another.score - one.score

/** Key points near the question with a speaker, in the language of the answer. */
async function spokenPoints(asked: Asked): Promise<AnswerStatement[]> {
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

/**
 * By how much of the question its own text has, and how much that another lacks; of two that have the same, whichever has
 * it more often is better.
 */
function scoredInDoubt(answer: AnswerStatement, asked: Asked, another = ''): AnswerStatement {
  const { shares } = soughtWordsOf(asked)
  const lacks = (term: number) => !soughtPlaces(another, asked).has(term)
  const places = [...soughtPlaces(answer.text, asked)].map(([term, { length }]) => ({
    share: shares[term] as number,
    uses: Math.min(length, MAX_USES),
    isNew: another !== '' && lacks(term),
  }))
  const own = places.reduce(
    (sum, { share, uses, isNew }) => sum + share * (1 + USE_WORTH * uses + Number(isNew)),
    0,
  )
  return { ...answer, score: (answer.score + own) / MAX_SUM_IN_DOUBT }
}

const USE_WORTH = 0.02
const MAX_USES = 5
const MAX_SUM_IN_DOUBT = 3 + USE_WORTH * MAX_USES

/**
 * What is said on the matter that a question touches: it has enough of the question's words, names aside. Undefined if
 * sources do not differ on it.
 */
export async function sidesTouched(asked: Asked): Promise<StatementsFinding | undefined> {
  const { shares, sharesOfWords } = soughtWordsOf(asked)
  const words = sharesOfWords.reduce((sum, share) => sum + share, 0)
  const shareOf = ({ qualities }: WeighedStatement, weights: readonly number[]) =>
    weights.reduce((sum, weight, at) => sum + weight * (qualities[at] as number), 0)
  const touched = (await statementsOn(asked))
    .filter(each => matterOf(each, asked) && shareOf(each, shares) >= MIN_TOUCHED_SHARE)
    .map(each => ({ each, share: words > 0 ? shareOf(each, sharesOfWords) / words : 0 }))
    .filter(({ share }) => share >= MIN_TOUCHED_WORDS)
    .sort((a, b) => b.share - a.share || b.each.score - a.each.score)
  for (const { each } of touched) {
    const finding = await sidesOf(each, asked)
    if (finding && hasBothSides(finding)) return sidesInDoubt(finding, asked)
  }
  return undefined
}

const MIN_TOUCHED_SHARE = 0.5
const MIN_TOUCHED_WORDS = 0.4

const hasBothSides = ({ statements }: StatementsFinding) =>
  new Set(statements.map(({ statement }) => statement.kind === 'outside')).size === 2

const answersFrom = (statements: readonly ArchiveStatement[], asked: Asked): AnswerStatement[] =>
  statements.map(each => answerStatement(weighStatement(each, asked), asked))
