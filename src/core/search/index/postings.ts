// Postings: for every word the articles it stands in, with how much it counts there.

import { fold } from '../../text/fold.ts'
import { isConcept } from './concepts.ts'
import { FIELD_END, fields, readStream } from './streams.ts'

/** How much a word counts in a field. */
const weights = [3, 2, 1.5, 1]
/** BM25's saturation and length normalisation. */
const saturation = 1.2
const lengthShare = 0.4

export interface Postings {
  /** Every folded word, sorted: concepts first. */
  words: string[]
  /** How many of them are concepts. */
  concepts: number
  /** The number of a form's word, by the number of the form. */
  wordOf: Uint32Array
  /** An article's number above eight bits of weight; those of word `w` from `starts[w]` up to `starts[w + 1]`. */
  entries: Uint32Array
  starts: Uint32Array
}

/** Counts the postings of streams in two passes, so that nothing is held but what stays. */
export function countPostings(
  forms: readonly string[],
  { bytes, starts: streams }: { bytes: Uint8Array; starts: Uint32Array },
): Postings {
  const folded = forms.map(fold)
  const words = [...new Set(folded)].sort()
  const numbers = new Map(words.map((word, index) => [word, index]))
  const wordOf = Uint32Array.from([0, ...folded.map(word => numbers.get(word) as number)])
  const articles = streams.length - 1
  const each = (article: number, visit: (number: number) => void) =>
    readStream(bytes, streams[article] as number, streams[article + 1] as number, visit)

  const last = new Int32Array(words.length).fill(-1)
  const starts = new Uint32Array(words.length + 1)
  const lengths = new Uint32Array(articles)
  for (let article = 0; article < articles; article++)
    each(article, number => {
      if (number === FIELD_END) return
      lengths[article] = (lengths[article] as number) + 1
      const word = wordOf[number] as number
      if (last[word] === article) return
      last[word] = article
      starts[word + 1] = (starts[word + 1] as number) + 1
    })
  for (let word = 0; word < words.length; word++)
    starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)

  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(articles, 1)
  const next = starts.slice()
  const entries = new Uint32Array(starts[words.length] as number)
  const counts = new Float32Array(words.length)
  const met = new Uint32Array(words.length)
  for (let article = 0; article < articles; article++) {
    let count = 0
    let field = 0
    let weight = weights[0] as number
    each(article, number => {
      if (number === FIELD_END) {
        weight = weights[Math.min(++field, fields.text)] as number
        return
      }
      const word = wordOf[number] as number
      if (counts[word] === 0) met[count++] = word
      counts[word] = (counts[word] as number) + weight
    })
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[article] as number)) / mean)
    for (let at = 0; at < count; at++) {
      const word = met[at] as number
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
