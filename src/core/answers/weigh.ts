// Weighs everything that the archive says against a question: how much of what is sought a statement has.

import { type Phrases, phrasesOf } from '../languages/phrases.ts'
import { memoByObject } from '../text/memo.ts'
import { nextTurn } from '../text/turns.ts'
import type { Asked } from './finding.ts'
import { tellsOfLife } from './life.ts'
import { wordsOfPublishersOnly } from './publisher-parts.ts'
import type { AnswerStatement, ArchiveStatement } from './statement.ts'
import { archiveStatementsOf } from './weighing/archive-statements.ts'
import { articleStatementsFor } from './weighing/article-statements.ts'
import { mayBePassedOver } from './weighing/passed-over.ts'
import { phraseQuality } from './weighing/qualities.ts'
import { articlesFound, soughtWordsOf, sumAt } from './weighing/sought.ts'
import { statementTest } from './weighing/statement-tests.ts'
import { textOfStatement, type WeighedText, weighedTexts } from './weighing/statement-text.ts'
import { wordsInText } from './weighing/text-words.ts'

export interface WeighedStatement {
  statement: ArchiveStatement
  /** The share of the question's words that it has, itself or around it, the rare ones weighing more; at most 1. */
  coverage: number
  /** The share that its own text has. */
  own: number
  /** The share that it has of the words that are no names; 1 if there are none. */
  words: number
  /** How well it answers, at most 1, before what the question asks for is looked at. */
  score: number
  /** How well it has each of the query's words, by index. */
  qualities: Float64Array
  /** The same, of its own text. */
  ownQualities: Float64Array
  /** The same, without the search words of its subject or day: they lead to all that is said there. */
  namedQualities: Float64Array
}

export interface Weighing {
  /** Statements that have something of the question, the best first. */
  list: readonly WeighedStatement[]
  /** The indexes of the query's words that the archive does not have in any form, and that an answer must have. */
  unknown: readonly number[]
  /** Those of such words that an answer with enough of the others need not have. They count nothing. */
  passedOver: readonly number[]
  /** The share of the question without those that are passed over. */
  shareLeft: number
}

/** Done once for each question. */
export const weighingOf = memoByObject(async (asked: Asked): Promise<Weighing> => {
  const list = [...(await ofArchive(asked)), ...ofArticles(asked, await phrasesOf(asked.language))].sort(
    (a, b) => b.score - a.score,
  )
  await nextTurn()
  const lacking = soughtWordsOf(asked).unknown.filter(at =>
    list.every(({ qualities }) => (qualities[at] as number) < MIN_KNOWN_QUALITY),
  )
  const ofPublishers = wordsOfPublishersOnly(asked)
  if (lacking.length + ofPublishers.length === 0) return { list, unknown: [], passedOver: [], shareLeft: 1 }
  const commonWords = await asked.commonWords()
  const passedOver = lacking.filter(at => mayBePassedOver(at, asked, commonWords))
  const shareLeft = Math.max(MIN_SHARE_LEFT, 1 - sumAt(passedOver, soughtWordsOf(asked).shares))
  return {
    list:
      passedOver.length === 0
        ? list
        : list.map(each => withoutWords(each, { words: passedOver, shareLeft }, asked)),
    unknown: [...new Set([...lacking.filter(at => !passedOver.includes(at)), ...ofPublishers])],
    passedOver,
    shareLeft,
  }
})

const MIN_KNOWN_QUALITY = 0.5
const MIN_SHARE_LEFT = 0.1

/** Weighs a statement as if the words, which it does not have, were not in the question. */
function withoutWords(
  weighed: WeighedStatement,
  { words, shareLeft }: { words: readonly number[]; shareLeft: number },
  asked: Asked,
): WeighedStatement {
  const { sharesOfWords } = soughtWordsOf(asked)
  const wordsWhole = sharesOfWords.reduce((sum, share) => sum + share, 0)
  const wordsLeft = wordsWhole - sumAt(words, sharesOfWords)
  return {
    ...weighed,
    coverage: weighed.coverage / shareLeft,
    own: weighed.own / shareLeft,
    score: weighed.score / shareLeft,
    words: wordsLeft > MIN_SHARE_OF_WORDS ? (weighed.words * wordsWhole) / wordsLeft : 1,
  }
}

/** Statements that have something of the question, the best first. */
export const statementsOn = async (asked: Asked): Promise<readonly WeighedStatement[]> =>
  (await weighingOf(asked)).list

/**
 * Those that have enough of it to answer it: the rare words, not only the common ones. `mayLack`: one of its main words
 * may be missing.
 */
export async function answersOn(
  asked: Asked,
  { minCoverage = MIN_ANSWER_COVERAGE, minWords = MIN_SHARE_WITHOUT_NAMES, mayLack = false } = {},
): Promise<readonly WeighedStatement[]> {
  const weighing = await weighingOf(asked)
  if (weighing.unknown.length > 0) return []
  const holds = mayLack ? () => true : statementTest(asked, weighing)
  return weighing.list.filter(
    each =>
      each.coverage >= minCoverage &&
      each.words >= minWords &&
      holds(each) &&
      tellsOfLife(each.statement, asked),
  )
}

