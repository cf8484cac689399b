// Chooses sentences that stand for one text or several: features, weighed, and no two that say the same.
//
// Maximal marginal relevance (J. Carbonell and J. Goldstein, 1998): the next sentence is the one whose score, less its
// likeness to those already chosen, is highest. docs/summaries.md has the features, the weights and what they reach.
import type { Language } from '../corpus/corpus.ts'
import { likeness, nearness, textRank, unit, vectorsOf } from './centrality.ts'
import type { Span } from './clean.ts'
import { termsOf } from './terms.ts'

/** One of the texts that are summarised together. */
export interface Text<S extends Span = Span> {
  title: string
  spans: readonly S[]
}

/** What a sentence is valued by, each from 0 to 1. */
export interface Features {
  /** 1 for the first sentence of its text, a half for the second, a third ... */
  lead: number
  /** 1 at the begin of its text, 0 at the end. */
  early: number
  /** Its nearness to the other sentences, and by TextRank. */
  near: number
  rank: number
  /** Thirty words or more have 1. */
  length: number
  /** Its likeness to the title. */
  title: number
}
export type Weights = Features & {
  /** How much likeness to a chosen sentence counts against one. */
  same: number
}

/**
 * The best sentences for which there is `room`, the best first; `room` is told what has been chosen and what comes next.
 */
export function extract<S extends Span>(
  texts: readonly Text<S>[],
  language: Language,
  weights: Weights,
  room: (chosen: readonly S[], next: S) => boolean,
): S[] {
  const spans = texts.flatMap(text => text.spans)
  const terms = spans.map(span => termsOf(span.text, language))
  const vectors = vectorsOf(terms)
  const scores = featuresOf(texts, language, terms, vectors).map(features => worth(features, weights))
  const alike = spans.map(() => 0)
  const chosen: number[] = []
  const left = new Set(spans.keys())
  while (left.size > 0) {
    let best: number | undefined
    for (const at of left) if (best === undefined || margin(at) > margin(best)) best = at
    if (best === undefined) break
    left.delete(best)
    const span = spans[best] as S
    if (
      !room(
        chosen.map(at => spans[at] as S),
        span,
      )
    )
      continue
    chosen.push(best)
    for (const at of left)
      alike[at] = Math.max(alike[at] ?? 0, likeness(vectors[at] ?? none, vectors[best] ?? none))
  }
  return chosen.map(at => spans[at] as S)

  function margin(at: number): number {
    return (scores[at] ?? 0) - weights.same * (alike[at] ?? 0)
  }
}

const none = new Map<string, number>()

function featuresOf(
  texts: readonly Text[],
  language: Language,
  terms: readonly ReturnType<typeof termsOf>[],
  vectors: readonly ReturnType<typeof unit>[],
): Features[] {
  const near = nearness(vectors)
  const rank = textRank(terms)
  const titles = texts.map(({ title }) => unit(termsOf(title, language)))
  let at = 0
  return texts.flatMap(({ spans }) =>
    spans.map((span, place): Features => {
      const own = at++
      return {
        lead: 1 / (1 + place),
        early: 1 - place / Math.max(1, spans.length - 1),
        near: near[own] ?? 0,
        rank: rank[own] ?? 0,
        length: Math.min(1, span.text.split(/\s+/).length / 30),
        title: Math.max(0, ...titles.map(title => likeness(title, vectors[own] ?? none))),
      }
    }),
  )
}

function worth(features: Features, weights: Weights): number {
  let value = 0
  for (const name of Object.keys(features) as (keyof Features)[]) value += features[name] * weights[name]
  return value
}
