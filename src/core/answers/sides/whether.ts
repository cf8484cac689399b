// Finds who says what on a question of yes or no: on a contested matter the archive has sides, and no answer of its own.

import { soughtPlaces } from '../finders/focus.ts'
import type { Asked, Finding, StatementsFinding } from '../finding.ts'
import type { AnswerStatement } from '../statement.ts'
import { whetherShares, withFirst, worthOf } from '../statement-finder.ts'
import { answerStatement, answersOn, statementsOn, type WeighedStatement, weighStatement } from '../weigh.ts'
import { soughtWordsOf } from '../weighing/sought.ts'
import { byScore, dayOf, matterOf, sidesOf, spokenPoints } from './sides.ts'

/** All sides of the contested matter that the question is about; undefined if it is about none. */
export async function findWhether(asked: Asked): Promise<Finding | undefined> {
  const list = (await answersOn(asked, whetherShares)).toSorted(
    (a, b) => worthOf(b, asked) - worthOf(a, asked),
  )
  const [best] = list
  if (!best) return undefined
  const answer = answerStatement(best, asked)
  const sides = await bestSides([...list, ...(await touchedBy(asked))], asked)
  if (sides) {
    const isAhead =
      best.statement.kind !== 'note' &&
      best.score > sides.nearest + AHEAD_SHARE &&
      saysMore(answer, sides.finding, asked)
    return isAhead ? withFirst(answer, sides.finding) : sides.finding
  }
  return undefined
}

/** A statement on something else is shown before all sides only if it answers better than they do. */
const AHEAD_SHARE = 0.05

interface Sides {
  finding: StatementsFinding
  /** How much of the question the nearest of each side have: 0 to 2, names counting little. */
  share: number
  /** The best score among them. */
  nearest: number
}

/** The sides that have most of the question, of all matters that the statements are on. */
async function bestSides(list: readonly WeighedStatement[], asked: Asked): Promise<Sides | undefined> {
  const onMatters = [...new Map(list.map(each => [matterOf(each, asked), each])).values()]
  const matters = onMatters.map(each => matterOf(each, asked))
  const nearest = matters.find(each => each !== undefined)
  const all = await Promise.all(onMatters.map(each => sidesWith(each, asked)))
  const [best] = all
    .flatMap((each, at) =>
      each ? [{ ...each, share: each.share + (matters[at] === nearest ? NEAREST_WORTH : 0) }] : [],
    )
    .sort((one, another) => another.share - one.share || another.nearest - one.nearest)
  return best && { ...best, finding: await sidesInDoubt(best.finding, asked) }
}

/** The matter of the nearest statement is likelier meant than another of which both sides have as much. */
const NEAREST_WORTH = 0.3

/** All sides of what a statement is about; undefined if there is only one. */
async function sidesWith(on: WeighedStatement, asked: Asked): Promise<Sides | undefined> {
  const finding = await sidesOf(on, asked)
  if (!finding || !hasBothSides(finding)) return undefined
  const { shares, sharesOfWords } = soughtWordsOf(asked)
  const weights = shares.map((share, at) => (sharesOfWords[at] as number) || NAME_WEIGHT * share)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const shareOf = ({ statement }: AnswerStatement) => {
    const { qualities, ownQualities } = weighStatement(statement, asked)
    return (qualitySum(qualities, weights) + qualitySum(ownQualities, weights)) / (2 * whole)
  }
  const shareOfSide = (isOutside: boolean) =>
    Math.max(
      ...finding.statements
        .filter(({ statement }) => (statement.kind === 'outside') === isOutside)
        .map(shareOf),
    )
  return {
    finding,
    share: shareOfSide(true) + shareOfSide(false),
    nearest: Math.max(...finding.statements.map(({ score }) => score)),
  }
}

const qualitySum = (qualities: Float64Array, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (qualities[at] as number), 0)

/** Everything here is about the same few names. */
const NAME_WEIGHT = 0.3

/** Whether a statement has a word of the question that none of the sides has. */
function saysMore({ text }: AnswerStatement, { statements }: StatementsFinding, asked: Asked): boolean {
  const said = termsIn(
    statements.map(each => each.text),
    asked,
  )
  return [...termsIn([text], asked)].some(term => !said.has(term))
}

/**
 * The sides in the order in which they say whether something is so: the statement with most of the question in its own
 * words, then the one of the other side with most of it, and of what the first lacks: of "liberation or invasion" each has
 * one. Those who speak in articles are heard too, and rather than an account that names no speaker.
 */
async function sidesInDoubt(finding: StatementsFinding, asked: Asked): Promise<StatementsFinding> {
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
  const { sharesOfWords } = soughtWordsOf(asked)
  const [onMatter, inFirst] = [termsIn(textsOfMatter(finding), asked), termsIn([first.text], asked)]
  const lacks = ({ text }: AnswerStatement) =>
    [...termsIn([text], asked)].some(
      term => onMatter.has(term) && !inFirst.has(term) && (sharesOfWords[term] as number) > 0,
    )
  const besides = spoken.filter(each => named.every(isOutside) || lacks(each))
  const rest = [...new Map([...ranked, ...besides].map(each => [each.text, each])).values()]
    .filter(({ text }) => text !== first.text)
    .map(each => scoredInDoubt(each, asked, first.text))
    .sort(byScore)
  const other = rest.find(each => isOutside(each) !== isOutside(first))
  return other ? { ...finding, statements: [first, other, ...rest.filter(each => each !== other)] } : finding
}

/** The words of the question that texts have, by index. */
const termsIn = (texts: readonly string[], asked: Asked): Set<number> =>
  new Set(texts.flatMap(text => [...soughtPlaces(text, asked).keys()]))

/** The names of the subject or the day that sides are of, and the words by which it is sought. */
const textsOfMatter = ({ subject, statements }: StatementsFinding): string[] =>
  [subject, ...statements.map(({ statement }) => dayOf(statement))].flatMap(each =>
    each ? [...Object.values(each.names), ...(each.searchWords ?? [])] : [],
  )

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

/** What is said on the matter that a question touches; undefined if sources do not differ on it. */
export async function sidesTouched(asked: Asked): Promise<StatementsFinding | undefined> {
  return (await bestSides(await touchedBy(asked), asked))?.finding
}

/** Statements on matters with enough of the question's words, names aside, though they may lack its main one. */
async function touchedBy(asked: Asked): Promise<WeighedStatement[]> {
  const { sharesOfWords } = soughtWordsOf(asked)
  const words = sharesOfWords.reduce((sum, share) => sum + share, 0)
  const hasWords = ({ qualities }: WeighedStatement) =>
    sharesOfWords.reduce((sum, share, at) => sum + share * (qualities[at] as number), 0) >=
    MIN_TOUCHED_WORDS * words
  return (await statementsOn(asked))
    .filter(each => each.coverage >= MIN_TOUCHED_SHARE && hasWords(each) && matterOf(each, asked))
    .sort((a, b) => b.words - a.words || b.score - a.score)
}

const MIN_TOUCHED_SHARE = 0.5
/** Of all the words that are no names, those that the archive lacks among them. */
const MIN_TOUCHED_WORDS = 0.25

const hasBothSides = ({ statements }: StatementsFinding) =>
  new Set(statements.map(({ statement }) => statement.kind === 'outside')).size === 2
