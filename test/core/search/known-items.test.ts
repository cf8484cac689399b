// Checks that queries in English, Vietnamese and Khmer find the article they seek in the bundled corpus.

import { beforeAll, expect, it } from 'vitest'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

const sought: Record<string, string[]> = {
  'vovworld-2014': [
    ...['khun chhy', 'Khun Chhi', 'anh huyen', 'Ánh Huyền', 'Nguyễn Mạnh Hà', 'nguyen manh ha', 'Mạnh Hà'],
    ...[
      'vietnamese experts',
      'experts rebuild 1979 to 1989',
      'close to 2 million',
      'one fourth of the population',
    ],
    ...[
      'hunger and disease',
      'miraculous change',
      'righteous career',
      'former Minister of Transport',
      'chuyên gia',
    ],
    ...[
      'soldiers memorial Phnom Penh',
      'voice of vietnam',
      'Tiếng nói Việt Nam',
      'nguen manh ha',
      'experst rebuild',
    ],
    ...[
      'អ្នកជំនាញ',
      'from:vov genocide',
      'miraculus chnage',
      'năm 2014 khmer đỏ',
      'hunger diseas',
      'tens of thousands of experts',
    ],
  ],
  'vietnamplus-2023': [
    ...[
      'Rasmei Kampuchea',
      'rasmei kampuchia',
      'Light of Cambodia',
      'Heng Samrin',
      'heng samrim',
      'ហេង សំរិន',
      'ហេងសំរិន',
    ],
    ...[
      'Phạm Minh Chính',
      'pham minh chinh',
      'Minh Chính',
      'Koh Thmor',
      'koh thmar x16',
      'Tbong Khmum',
      'ត្បូងឃ្មុំ',
    ],
    ...[
      'historic journey',
      'hành trình lịch sử',
      'Friendship Year',
      'Năm Hữu nghị',
      'French colonialists',
      'american imperialists',
    ],
    ...[
      'រស្មីកម្ពុជា',
      'president of the national assembly',
      'kohthmor',
      'frendship yaer',
      'Tboung Khmum',
      'Hêng Xom-rin',
    ],
  ],
  'qdnd-2023': [
    ...[
      'Sophal Tuon',
      'sophal toun',
      'tuon sophal',
      'Kampuchea Thmey',
      'kampuchea thmei daily',
      'កម្ពុជាថ្មី',
      'ASEAN',
    ],
    ...[
      'self-defence',
      'self defense',
      'tự vệ',
      'border demarcation',
      'rotating chair of ASEAN',
      'Quân đội nhân dân',
    ],
    ...[
      'bringing juice to volunteer soldiers',
      'អាស៊ាន',
      'ស្វ័យការពារ',
      'demarcaton of the border',
      'asean chiar',
      'selfdefence',
    ],
    ...['Hiệp hội các quốc gia Đông Nam Á', 'health care culture and sport', 'geopolitics'],
  ],
  'sggp-2024': [
    ...[
      'Hanoi ceremony',
      'hanoi cerimony',
      'Le Minh Khai',
      'Lê Minh Khái',
      'le minh kai',
      'Neth Savoeun',
      'neth savoen',
    ],
    ...[
      'នេត សាវឿន',
      'Võ Văn Thưởng',
      'vo van thuong',
      'Nguyễn Phú Trọng',
      'phu trong',
      'fall into oblivion',
      'oblivon',
    ],
    ...[
      '3 years, 8 months and 20 days',
      'Sài Gòn Giải Phóng',
      'sai gon giai phong',
      'southwest border defense victory',
      'Hà Nội lễ kỷ niệm',
    ],
    ...[
      'Nguyeenx Phus Trongj',
      'hano ceremon',
      'savoeun solidarity',
      'buổi lễ Hà Nội',
      '45 years ceremony',
      'biên giới Tây Nam Hà Nội',
    ],
  ],
  'vietnamnews-2026': [
    ...[
      'Hun Many',
      'hun mani',
      'ហ៊ុន ម៉ានី',
      'AKP',
      'Agence Kampuchea Presse',
      'withdrawal 1989',
      'withdrew in 1989',
      'rút quân',
    ],
    ...[
      '5 million rescued',
      'about 5 million Cambodians',
      '47th anniversary',
      'solidarity front',
      'SFDCM',
      'ការដកទ័ព',
      'shared triumph',
    ],
    ...[
      'January 7 Victory shared triumf',
      'Viet Nam News',
      'việt nam news',
      'volunteer army withdraws completely',
      'Minister of Civil Service',
    ],
    ...[
      '2 December ceremony founding',
      '២ ធ្នូ',
      'withdrawl of the army',
      'year:2026 genocide',
      'ទីភ្នាក់ងារសារព័ត៌មានកម្ពុជា',
    ],
  ],
}
const queries = Object.entries(sought).flatMap(([id, list]) => list.map(query => ({ id, query })))

let index: SearchIndex
beforeAll(async () => {
  index = indexOf(await bundledCorpus())
})

it('has at least sixty queries, some in each language', () => {
  expect(queries.length).toBeGreaterThanOrEqual(60)
  const written = (pattern: RegExp) => queries.filter(({ query }) => pattern.test(query)).length
  expect(written(/[\u1780-\u17ff]/)).toBeGreaterThan(9)
  expect(written(/[à-ỹđ]/i)).toBeGreaterThan(9)
})

it('finds the right article first for 95 % of them', () => {
  const missed = queries.filter(({ id, query }) => search(index, query).hits[0]?.article.id !== id)
  const messages = missed.map(
    ({ id, query }) => `${query}: ${search(index, query).hits[0]?.article.id}, not ${id}`,
  )
  expect(missed.length / queries.length, messages.join('\n')).toBeLessThanOrEqual(0.05)
})
