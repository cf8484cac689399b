// What each feature counts in each kind of summary: fitted to texts with summaries by people, see docs/summaries.md.
import type { Language } from '../corpus/corpus.ts'
import type { Weights } from './extract.ts'

export type Kind = 'short' | 'long' | 'topic'

/** News leads in English say most; a Vietnamese lead is often a scene, and the title says what it is about. */
export function weightsFor(kind: Kind, language: Language): Weights {
  return kind === 'short' ? short[language] : kind === 'long' ? long : topic
}

const english: Weights = {
  lead: 0.8,
  early: 0.31,
  near: 0.43,
  rank: 0.44,
  length: -0.18,
  title: 0.5,
  same: 0.4,
}
const vietnamese: Weights = {
  lead: 0.38,
  early: 0.04,
  near: 0.33,
  rank: 0.2,
  length: 0.3,
  title: 0.89,
  same: 0.48,
}
const short: Record<Language, Weights> = { en: english, vi: vietnamese, km: vietnamese }
/** Long ones follow the whole text: TextRank and nearness decide. */
const long: Weights = { lead: 0.15, early: 0, near: 0.75, rank: 0.81, length: 0.25, title: 0.5, same: 0.21 }
const topic: Weights = {
  lead: 0.73,
  early: 0.07,
  near: 0.33,
  rank: 0.05,
  length: 0.51,
  title: 0.38,
  same: 0.75,
}
