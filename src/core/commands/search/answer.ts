// Answers plain words: a question with what the archive says to it, key words with passages.

import { findAnswer } from '../../answers/choose.ts'
import type { Asked, Finding } from '../../answers/finding.ts'
import type { AnswerStatement, ArchiveStatement } from '../../answers/statement.ts'
import { archiveStatementsOf } from '../../answers/weighing/archive-statements.ts'
import { articlesFound } from '../../answers/weighing/sought.ts'
import { formatLooseDate } from '../../calendar/date.ts'
import { monthDay } from '../../calendar/day.ts'
import { articleById } from '../../corpus/article-by-id.ts'
import type { Article } from '../../corpus/model.ts'
import { type ArticlePlace, placeOfSentence, placeOfText } from '../../corpus/place.ts'
import { commonWordsOf } from '../../languages/common-words.ts'
import { paragraph, run } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import type { Query } from '../../search/query/query.ts'
import { type Respelling, respelled } from '../../search/respelling/respelled.ts'
import { nextTurn } from '../../text/turns.ts'
import { silentBlocks, statementsBlocks } from '../../wording/answer.ts'
import { daysMessage } from '../../wording/found/days.ts'
import { happenedMessage } from '../../wording/found/happened.ts'
import { personMessage, saidMessage } from '../../wording/found/person.ts'
import { readChoice } from '../article/read.ts'
import type { Context } from '../command.ts'
import { chatZone, leapDaysHere } from '../shared/subscriptions.ts'

export interface Answered {
  message: Message
  /** The archive does not say. */
  isSilent: boolean
}

/** Undefined if the words ask nothing, or narrow a search. */
export async function answerTo(typed: Query, context: Context): Promise<Answered | undefined> {
  if (narrows(typed)) return undefined
  const { query, names: namesRead } = await readAsMeant(typed, context)
  const asked = await askedOf(query, context)
  if (!asked) return undefined
  const stopWatch = context.meter.time('searches')
  const found = { asked, names: namesRead, finding: await findAnswer(asked) }
  const { finding, names, ...read } = (await findWithSlips(found, context)) ?? found
  stopWatch()
  // Wording and ranking take as long again where they are done for the first time.
  await nextTurn()
  const message = findingMessage(finding, asked.today, context)
  const words = read.asked.query.text
  const row = [
    ...choicesFor(finding, { words, hasPassages: articlesFound(read.asked).matches.length > 0 }, context),
    ...(message.choices ?? []).flat(),
  ]
  return {
    message: {
      body: [...readAs(names, context), ...message.body, ...building(context)],
      choices: row.length > 0 ? [row] : [],
    },
    isSilent: finding.kind === 'silent',
  }
}

const readAsMeant = (query: Query, context: Context, mayBeCommon = false): Promise<Respelling> =>
  respelled(query, {
    ...{ index: context.index, language: context.language, mayBeCommon },
    statementWords: async () => (await archiveStatementsOf(context)).lexicon,
  })

/** Undefined if the words ask nothing. */
async function askedOf(query: Query, context: Context): Promise<Asked | undefined> {
  const { question } = query
  if (!question) return undefined
  const { corpus, index, language, now } = context
  return {
    ...{ query, question, corpus, index, language },
    today: now.toZonedDateTimeISO(await chatZone(context)).toPlainDate(),
    commonWords: () => commonWordsOf(question.language),
    leapDayOf: await leapDaysHere(context),
  }
}

interface Found {
  asked: Asked
  finding: Finding
  names: Respelling['names']
}

/**
 * Where nothing answers, a common word may be a slip for another: "dyed" for "died". Undefined if that has no answer
 * either.
 */
async function findWithSlips({ asked, finding, names }: Found, context: Context): Promise<Found | undefined> {
  if (finding.kind !== 'silent') return undefined
  const read = await readAsMeant(asked.query, context, true)
  const again = read.query === asked.query ? undefined : await askedOf(read.query, context)
  if (!again) return undefined
  const found = await findAnswer(again)
  return found.kind === 'silent'
    ? undefined
    : { asked: again, finding: found, names: [...names, ...read.names] }
}

/** A misspelt name may be somebody else's, so that the reader is told. */
function readAs(names: Respelling['names'], { say }: Context): Block[] {
  const { instead } = say.commands.search
  const pairs = names.map(({ typed, used }) => instead(typed, used))
  return pairs.length > 0 ? [paragraph(say.commands.ask.readAs(pairs.join(', ')))] : []
}

