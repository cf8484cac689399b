// What of a passage is marked: the words that matched, and no others that only look like them.

import { fold, surfaceForm } from '../../text/fold.ts'
import { memoByText } from '../../text/memo.ts'
import { tokens } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { hasForm, type Segment } from '../index/segment.ts'
import type { Query } from '../query/query.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import type { Variant } from '../query/variants.ts'

/** Start and end in UTF-16 units, in order, apart. */
export type Marks = [start: number, end: number][]

interface Word {
  word: string
  /** As it is spelt there, but for case. */
  form: string
  start: number
  end: number
}

/** What of a text the query stands for. */
export function marksIn(
  { concepts, segment }: SearchIndex,
  text: string,
  terms: readonly QueryTerm[],
  phrases: Query['phrases'],
): Marks {
  const plain = wordsOfText(text)
  const words = withNames(plain, concepts)
  const agrees = accentRule(terms, segment)
  const isQuoted = (at: number) => phrases.some(([from, to]) => at >= from && at < to)
  const marks: Marks = phrases.flatMap(([from, to]) => phraseRuns(plain, terms.slice(from, to), agrees))
  for (const [at, term] of terms.entries())
    if (term.isContentWord && !isQuoted(at))
      for (const { start, end } of wordsMatching(term, words, segment, agrees)) marks.push([start, end])
  return merged([...marks, ...stopWordsBeside(plain, terms, marks, agrees)])
}

/** Each name after its first word; shorter names inside of longer ones too: "genocidal Pol Pot regime". */
function withNames(words: readonly Word[], concepts: SearchIndex['concepts']): Word[] {
  return words.flatMap((first, at) => [
    first,
    ...(concepts.spellingsFrom(first.word) ?? []).flatMap(spelling => {
      const name = words.slice(at, at + spelling.words.length)
      const stands = spelling.words.every((word, offset) => name[offset]?.word === word)
      return stands ? [{ ...first, word: spelling.concept, end: name.at(-1)?.end ?? first.end }] : []
    }),
  ])
}

/** Where a phrase stands; as it is spelt where it stands so, else in any accents. */
export function phraseRuns(words: readonly Word[], phrase: readonly QueryTerm[], agrees: AccentRule): Marks {
  const all = words.flatMap((first, at) => {
    const run = words.slice(at, at + phrase.length)
    const last = run.at(-1)
    const stands = phrase.every((term, offset) => run[offset]?.word === term.typed.word)
    return last && stands
      ? [{ first, last, isSo: phrase.every((term, offset) => agrees(term, run[offset] as Word)) }]
      : []
  })
  const so = all.filter(({ isSo }) => isSo)
  return (so.length > 0 ? so : all).map(({ first, last }) => [first.start, last.end])
}

/** Cutting Khmer takes a tenth of a millisecond, and some passages are shown often. */
export const wordsOfText = memoByText(
  (text: string): readonly Word[] =>
    tokens(text).map(token => ({ ...token, form: surfaceForm(text.slice(token.start, token.end)) })),
  100,
)

export type AccentRule = (term: QueryTerm, there: Word) => boolean

/**
 * "má" is not "mà": who types accents means them, and means none where they type none. Whoever types none at all finds
 * every spelling; so does a spelling that no article has, which was then met without its accents.
 */
export function accentRule(terms: readonly QueryTerm[], segment: Segment): AccentRule {
  if (!terms.some(({ typed }) => accents.test(typed.form))) return () => true
  const meant = new Set(terms.filter(({ typed }) => hasForm(segment, typed.form)))
  return (term, { form }) => !meant.has(term) || form === term.typed.form
}

/** Latin letters with a mark, Vietnamese ones among them. */
const accents = /[\u00c0-\u024f\u1e00-\u1eff]/

/** The words that a term was met as. */
function wordsMatching(
  term: QueryTerm,
  words: readonly Word[],
  segment: Segment,
  agrees: AccentRule,
): Word[] {
  const meaning = (variant: Variant): Word[] => {
    const [first, second] = [variant.word, variant.nextWord].map(each => segment.lexicon.words[each ?? -1])
    const found = words.filter(
      each =>
        (each.word === first || each.word === second) && (variant.kind !== 'exact' || agrees(term, each)),
    )
    return second === undefined || found.some(each => each.word === second) ? found : []
  }
  // Who names "Le Minh Khai" means no other Minh.
  const name = term.variants.filter(({ sure, kind }) => sure && kind === 'alias').flatMap(meaning)
  if (name.length > 0) return name
  const itself = term.variants.filter(({ sure, kind }) => sure && kind !== 'begun').flatMap(meaning)
  if (itself.length > 0) return itself
  // Nobody misspelt a word that is known as it was typed: what is like it is another word.
  const isKnown = term.variants.some(({ kind, sure }) => kind === 'exact' && sure)
  for (const variant of term.variants) {
    if (isKnown && !variant.sure) break
    const found = meaning(variant)
    if (found.length > 0) return found
  }
  return []
}

/** A small word is marked beside the word it was typed beside: "độ" of "chế độ", which is no English "do". */
function stopWordsBeside(
  words: readonly Word[],
  terms: readonly QueryTerm[],
  marks: Marks,
  agrees: AccentRule,
): Marks {
  const isMarked = (word: Word | undefined) =>
    word !== undefined && marks.some(([start, end]) => word.start >= start && word.end <= end)
  const stands = (term: QueryTerm | undefined, word: Word | undefined) =>
    term !== undefined && word?.word === term.typed.word && isMarked(word)
  return words.flatMap((word, at): Marks => {
    if (word.form === fold(word.form)) return []
    const found = terms.some(
      (term, place) =>
        !term.isContentWord &&
        term.typed.word === word.word &&
        agrees(term, word) &&
        (stands(terms[place - 1], words[at - 1]) || stands(terms[place + 1], words[at + 1])),
    )
    return found ? [[word.start, word.end]] : []
  })
}

/** In order, those that overlap as one. */
function merged(marks: Marks): Marks {
  const apart: Marks = []
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = apart.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}
