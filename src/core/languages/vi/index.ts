// The Vietnamese pack.

import type { LanguagePack } from '../pack.ts'
import { coreference } from './coreference.ts'
import { optionNames } from './values.ts'

const abbreviations =
  'tp ts ths gs pgs bs bscki bsckii cki ckii ks kts ls lm tx tt ubnd hđnd q p mr mrs ms dr st vs'
const endAbbreviations = 'inc ltd co corp jr sr etc tr'

export const pack: LanguagePack = {
  ownName: 'Tiếng Việt',
  alsoCalled: ['Việt', 'Việt ngữ'],
  phrases: async () => (await import('./phrases.ts')).vi,
  terms: async () => (await import('./terms.ts')).terms,
  optionNames,
  coreference,
  sentences: {
    abbreviations: new Set(abbreviations.split(' ')),
    endAbbreviations: new Set(endAbbreviations.split(' ')),
    openings:
      /^["“‘(]?(?:Ông|Bà|Anh|Chị|Họ|Tôi|Chúng|Nhưng|Và|Các|Những|Một|Trong|Trên|Tại|Theo|Từ|Sau|Khi|Nếu|Vì|Do|Đây|Đó|Năm|Ngày|Tuy|Lúc|Mọi|Hai|Không)(?![\p{L}\p{M}])/u,
    mayQuoteLowercase: true,
  },
  selfReference: { pattern: /^(?:Bài|Bản tin|Tin|Văn bản)(?!\p{L})/u, example: 'Bài báo' },
  // A Vietnamese lead is often a scene, and the title says what it is about.
  summaryWeights: { lead: 0.06, early: 0.12, near: 0.21, rank: 0.11, length: -0.36, title: 1.02, same: 1.05 },
  typography: { script: 'Latin', leading: 1.42, ascent: 1.08 },
  calendar: {
    relativeDays: { 'hôm nay': 0, 'ngày mai': 1, 'hôm qua': -1 },
    labels: { day: ['ngày', 'mùng', 'mồng'], month: ['tháng'], year: ['năm'] },
    from: ['từ', 'trong'],
    until: ['đến'],
  },
  printed: {
    fullDates: [
      '(?:ngày )?{day} tháng {month}(?:,| năm|, năm) {year}',
      'ngày {day}(?<mark>[/.]){month}\\k<mark>{year}',
    ],
    looseDates: ['tháng {month}(?:,| năm|, năm|/) ?{year}', 'năm {year}'],
    bylines: {
      source: ['theo'],
      published: ['ngày đăng', 'đăng ngày'],
      nameWords: ['báo', 'tạp', 'chí', 'đài'],
      nameOpenings: ['báo', 'tạp', 'đài'],
    },
  },
  stopWords: `bai bao cai cho co cua da den di duoc gi hay khi khong la lam mot nao nhung o ra sao tai the thi trong tu
    va ve vi voi ve ai dau`,
  // In running text they are a tenth of all letters.
  letters: { letters: 'ăđĩũơưạ-ỹ', share: 0.05 },
  homeZone: 'Asia/Ho_Chi_Minh',
  zoneNames: {
    'Asia/Ho_Chi_Minh': ['Viet Nam', 'Hanoi', 'Ha Noi', 'Saigon', 'Sai Gon', 'Da Nang', 'Hue'],
  },
  countryNames: { US: ['Mỹ', 'nước Mỹ'], GB: ['nước Anh'], KR: ['Hàn Quốc'] },
}
