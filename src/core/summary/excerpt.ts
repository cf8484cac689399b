// An article in its own sentences, for want of curated key points: the best ones, in the order they stand in.
import type { Article } from '../corpus/model.ts'
import { type FindPeople, type StandaloneSentence, standaloneSentences } from './alone.ts'
import { spansOf } from './clean.ts'
import { extract } from './extract.ts'
import { weigh } from './features.ts'
import type { Length } from './points.ts'
import { weightsFor } from './weights.ts'

/** At most so many sentences; a short summary of long ones has two. */
const most: Record<Length, number> = { short: 3, medium: 5, long: 9 }
/** In letters: about a screen of a phone. */
const shortest = 600

export function excerptOf(article: Article, length: Length, people: FindPeople): StandaloneSentence[] {
  const spans = sentencesOf(article, people)
  const weights = weightsFor(length === 'short' ? 'short' : 'long', article.language)
  const letters = (chosen: readonly StandaloneSentence[]) =>
    chosen.reduce((sum, { text }) => sum + text.length, 0)
  return extract(weigh([{ title: article.title, spans }], article.language), weights, (chosen, next) =>
    length === 'short' && chosen.length === 2
      ? letters(chosen) + next.text.length <= shortest
      : chosen.length < most[length],
  ).sort((a, b) => a.number - b.number)
}

/** The sentences of an article that may be shown, with what each needs for it. */
export const sentencesOf = (article: Article, people: FindPeople): StandaloneSentence[] =>
  standaloneSentences(spansOf(article.paragraphs), article.language, people)
