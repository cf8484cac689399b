// The Vietnamese pack.

import type { LanguagePack } from '../pack.ts'
import { coreference } from './coreference.ts'
import { questions } from './questions.ts'
import { talk } from './talk.ts'
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
  hasSpacedSyllables: true,
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
    monthNumbers: {
      ...{ giêng: 1, một: 1, hai: 2, ba: 3, tư: 4, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 },
      ...{ mười: 10, 'mười một': 11, 'mười hai': 12, chạp: 12 },
    },
    relativeDays: {
      ...{
        'hôm nay': 0,
        'bữa nay': 0,
        'bữa qua': -1,
        'ngày mai': 1,
        mai: 1,
        'hôm qua': -1,
        'ngày kia': 2,
        'ngày mốt': 2,
        'hôm kia': -2,
      },
      ...{ '{n} ngày nữa': 1, '{n} ngày tới': 1, 'sau {n} ngày': 1, '{n} ngày sau': 1, '{n} ngày trước': -1 },
      ...{ '{n} tuần nữa': 7, '{n} tuần tới': 7, 'sau {n} tuần': 7, '{n} tuần trước': -7 },
    },
    weekdays: [
      ...[
        ['thứ hai', 'thứ 2'],
        ['thứ ba', 'thứ 3'],
        ['thứ tư', 'thứ 4'],
        ['thứ năm', 'thứ 5'],
      ],
      ...[
        ['thứ sáu', 'thứ 6'],
        ['thứ bảy', 'thứ 7'],
        ['chủ nhật', 'chúa nhật'],
      ],
    ],
    weekdayForms: {
      ...{ '{day}': 'coming', '{day} này': 'coming', '{day} tới': 'after', '{day} sau': 'after' },
      ...{ '{day} trước': 'before', '{day} vừa rồi': 'before', '{day} tuần trước': -1, '{day} tuần này': 0 },
      ...{ '{day} tuần sau': 1, '{day} tuần tới': 1 },
    },
    relativeWeeks: { 'tuần này': 0, 'tuần sau': 1, 'tuần tới': 1, 'tuần trước': -1, 'tuần rồi': -1 },
    relativeMonths: { 'tháng này': 0, 'tháng sau': 1, 'tháng tới': 1, 'tháng trước': -1, 'tháng rồi': -1 },
    labels: { day: ['ngày', 'mùng', 'mồng'], month: ['tháng'], year: ['năm'] },
    decades: { before: ['những năm', 'thập niên', 'thập kỷ'] },
    fillers: ['dương lịch'],
    from: ['từ', 'trong'],
    until: ['đến'],
    hours: {
      hour: ['giờ', 'g', 'h'],
      minute: ['phút', 'p'],
      half: ['rưỡi'],
      less: ['kém'],
      numbers: {
        ...{ một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10 },
        ...{ 'mười một': 11, 'mười hai': 12, 'mười lăm': 15, 'hai mươi': 20, 'ba mươi': 30 },
      },
      fillers: ['lúc', 'vào'],
      named: { trưa: '12:00', 'giữa trưa': '12:00', 'chính ngọ': '12:00', 'nửa đêm': '00:00' },
      // A number before noon can be "trưa" too: 11 giờ trưa.
      dayParts: { sáng: 0, 'buổi sáng': 0, trưa: 10, chiều: 12, tối: 16, 'buổi tối': 16, đêm: 18, khuya: 18 },
    },
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
  commonWords: async () => (await import('./terms.ts')).commonWords(),
  questions,
  talk,
  placeWords: 'ở Ở tại Tại gần',
  stopWords: `bai bao cai cho co cua da den di duoc gi hay khi khong la lam mot nao nhung o ra sao tai the thi trong tu
    va ve vi voi ve ai dau`,
  // In running text they are a tenth of all letters.
  letters: { letters: 'ăđĩũơưạ-ỹ', share: 0.05 },
  homeZone: 'Asia/Ho_Chi_Minh',
  zoneNames: {
    'Asia/Ho_Chi_Minh': [
      ...[
        'Viet Nam',
        'Hanoi',
        'Ha Noi',
        'Saigon',
        'Sai Gon',
        'Da Nang',
        'Hue',
        'Hai Phong',
        'Can Tho',
        'HCM',
      ],
      ...[
        'TPHCM',
        'TP HCM',
        'TP.HCM',
        'TP. HCM',
        'TP Hồ Chí Minh',
        'TP. Hồ Chí Minh',
        'Thành phố Hồ Chí Minh',
      ],
    ],
  },
  zoneWords: {
    before: [
      ...[
        'giờ',
        'theo giờ',
        'múi giờ',
        'ở',
        'tại',
        'bên',
        'tôi',
        'mình',
        'em',
        'tôi ở',
        'mình ở',
        'sống',
        'đang',
        'hiện',
      ],
      ...[
        'nước',
        'giống',
        'giống như',
        'như',
        'cùng giờ với',
        'cùng giờ',
        'cùng',
        'với',
        'thành phố',
        'dùng',
      ],
    ],
    after: ['ạ', 'nhé', 'nha', 'bây giờ', 'hiện nay'],
  },
  countryNames: { VN: ['VN'], US: ['Mỹ', 'nước Mỹ'], GB: ['nước Anh'], KR: ['Hàn Quốc'] },
}
