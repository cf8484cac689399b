// Makes a hit from an article: in the reader's language, with its best passage and the matched words marked.

import type { Article, KeyPoint } from '../../corpus/model.ts'
import { headingsOf, sentencesOf } from '../../corpus/paragraphs.ts'
import { type ArticlePlace, placeOfStretch } from '../../corpus/place.ts'
import type { Language } from '../../languages/language.ts'
import { fold } from '../../text/fold.ts'
import { resolvePassage } from '../coreference/passage.ts'
import { type Passage, passageAt, passagesOf } from '../index/passages.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { versionFor } from '../index/segment.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import type { ArticleReading, Reader } from '../rank/closeness.ts'
import type { ArticleSentence } from '../rank/sentences.ts'
import { occurrencesOf, type Run } from '../runs/run.ts'
import { accentRule, type Marks, marksIn, phraseRuns, runMarksIn, wordsOfText } from './marks.ts'

export interface Hit {
  /** In the reader's language if there is such a version, else as found. */
  article: Article
  /**
   * Includes what it needs to show whom it is about. Empty for an article without text, and if a phrase is only in the
   * title or the names.
   */
  passage: string
  /** Whether the first line of the passage is the heading above it, which has matched words that the rest lacks. */
  hasHeading?: true
  /** Whether a name in brackets was added to it. */
  hasInsertedName?: true
  /** The key point used as the passage, if no passage has the phrase. */
  point?: KeyPoint
  /** The language of the passage: different if only that version has the words. */
  language: Language
  /** The places of the matched words in the passage. */
  marks: Marks
  /** Where the passage stands; undefined for a key point. */
  place?: ArticlePlace
}

export interface HitRequest {
  terms: readonly QueryTerm[]
  /** Remembers its readings of the ranked articles. */
  reader: Reader
  /** For a sentence: what answers it, in the versions that were found. */
  sentences: readonly ArticleSentence[]
  phrases: Query['phrases']
  /** If the articles were found by characters, the runs they have; then there are no terms. */
  runs: readonly Run[]
  /** The reader's language. */
  language: Language
}

/** The hit for the version of an article that was found, given by its number. */
export function hitOf(index: SearchIndex, found: number, request: HitRequest): Hit {
  const { segment } = index
  const { terms, reader, phrases, runs } = request
  const own = versionFor(segment, found, request.language)
  const article = segment.articles[own] as Article
  const marksOfText = (text: string) =>
    runs.length > 0 ? runMarksIn(text, runs) : marksIn(index, text, terms, phrases)
  const hit = (text: string, from: Article, more: Partial<Hit> = {}): Hit => ({
    ...{ article, passage: text, language: from.language, marks: marksOfText(text), ...more },
  })
  const markedWords = (text: string) => marksOfText(text).map(([start, end]) => fold(text.slice(start, end)))
  const isNeeded = (heading: string, text: string) => {
    const shown = new Set(markedWords(text))
    return markedWords(heading).some(word => !shown.has(word))
  }
  const hitIn = (from: Article, passage: Passage | undefined): Hit => {
    if (!passage) return hit('', from)
    const resolved = resolvePassage(index, from, passage)
    const { heading } = passage
    const hasHeading = heading !== undefined && isNeeded(heading, resolved.text)
    const text = hasHeading ? `${heading}\n${resolved.text}` : resolved.text
    const { paragraph, offset } = passage
    const place = placeOfStretch(from, { paragraph, from: offset, to: offset + passage.text.length })
    const unnamed = hit(text, from, { ...(hasHeading && { hasHeading }), ...(place && { place }) })
    if (!resolved.added) return unnamed
    const { words } = resolved.added
    const at = resolved.added.at + text.length - resolved.text.length
    const marks = unnamed.marks.map(([start, end]): Marks[number] => [
      start < at ? start : start + words.length,
      end <= at ? end : end + words.length,
    ])
    const named = text.slice(0, at) + words + text.slice(at)
    return { ...unnamed, passage: named, marks, hasInsertedName: true }
  }
  const versions = (own === found ? [own] : [own, found]).map(number => ({
    version: segment.articles[number] as Article,
    reading: reader(number),
  }))
  if (phrases.length > 0 || runs.length > 0) {
    const count = phraseCount(index, request)
    for (const { version, reading } of versions) {
      const passages = passagesOf(version)
      const best = passages[reading.bestPassage]
      const passage = highest(
        [...(best ? [best] : []), ...passages],
        ({ heading, text }) => count(text) + (heading === undefined ? 0 : count(heading)),
      )
      if (passage) return hitIn(version, passage)
      const point = highest(version.keyPoints, each => count(each.text))
      if (point) return hit(point.text, version, { point })
    }
    return hit('', article)
  }
  // The reader's version may have the words too, under other names. If not, they are shown in the version that was
  // found.
  const [inOwn, inFound = inOwn] = versions.map(({ reading }) => reading)
  const isOwnAGuess =
    inOwn?.bestPassage !== -1 && !hasWordAsTyped(inOwn, terms) && hasWordAsTyped(inFound, terms)
  for (const { version, reading } of isOwnAGuess ? versions.slice(1) : versions) {
    const sentence = bestOf(request.sentences.filter(({ article }) => article === version))
    if (sentence) return hitIn(version, passageFrom(sentence))
    if (reading.bestPassage >= 0) return hitIn(version, passageAt(version, reading.bestPassage))
    // The index has no concept for a name inside a longer one.
    const passages = terms.length > 0 ? passagesOf(version) : []
    const named = passages.find(({ text }) => marksIn(index, text, terms, phrases).length > 0)
    if (named) return hitIn(version, named)
  }
  return hitIn(article, passageAt(article, 0))
}

