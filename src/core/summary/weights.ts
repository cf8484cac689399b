// What each feature counts in each kind of summary: fitted to texts with summaries by people, see docs/summaries.md.
import type { Language } from '../languages/language.ts'
import type { Weights } from './extract.ts'

export type Kind = 'short' | 'long' | 'topic'

/** News leads in English say most; a Vietnamese lead is often a scene, and the title says what it is about. */
export function weightsFor(kind: Kind, language: Language): Weights {
  return kind === 'short' ? short[language] : kind === 'long' ? long : topic
}

const english: Weights = {
  lead: 1,
  early: 0.35,
  near: 0.41,
  rank: 0.47,
  length: -0.16,
  title: 0.4,
  same: 0.68,
}
const vietnamese: Weights = {
  lead: 0.06,
  early: 0.12,
  near: 0.21,
  rank: 0.11,
  length: -0.36,
  title: 1.02,
  same: 1.05,
}
const short: Record<Language, Weights> = { en: english, vi: vietnamese, km: vietnamese }
/** Long ones follow the whole text: TextRank and nearness decide. */
const long: Weights = { lead: 0.08, early: 0, near: 0.88, rank: 1.17, length: 0.19, title: 0.41, same: 0.32 }
const topic: Weights = { lead: 0.79, early: 0.08, near: 0.19, rank: 0, length: 0.61, title: 0.46, same: 0.88 }
