// What each feature counts in each kind of summary: fitted to texts with summaries by people, see docs/summaries.md.
import type { Language } from '../corpus/corpus.ts'
import type { Weights } from './extract.ts'

export type Kind = 'short' | 'long' | 'topic'

/** News leads in English say most; a Vietnamese lead is often a scene, and the title says what it is about. */
export function weightsFor(kind: Kind, language: Language): Weights {
  return kind === 'short' ? short[language] : kind === 'long' ? long : topic
}

const english: Weights = {
  lead: 1.12,
  early: 0.27,
  near: 0.43,
  rank: 0.44,
  length: -0.14,
  title: 0.5,
  same: 0.52,
}
const vietnamese: Weights = {
  lead: 0.24,
  early: 0.05,
  near: 0.21,
  rank: 0.29,
  length: 0.16,
  title: 1.02,
  same: 0.64,
}
const short: Record<Language, Weights> = { en: english, vi: vietnamese, km: vietnamese }
/** Long ones follow the whole text: TextRank and nearness decide. */
const long: Weights = { lead: 0.08, early: 0, near: 0.88, rank: 1.17, length: 0.19, title: 0.41, same: 0.32 }
const topic: Weights = { lead: 0.79, early: 0.08, near: 0.19, rank: 0, length: 0.61, title: 0.46, same: 0.88 }
