// Cuts words where phrases that ask begin and end, in scripts without spaces: the dictionary may cut across them.

import { eachWord, needsDictionary } from '../../text/words.ts'
import { askingWordsFor } from './asking-words.ts'
import { longestPhraseAt, rangesCovered, sizeOf } from './phrase-patterns.ts'
import { type QuestionToken, textOfCharacters } from './question-texts.ts'

/**
 * Calls `visit` with the start and end of each word of a typed piece, as `eachWord` does, and never across the edge of a
 * phrase that asks or of a title: "តើនរណាជានាយក" has "នរណា", which the dictionary alone does not see.
 */
export function eachTypedWord(
  piece: string,
  wordAt: (start: number, end: number) => Pick<QuestionToken, 'form' | 'word'>,
  visit: (start: number, end: number) => void,
): void {
  if (!needsDictionary(piece)) {
    eachWord(piece, visit)
    return
  }
  const words: QuestionToken[] = []
  eachWord(piece, (start, end) => words.push({ ...wordAt(start, end), start, end, isQuoted: false }))
  const edges = [0, ...phraseEdges(piece, words), piece.length]
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1]
    if (to !== undefined) eachWord(piece.slice(from, to), (start, end) => visit(from + start, from + end))
  }
}

/** The places in the piece where phrases begin and end, in order. */
function phraseEdges(piece: string, words: readonly QuestionToken[]): number[] {
  const text = textOfCharacters(words)
  const edges = new Set<number>()
  for (const { isUnspaced, asking, around, titles } of askingWordsFor(piece)) {
    if (!isUnspaced) continue
    for (const at of words.keys()) {
      const place = text.placeOf(at)
      const title = titles.find(each => text.after({ form: each, word: each }, place) >= 0)
      if (title === undefined || !text.mayCut(place + title.length)) continue
      edges.add(text.unitAt(place))
      edges.add(text.unitAt(place + title.length))
    }
    for (let at = text.from; at < text.to; ) {
      const found = [longestPhraseAt(asking, text, { at }), longestPhraseAt(around, text, { at })]
      const [longest] = found.filter(match => match !== undefined).sort((a, b) => sizeOf(b) - sizeOf(a))
      for (const place of longest?.covered.flat() ?? []) edges.add(text.unitAt(place))
      at = longest ? (rangesCovered(longest)[0]?.[1] ?? longest.end) : at + 1
    }
  }
  return [...edges].sort((a, b) => a - b)
}
