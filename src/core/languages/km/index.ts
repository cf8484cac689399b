// The Khmer pack.

import type { LanguagePack } from '../pack.ts'
import { coreference } from './coreference.ts'
import { questions } from './questions.ts'
import { talk } from './talk.ts'
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
    relativeDays: {
      ...{ ថ្ងៃនេះ: 0, ថ្ងៃស្អែក: 1, ស្អែក: 1, ម្សិលមិញ: -1, ខានស្អែក: 2, ថ្ងៃខានស្អែក: 2, ម្សិលម៉្ងៃ: -2 },
      ...{ '{n} ថ្ងៃទៀត': 1, 'ក្នុងរយៈពេល {n} ថ្ងៃ': 1, '{n} ថ្ងៃមុន': -1 },
      ...{ '{n} សប្តាហ៍ទៀត': 7, '{n} សប្ដាហ៍ទៀត': 7, '{n} សប្តាហ៍មុន': -7, '{n} សប្ដាហ៍មុន': -7 },
    },
    weekdays: [
      ['ថ្ងៃចន្ទ', 'ចន្ទ'],
      ['ថ្ងៃអង្គារ', 'អង្គារ'],
      ['ថ្ងៃពុធ', 'ពុធ'],
      ['ថ្ងៃព្រហស្បតិ៍', 'ព្រហស្បតិ៍'],
      ['ថ្ងៃសុក្រ', 'សុក្រ'],
      ['ថ្ងៃសៅរ៍', 'សៅរ៍'],
      ['ថ្ងៃអាទិត្យ', 'អាទិត្យ'],
    ],
    weekdayForms: {
      ...{ '{day}': 'coming', '{day}នេះ': 'coming', '{day}ក្រោយ': 'after', '{day}មុន': 'before' },
      ...{ '{day}សប្តាហ៍នេះ': 0, '{day}សប្តាហ៍ក្រោយ': 1, '{day}សប្តាហ៍មុន': -1 },
      ...{ '{day} សប្តាហ៍នេះ': 0, '{day} សប្តាហ៍ក្រោយ': 1, '{day} សប្តាហ៍មុន': -1 },
    },
    relativeWeeks: {
      ...{ សប្តាហ៍នេះ: 0, សប្តាហ៍ក្រោយ: 1, សប្តាហ៍មុន: -1 },
      ...{ សប្ដាហ៍នេះ: 0, សប្ដាហ៍ក្រោយ: 1, សប្ដាហ៍មុន: -1 },
    },
    relativeMonths: { ខែនេះ: 0, ខែក្រោយ: 1, ខែមុន: -1 },
    labels: { day: ['ថ្ងៃទី', 'ថ្ងៃ'], month: ['ខែ'], year: ['ឆ្នាំ'] },
    decades: { before: ['ទសវត្សរ៍', 'ទសវត្ស', 'ទសវត្សរ៍ឆ្នាំ', 'ទសវត្សឆ្នាំ'] },
    from: ['ពី'],
    until: ['ដល់'],
    hours: {
      hour: ['ម៉ោង'],
      minute: ['នាទី'],
      half: ['កន្លះ'],
      less: ['ខ្វះ'],
      numbers: {
        ...{ មួយ: 1, ពីរ: 2, បី: 3, បួន: 4, ប្រាំ: 5, ប្រាំមួយ: 6, ប្រាំពីរ: 7, ប្រាំបី: 8, ប្រាំបួន: 9, ដប់: 10 },
        ...{ ដប់មួយ: 11, ដប់ពីរ: 12, ដប់ប្រាំ: 15, សាមសិប: 30 },
      },
      fillers: ['និង', 'នៅ'],
      named: { ថ្ងៃត្រង់: '12:00', អធ្រាត្រ: '00:00', កណ្តាលអធ្រាត្រ: '00:00', កណ្ដាលអធ្រាត្រ: '00:00' },
      dayParts: { ព្រឹក: 0, ថ្ងៃត្រង់: 10, រសៀល: 12, ល្ងាច: 12, យប់: 18 },
    },
  },
  printed: {
    fullDates: ['(?:ថ្ងៃទី)? ?{day} ?(?:ខែ)?{monthName} ?(?:ឆ្នាំ)?{year}'],
    looseDates: ['(?:ខែ)?{monthName} ?(?:ឆ្នាំ)?{year}', 'ឆ្នាំ{year}'],
  },
  questions,
  talk,
  placeWords: 'នៅ ខេត្ត ទីក្រុង រាជធានី',
  // None are needed: they stand everywhere, and so weigh little by themselves.
  stopWords: '',
  letters: { letters: '\\p{Script=Khmer}', share: 0.5 },
  homeZone: 'Asia/Phnom_Penh',
  zoneNames: { 'Asia/Phnom_Penh': ['Kampuchea', 'ភ្នំពេញ', 'Siem Reap', 'Battambang', 'សៀមរាប', 'បាត់ដំបង'] },
  zoneWords: {
    before: [
      ...[
        'ខ្ញុំ',
        'យើង',
        'នៅ',
        'រស់នៅ',
        'កំពុង',
        'ឥឡូវ',
        'ឯ',
        'ក្នុង',
        'ប្រទេស',
        'ស្រុក',
        'ទីក្រុង',
        'ក្រុង',
        'ម៉ោង',
        'តំបន់ម៉ោង',
      ],
      ...['ដូច', 'ដូចគ្នា', 'នឹង', 'ជាមួយ', 'តាម', 'មកពី', 'ល្វែងម៉ោង'],
    ],
    after: ['ដែរ', 'ឥឡូវនេះ', 'ទេ'],
  },
  countryNames: { KH: ['KH'], US: ['អាមេរិក', 'អាម៉េរិក'], GB: ['អង់គ្លេស'] },
}
