// Counts the postings: for every word, the articles that have it and its weight in each.

import { foldUnified } from '../../text/fold.ts'
import { isConcept } from './concepts.ts'
import { FIELD_END, fields, readStream } from './streams.ts'

/** The weight of a word by field, in the order of `fields`. */
export const FIELD_WEIGHTS = [3, 2, 1.5, 1]
/** BM25's k1 (saturation) and b (length normalisation): https://en.wikipedia.org/wiki/Okapi_BM25 */
const BM25_K1 = 1.2
const BM25_B = 0.4

export interface Postings {
  /** Every folded word, sorted: concepts first. */
  words: string[]
  /** The number of concepts among them. */
  concepts: number
  /** The number of each surface form's folded word, by the number of the form. */
  wordOf: Uint32Array
  /** Posting lists: an article's number above eight bits of weight. Word `w` has `starts[w]` up to `starts[w + 1]`. */
  entries: Uint32Array
  starts: Uint32Array
}

/** Makes two passes over the streams, the first to count, so that no list has to grow. */
export function countPostings(
  surfaceForms: readonly string[],
  { bytes, starts: streamStarts }: { bytes: Uint8Array; starts: Uint32Array },
): Postings {
  const folded = surfaceForms.map(foldUnified)
  const words = [...new Set(folded)].sort()
  const numbers = new Map(words.map((word, index) => [word, index]))
  const wordOf = Uint32Array.from([0, ...folded.map(word => numbers.get(word) as number)])
  const articles = streamStarts.length - 1
  const readArticle = (article: number, visit: (number: number) => void) =>
    readStream(bytes, streamStarts[article] as number, streamStarts[article + 1] as number, visit)

  const lastArticle = new Int32Array(words.length).fill(-1)
  const starts = new Uint32Array(words.length + 1)
  const lengths = new Uint32Array(articles)
  for (let article = 0; article < articles; article++)
    readArticle(article, number => {
      if (number === FIELD_END) return
      lengths[article] = (lengths[article] as number) + 1
      const word = wordOf[number] as number
      if (lastArticle[word] === article) return
      lastArticle[word] = article
      starts[word + 1] = (starts[word + 1] as number) + 1
    })
  for (let word = 0; word < words.length; word++)
    starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)

  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(articles, 1)
  const next = starts.slice()
  const entries = new Uint32Array(starts[words.length] as number)
  const counts = new Float32Array(words.length)
  const wordsOfArticle = new Uint32Array(words.length)
  for (let article = 0; article < articles; article++) {
    let count = 0
    let field = 0
    let weight = FIELD_WEIGHTS[0] as number
    readArticle(article, number => {
      if (number === FIELD_END) {
        weight = FIELD_WEIGHTS[Math.min(++field, fields.text)] as number
        return
      }
      const word = wordOf[number] as number
      if (counts[word] === 0) wordsOfArticle[count++] = word
      counts[word] = (counts[word] as number) + weight
    })
    const norm = BM25_K1 * (1 - BM25_B + (BM25_B * (lengths[article] as number)) / mean)
    for (let at = 0; at < count; at++) {
      const word = wordsOfArticle[at] as number
      const frequency = counts[word] as number
      counts[word] = 0
      const place = next[word] as number
      next[word] = place + 1
      entries[place] = (article << 8) | Math.max(1, Math.round((255 * frequency) / (frequency + norm)))
    }
  }
  const first = words.findIndex(word => !isConcept(word))
  return { words, concepts: first < 0 ? words.length : first, wordOf, entries, starts }
}