/** Filters and excluded words ask for articles, which statements of the whole archive are not. */
const narrows = ({ filters, excludedWords, problems }: Query) =>
  Object.keys(filters).length > 0 || excludedWords.length > 0 || problems.length > 0

/** With the choices that only such a finding has. */
function findingMessage(
  finding: Finding,
  today: Asked['today'],
  context: Context,
): Pick<Message, 'body' | 'choices'> {
  switch (finding.kind) {
    case 'statements':
      return { body: statementsBlocks(finding, context) }
    case 'silent':
      return { body: silentBlocks(finding, context) }
    case 'happened':
      return happenedMessage(finding, today, context)
    case 'days':
      return daysMessage(finding, today, context)
    case 'person':
      return personMessage(finding, context)
    case 'said':
      return saidMessage(finding, context)
    default:
      return finding satisfies never
  }
}

/** As in a search: an answer may be missing because its article cannot be found yet. */
const building = ({ index: { indexedShare }, say }: Context): Block[] =>
  indexedShare === undefined ? [] : [paragraph(say.commands.search.building(Math.floor(indexedShare * 100)))]

/** One row: passages, the article, the other figures, what was at the time. */
function choicesFor(
  finding: Finding,
  { words, hasPassages }: { words: string; hasPassages: boolean },
  context: Context,
): Choice[] {
  const { say } = context
  const phrases = say.commands.ask
  const [first] = finding.kind === 'statements' ? finding.statements : []
  const all = allStatementsChoice(finding, context)
  const subject = all ? undefined : subjectOf(first)
  const label = finding.kind === 'silent' ? phrases.nearest : phrases.passages
  const article = first && articleOf(first.statement, context)
  return [
    ...(all ? [all] : []),
    // A page is asked for, so passages are shown and not the answer.
    ...(hasPassages ? [{ ...run(label, 'search', { words, page: '1' }), cue: 'more' as const }] : []),
    ...(article
      ? [readChoice(article, passageOf(article, first, context), { say, label: say.commands.summary.read })]
      : []),
    ...(subject === undefined ? [] : [run(phrases.compare, 'facts', { subject })]),
    ...(first?.statement.kind === 'event'
      ? [
          run(say.commands.timeline.title, 'timeline', {
            from: formatLooseDate(first.statement.event.date),
          }),
        ]
      : []),
  ]
}

/** The rest of what is said on a contested matter, of which an answer has the nearest. */
function allStatementsChoice(finding: Finding, { say }: Context): Choice | undefined {
  const sides = finding.kind === 'silent' ? finding.nearest : finding
  if (sides?.kind !== 'statements') return undefined
  const label = say.commands.ask.all
  if (sides.subject) return run(label, 'facts', { subject: sides.subject.id })
  const days = sides.statements.flatMap(({ statement }) =>
    statement.kind === 'outside' || statement.kind === 'account' ? (statement.anniversary ?? []) : [],
  )
  const [day] = sides.statements.length > 1 ? days : []
  return day && run(label, 'onthisday', { date: monthDay(day.since) })
}

function subjectOf(answer: AnswerStatement | undefined): string | undefined {
  if (!answer) return undefined
  const { statement } = answer
  switch (statement.kind) {
    case 'figure':
      return statement.figure.subject
    case 'claim':
      return statement.subject.id
    case 'outside':
      return statement.subject?.id
    default:
      return undefined
  }
}

/** The first article that a statement stands in. */
function articleOf(statement: ArchiveStatement, { corpus }: Context): Article | undefined {
  for (const id of articleIdsIn(statement)) {
    const article = articleById(corpus, id)
    if (article) return article
  }
  return undefined
}

/** The sentence itself, or the one that says most of the statement. */
function passageOf(
  article: Article,
  { statement, text }: AnswerStatement,
  { say }: Context,
): ArticlePlace | undefined {
  if (statement.kind === 'sentence') return placeOfSentence(statement.article, statement.number)
  const date = statement.kind === 'event' ? say.date(statement.event.date) : ''
  return placeOfText(article, `${date} ${text}`)
}

function articleIdsIn(statement: ArchiveStatement): readonly string[] {
  switch (statement.kind) {
    case 'point':
    case 'figure':
    case 'role':
    case 'sentence':
    case 'publication':
      return [statement.article.id]
    case 'event':
      return statement.event.articles
    case 'claim':
      return statement.claim.articles
    case 'account':
      return statement.statement.articles
    case 'outside':
    case 'note':
      return []
    default:
      return statement satisfies never
  }
}
