// Exports the English pack, which other languages fall back to.

import type { LanguagePack, SharedPart } from '../pack.ts'
import { coreference } from './coreference.ts'
import { printed } from './printed.ts'
import { sentences } from './sentences.ts'
import { months } from './words.ts'

export const pack = {
  ownName: 'English',
  phrases: async () => (await import('./phrases.ts')).en,
  terms: async () => (await import('./terms.ts')).terms,
  sentences,
  coreference,
  printed,
  selfReference: {
    pattern: /^(?:The|This) (?:article|report|text|piece|interview|speech)\b/,
    example: 'The article',
  },
  // The lead of an English news article says the most.
  summaryWeights: { lead: 1, early: 0.35, near: 0.41, rank: 0.47, length: -0.16, title: 0.4, same: 0.68 },
  typography: { script: 'Latin', leading: 1.36, ascent: 1.02 },
  calendar: {
    months,
    relativeDays: { today: 0, tomorrow: 1, yesterday: -1 },
    labels: { year: ['year'] },
    from: ['from', 'in'],
    until: ['to', 'until', 'till'],
    fillers: ['the', 'of'],
    ordinalEndings: ['st', 'nd', 'rd', 'th'],
  },
  stopWords: `a about after all also hello hi how many much other others people thank thanks am an and any are article
    articles as at be been before but by can could did do does for from had has have he her him his i if in into is it
    its me my of on or our out she should show so tell than that the their them then there these they this those to up
    us was we were what when where which who whom whose why will with would you your happened happen please`,
  zoneNames: { UTC: ['GMT', 'Greenwich'] },
  countryNames: {
    US: ['USA', 'US', 'America', 'the US'],
    GB: ['UK', 'England', 'Britain', 'Great Britain'],
    KR: ['Korea'],
    RU: ['Russia'],
    LA: ['Laos'],
    MM: ['Burma'],
  },
} satisfies LanguagePack & Required<Pick<LanguagePack, SharedPart>>
