// Reads candidates word by word: how close together the query's words are, in which field, and whether their accents
// agree.

import { FIELD_WEIGHTS } from '../index/postings.ts'
import { accented, hasSurfaceForm, type Segment } from '../index/segment.ts'
import { fields } from '../index/streams.ts'
import type { QueryTerm } from '../query/query-terms.ts'
import { neighboursOf, pairQuality } from './neighbours.ts'
import {
  END,
  formTableOf,
  NOT_SEEN,
  OTHER_WORD,
  QUERY_WORD,
  type QueryWordRoles,
  queryWordsOf,
  type WordRole,
} from './query-words.ts'

/** All values are shares of the query, at most 1. */
export interface Closeness {
  /** The words the article has; words next to their neighbours are more certain. */
  coverage: number
  /** Neighbours in the query that are also neighbours in the text. */
  adjacent: number
  /** The words in the best passage, title or key point. */
  passage: number
  title: number
  /** The words written with the accents as typed. */
  accents: number
}

export interface ArticleReading extends Closeness {
  /** The number of the best passage among the article's passages, or -1 if none has a word. */
  bestPassage: number
  /** For each term, the index of the best variant that the article has, or -1. */
  matchedVariants: Int32Array
  /** The best passages, the best first, at most `MAX_PASSAGES`. Only if a sentence is read for. */
  passages: ReadPassage[]
  /** Only if a sentence is read for. */
  counts?: TermCounts
}

/** How an article has each term. */
export interface TermCounts {
  /** How often, each time by the quality of the variant and the weight of the field. */
  frequencies: Float64Array
  /** 1 if it is written with the accents as typed. */
  asTyped: Float64Array
  /** How near the one before it, at most 1. */
  pairs: Float64Array
  /** The article's length, as a share of the mean. */
  length: number
}

export interface ReadPassage {
  /** Its number among the article's passages. */
  number: number
  worth: number
}

/** Reads an article by its number. */
export type Reader = (article: number) => ArticleReading

/** A word next to its neighbour is nearly as certain as one that can mean nothing else. */
const SUPPORTED_QUALITY = 0.95
/** Two words typed as one may have a few between them, because people leave out small words. */
const MAX_SPLIT_DISTANCE_WORDS = 6
/** Prefers a passage in which the words are close together. */
const PAIR_WEIGHT_IN_PASSAGE = 0.3
/** The rest of a longer article is not read, because a book would keep everybody waiting. */
const MAX_WORDS_READ = 20_000
/** Passages of an article in which the sentence that answers is looked for. */
const MAX_PASSAGES = 6
/** In a sentence with accents, a word with other accents is most often another word. */
export const OTHER_ACCENTS_QUALITY = 0.3

/** Added to the position between two fields, so that no words are near each other across them. */
const FIELD_GAP = 100

/**
 * A reader for one query. It reads no article twice: an article that was ranked is ready when it is shown.
 *
 * One pass over an article's stream gives every word a position. Occurrences of two neighbouring terms make a pair, whose
 * quality depends on how far apart their positions are. Take the query `rice market`, each term with half of the weight,
 * and an article without key points (* is an occurrence):
 *
 *   field       words                      positions
 *   title       the rice fair                1    2*   3             title .5
 *   names       paper a1 2000              104  105  106             each field begins FIELD_GAP later
 *   key points
 *   passage 0   it opened early            307  308  309
 *   passage 1   the new market sold rice   410  411  412* 413  414*  2 apart, reversed: pair .4
 *   passage 2   rice for the market        515* 516  517  518*       3 apart, in order: pair .6
 *
 * Both words are there, with accents as typed: coverage 1, accents 1. The best pair counts: adjacent .6. Passages 1 and 2
 * both have the whole query (passage 1). Passage 2 is the best one because of its pair: 1 + .3 · .5 · .6 is more than
 * with .4. In the title `rice` has no pair, because the next `market` is 410 positions away.
 */
