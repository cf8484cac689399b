// Finds how many and how long: every figure of a subject where figures are compared, else the one that was asked for.

import { isDuration } from '../languages/durations.ts'
import { countFocus } from './counts.ts'
import type { Asked, Finding } from './finding.ts'
import { sidesOf, subjectOf } from './sides/sides.ts'
import type { ArchiveStatement } from './statement.ts'
import { withFirst } from './statement-finder.ts'
import { answerStatement, answersOn, type WeighedStatement } from './weigh.ts'
import { countedIn, isOnCounted, MIN_COUNTED_QUALITY } from './weighing/counted.ts'
import { soughtWordsOf } from './weighing/sought.ts'

export async function findFigures(asked: Asked): Promise<Finding | undefined> {
  const wantsDuration = asked.question.kind === 'how long'
  const figures = (await answersOn(asked, { minCoverage: MIN_FIGURE_COVERAGE, minWords: 0 })).filter(
    each =>
      each.statement.kind === 'figure' &&
      isDurationOf(each.statement) === wantsDuration &&
      (isCompared(each, asked)
        ? wantsDuration || countsWhatIsAsked(each, asked)
        : saysWhatIsAsked(each, asked)),
  )
  const [best] = figures
  if (!best) return undefined
  const subject = subjectOf(best.statement, asked)
  if (isCompared(best, asked)) {
    const sides = await sidesOf(best, asked)
    const [top] = await answersOn(asked)
    if (sides && top && top.statement.kind === 'outside' && top.score > best.score + AHEAD_SHARE)
      return withFirst(answerStatement(top, asked, countFocus(top, asked)), sides)
    if (sides) return sides
  }
  const same = figures.filter(each => subjectOf(each.statement, asked) === subject && isAsGood(each, best))
  return { kind: 'statements', statements: same.map(each => answerStatement(each, asked)) }
}

/** A figure says what it counts in few words. */
const MIN_FIGURE_COVERAGE = 0.5

/** Whether the figures of its subject count the same. */
const isCompared = ({ statement }: WeighedStatement, asked: Asked): boolean =>
  subjectOf(statement, asked)?.countsDiffer === false

/** A figure that stands alone must say itself what it counts: those sent may be soldiers, or experts. */
const saysWhatIsAsked = ({ own, ownQualities }: WeighedStatement, asked: Asked): boolean =>
  own >= MIN_OWN_SHARE &&
  countedIn(asked).noun.every(at => (ownQualities[at] as number) >= MIN_COUNTED_QUALITY)
const MIN_OWN_SHARE = 0.6

const isDurationOf = (statement: ArchiveStatement): boolean =>
  statement.kind === 'figure' && isDuration(statement.figure.number)

/**
 * "How many soldiers died" is not answered by how many people did. What is counted may be said by the name of the
 * subject, but whoever gives the number is not counted.
 */
function countsWhatIsAsked(weighed: WeighedStatement, asked: Asked): boolean {
  const { qualities, ownQualities } = weighed
  const { sharesOfWords } = soughtWordsOf(asked)
  const hasNoun = countedIn(asked).noun.every(
    at => ((sharesOfWords[at] === 0 ? ownQualities : qualities)[at] as number) >= MIN_COUNTED_QUALITY,
  )
  return hasNoun && isOnCounted(weighed, asked)
}

/** Figures that count different things answer together only if they have the same of the question. */
const isAsGood = (one: WeighedStatement, best: WeighedStatement) => one.own >= best.own - EQUAL_SHARE

/** Somebody asked for the number of one who is not in the archive. */
const AHEAD_SHARE = 0.1
const EQUAL_SHARE = 0.05