/** Whether the article of a hit has a matched word where people can read it, and not only among its search words. */
export function showsWords(index: SearchIndex, { article, marks }: Hit, request: HitRequest): boolean {
  const { terms, phrases, runs } = request
  if (marks.length > 0 || runs.length > 0) return true
  const { id, title, publisher, retells, published, people, places, tags, keyPoints } = article
  return [
    ...[id, title, publisher, retells?.name ?? '', `${published.year}`, ...places, ...tags],
    ...[...people.map(({ name }) => name), ...keyPoints.map(({ text }) => text)],
  ].some(text => marksIn(index, text, terms, phrases).length > 0)
}

const bestOf = (sentences: readonly ArticleSentence[]): ArticleSentence | undefined =>
  sentences.reduce<ArticleSentence | undefined>(
    (best, each) => (best && best.score >= each.score ? best : each),
    undefined,
  )

/** The sentence that answers, and one more for its context. */
function passageFrom({ article, paragraph: number, offset }: ArticleSentence): Passage | undefined {
  const paragraph = article.paragraphs[number]
  if (!paragraph) return undefined
  const at = paragraph.sentences.indexOf(offset)
  const heading = at === 0 ? headingsOf(article.body).get(number) : undefined
  return {
    ...{ text: sentencesOf(paragraph, at, at + 2), paragraph: number, offset },
    ...(heading !== undefined && { heading }),
  }
}

/** Returns a function that counts how many of the phrases or runs a text has. */
function phraseCount(
  { segment }: SearchIndex,
  { terms, phrases, runs }: HitRequest,
): (text: string) => number {
  if (runs.length > 0)
    return text => runs.filter(run => occurrencesOf(run, text, wordsOfText(text)).length > 0).length
  const accentsAgree = accentRule(terms, segment)
  return text => {
    const words = wordsOfText(text)
    return phrases.filter(([from, to]) => phraseRuns(words, terms.slice(from, to), accentsAgree).length > 0)
      .length
  }
}

/** At most this many passages of a book are read for a phrase: cutting them into words would keep everybody waiting. */
const MAX_PASSAGES_READ = 1000

/** The first item with the highest count; undefined if all counts are zero. */
function highest<T>(items: readonly T[], count: (item: T) => number): T | undefined {
  let best: T | undefined
  let highestCount = 0
  for (const item of items.slice(0, MAX_PASSAGES_READ)) {
    const itemCount = count(item)
    if (itemCount <= highestCount) continue
    highestCount = itemCount
    best = item
  }
  return best
}

/** Whether a version has some content word without a correction. */
const hasWordAsTyped = (reading: ArticleReading | undefined, terms: readonly QueryTerm[]): boolean =>
  terms.some(
    ({ isContentWord, variants }, at) =>
      isContentWord && variants[reading?.matchedVariants[at] ?? -1]?.isCorrection === false,
  )
