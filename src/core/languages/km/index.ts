// The Khmer pack.

import type { LanguagePack } from '../pack.ts'
import { coreference } from './coreference.ts'
import { months } from './words.ts'

export const pack: LanguagePack = {
  ownName: 'ភាសាខ្មែរ',
  alsoCalled: ['ខ្មែរ', 'Cambodian'],
  phrases: async () => (await import('./phrases.ts')).km,
  // Words have no endings, and what stands everywhere weighs little by itself.
  terms: async () => ({ stopWords: new Set(), isUnspaced: true }),
  coreference,
  // Khan and bariyoosan. Marks taken over from other scripts stand in abbreviations and speech, not at ends.
  sentences: {
    endMarks: '។៕៚',
    // "។ល។" and "។បេ។", with or without spaces.
    andSoOn: ['លៈ', 'ល', 'បេ'],
    abbreviations: new Set(),
    endAbbreviations: new Set(),
  },
  selfReference: { pattern: /^(?:អត្ថបទ|សេចក្ដីរាយការណ៍|សេចក្តីរាយការណ៍)/, example: 'អត្ថបទ' },
  // Those of Vietnamese: there are no Khmer texts with summaries to fit others to.
  summaryWeights: { lead: 0.06, early: 0.12, near: 0.21, rank: 0.11, length: -0.36, title: 1.02, same: 1.05 },
  // The script stands higher and hangs lower than Latin.
  typography: { script: 'Khmer', leading: 1.62, ascent: 1.14 },
  calendar: {
    months,
    relativeDays: { ថ្ងៃនេះ: 0, ថ្ងៃស្អែក: 1, ម្សិលមិញ: -1 },
    labels: { day: ['ថ្ងៃទី', 'ថ្ងៃ'], month: ['ខែ'], year: ['ឆ្នាំ'] },
    from: ['ពី'],
    until: ['ដល់'],
  },
  printed: {
    fullDates: ['(?:ថ្ងៃទី)? ?{day} ?(?:ខែ)?{monthName} ?(?:ឆ្នាំ)?{year}'],
    looseDates: ['(?:ខែ)?{monthName} ?(?:ឆ្នាំ)?{year}', 'ឆ្នាំ{year}'],
  },
  // None are needed: they stand everywhere, and so weigh little by themselves.
  stopWords: '',
  letters: { letters: '\\p{Script=Khmer}', share: 0.5 },
  homeZone: 'Asia/Phnom_Penh',
  zoneNames: { 'Asia/Phnom_Penh': ['Kampuchea', 'ភ្នំពេញ', 'Siem Reap', 'Battambang'] },
  countryNames: {},
}