const MIN_ANSWER_COVERAGE = 0.6
/** A name alone does not answer a question about somebody. */
const MIN_SHARE_WITHOUT_NAMES = 0.5

/** A statement as an answer, with the places of what was asked for in its text. */
export const answerStatement = (
  { statement, score }: WeighedStatement,
  { language }: Asked,
  focusIn: (text: string) => AnswerStatement['focus'] = () => [],
): AnswerStatement => {
  const text = textOfStatement(statement, language)
  return { statement, text, focus: focusIn(text), score }
}

async function ofArchive(asked: Asked): Promise<WeighedStatement[]> {
  const statements = await archiveStatementsOf(asked)
  return statements
    .likeliest(soughtWordsOf(asked))
    .map(statement => weighed(statement, measuredOf(statements.weighedTexts(statement), asked), asked))
}

function ofArticles(asked: Asked, say: Phrases): WeighedStatement[] {
  const { corpus, query, index } = asked
  const { terms, reader } = articlesFound(asked)
  const { match, useQuality } = soughtWordsOf(asked)
  const wordsIn = wordsInText(index.concepts)(index.synonyms)
  const places = terms.map(({ typed }) => query.words.indexOf(typed))
  return articleStatementsFor(asked, say).flatMap(({ statement, found, paragraph, versions }) => {
    const versionsOf = found ? [statement, found] : [statement]
    const measured = measuredOf(
      versionsOf.flatMap(each => weighedTexts(each, corpus)),
      asked,
    )
    if (!measured.all.some(quality => quality > 0)) return []
    if (paragraph !== undefined)
      for (const { word, uses } of wordsIn(paragraph))
        for (const each of match(word)) {
          const factor = PARAGRAPH_QUALITY * useQuality(word, each, uses)
          raise(measured, each.term, { quality: each.quality * factor, isOwn: false })
        }
    for (const version of versions)
      for (const [at, variant] of reader(version).matchedVariants.entries()) {
        const quality = ARTICLE_QUALITY * (terms[at]?.variants[variant]?.quality ?? 0)
        const term = places[at] ?? -1
        if (term >= 0) raise(measured, term, { quality, isOwn: false })
      }
    return [weighed(statement, measured, asked)]
  })
}

/** A word in the same paragraph, and one anywhere else in the article, may be what a statement is about. */
const PARAGRAPH_QUALITY = 0.7
const ARTICLE_QUALITY = 0.15

/** Weighs a statement that was not found by the question's words. */
export const weighStatement = (statement: ArchiveStatement, asked: Asked): WeighedStatement =>
  weighed(statement, measuredOf(weighedTexts(statement, asked.corpus), asked), asked)

function measuredOf(texts: readonly WeighedText[], asked: Asked): Measured {
  const { index, query } = asked
  const { match, useQuality } = soughtWordsOf(asked)
  const wordsIn = wordsInText(index.concepts)(index.synonyms)
  const measured = newMeasured(query.words.length)
  for (const { text, isOwn, quality: weight, isPhrase, isHint } of texts) {
    const words = wordsIn(text)
    const factor = isPhrase ? weight * phraseQuality(words, match) : weight
    for (const { word, uses } of words)
      for (const each of match(word))
        raise(measured, each.term, {
          quality: each.quality * factor * useQuality(word, each, uses),
          isOwn,
          isHint,
        })
  }
  return measured
}

/** How well a statement has each word of the query: with what stands around it, and by itself. */
interface Measured {
  all: Float64Array
  named: Float64Array
  own: Float64Array
}

const newMeasured = (terms: number): Measured => ({
  all: new Float64Array(terms),
  named: new Float64Array(terms),
  own: new Float64Array(terms),
})

function raise(
  { all, named, own }: Measured,
  term: number,
  { quality, isOwn, isHint }: { quality: number; isOwn: boolean; isHint?: true | undefined },
): void {
  all[term] = Math.max(all[term] as number, quality)
  if (!isHint) named[term] = Math.max(named[term] as number, quality)
  if (isOwn) own[term] = Math.max(own[term] as number, quality)
}

function weighed(statement: ArchiveStatement, { all, named, own }: Measured, asked: Asked): WeighedStatement {
  const { shares, sharesOfWords } = soughtWordsOf(asked)
  const sum = (qualities: Float64Array, weights: readonly number[]) =>
    qualities.reduce((total, quality, at) => total + quality * (weights[at] as number), 0)
  const [coverage, ownCoverage] = [sum(all, shares), sum(own, shares)]
  const allWords = sharesOfWords.reduce((total, share) => total + share, 0)
  return {
    statement,
    coverage,
    own: ownCoverage,
    words: allWords > MIN_SHARE_OF_WORDS ? sum(all, sharesOfWords) / allWords : 1,
    score: (1 - OWN_WEIGHT) * coverage + OWN_WEIGHT * ownCoverage,
    qualities: all,
    ownQualities: own,
    namedQualities: named,
  }
}

/** Light words beside a name ask for nothing. */
const MIN_SHARE_OF_WORDS = 0.1

/** A statement's own words count a little more than those around it. */
const OWN_WEIGHT = 0.15
