// Chooses the sentences that best represent one or more texts, without repeating the same content.
//
// Maximal marginal relevance (J. Carbonell and J. Goldstein, 1998, https://doi.org/10.1145/290941.291025): the next
// sentence is the one with the highest value minus its similarity to those already chosen. docs/summaries.md explains
// the features and the weights.

import type { SummaryWeights } from '../languages/pack.ts'
import { cosineSimilarity } from './centrality.ts'
import type { Features, Sentence, WeighedSentence } from './features.ts'

/** The best sentences first; `hasRoom` decides whether the next one still fits with those already chosen. */
export function extract<S extends Sentence>(
  weighed: readonly WeighedSentence<S>[],
  weights: SummaryWeights,
  hasRoom: (chosen: readonly S[], next: S) => boolean,
): S[] {
  const candidates = new Map(weighed.map(each => [each, weightedSum(each.features, weights)]))
  const redundancy = new Map<WeighedSentence<S>, number>()
  const chosen: S[] = []
  const chosenPlaces = new Set<string>()
  for (;;) {
    let best: WeighedSentence<S> | undefined
    let highest = Number.NEGATIVE_INFINITY
    for (const [each, value] of candidates) {
      const marginalValue = value - weights.same * (redundancy.get(each) ?? 0)
      const { leansOn } = each.span
      // A sentence that leans on the one before it is chosen only after that one.
      const mustWait = leansOn !== undefined && !chosenPlaces.has(`${each.textIndex} ${leansOn}`)
      if (marginalValue <= highest || mustWait) continue
      highest = marginalValue
      best = each
    }
    if (!best) return chosen
    candidates.delete(best)
    if (!hasRoom(chosen, best.span)) continue
    chosen.push(best.span)
    chosenPlaces.add(`${best.textIndex} ${best.span.number}`)
    for (const each of candidates.keys())
      redundancy.set(each, Math.max(redundancy.get(each) ?? 0, cosineSimilarity(each.vector, best.vector)))
  }
}

function weightedSum(features: Features, weights: SummaryWeights): number {
  let value = 0
  for (const name of Object.keys(features) as (keyof Features)[]) value += features[name] * weights[name]
  return value
}
