// Finds the words that are meant by characters with a slip, in scripts without spaces between words.

import { editCost } from '../../text/edit-cost.ts'
import { memoByObject, memoByText } from '../../text/memo.ts'
import { isDictionaryWord, needsDictionary, tokens } from '../../text/words.ts'
import { isConcept } from '../index/concepts.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { articleCount, knownWord } from '../index/segment.ts'
import { type Query, type QueryWord, readQuery } from '../query/query.ts'
import { synonymsWith } from '../query/synonyms.ts'
import type { KnownWords } from './known-words.ts'
import { packWordsOf } from './pack-words.ts'
import { type Replacement, replacedIn } from './replacement.ts'

/** Whether the archive lacks the word, though the dictionary may have it. */
export const isUnknownUnspaced = ({ word, isAsking }: QueryWord, known: KnownWords): boolean =>
  !isAsking && needsDictionary(word) && !/\p{N}/u.test(word) && !isKnown(word, known)

const isKnown = (word: string, known: KnownWords): boolean => knownTest(known)(word)

/** The same pieces are asked about for every word that may be meant. */
const knownTest = memoByObject(({ index, language, statements }: KnownWords) =>
  memoByText(
    word =>
      knownWord(index.segment, word) >= 0 ||
      statements.find(word) >= 0 ||
      packWordsOf(language).lexicon.find(word) >= 0 ||
      synonymsWith(index.synonyms).of(word).length > 0,
    5000,
  ),
)

/** The unknown words of a query. Pieces of a known name or phrase, or of known words that were cut elsewhere, are none. */
function unknownWordsOf({ words }: Query, known: KnownWords): QueryWord[] {
  const { concepts, synonyms } = known.index
  const spans = concepts.annotate(words).filter(({ word }) => isConcept(word))
  const folded = words.map(({ word }) => word)
  for (const at of words.keys())
    for (const { length } of synonymsWith(synonyms).phrasesAt(folded, at))
      spans.push({ word: '', start: words[at]?.start ?? 0, end: words[at + length - 1]?.end ?? 0 })
  return words.filter(
    (word, at) =>
      isUnknownUnspaced(word, known) &&
      !spans.some(({ start, end }) => start <= word.start && end >= word.end) &&
      !isCutElsewhere(at, words, known),
  )
}

/** Whether the characters of a word and those beside it are known words that the dictionary cuts in another way. */
function isCutElsewhere(at: number, words: readonly QueryWord[], known: KnownWords): boolean {
  for (let from = at; from >= Math.max(0, at - 1); from--)
    for (let to = at; to <= Math.min(words.length - 1, at + 2); to++) {
      const stretch = words.slice(from, to + 1)
      const isOne = stretch.every((word, index) => index === 0 || stretch[index - 1]?.end === word.start)
      if (to > from && isOne && isMadeOf(stretch.map(({ word }) => word).join(''), known)) return true
    }
  return false
}

/** Whether a text is known words, one after another. */
function isMadeOf(text: string, known: KnownWords): boolean {
  const reached = [0]
  for (let end = MIN_PART_UNITS; end <= text.length; end++)
    if (reached.some(start => isPart(text.slice(start, end), known))) reached.push(end)
  return reached.at(-1) === text.length
}

/** The archive also has pieces of words that the dictionary does not know. */
const isPart = (word: string, known: KnownWords): boolean =>
  word.length >= MIN_PART_UNITS &&
  (word.length > MIN_PART_UNITS ? isKnown(word, known) : packWordsOf(known.language).lexicon.find(word) >= 0)

const MIN_PART_UNITS = 2

/** How little is known of the words of a query. The dictionary cuts a word with a slip in pieces. */
const strangenessOf = (query: Query, known: KnownWords): number =>
  unknownWordsOf(query, known).reduce(
    (sum, { word }) => sum + (isNoWord(word) ? 1 : DICTIONARY_STRANGENESS),
    PIECE_STRANGENESS * query.words.length,
  )

const PIECE_STRANGENESS = 0.1
const DICTIONARY_STRANGENESS = 0.5
const MIN_GAIN = 0.3

const isNoWord = (word: string) => MALFORMED.test(word) || !standsAlone(word)

/** A subscript sign without its letter, or a sign that belongs to no letter. */
const MALFORMED = /\u17d2(?![\u1780-\u17b3])|^[\u17b6-\u17d3]/

/** Whether the dictionary cuts the word from others. It leaves what it does not know with what stands beside it. */
const standsAlone = memoByText(
  word =>
    isDictionaryWord(word) &&
    neighbours.every(other => isCutAt(other + word, other.length) && isCutAt(word + other, word.length)),
  1000,
)

const neighbours = ['នៅ', 'បាន', 'ក្នុង', 'ដែល']

const isCutAt = (text: string, place: number): boolean => {
  const [first, second, third] = tokens(text)
  return first?.end === place && second?.end === text.length && third === undefined
}

/**
 * The word that makes the question the least strange when it stands in place of some characters around a word. Where
 * nothing asks, a known word may be a piece of one that asks, and only such words are sought.
 */
