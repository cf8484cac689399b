// Reduces English words to their stems and leaves out those that carry no subject.

import { stemmer } from 'stemmer'
import { eng } from 'stopword'
import type { TermRules } from '../pack.ts'

export const terms: TermRules = { stopWords: new Set(eng), stem: stemmer }
