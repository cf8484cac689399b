// Words statements that stand beside one another: the archive's and those from outside, on one screen of a phone.

import type { StatementsFinding } from '../../answers/finding.ts'
import type { AnswerStatement, StatementKind } from '../../answers/statement.ts'
import { articleById } from '../../corpus/article-by-id.ts'
import type { Article } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import { attribution, bullets, emphasis, heading, paragraph, strong } from '../../message/build.ts'
import type { Block, Inline } from '../../message/message.ts'
import { textOfBlocks } from '../../message/text.ts'
import { fold } from '../../text/fold.ts'
import { sourceWords, speakerNameOf } from '../citation.ts'
import type { LanguageView } from '../language-view.ts'
import { markedText, statementBlocks } from './statement.ts'

/**
 * The nearest statements of each side, every figure among them, and no more than a phone shows at once. `unitsBefore`: the
 * UTF-16 units of what stands above them.
 */
export function sidesBlocks(
  { statements, subject, wantsAll }: StatementsFinding,
  view: LanguageView,
  unitsBefore = 0,
): Block[] {
  const { say, language } = view
  const title = subject ? [heading(3, translated(subject.names, language))] : []
  const rows = fitting(rowsOf(statements, view), { unitsBefore: unitsBefore + unitsOf(title), wantsAll })
  const [first] = rows
  if (!first) return []
  const bulletsOf = (side: Side) => bullets(rows.filter(row => row.side === side).map(({ blocks }) => blocks))
  const other = rows.find(({ side }) => side !== first.side)
  const label = (side: Side) => heading(3, side === 'outside' ? say.post.outside : say.post.account)
  const blocks = [
    ...title,
    ...(first.side === 'outside' ? [label('outside')] : []),
    bulletsOf(first.side),
    ...(other ? [label(other.side), bulletsOf(other.side)] : []),
  ]
  const notes = [
    ...(rows.some(({ hasInsertedName }) => hasInsertedName)
      ? [paragraph(emphasis(say.commands.summary.brackets))]
      : []),
    ...dependenceOf(statements, view),
  ]
  const units = rows.reduce((sum, row) => sum + row.units, unitsBefore + unitsOf(title) + UNITS_OF_LABELS)
  return [...blocks, ...notes.filter(note => units + unitsOf([note]) <= MAX_SCREEN_UNITS)]
}

type Side = 'archive' | 'outside'

interface SidesRow {
  blocks: Block[]
  units: number
  side: Side
  /** The speaker and the source. */
  whose: string
  score: number
  /** Every figure is a position of its own. */
  isFigure: boolean
  hasInsertedName: boolean
}

/**
 * Those that must be seen, and after them the nearest for which there is room, of whoever is not heard yet rather than of
 * others. Beside figures the short ones come first, because more of them have room.
 */
function fitting(
  rows: readonly SidesRow[],
  { unitsBefore, wantsAll }: { unitsBefore: number; wantsAll: boolean | undefined },
): SidesRow[] {
  const [best] = rows
  if (!best) return []
  const taken = new Set([best])
  const unitsWith = (row: SidesRow) =>
    [row, ...taken].reduce((total, { units }) => total + units, unitsBefore + UNITS_OF_LABELS)
  for (const row of rows) if (row.isFigure && (wantsAll || unitsWith(row) <= MAX_EASY_UNITS)) taken.add(row)
  const across = rows.filter(({ side }) => side !== best.side)
  if (across.length > 0 && !across.some(row => taken.has(row)))
    taken.add(across.find(row => unitsWith(row) <= MAX_SCREEN_UNITS) ?? bestBy(across, ({ units }) => -units))
  const hasFigures = rows.some(({ isFigure }) => isFigure)
  const limit = wantsAll ? MAX_SCREEN_UNITS : MAX_EASY_UNITS
  for (;;) {
    const heard = new Set([...taken].map(({ whose }) => whose))
    const left = rows.filter(row => !taken.has(row) && unitsWith(row) <= limit)
    if (left.length === 0) return rows.filter(row => taken.has(row))
    const rowsOn = (side: Side) => [...taken].filter(row => row.side === side).length
    const next: Side = rowsOn('archive') <= rowsOn('outside') ? 'archive' : 'outside'
    const worth = ({ whose, score, side }: SidesRow) =>
      score - (heard.has(whose) ? HEARD_PENALTY : 0) - (side === next ? 0 : SIDE_PENALTY)
    taken.add(bestBy(left, hasFigures ? ({ units }) => -units : worth))
  }
}

