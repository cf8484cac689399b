// Gives the weight of each feature in each kind of summary, fitted to texts with summaries by people: see
// docs/summaries.md.

import type { Language } from '../languages/language.ts'
import type { SummaryWeights } from '../languages/pack.ts'
import { partOf } from '../languages/packs.ts'

export type Kind = 'short' | 'long' | 'topic'

/** Only short summaries differ by language, because news leads do. */
export function weightsFor(kind: Kind, language: Language): SummaryWeights {
  return kind === 'short' ? partOf(language, 'summaryWeights') : kind === 'long' ? long : topic
}

/** Long ones cover the whole text: TextRank and nearness decide. */
const long: SummaryWeights = {
  lead: 0.08,
  early: 0,
  near: 0.88,
  rank: 1.17,
  length: 0.19,
  title: 0.41,
  same: 0.32,
}
const topic: SummaryWeights = {
  lead: 0.79,
  early: 0.08,
  near: 0.19,
  rank: 0,
  length: 0.61,
  title: 0.46,
  same: 0.88,
}
