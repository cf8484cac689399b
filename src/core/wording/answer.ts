// Words what the archive says to a question: each statement with its speaker, source and date.

import type { StatementsFinding } from '../answers/finding.ts'
import type { AnswerStatement } from '../answers/statement.ts'
import { articleById } from '../corpus/article-by-id.ts'
import type { Article, Translated } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, link, paragraph, strong } from '../message/build.ts'
import type { Block, Inline } from '../message/message.ts'
import { textOfBlocks } from '../message/text.ts'
import type { Marks } from '../search/hits/marks.ts'
import { numberOf, sourceLine, sourceOf, sourceWords, speakerOf } from './citation.ts'
import { eventBlocks, publicationBlocks } from './dated.ts'
import { claimed, marked } from './hit.ts'
import type { LanguageView } from './language-view.ts'

/** One statement, or all sides of a contested subject. */
export function statementsBlocks({ statements, subject }: StatementsFinding, view: LanguageView): Block[] {
  const [only, ...others] = statements
  const brackets = statements.some(({ hasInsertedName }) => hasInsertedName)
    ? [paragraph(emphasis(view.say.commands.summary.brackets))]
    : []
  if (only && others.length === 0) return [...statementBlocks(only, view), ...brackets]
  return [
    ...(subject ? [heading(3, translated(subject.names, view.language))] : []),
    bullets(withBothSides(statements, view)),
    ...brackets,
    ...dependenceOf(statements, view),
  ]
}

/** How the sources depend on one another, where their figures are compared. */
function dependenceOf(statements: readonly AnswerStatement[], { corpus, language }: LanguageView): Block[] {
  const { dependence } = corpus.about
  const articles = statements.flatMap(({ statement }) =>
    statement.kind === 'figure' ? [statement.article.id] : [],
  )
  return dependence && new Set(articles).size > 1
    ? [paragraph(emphasis(translated(dependence, language)))]
    : []
}

/** Says that the archive does not tell, and on which words it has nothing. */
export const silentBlocks = (missing: readonly string[], { say }: Pick<LanguageView, 'say'>): Block[] => {
  const phrases = say.commands.ask
  return [
    paragraph(
      missing.length > 0 ? `${phrases.silent} ${phrases.nothingOn(missing.join(', '))}` : phrases.silent,
    ),
  ]
}

/** A statement by itself, with all that is known of where it comes from. */
function statementBlocks(answer: AnswerStatement, view: LanguageView): Block[] {
  const { statement } = answer
  const { say, language } = view
  switch (statement.kind) {
    case 'event':
      return eventBlocks(statement.event, view, focusMarks(answer))
    case 'publication':
      return publicationBlocks(statement.article, view)
    case 'point':
    case 'figure': {
      const stated = statement.kind === 'point' ? statement.point : statement.figure
      const speaker = speakerOf(stated, statement.article, say)
      return [
        paragraph(markedText(answer)),
        ...(speaker ? [attribution(answer.isSpeakerAsked ? strong(speaker) : speaker)] : []),
        sourceLine(statement.article, say),
      ]
    }
    case 'note':
      return [paragraph(markedText(answer)), attribution(say.post.sources)]
    case 'role': {
      const { person, article } = statement
      const year = say.date({ year: article.published.year })
      return [
        paragraph([strong(person.name), say.colon, say.commands.who.role(answer.text, year)]),
        sourceLine(article, say),
      ]
    }
    case 'sentence':
      return [
        paragraph(markedText(answer)),
        attribution([sourceOf(statement.article, say), ` · ${numberOf(statement, statement.article, say)}`]),
      ]
    case 'claim':
      return [
        paragraph(markedText(answer)),
        attribution(translated(statement.claim.speaker, language)),
        ...citation(statement.claim.articles, view),
      ]
    case 'account': {
      const { speaker, articles } = statement.statement
      return [
        paragraph(markedText(answer)),
        ...(speaker ? [attribution(translated(speaker, language))] : []),
        ...citation(articles, view),
      ]
    }
    case 'outside':
      return outsideRow(answer, statement.statement, view)
    default:
      return statement satisfies never
  }
}

