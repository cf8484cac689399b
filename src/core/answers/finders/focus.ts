// Finds the places in a statement's text of what a question asks for: the one nearest to the words that are sought.

import { tokens } from '../../text/words.ts'
import type { Asked } from '../finding.ts'
import type { WeighedStatement } from '../weigh.ts'
import { soughtWordsOf } from '../weighing/sought.ts'

export interface TextRange {
  start: number
  end: number
}

/** Where the text has each word of the question, by the word's index. */
export function soughtPlaces(text: string, asked: Asked): Map<number, TextRange[]> {
  const { match } = soughtWordsOf(asked)
  const places = new Map<number, TextRange[]>()
  for (const { word, start, end } of asked.index.concepts.annotate(tokens(text)))
    for (const { term } of match(word)) places.set(term, [...(places.get(term) ?? []), { start, end }])
  return places
}

/** The range that is nearest to the question's words, the rare ones weighing more. */
export function nearestRange<T extends TextRange>(
  ranges: readonly T[],
  text: string,
  asked: Asked,
): T | undefined {
  const { shares } = soughtWordsOf(asked)
  const places = [...soughtPlaces(text, asked)]
  const farness = (range: T) =>
    places.reduce(
      (sum, [term, list]) =>
        sum + (shares[term] as number) * Math.min(...list.map(place => distance(place, range))),
      0,
    )
  return ranges.map(range => ({ range, far: farness(range) })).sort((a, b) => a.far - b.far)[0]?.range
}

const distance = (a: TextRange, b: TextRange) => Math.max(0, a.start - b.end, b.start - a.end)

/** A text in another language than the answer's counts less, because its reader may not know that language. */
export const foreignPenalty = ({ statement }: WeighedStatement, { language }: Asked): number =>
  'article' in statement && statement.article.language !== language ? FOREIGN_PENALTY : 0

const FOREIGN_PENALTY = 0.15
