// Chooses sentences that stand for one text or several: features, weighed, and no two that say the same.
//
// Maximal marginal relevance (J. Carbonell and J. Goldstein, 1998): the next sentence is the one whose value, less its
// likeness to those already chosen, is highest. docs/summaries.md has the features, the weights and what they reach.
import { likeness } from './centrality.ts'
import type { Features, Sentence, Weighed } from './features.ts'

export type Weights = Features & {
  /** How much likeness to a chosen sentence counts against one. */
  same: number
}

/**
 * The best sentences for which there is `room`, the best first; `room` is told what has been chosen and what comes next.
 */
export function extract<S extends Sentence>(
  weighed: readonly Weighed<S>[],
  weights: Weights,
  room: (chosen: readonly S[], next: S) => boolean,
): S[] {
  const left = new Map(weighed.map(each => [each, worth(each.features, weights)]))
  const alike = new Map<Weighed<S>, number>()
  const chosen: S[] = []
  const shown = new Set<string>()
  for (;;) {
    let best: Weighed<S> | undefined
    let most = Number.NEGATIVE_INFINITY
    for (const [each, value] of left) {
      const margin = value - weights.same * (alike.get(each) ?? 0)
      const { leansOn } = each.span
      // A sentence that leans on the one before it comes only after that.
      if (margin <= most || (leansOn !== undefined && !shown.has(`${each.text} ${leansOn}`))) continue
      most = margin
      best = each
    }
    if (!best) return chosen
    left.delete(best)
    if (!room(chosen, best.span)) continue
    chosen.push(best.span)
    shown.add(`${best.text} ${best.span.number}`)
    for (const each of left.keys())
      alike.set(each, Math.max(alike.get(each) ?? 0, likeness(each.vector, best.vector)))
  }
}

function worth(features: Features, weights: Weights): number {
  let value = 0
  for (const name of Object.keys(features) as (keyof Features)[]) value += features[name] * weights[name]
  return value
}
