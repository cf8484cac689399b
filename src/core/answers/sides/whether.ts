// Finds who says what on a question of yes or no: on a contested matter the archive has sides, and no answer of its own.

import { soughtPlaces } from '../finders/focus.ts'
import type { Asked, Finding, StatementsFinding } from '../finding.ts'
import type { AnswerStatement } from '../statement.ts'
import { whetherShares, withFirst, worthOf } from '../statement-finder.ts'
import { answerStatement, answersOn, statementsOn, type WeighedStatement, weighStatement } from '../weigh.ts'
import { soughtWordsOf } from '../weighing/sought.ts'
import { alternativesOf } from './alternatives.ts'
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
      (saysMore(answer, sides.finding, asked) || best.own > sides.own + AHEAD_OWN_SHARE)
    if (isAhead && sides.words < best.words - OTHER_MATTER_SHARE) return undefined
    return isAhead ? withFirst(answer, sides.finding) : sides.finding
  }
  return undefined
}

/** A statement on something else is shown before all sides only if it answers better than they do. */
const AHEAD_SHARE = 0.05
const AHEAD_OWN_SHARE = 0.25
/** Sides with so much less of the words that are no names are of another matter between the same names. */
const OTHER_MATTER_SHARE = 0.4

interface Sides {
  finding: StatementsFinding
  /** How much of the question the nearest of each side have: 0 to 2, names counting little. */
  share: number
  /** Each side has something of it. */
  isOfBoth: boolean
  /** The best score among them, and the most that one has itself. */
  nearest: number
  own: number
  /** The most that one has of the words that are no names. */
  words: number
}

/** The sides that have most of the question, of all matters that the statements are on. */
async function bestSides(list: readonly WeighedStatement[], asked: Asked): Promise<Sides | undefined> {
  const onMatters = [...new Map(list.map(each => [matterOf(each, asked), each])).values()]
  const nearest = list.find(each => matterOf(each, asked))
  const words = nearest && answerStatement(nearest, asked).text
  // The same statement may be on several matters.
  const worthOfNearest = ({ statements }: StatementsFinding) =>
    statements.some(({ text }) => text === words) ? NEAREST_WORTH : 0
  const all = await Promise.all(onMatters.map(each => sidesWith(each, asked)))
  const [best] = all
    .flatMap(each => (each ? [{ ...each, share: each.share + worthOfNearest(each.finding) }] : []))
    .sort(
      (one, another) =>
        Number(another.isOfBoth) - Number(one.isOfBoth) ||
        another.share - one.share ||
        another.nearest - one.nearest,
    )
  return best && { ...best, finding: await sidesInDoubt(best.finding, asked) }
}

/** A matter of the nearest statement is likelier meant than another of which both sides have as much. */
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
    // A figure says only its own: what else is said on its subject is another matter.
    const around = statement.kind === 'figure' ? ownQualities : qualities
    return (qualitySum(around, weights) + qualitySum(ownQualities, weights)) / (2 * whole)
  }
  const shareOfSide = (isOutside: boolean) =>
    Math.max(
      ...finding.statements
        .filter(({ statement }) => (statement.kind === 'outside') === isOutside)
        .map(shareOf),
    )
  const [outside, inside] = [shareOfSide(true), shareOfSide(false)]
  const weighed = finding.statements.map(({ statement }) => weighStatement(statement, asked))
  return {
    finding,
    share: outside + inside,
    isOfBoth: Math.min(outside, inside) >= MIN_SHARE_OF_SIDE,
    nearest: Math.max(...finding.statements.map(({ score }) => score)),
    own: Math.max(...weighed.map(({ own }) => own)),
    words: Math.max(...weighed.map(({ words }) => words)),
  }
}

const MIN_SHARE_OF_SIDE = 0.05

const qualitySum = (qualities: Float64Array, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (qualities[at] as number), 0)

/** Everything here is about the same few names. */
const NAME_WEIGHT = 0.3

/** Whether a statement has a word of the question that none of the sides has. */
function saysMore(answer: AnswerStatement, { statements }: StatementsFinding, asked: Asked): boolean {
  const said = new Set(statements.flatMap(each => [...termsOf(each, asked)]))
  return [...termsOf(answer, asked)].some(term => !said.has(term))
}

/** The words of the question that a statement has itself, by index. */
function termsOf({ statement }: AnswerStatement, asked: Asked): Set<number> {
  const { ownQualities } = weighStatement(statement, asked)
  return new Set(
    asked.query.words.flatMap((_, at) => ((ownQualities[at] as number) >= MIN_TERM_QUALITY ? [at] : [])),
  )
}

const MIN_TERM_QUALITY = 0.6

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
  const lacks = (each: AnswerStatement) =>
    [...termsIn([each.text], asked)].some(
      term => onMatter.has(term) && !inFirst.has(term) && (sharesOfWords[term] as number) > 0,
    )
  const besides = spoken.filter(each => named.every(isOutside) || lacks(each))
  const rest = [...new Map([...ranked, ...besides].map(each => [each.text, each])).values()]
    .filter(({ text }) => text !== first.text)
    .map(each => scoredInDoubt(each, asked, first))
    .sort(byScore)
  const ofOtherSide = rest.filter(each => isOutside(each) !== isOutside(first))
  const alternatives = alternativesOf(asked)?.filter(each => !each.every(term => inFirst.has(term)))
  const saysAlternative = ({ text }: AnswerStatement) => {
    const said = termsIn([text], asked)
    return alternatives?.some(each => each.every(term => said.has(term)))
  }
  const other = ofOtherSide.find(saysAlternative) ?? ofOtherSide[0]
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
 * By how much of the question its text has, and how much that another lacks; of two that have the same, whichever says it
 * more often is better.
 */
function scoredInDoubt(answer: AnswerStatement, asked: Asked, another?: AnswerStatement): AnswerStatement {
  const { shares } = soughtWordsOf(asked)
  const others = another && termsIn([another.text], asked)
  const own = [...soughtPlaces(answer.text, asked)].reduce((sum, [term, places]) => {
    const uses = Math.min(places.length, MAX_USES)
    const isNew = others?.has(term) === false
    return sum + (shares[term] as number) * (1 + USE_WORTH * uses + Number(isNew))
  }, 0)
  return { ...answer, score: (answer.score + own) / MAX_SUM_IN_DOUBT }
}

const USE_WORTH = 0.02
const MAX_USES = 5
const MAX_SUM_IN_DOUBT = 3 + USE_WORTH * MAX_USES

/** All sides of the matter that a question touches; undefined if sources do not differ on it. */
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
