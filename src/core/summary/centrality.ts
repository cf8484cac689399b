// How much a sentence has in common with the others of its text: near its middle, and by TextRank.
import type { Terms } from './terms.ts'

/** A sentence's terms by weight: frequent here, rare in the other sentences; of length 1. */
export type Vector = Map<string, number>

/** The vectors of the sentences of a text, in order. */
export function vectorsOf(sentences: readonly Terms[]): Vector[] {
  const holding = new Map<string, number>()
  for (const terms of sentences)
    for (const term of terms.keys()) holding.set(term, (holding.get(term) ?? 0) + 1)
  return sentences.map(terms =>
    unit(terms, term => Math.log(1 + sentences.length / (holding.get(term) ?? 1))),
  )
}

/** The vector of one text; without `rarity` all terms are equally rare. */
export function unit(terms: Terms, rarity: (term: string) => number = () => 1): Vector {
  const vector: Vector = new Map()
  let square = 0
  for (const [term, count] of terms) {
    const weight = (1 + Math.log(count)) * rarity(term)
    vector.set(term, weight)
    square += weight * weight
  }
  for (const [term, weight] of vector) vector.set(term, weight / Math.sqrt(square))
  return vector
}

/** The cosine of two vectors: 0 where they share nothing, 1 where they are the same. */
export function likeness(a: Vector, b: Vector): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0)
  return sum
}

/** How near each sentence is to the sum of the others; the nearest has 1. */
export function nearness(vectors: readonly Vector[]): number[] {
  const sum: Vector = new Map()
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight)
  // A sentence is no evidence for itself.
  return scaled(vectors.map(vector => likeness(vector, sum) - likeness(vector, vector)))
}

/**
 * TextRank (R. Mihalcea and P. Tarau, 2004): words shared by two sentences, over the logarithms of their lengths, are the
 * edges of a graph on which PageRank walks. The best has 1.
 */
export function textRank(sentences: readonly Terms[]): number[] {
  const count = sentences.length
  const lengths = sentences.map(terms => Math.log(1 + terms.size))
  const edges = new Float64Array(count * count)
  const totals = new Float64Array(count)
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const weight = shared(sentences[i], sentences[j]) / ((lengths[i] ?? 0) + (lengths[j] ?? 0) || 1)
      edges[i * count + j] = weight
      edges[j * count + i] = weight
      totals[i] = (totals[i] ?? 0) + weight
      totals[j] = (totals[j] ?? 0) + weight
    }
  let ranks = new Float64Array(count).fill(1)
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      let sum = 0
      for (let j = 0; j < count; j++) {
        const weight = edges[i * count + j] ?? 0
        if (weight > 0) sum += (weight / (totals[j] ?? 1)) * (ranks[j] ?? 0)
      }
      next[i] = 1 - damping + damping * sum
    }
    ranks = next
  }
  return scaled([...ranks])
}

/** The authors' own; the walk has settled to the third digit long before. */
const damping = 0.85
const rounds = 20

function shared(a: Terms = new Map(), b: Terms = new Map()): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const term of few.keys()) if (many.has(term)) sum++
  return sum
}

function scaled(values: readonly number[]): number[] {
  const most = Math.max(...values)
  return values.map(value => (most > 0 ? value / most : 0))
}
