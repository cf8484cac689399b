// Tests whether a statement has of a question what an answer must have, however much of the rest it has.

import { packs } from '../../languages/packs.ts'
import { articleCount } from '../../search/index/segment.ts'
import { memoByText } from '../../text/memo.ts'
import { needsDictionary, tokens } from '../../text/words.ts'
import type { Asked } from '../finding.ts'
import { alternativesOf } from '../sides/alternatives.ts'
import type { ArchiveStatement } from '../statement.ts'
import { isListed } from './listed-words.ts'
import { soughtWordsOf, sumAt } from './sought.ts'
import { ownTextsOf } from './statement-text.ts'
import { isProperName } from './text-words.ts'

interface Weighed {
  statement: ArchiveStatement
  /** The share of the question that its own text has. */
  own: number
  /** How well it has each of the query's words, by index. */
  qualities: Float64Array
  ownQualities: Float64Array
  namedQualities: Float64Array
}

type StatementTest = (weighed: Weighed) => boolean

/** The words that the archive lacks and that count nothing, and the share of the question without them. */
interface PassedOver {
  passedOver: readonly number[]
  shareLeft: number
}

/** Passed by statements that may answer. */
export function statementTest(asked: Asked, passed: PassedOver): StatementTest {
  if (passed.shareLeft < MIN_SHARE_LEFT) return () => false
  const tests = [
    mainTest(asked, passed),
    nameTest(asked),
    nounTest(asked),
    presentTest(asked),
    doubtTest(asked, passed),
  ]
  return weighed => tests.every(holds => holds(weighed))
}

/** With less than this left, it would be another question. */
const MIN_SHARE_LEFT = 0.5

const hasUnit = (unit: readonly number[], { qualities }: Weighed) =>
  sumAt(unit, qualities) / unit.length >= MIN_MAIN_QUALITY

/** A word or a name that is so much of the question must be in what answers it; of two of which one is so, either. */
function mainTest(asked: Asked, { passedOver, shareLeft }: PassedOver): StatementTest {
  const { shares, units } = soughtWordsOf(asked)
  const main = units.filter(
    unit => sumAt(unit, shares) / shareLeft >= MAIN_SHARE && !unit.some(at => passedOver.includes(at)),
  )
  const alternatives = alternativesOf(asked)
  if (!alternatives) return weighed => main.every(unit => hasUnit(unit, weighed))
  const isOf = (alternative: readonly number[]) => (unit: readonly number[]) =>
    unit.some(at => alternative.includes(at))
  const common = main.filter(unit => !alternatives.some(each => isOf(each)(unit)))
  const either = alternatives.map(each => main.filter(isOf(each)))
  return weighed =>
    common.every(unit => hasUnit(unit, weighed)) &&
    either.some(each => each.every(unit => hasUnit(unit, weighed)))
}

const MAIN_SHARE = 0.33
const MIN_MAIN_QUALITY = 0.61

/**
 * Nothing is said of somebody by a statement without their full name. If only the search words of its subject have it, the
 * statement names nobody else.
 */
function nameTest({ query, index: { concepts, segment } }: Asked): StatementTest {
  const names = concepts.annotate(query.words).flatMap(({ word, start, end }) => {
    const unit = query.words.flatMap((each, at) =>
      each.start >= start && each.end <= end && !each.isAsking ? [at] : [],
    )
    return unit.length > 1 && isProperName(concepts, word) ? [unit] : []
  })
  const has = (qualities: Float64Array) =>
    names.every(unit => unit.every(at => (qualities[at] as number) >= MIN_NAME_QUALITY))
  const namesSomebody = memoByText((text: string) => {
    const words = tokens(text)
    return concepts
      .annotate(words)
      .some(
        name =>
          isProperName(concepts, name.word) &&
          articleCount(segment, segment.lexicon.find(name.word)) <
            MAX_SHARE_OF_ARTICLES * segment.articles.length &&
          words.some(({ end }) => end > name.start && end < name.end),
      )
  }, MAX_TEXTS_READ)
  return ({ statement, qualities, namedQualities }) =>
    has(namedQualities) || (has(qualities) && !ownTextsOf(statement).some(namesSomebody))
}

const MAX_TEXTS_READ = 200
/** Everything here is about the country that nearly all articles name. */
const MAX_SHARE_OF_ARTICLES = 0.9

/** Standing in the same paragraph is enough: a sentence says "he". */
const MIN_NAME_QUALITY = 0.3

/**
 * "Who was the foreign minister": a statement on no such minister tells of somebody else. Only where words are spaced do
 * all of them stand together, before the next that carries little.
 */
function nounTest(asked: Asked): StatementTest {
  const { query, question } = asked
  if (question.kind !== 'who') return () => true
  const isLight = (at: number) => question.lightWords.includes(at)
  const last = query.words.findLastIndex(({ isAsking }) => isAsking)
  const start = query.words.findIndex((_, at) => at > last && !isLight(at))
  const isSpaced = packs.get(question.language)?.hasSpacedSyllables !== true && !needsDictionary(query.text)
  const end = isSpaced ? query.words.findIndex((_, at) => at > start && isLight(at)) : start + 1
  const units = soughtWordsOf(asked).units.filter(unit =>
    unit.some(at => at >= start && (at < end || end < 0)),
  )
  return ({ qualities }) => units.every(unit => sumAt(unit, qualities) / unit.length >= MIN_NOUN_QUALITY)
}

const MIN_NOUN_QUALITY = 0.5

/** An article tells of its own time, not of now, unless it says so. */
function presentTest({ query: { words } }: Asked): StatementTest {
  const present = words.flatMap(({ isAsking }, at) =>
    !isAsking && isListed('present', at, words) ? [at] : [],
  )
  if (present.length === 0) return () => true
  return ({ own, ownQualities }) =>
    own >= MIN_OWN_OF_NOW && present.every(at => (ownQualities[at] as number) >= MIN_MAIN_QUALITY)
}

/** "Current" in an article may be said of somebody else. */
const MIN_OWN_OF_NOW = 0.85

/** Without some of the words, more of the others must be there: two at least, and not only names or numbers. */
function doubtTest(asked: Asked, { passedOver }: PassedOver): StatementTest {
  if (passedOver.length === 0) return () => true
  const { query, question } = asked
  const { units, sharesOfWords } = soughtWordsOf(asked)
  const isLight = (at: number) => passedOver.includes(at) || question.lightWords.includes(at)
  const isNumber = (at: number) => /^\d+$/.test(query.words[at]?.word ?? '')
  const sought = units.filter(unit => !unit.every(isLight) && !unit.every(isNumber))
  return weighed => {
    const matched = sought.filter(unit => hasUnit(unit, weighed))
    return (
      matched.length >= MIN_UNITS_IN_DOUBT &&
      matched.length > passedOver.length &&
      matched.some(unit => unit.some(at => (sharesOfWords[at] as number) > 0))
    )
  }
}

const MIN_UNITS_IN_DOUBT = 2
