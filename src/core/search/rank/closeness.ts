// Reads candidates word by word: how close together the query's words are, in which field, and whether their accents
// agree.

import { memoByObject } from '../../text/memo.ts'
import type { Segment } from '../index/segment.ts'
import { FIELD_END, fields } from '../index/streams.ts'
import type { QueryTerm } from '../query/query-terms.ts'

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
}

/** Reads an article by its number. */
export type Reader = (article: number) => ArticleReading

/** The quality of a pair, by how many words the second follows the first. 0: one word for both. */
const pairQualities = [1, 1, 0.8, 0.6, 0.5]
/** The same if the second comes before the first. */
const reversedPairQualities = [1, 0.6, 0.4, 0.3]
/** A word next to its neighbour is nearly as certain as one that can mean nothing else. */
const SUPPORTED_QUALITY = 0.95
/** Two words typed as one may have a few between them, because people leave out small words. */
const MAX_SPLIT_DISTANCE_WORDS = 6
/** Prefers a passage in which the words are close together. */
const PAIR_WEIGHT_IN_PASSAGE = 0.3
/** The rest of a longer article is not read, because a book would keep everybody waiting. */
const MAX_WORDS_READ = 20_000
/** Added to the position between two fields, so that no words are near each other across them. */
const FIELD_GAP = 100
const NOT_SEEN = -FIELD_GAP

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
export function readerFor(segment: Segment, terms: readonly QueryTerm[]): Reader {
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
  /** The weight of the pair of a term and the one before it. */
  const pairShare = share.map((own, at) => (at === 0 ? 0 : (own + (share[at - 1] as number)) / 2))
  const allPairs = pairShare.reduce((all, each) => all + each, 0)

  // One value per term. Reused for each article, because most articles are short.
  const zeros = () => new Float64Array(terms.length)
  const [quality, pairs, title, accents] = [zeros(), zeros(), zeros(), zeros()]
  const matchedVariants = new Int32Array(terms.length)
  const matchedQuality = zeros()
  // One value per term, for the current field.
  const [fieldQuality, fieldPairs, lastQuality] = [zeros(), zeros(), zeros()]
  const lastPosition = new Int32Array(terms.length).fill(NOT_SEEN)
  /** Positions continue from field to field and from article to article, so that nothing has to be reset. */
  let endPosition = 0

  /** Counts the words of two neighbouring terms, `second` and the one before it, that are near each other. */
  const addPair = (second: number, pairQuality: number) => {
    const [a, b] = [lastQuality[second - 1] as number, lastQuality[second] as number]
    raise(pairs, second, Math.min(a, b) * pairQuality)
    raise(fieldPairs, second, Math.min(a, b) * pairQuality)
    raise(quality, second - 1, a * pairQuality * SUPPORTED_QUALITY)
    raise(quality, second, b * pairQuality * SUPPORTED_QUALITY)
  }

  const addOccurrence = (role: Role, form: string, position: number) => {
    const { term, variant, qualityInContext } = role
    raise(quality, term, role.quality)
    raise(fieldQuality, term, role.quality)
    if (qualityInContext > (matchedQuality[term] as number)) {
      matchedQuality[term] = qualityInContext
      matchedVariants[term] = variant
    }
    if (form === terms[term]?.typed.form) accents[term] = 1
    lastPosition[term] = position
    lastQuality[term] = qualityInContext
    const withLeft = term > 0 ? pairQualities[position - (lastPosition[term - 1] as number)] : undefined
    if (withLeft !== undefined) addPair(term, withLeft)
    const withRight =
      term + 1 < terms.length
        ? reversedPairQualities[position - (lastPosition[term + 1] as number)]
        : undefined
    if (withRight !== undefined) addPair(term + 1, withRight)
  }

  const readArticle = (article: number): ArticleReading => {
    for (const list of [quality, pairs, title, accents, matchedQuality]) list.fill(0)
    matchedVariants.fill(-1)
    let field = 0
    let wordsRead = 0
    let position = endPosition
    let passage = 0
    let bestPassage = -1
    let bestWorth = 0
    let hasOccurrence = false
    const to = starts[article + 1] as number
    for (let at = starts[article] as number; at < to; ) {
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
          fieldQuality.fill(0)
          fieldPairs.fill(0)
          hasOccurrence = false
        }
        field++
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
    }
  }

  const readings = new Map<number, ArticleReading>()
  return article => {
    const reading = readings.get(article) ?? readArticle(article)
    readings.set(article, reading)
    return reading
  }
}

/** The role of a known word in the query. */
interface QueryWordRoles {
  /** The variants it belongs to; empty for a word that only has to come before another. */
  roles: Role[]
  /** The position of its last occurrence. */
  lastPosition: number
}

interface Role {
  /** The index of the term, and of the variant among its variants. */
  term: number
  variant: number
  quality: number
  qualityInContext: number
  /** The word that must come shortly before, if one word was typed for two. */
  after?: QueryWordRoles
}

function queryWordsOf(terms: readonly QueryTerm[]): Map<number, QueryWordRoles> {
  const queryWords = new Map<number, QueryWordRoles>()
  const rolesOf = (word: number): QueryWordRoles => {
    const queryWord = queryWords.get(word) ?? { roles: [], lastPosition: NOT_SEEN }
    queryWords.set(word, queryWord)
    return queryWord
  }
  for (const [term, { variants }] of terms.entries())
    for (const [variant, { word, nextWord, quality, qualityInContext }] of variants.entries()) {
      const role = { term, variant, quality, qualityInContext }
      const first = rolesOf(word)
      if (nextWord === undefined) first.roles.push(role)
      else rolesOf(nextWord).roles.push({ ...role, after: first })
    }
  return queryWords
}

// What a number in a stream means to a query. A concept takes no position: it is at the first word of its name.
const OTHER_WORD = 0
const OTHER_CONCEPT = 1
const QUERY_WORD = 2
const END = 3

/** The kind of each surface form for a query without words, and the numbers of every word's forms. */
const formTableOf = memoByObject(({ postings: { wordOf, words, concepts: conceptCount } }: Segment) => {
  /** Word `w` has the forms from `formStarts[w]` up to `formStarts[w + 1]` in `formNumbers`. */
  const formStarts = new Uint32Array(words.length + 1)
  for (const word of wordOf.subarray(1)) formStarts[word + 1] = (formStarts[word + 1] as number) + 1
  for (let word = 0; word < words.length; word++)
    formStarts[word + 1] = (formStarts[word + 1] as number) + (formStarts[word] as number)
  const next = formStarts.slice()
  const formNumbers = new Uint32Array(wordOf.length - 1)
  const formKinds = new Uint8Array(wordOf.length)
  formKinds[FIELD_END] = END
  for (let number = 1; number < wordOf.length; number++) {
    const word = wordOf[number] as number
    const at = next[word] as number
    next[word] = at + 1
    formNumbers[at] = number
    if (word < conceptCount) formKinds[number] = OTHER_CONCEPT
  }
  return { formStarts, formNumbers, formKinds }
})

function raise(list: Float64Array, at: number, value: number) {
  if (value > (list[at] as number)) list[at] = value
}

function weightedSum(list: Float64Array, weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < list.length; at++) sum += (weights[at] as number) * (list[at] as number)
  return sum
}
