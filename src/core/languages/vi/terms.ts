// Counts Vietnamese syllables and pairs of them, without those that carry no subject.

import { vie } from 'stopword'
import type { TermRules } from '../pack.ts'

export const terms: TermRules = { stopWords: new Set(vie), countsPairs: true }
