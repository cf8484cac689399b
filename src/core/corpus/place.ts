// Says where in an article a passage stands, in a form that a button can carry and every version understands.

import { memoByObject } from '../text/memo.ts'
import { tokens } from '../text/words.ts'
import type { Article } from './model.ts'
import { type Paragraph, sentencesOf } from './paragraphs.ts'

/**
 * Some sentences of one paragraph, all counted from 1, headings not. Translations have the same paragraphs, so a place
 * holds in every version; one that a version lacks is cut to what it has.
 */
export interface ArticlePlace {
  paragraph: number
  from: number
  to: number
}

export const writePlace = ({ paragraph, from, to }: ArticlePlace): string =>
  `${paragraph}.${from}${to > from ? `-${to}` : ''}`

/** Undefined if the text is no place. */
export function readPlace(written: string): ArticlePlace | undefined {
  const match = /^(\d{1,6})\.(\d{1,6})(?:-(\d{1,6}))?$/.exec(written)
  if (!match) return undefined
  const [paragraph = 0, from = 0, to = from] = match.slice(1).flatMap(each => (each ? [Number(each)] : []))
  return paragraph > 0 && from > 0 && to >= from ? { paragraph, from, to } : undefined
}

/** The place of the sentence with this number, counted from 1 over the article; undefined if there is none. */
export function placeOfSentence({ paragraphs }: Article, number: number): ArticlePlace | undefined {
  let before = 0
  for (const [index, { sentences }] of paragraphs.entries()) {
    const at = number - before
    if (at > 0 && at <= sentences.length) return { paragraph: index + 1, from: at, to: at }
    before += sentences.length
  }
  return undefined
}

/** The place of a stretch of a paragraph, given by the paragraph's index and UTF-16 units of its text. */
export function placeOfStretch(
  { paragraphs }: Article,
  { paragraph, from, to }: { paragraph: number; from: number; to: number },
): ArticlePlace | undefined {
  const text = paragraphs[paragraph]
  if (!text || text.sentences.length === 0) return undefined
  const first = sentenceAt(text, from)
  return { paragraph: paragraph + 1, from: first, to: Math.max(first, sentenceAt(text, to - 1)) }
}

/** The number of the sentence that has the unit, counted from 1. */
const sentenceAt = ({ sentences }: Paragraph, unit: number): number =>
  Math.max(
    0,
    sentences.findLastIndex(start => start <= unit),
  ) + 1

/**
 * The place of the sentence that says most of what the text does, because key points and figures paraphrase their
 * article; undefined if none has enough of it. A word weighs more the fewer sentences have it.
 */
export function placeOfText(article: Article, text: string): ArticlePlace | undefined {
  const sentences = wordsOfSentences(article)
  const wanted = [...new Set(tokens(text).map(({ word }) => word))].map(word => {
    const count = sentences.filter(({ words }) => words.has(word)).length
    return { word, weight: count > 0 ? 1 / count : UNKNOWN_WEIGHT }
  })
  const weightIn = (has: (word: string) => boolean) =>
    wanted.reduce((sum, { word, weight }) => sum + (has(word) ? weight : 0), 0)
  let best: ArticlePlace | undefined
  let bestWeight = weightIn(() => true) * MIN_SHARED
  for (const { place, words } of sentences) {
    const weight = weightIn(word => words.has(word))
    if (weight <= bestWeight) continue
    best = place
    bestWeight = weight
  }
  return best
}

const MIN_SHARED = 0.4
/** A word that the article has only in another form, if at all. */
const UNKNOWN_WEIGHT = 0.2

const wordsOfSentences = memoByObject(({ paragraphs }: Article) =>
  paragraphs.flatMap((paragraph, index) =>
    paragraph.sentences.map((_, at) => ({
      place: { paragraph: index + 1, from: at + 1, to: at + 1 },
      words: new Set(tokens(sentencesOf(paragraph, at, at + 1)).map(({ word }) => word)),
    })),
  ),
)