export function wordMeantAround(at: number, query: Query, known: KnownWords): Replacement | undefined {
  const { words } = query
  const before = strangenessOf(query, known)
  const isUnknown = unknownWordsOf(query, known).includes(words[at] as QueryWord)
  if (!isUnknown && query.question) return undefined
  const edges = (place: number): [from: number, to: number] => {
    const word = words.find(({ start, end }) => start < place && end > place)
    return word ? [word.start, word.end] : [place, place]
  }
  let best: (Replacement & { rank: number }) | undefined
  for (const [start, end] of windowsAround(at, words)) {
    const typed = query.text.slice(start, end)
    if (/\s/.test(typed)) continue
    const isWord = words.some(word => word.start <= start && word.end >= end && !isNoWord(word.word))
    for (const form of wordsLike(typed, known, { isAsking: !isUnknown })) {
      const cost = costOf(typed, form)
      // A word of the dictionary or a part of it is another word, unless it looks nearly the same.
      if ((isWord && cost > 0) || !isWhole(form, known)) continue
      const replacement = { start, end, form, isName: false }
      const read = readQuery(replacedIn(query.text, [replacement]))
      if (query.question && !read.question) continue
      const asks = query.question === undefined && read.question !== undefined
      const gain = before - strangenessOf(read, known) + Number(asks)
      if (gain < MIN_GAIN || (!isUnknown && !asks)) continue
      if (
        !asks &&
        !isWholeIn(read, { start: edges(start)[0], end: edges(end)[1] + form.length - typed.length }, known)
      )
        continue
      const rank = cost - gain - LENGTH_EASE * form.length
      if (!best || rank < best.rank) best = { ...replacement, rank }
    }
  }
  return best
}

/** Whether a word of the archive is one, and no piece of a word that the dictionary does not know. */
const isWhole = (word: string, { index, language }: KnownWords): boolean =>
  isDictionaryWord(word) || index.concepts.isNameWord(word) || packWordsOf(language).lexicon.find(word) >= 0

/** Whether no unknown piece is left of the words that a replacement changed. */
const isWholeIn = (read: Query, { start, end }: { start: number; end: number }, known: KnownWords): boolean =>
  unknownWordsOf(read, known).every(word => word.end <= start || word.start >= end) &&
  !read.words.some(
    ({ word, isAsking, ...place }) =>
      place.start >= start &&
      place.end <= end &&
      word.length < MIN_PART_UNITS &&
      !isAsking &&
      packWordsOf(known.language).lexicon.find(word) < 0,
  )

/** A long word is seldom like another by chance. */
const LENGTH_EASE = 0.005
const MAX_WORDS_AROUND = 3

function* windowsAround(at: number, words: readonly QueryWord[]): Iterable<[start: number, end: number]> {
  const starts = new Set<number>()
  const ends = new Set<number>()
  for (let index = Math.max(0, at - MAX_WORDS_AROUND); index <= at; index++) {
    const word = words[index] as QueryWord
    for (const place of syllablesOf(word)) starts.add(place)
  }
  for (let index = at; index <= Math.min(words.length - 1, at + MAX_WORDS_AROUND); index++) {
    const word = words[index] as QueryWord
    for (const place of syllablesOf(word)) ends.add(place)
    ends.add(word.end)
  }
  const { start: from, end: to } = words[at] as QueryWord
  for (const start of starts)
    for (const end of ends)
      if (
        end > from &&
        start < to &&
        end - start >= MIN_WORD_UNITS_MEANT - 1 &&
        end - start <= MAX_WINDOW_UNITS
      )
        yield [start, end]
}

const MIN_WORD_UNITS_MEANT = 4
/** Longer than any word or phrase that people type without a space. */
const MAX_WINDOW_UNITS = 20

/** The places where a syllable of the word begins: at each letter that is no subscript. */
const syllablesOf = ({ typed, start }: QueryWord): number[] =>
  Array.from(typed.matchAll(/(?<!\u17d2)[\u1780-\u17b3]/g), ({ index }) => start + index)

/** The known words within one edit that begin alike; those that ask must be longer. */
function wordsLike(
  typed: string,
  { index, language }: KnownWords,
  { isAsking }: { isAsking: boolean },
): string[] {
  const { lexicon, isAsking: asks } = packWordsOf(language)
  const [from, to] = lexicon.withPrefix(typed[0] ?? '')
  const ofPack = lexicon.words.slice(from, to)
  const list = isAsking
    ? ofPack.filter(word => asks(word) && word.length >= MIN_ASKING_UNITS)
    : [...(byFirstCharacter(index).get(typed[0] ?? '') ?? []), ...ofPack]
  return list.filter(
    word => word.length >= MIN_WORD_UNITS_MEANT && word !== typed && costOf(typed, word) <= 1,
  )
}

const MIN_ASKING_UNITS = 6

/** People forget the sign of a subscript, and put it elsewhere. */
const costOf = (typed: string, meant: string): number => {
  if (Math.abs(typed.length - meant.length) > 3) return Number.POSITIVE_INFINITY
  return editCost(withoutSubscriptSigns(typed), withoutSubscriptSigns(meant), 1)
}

const withoutSubscriptSigns = memoByText(word => word.replaceAll(SUBSCRIPT_SIGN, ''), 10_000)

/** Joins a subscript to the letter before it. */
const SUBSCRIPT_SIGN = '\u17d2'

const byFirstCharacter = memoByObject(({ segment, concepts }: SearchIndex): ReadonlyMap<string, string[]> => {
  const { words } = segment.lexicon
  const known = words.filter((word, number) => !isConcept(word) && articleCount(segment, number) > 0)
  const list = new Set([...known, ...concepts.words()].filter(needsDictionary))
  return Map.groupBy(list, word => word[0] as string)
})
