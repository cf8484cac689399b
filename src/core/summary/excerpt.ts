// Summarises an article without curated key points by its own best sentences, in the order of the article.

import type { Article } from '../corpus/model.ts'
import type { FindPeople } from '../search/coreference/people.ts'
import { type Standalone, standaloneSentences } from '../search/coreference/standalone.ts'
import { type Span, spansOf } from './clean.ts'
import { extract } from './extract.ts'
import { weigh } from './features.ts'
import type { Length } from './points.ts'
import { weightsFor } from './weights.ts'

export type StandaloneSentence = Standalone<Span>

export function excerptOf(article: Article, length: Length, people: FindPeople): StandaloneSentence[] {
  const spans = standaloneSentencesOf(article, people)
  const weights = weightsFor(length === 'short' ? 'short' : 'long', article.language)
  const unitsIn = (chosen: readonly StandaloneSentence[]) =>
    chosen.reduce((sum, { text }) => sum + text.length, 0)
  return extract(weigh([{ title: article.title, spans }], article.language), weights, (chosen, next) =>
    length === 'short' && chosen.length === 2
      ? unitsIn(chosen) + next.text.length <= MAX_SHORT_SUMMARY_UNITS
      : chosen.length < maxSentences[length],
  ).sort((a, b) => a.number - b.number)
}

/** The sentences of an article that a summary may choose from, each with the name or sentence it needs. */
export const standaloneSentencesOf = (article: Article, people: FindPeople): StandaloneSentence[] =>
  standaloneSentences(spansOf(article.paragraphs), article.language, people)

/** A short summary of long sentences has only two. */
const maxSentences: Record<Length, number> = { short: 3, medium: 5, long: 9 }
/** About one screen of a phone, in UTF-16 units. */
const MAX_SHORT_SUMMARY_UNITS = 600
