// Measures how much a sentence has in common with the others of its text: by nearness to their sum, and by TextRank.

import type { Terms } from './terms.ts'

/**
 * The weights of a sentence's terms, high for terms that are frequent in it and rare in other sentences; of length 1.
 */
export type Vector = Map<string, number>

/** The vectors of the sentences of a text, in order. */
export function vectorsOf(sentences: readonly Terms[]): Vector[] {
  const sentenceCounts = new Map<string, number>()
  for (const terms of sentences)
    for (const term of terms.keys()) sentenceCounts.set(term, (sentenceCounts.get(term) ?? 0) + 1)
  return sentences.map(terms =>
    unitVector(terms, term => Math.log(1 + sentences.length / (sentenceCounts.get(term) ?? 1))),
  )
}

/** The vector of one text. Without `rarity` all terms count as equally rare. */
export function unitVector(terms: Terms, rarity: (term: string) => number = () => 1): Vector {
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

/** 0 if the two share no term, 1 if they are the same. */
export function cosineSimilarity(a: Vector, b: Vector): number {
  const [smaller, larger] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of smaller) sum += weight * (larger.get(term) ?? 0)
  return sum
}

/** How similar each sentence is to the sum of the others; the most similar has 1. */
export function nearnessToOthers(vectors: readonly Vector[]): number[] {
  const sum: Vector = new Map()
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight)
  // Leaves out the sentence's similarity to itself.
  return scaledToOne(vectors.map(vector => cosineSimilarity(vector, sum) - cosineSimilarity(vector, vector)))
}

/**
 * TextRank (R. Mihalcea and P. Tarau, 2004, https://aclanthology.org/W04-3252/): PageRank over a graph of sentences. An
 * edge weighs the terms that two sentences share, divided by the logarithms of their lengths. The best sentence has 1.
 */
export function textRank(sentences: readonly Terms[]): number[] {
  const count = sentences.length
  const lengths = sentences.map(terms => Math.log(1 + terms.size))
  const edges = new Float64Array(count * count)
  const totals = new Float64Array(count)
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const weight = countShared(sentences[i], sentences[j]) / ((lengths[i] ?? 0) + (lengths[j] ?? 0) || 1)
      edges[i * count + j] = weight
      edges[j * count + i] = weight
      totals[i] = (totals[i] ?? 0) + weight
      totals[j] = (totals[j] ?? 0) + weight
    }
  let ranks = new Float64Array(count).fill(1)
  for (let round = 0; round < TEXT_RANK_ROUNDS; round++) {
    const next = new Float64Array(count)
    for (let i = 0; i < count; i++) {
      let sum = 0
      for (let j = 0; j < count; j++) {
        const weight = edges[i * count + j] ?? 0
        if (weight > 0) sum += (weight / (totals[j] ?? 1)) * (ranks[j] ?? 0)
      }
      next[i] = 1 - TEXT_RANK_DAMPING + TEXT_RANK_DAMPING * sum
    }
    ranks = next
  }
  return scaledToOne([...ranks])
}

/** The authors' value. */
const TEXT_RANK_DAMPING = 0.85
/** The third digit stops changing long before the last round. */
const TEXT_RANK_ROUNDS = 20

function countShared(a: Terms = new Map(), b: Terms = new Map()): number {
  const [smaller, larger] = a.size < b.size ? [a, b] : [b, a]
  let count = 0
  for (const term of smaller.keys()) if (larger.has(term)) count++
  return count
}

function scaledToOne(values: readonly number[]): number[] {
  const max = Math.max(...values)
  return values.map(value => (max > 0 ? value / max : 0))
}
