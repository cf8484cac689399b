// Finds what to mark in a passage: the words that matched, but not those that only resemble them.

import { fold } from '../../text/fold.ts'
import { memoByText } from '../../text/memo.ts'
import { type TextWord, tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { accented, hasSurfaceForm, type Segment } from '../index/segment.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import type { Variant } from '../query/variants.ts'
import { occurrencesOf, type Run } from '../runs/run.ts'

/** Start and end in UTF-16 units, in order, without overlaps. */
export type Marks = [start: number, end: number][]

export function marksIn(
  { concepts, segment }: SearchIndex,
  text: string,
  terms: readonly QueryTerm[],
  phrases: Query['phrases'],
): Marks {
  const words = wordsOfText(text)
  const wordsAndNames = withNames(words, concepts)
  const accentsAgree = accentRule(terms, segment)
  const isQuoted = (at: number) => phrases.some(([from, to]) => at >= from && at < to)
  const marks: Marks = phrases.flatMap(([from, to]) => phraseRuns(words, terms.slice(from, to), accentsAgree))
  for (const [at, term] of terms.entries())
    if (term.isContentWord && !isQuoted(at))
      for (const { start, end } of wordsMatching(term, wordsAndNames, segment, accentsAgree))
        marks.push([start, end])
  return merged([...marks, ...stopWordsBeside(marks, words, terms, accentsAgree)])
}

export const runMarksIn = (text: string, runs: readonly Run[]): Marks =>
  merged(runs.flatMap(run => occurrencesOf(run, text, wordsOfText(text))))

/** Adds each name after its first word, including a shorter name inside a longer one: "genocidal Pol Pot regime". */
function withNames(words: readonly TextWord[], concepts: SearchIndex['concepts']): TextWord[] {
  return words.flatMap((first, at) => [
    first,
    ...(concepts.spellingsFrom(first.word) ?? []).flatMap(spelling => {
      const name = words.slice(at, at + spelling.words.length)
      const isThere = spelling.words.every((word, offset) => name[offset]?.word === word)
      return isThere ? [{ ...first, word: spelling.concept, end: name.at(-1)?.end ?? first.end }] : []
    }),
  ])
}

/** The places of a phrase with its accents as typed; if there are none, with any accents. */
export function phraseRuns(
  words: readonly TextWord[],
  phrase: readonly QueryTerm[],
  accentsAgree: AccentRule,
): Marks {
  const runs = words.flatMap((first, at) => {
    const run = words.slice(at, at + phrase.length)
    const last = run.at(-1)
    const isThere = phrase.every((term, offset) => run[offset]?.word === term.typed.word)
    if (!last || !isThere) return []
    const isAsTyped = phrase.every((term, offset) => accentsAgree(term, run[offset] as TextWord))
    return [{ first, last, isAsTyped }]
  })
  const asTyped = runs.filter(({ isAsTyped }) => isAsTyped)
  return (asTyped.length > 0 ? asTyped : runs).map(({ first, last }) => [first.start, last.end])
}

/** Remembered, because cutting Khmer takes a tenth of a millisecond and some passages are shown often. */
export const wordsOfText = memoByText((text: string): readonly TextWord[] => tokens(text), 100)

/** Whether a word of the text has the accents that were typed. */
export type AccentRule = (term: QueryTerm, word: TextWord) => boolean

/**
 * "má" is not "mà": in a query with accents every word is meant as written, including words without accents. A query
 * without accents finds all spellings, and so does a word that no article has with these accents.
 */
export function accentRule(terms: readonly QueryTerm[], segment: Segment): AccentRule {
  if (!terms.some(({ typed }) => accented.test(typed.form))) return () => true
  const strict = new Set(terms.filter(({ typed }) => hasSurfaceForm(segment, typed.form)))
  return (term, { form }) => !strict.has(term) || form === term.typed.form
}

/** The words of a text that match a term, all by the same variant or by equally certain ones. */
function wordsMatching(
  term: QueryTerm,
  words: readonly TextWord[],
  segment: Segment,
  accentsAgree: AccentRule,
): TextWord[] {
  const matching = (variant: Variant): TextWord[] => {
    const [first, second] = [variant.word, variant.nextWord].map(each => segment.lexicon.words[each ?? -1])
    const list = words.filter(
      each =>
        (each.word === first || each.word === second) &&
        (variant.kind !== 'exact' || accentsAgree(term, each)),
    )
    return second === undefined || list.some(each => each.word === second) ? list : []
  }
  const uncorrected = term.variants.filter(({ isCorrection }) => !isCorrection)
  // "Le Minh Khai" does not mean another Minh.
  const asName = uncorrected.filter(({ kind }) => kind === 'alias').flatMap(matching)
  if (asName.length > 0) return asName
  const asItself = uncorrected.filter(({ kind }) => kind !== 'begun').flatMap(matching)
  if (asItself.length > 0) return asItself
  // A word known as typed is not misspelt: similar words are other words.
  const isKnown = uncorrected.some(({ kind }) => kind === 'exact')
  for (const variant of isKnown ? uncorrected : term.variants) {
    const list = matching(variant)
    if (list.length > 0) return list
  }
  return []
}

/** A stop word is marked next to its marked neighbour: "độ" of "chế độ", which is not the English "do". */
function stopWordsBeside(
  marks: Marks,
  words: readonly TextWord[],
  terms: readonly QueryTerm[],
  accentsAgree: AccentRule,
): Marks {
  const isMarked = (word: TextWord | undefined) =>
    word !== undefined && marks.some(([start, end]) => word.start >= start && word.end <= end)
  const isNeighbour = (term: QueryTerm | undefined, word: TextWord | undefined) =>
    term !== undefined && word?.word === term.typed.word && isMarked(word)
  return words.flatMap((word, at): Marks => {
    if (word.form === fold(word.form)) return []
    const isMeant = terms.some(
      (term, termAt) =>
        !term.isContentWord &&
        !term.typed.isAsking &&
        term.typed.word === word.word &&
        accentsAgree(term, word) &&
        (isNeighbour(terms[termAt - 1], words[at - 1]) || isNeighbour(terms[termAt + 1], words[at + 1])),
    )
    return isMeant ? [[word.start, word.end]] : []
  })
}

/** Puts marks in order, and makes one of those that overlap or touch: Khmer has no space between words. */
function merged(marks: Marks): Marks {
  const list: Marks = []
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = list.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else list.push([start, end])
  }
  return list
}