/** The row of the highest worth. */
const bestBy = (rows: readonly SidesRow[], worthOf: (row: SidesRow) => number): SidesRow =>
  rows.reduce((best, row) => (worthOf(row) > worthOf(best) ? row : best))

const HEARD_PENALTY = 0.06
/** The sides are heard in turns, unless one has little to say. */
const SIDE_PENALTY = 0.2

/** A phone shows so much without scrolling. */
const MAX_SCREEN_UNITS = 880
/** So much is read at once. */
const MAX_EASY_UNITS = 700
/** The line above each side, and the empty ones around it. */
const UNITS_OF_LABELS = 50
/** A bullet, a dash and line ends. */
const UNITS_AROUND_ROW = 6

const unitsOf = (blocks: readonly Block[]) => textOfBlocks(blocks).length

/** Statements that say the same are one row with all who say it; so are other figures of one speaker in one article. */
function rowsOf(statements: readonly AnswerStatement[], view: LanguageView): SidesRow[] {
  const alike = groupsBy(statements, ({ statement, text }) =>
    fold(statement.kind === 'figure' ? statement.figure.number : text),
  )
  const groups = groupsBy(alike, ([first, ...others]) =>
    first?.statement.kind === 'figure' && others.length === 0 ? whoseOf(first, view) : first?.text,
  )
  return groups.map(group => rowOf(group, view))
}

const groupsBy = <T>(list: readonly T[], keyOf: (one: T) => unknown): T[][] => [
  ...Map.groupBy(list, keyOf).values(),
]

function rowOf(group: readonly (readonly AnswerStatement[])[], view: LanguageView): SidesRow {
  const answers = group.flat()
  const [first] = answers as [AnswerStatement, ...AnswerStatement[]]
  const { kind } = first.statement
  const blocks = wholeKinds.has(kind)
    ? statementBlocks(first, view)
    : [
        paragraph(group.flatMap((same, at) => [...(at > 0 ? ['; '] : []), ...wordingOf(same)])),
        attribution([...new Set(answers.map(each => whoseOf(each, view)))].join('; ')),
      ]
  return {
    blocks,
    units: unitsOf(blocks) + UNITS_AROUND_ROW,
    side: kind === 'outside' ? 'outside' : 'archive',
    whose: whoseOf(first, view),
    score: first.score,
    isFigure: kind === 'figure',
    hasInsertedName: answers.some(each => each.hasInsertedName),
  }
}

const wholeKinds: ReadonlySet<StatementKind> = new Set(['role', 'note', 'event', 'publication'])

/** Of what several count in other words, only the number: the title says what it is. */
function wordingOf([first, ...others]: readonly AnswerStatement[]): Inline[] {
  if (!first) return []
  const { statement } = first
  const isCountedAlike = others.every(({ text }) => text === first.text)
  return statement.kind !== 'figure' || isCountedAlike ? markedText(first) : [strong(statement.figure.number)]
}

/** The speaker, the source and the date on one line. Addresses are long where they are shown, and are left to others. */
function whoseOf({ statement }: AnswerStatement, view: LanguageView): string {
  const { say, language } = view
  switch (statement.kind) {
    case 'point':
    case 'figure': {
      const stated = statement.kind === 'point' ? statement.point : statement.figure
      return cited(speakerNameOf(stated, statement.article, say), [statement.article], view)
    }
    case 'claim':
      return cited(translated(statement.claim.speaker, language), statement.claim.articles, view)
    case 'account': {
      const { speaker, articles } = statement.statement
      return cited(speaker && translated(speaker, language), articles, view)
    }
    case 'sentence':
    case 'role':
    case 'publication':
      return cited(undefined, [statement.article], view)
    case 'outside':
      return translated(statement.statement.source, language)
    case 'event':
      return cited(undefined, statement.event.articles, view)
    case 'note':
      return say.post.sources
    default:
      return statement satisfies never
  }
}

/** A publisher who speaks is not named twice. */
function cited(
  speaker: string | undefined,
  articles: readonly (Article | string)[],
  { corpus, say }: LanguageView,
): string {
  const known = articles.flatMap(each =>
    typeof each === 'string' ? (articleById(corpus, each) ?? []) : [each],
  )
  const sources = known
    .slice(0, MAX_SOURCES)
    .map(each => sourceWords(each, say))
    .join('; ')
  if (speaker === undefined || known.every(({ publisher }) => publisher === speaker)) return sources
  return `${speaker} · ${sources}`
}

const MAX_SOURCES = 3

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