export function readerFor(
  segment: Segment,
  terms: readonly QueryTerm[],
  { isSentence = false }: { isSentence?: boolean } = {},
): Reader {
  const { streams, postings, surfaceForms } = segment
  const { bytes, starts } = streams
  const { wordOf, concepts: conceptCount } = postings
  const queryWords = queryWordsOf(terms)
  // Nearly all words are not the query's, so these must cost no more than a look at one byte.
  const { formKinds, formStarts, formNumbers } = formTableOf(segment)
  const kinds = formKinds.slice()
  for (const word of queryWords.keys())
    for (let at = formStarts[word] as number; at < (formStarts[word + 1] as number); at++)
      kinds[formNumbers[at] as number] = QUERY_WORD

  const share = Float64Array.from(terms, term => term.share)
  const { left, right } = neighboursOf(terms)
  /** The weight of the pair of a term and the one before it. */
  const pairShare = share.map((own, at) => {
    const before = left[at] as number
    return before < 0 ? 0 : (own + (share[before] as number)) / 2
  })
  const strict = isSentence ? strictTerms(segment, terms) : terms.map(() => false)
  const meanBytes = bytes.length / Math.max(1, segment.articles.length)
  const allPairs = pairShare.reduce((all, each) => all + each, 0)

  // One value per term. Reused for each article, because most articles are short.
  const zeros = () => new Float64Array(terms.length)
  const [quality, pairs, title, accents] = [zeros(), zeros(), zeros(), zeros()]
  const frequency = zeros()
  const matchedVariants = new Int32Array(terms.length)
  const matchedQuality = zeros()
  // One value per term, for the current field.
  const [fieldQuality, fieldPairs, lastQuality] = [zeros(), zeros(), zeros()]
  const lastPosition = new Int32Array(terms.length).fill(NOT_SEEN)
  /** Positions continue from field to field and from article to article, so that nothing has to be reset. */
  let endPosition = 0
  let fieldWeight = 1

  /** Counts the words of two neighbouring terms, `second` and the one before it, that are near each other. */
  const addPair = (second: number, near: number) => {
    if (near === 0) return
    const first = left[second] as number
    const [a, b] = [lastQuality[first] as number, lastQuality[second] as number]
    raise(pairs, second, Math.min(a, b) * near)
    raise(fieldPairs, second, Math.min(a, b) * near)
    raise(quality, first, a * near * SUPPORTED_QUALITY)
    raise(quality, second, b * near * SUPPORTED_QUALITY)
  }

  const addOccurrence = (role: WordRole, form: string, position: number) => {
    const { term, variant } = role
    const isAsTyped = form === terms[term]?.typed.form
    const factor = strict[term] && role.isSameWord && !isAsTyped ? OTHER_ACCENTS_QUALITY : 1
    const own = role.quality * factor
    const qualityInContext = role.qualityInContext * factor
    raise(quality, term, own)
    raise(fieldQuality, term, own)
    frequency[term] = (frequency[term] as number) + own * fieldWeight
    if (qualityInContext > (matchedQuality[term] as number)) {
      matchedQuality[term] = qualityInContext
      matchedVariants[term] = variant
    }
    if (isAsTyped) accents[term] = 1
    lastPosition[term] = position
    lastQuality[term] = qualityInContext
    const before = left[term] as number
    if (before >= 0) addPair(term, pairQuality(position - (lastPosition[before] as number)))
    const after = right[term] as number
    if (after >= 0) addPair(after, pairQuality((lastPosition[after] as number) - position))
  }

  const readArticle = (article: number): ArticleReading => {
    for (const list of [quality, pairs, title, accents, matchedQuality, frequency]) list.fill(0)
    matchedVariants.fill(-1)
    let field = 0
    fieldWeight = FIELD_WEIGHTS[0] as number
    let wordsRead = 0
    let position = endPosition
    let passage = 0
    let bestPassage = -1
    let bestWorth = 0
    let hasOccurrence = false
    const passages: ReadPassage[] = []
    const from = starts[article] as number
    const to = starts[article + 1] as number
    for (let at = from; at < to; ) {
      // Same as `readStream`, but without a call for each word.
      let number = bytes[at++] as number
      if (number > 127) {
        let byte = bytes[at++] as number
        number = (number & 127) | ((byte & 127) << 7)
        for (let shift = 14; byte > 127; shift += 7) {
          byte = bytes[at++] as number
          number |= (byte & 127) << shift
        }
      }
      const kind = kinds[number] as number
      if (kind === OTHER_WORD) {
        wordsRead++
        position++
      } else if (kind === END) {
        if (hasOccurrence) {
          const covered = weightedSum(fieldQuality, share)
          const worth = covered + PAIR_WEIGHT_IN_PASSAGE * weightedSum(fieldPairs, pairShare)
          if (field === fields.title) title.set(fieldQuality)
          if (field !== fields.names) passage = Math.max(passage, covered)
          if (field >= fields.text && worth > bestWorth) {
            bestWorth = worth
            bestPassage = field - fields.text
          }
          if (isSentence && field >= fields.text) addPassage(passages, { number: field - fields.text, worth })
          fieldQuality.fill(0)
          fieldPairs.fill(0)
          hasOccurrence = false
        }
        field++
        fieldWeight = FIELD_WEIGHTS[Math.min(field, fields.text)] as number
        position += FIELD_GAP
        if (wordsRead >= MAX_WORDS_READ) break
      } else if (++wordsRead <= MAX_WORDS_READ && kind === QUERY_WORD) {
        const word = wordOf[number] as number
        if (word >= conceptCount) position++
        const queryWord = queryWords.get(word) as QueryWordRoles
        hasOccurrence = true
        for (const role of queryWord.roles)
          if (!role.after || position - role.after.lastPosition <= MAX_SPLIT_DISTANCE_WORDS)
            addOccurrence(role, surfaceForms[number - 1] as string, position)
        queryWord.lastPosition = position
      }
    }
    endPosition = position
    return {
      coverage: weightedSum(quality, share),
      adjacent: allPairs > 0 ? weightedSum(pairs, pairShare) / allPairs : 0,
      passage,
      title: weightedSum(title, share),
      accents: weightedSum(accents, share),
      bestPassage,
      matchedVariants: matchedVariants.slice(),
      passages,
      ...(isSentence && {
        counts: {
          frequencies: frequency.slice(),
          asTyped: accents.slice(),
          pairs: pairs.slice(),
          length: (to - from) / meanBytes,
        },
      }),
    }
  }

  const readings = new Map<number, ArticleReading>()
  return article => {
    const reading = readings.get(article) ?? readArticle(article)
    readings.set(article, reading)
    return reading
  }
}

/** Whether each term is meant with exactly its accents: the sentence has accents, and some article has the word so. */
export function strictTerms(segment: Segment, terms: readonly QueryTerm[]): boolean[] {
  const isAccented = terms.some(({ typed }) => accented.test(typed.form))
  return terms.map(({ typed }) => isAccented && hasSurfaceForm(segment, typed.form))
}

function addPassage(passages: ReadPassage[], passage: ReadPassage): void {
  const place = passages.findIndex(({ worth }) => worth < passage.worth)
  passages.splice(place < 0 ? passages.length : place, 0, passage)
  if (passages.length > MAX_PASSAGES) passages.pop()
}

function raise(list: Float64Array, at: number, value: number) {
  if (value > (list[at] as number)) list[at] = value
}

function weightedSum(list: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < list.length; at++) sum += (weights[at] as number) * (list[at] as number)
  return sum
}