/** A statement among others, as short as it can be without losing who says it and where. */
function statementRow(answer: AnswerStatement, view: LanguageView): Block[] {
  const { statement } = answer
  const { say, language } = view
  const row = (speaker: string | undefined, articles: readonly Article[] | readonly string[]): Block[] => [
    paragraph(speaker ? claimed(speaker, markedText(answer), say) : markedText(answer)),
    ...citation(articles, view, { isRow: true, speaker }),
  ]
  const named = (speaker: Translated | undefined) => speaker && translated(speaker, language)
  switch (statement.kind) {
    case 'point':
    case 'figure': {
      const stated = statement.kind === 'point' ? statement.point : statement.figure
      return row(speakerOf(stated, statement.article, say), [statement.article])
    }
    case 'claim':
      return row(named(statement.claim.speaker), statement.claim.articles)
    case 'account':
      return row(named(statement.statement.speaker), statement.statement.articles)
    case 'sentence':
      return row(undefined, [statement.article])
    case 'role':
    case 'note':
    case 'event':
    case 'publication':
    case 'outside':
      return statementBlocks(answer, view)
    default:
      return statement satisfies never
  }
}

function outsideRow(
  answer: AnswerStatement,
  { source, url }: { source: Translated; url?: string },
  { say, language }: LanguageView,
): Block[] {
  const name = translated(source, language)
  return [
    paragraph(markedText(answer)),
    attribution([say.post.outside, say.colon, url ? link(url, name) : name]),
  ]
}

/** The rows in an order in which the first screen has both sides; the rest is left out if there is no room. */
function withBothSides(statements: readonly AnswerStatement[], view: LanguageView): Block[][] {
  const rows = statements.map(each => {
    const blocks = statementRow(each, view)
    return { blocks, units: textOfBlocks(blocks).length + UNITS_AROUND_ROW, kind: each.statement.kind }
  })
  const [best, ...rest] = rows
  if (!best) return []
  const figures = rest.filter(({ kind }) => kind === 'figure')
  const outside = rest.filter(({ kind }) => kind === 'outside')
  const others = rest.filter(({ kind }) => kind !== 'figure' && kind !== 'outside')
  // Where the best one is from outside, what the archive has comes next.
  const firstOutside = best.kind === 'outside' ? undefined : outside[0]
  const laterOutside = firstOutside ? outside.slice(1) : outside
  const first = [best, ...figures]
  let units = sum(first) + (firstOutside?.units ?? 0)
  let at = 0
  for (; at < others.length; at++) {
    const { units: more } = others[at] as (typeof rows)[number]
    if (units + more > MAX_FIRST_UNITS) break
    units += more
    first.push(others[at] as (typeof rows)[number])
  }
  const ordered = [...first, ...(firstOutside ? [firstOutside] : []), ...others.slice(at), ...laterOutside]
  let total = 0
  return ordered
    .filter(each => {
      total += each.units
      return total <= MAX_ALL_UNITS
    })
    .map(({ blocks }) => blocks)
}

const sum = (rows: readonly { units: number }[]) => rows.reduce((total, { units }) => total + units, 0)

/** A phone shows so much without scrolling, less the heading. */
const MAX_FIRST_UNITS = 820
const MAX_ALL_UNITS = 1700
/** Its bullet, dash and line ends. */
const UNITS_AROUND_ROW = 6

/** The text with what was asked for in bold; a figure's number always is. */
const markedText = (answer: AnswerStatement): Inline[] => marked(answer.text, focusMarks(answer))

const focusMarks = ({ statement, focus }: AnswerStatement): Marks =>
  focus.length === 0 && statement.kind === 'figure'
    ? [[0, statement.figure.number.length]]
    : focus.map(([start, end]) => [start, end])

/** Publishers and dates. Several are no links, because addresses are long where they are shown. */
function citation(
  articles: readonly (Article | string)[],
  { corpus, say }: LanguageView,
  { isRow = false, speaker }: { isRow?: boolean; speaker?: string | undefined } = {},
): Block[] {
  const known = articles
    .flatMap(each => (typeof each === 'string' ? (articleById(corpus, each) ?? []) : [each]))
    .slice(0, MAX_SOURCES)
  const [only] = known
  if (!only) return []
  if (known.length === 1 && !isRow) return [attribution(sourceOf(only, say))]
  return [attribution(known.map(each => sourceWords(each, say)).join('; '), speaker)]
}

const MAX_SOURCES = 3
