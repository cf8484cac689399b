// Checks a translation against its original: another date, number or speaker does not pass.
import { expect, it } from 'vitest'
import type { CorpusFile } from '../../../src/core/corpus/load/draft.ts'
import { describeFault } from '../../../src/core/corpus/load/fault.ts'
import { parseCorpus } from '../../../src/core/corpus/load/parse.ts'
import { articleFile, type Fields } from '../../fixtures/corpus.ts'

const original = articleFile(
  {
    url: 'https://paper.example/1',
    people: '[{ name: A Minister }, { name: A Witness }]',
    keyPoints: '[{ text: "1,200 came in 1902.", speaker: A Minister }, { text: The article tells of it. }]',
    figures: '[{ number: "1,200", noun: people, speaker: A Witness }]',
  },
  { body: 'In 1902 came 1,200.' },
)
const translation: Fields = {
  translatedFrom: 'en',
  url: 'https://paper.example/1',
  people: '[{ name: Một bộ trưởng }, { name: Một nhân chứng }]',
  keyPoints:
    '[{ text: "1.200 người đến năm 1902.", speaker: Một bộ trưởng }, { text: Bài báo kể về việc này. }]',
  figures: '[{ number: "1.200", noun: người, speaker: Một nhân chứng }]',
}
const translated = (fields: Fields, body = 'Năm 1902 có 1.200 người đến. Cũng có 1903 và 1.300.') =>
  articleFile({ ...translation, ...fields }, { place: 'articles/a-1.vi.md', body })
const here = 'data/articles/a-1.vi.md'
const there = 'articles/a-1.en.md'

function findingsIn(...files: CorpusFile[]): string[] {
  const parsed = parseCorpus(files)
  return ('faults' in parsed ? parsed.faults : parsed.doubts).map(describeFault)
}

it('passes with names in another script and numbers with other separators, in either order', () => {
  expect(findingsIn(original, translated({}))).toEqual([])
  expect(findingsIn(translated({}), original)).toEqual([])
})

it('passes with the digits of another script, but not with other numbers in them', () => {
  const khmer = (number: string) =>
    articleFile(
      {
        ...translation,
        keyPoints: `[{ text: ${number} ១៩០២, speaker: Một bộ trưởng }, { text: អត្ថបទនេះ }]`,
        figures: '[{ number: ១២០០, noun: នាក់, speaker: Một nhân chứng }]',
      },
      { place: 'articles/a-1.km.md', body: '១២០០ ១៣០០ ១៩០២' },
    )
  expect(findingsIn(original, khmer('១២០០'))).toEqual([])
  expect(findingsIn(original, khmer('១៣០០'))).toEqual([
    `data/articles/a-1.km.md:9 "keyPoints[1].text" does not give 1200, as ${there} does`,
  ])
})

it.each([
  ['published', { published: '2023-01-10' }, `5 "published" is 2023-01-10, but ${there} has 2023-01-09`],
  [
    'address',
    { url: 'https://paper.example/2' },
    `7 "url" is https://paper.example/2, but ${there} has https://paper.example/1`,
  ],
  ['kind of address', { urlIsCopy: 'true' }, `11 "urlIsCopy" is true, but ${there} has none`],
  ['address left out', { url: undefined }, `2 "url" is missing, but ${there} has https://paper.example/1`],
])('is a fault with another %s', (_, fields, message) => {
  const parsed = parseCorpus([original, translated(fields)])
  expect('faults' in parsed && parsed.faults.map(describeFault)).toEqual([`${here}:${message}`])
})

const second = '{ text: Bài báo kể về việc này. }'
it.each([
  ['fewer claims', { keyPoints: `[${second}]` }, [`9 "keyPoints" has 1, but ${there} has 2`]],
  [
    'a claim of another speaker',
    { keyPoints: `[{ text: "1.200, 1902", speaker: Một nhân chứng }, ${second}]` },
    [`9 "keyPoints[1].speaker" should be A Minister, as in ${there}`],
  ],
  [
    'a claim of nobody',
    { keyPoints: `[{ text: "Bài báo: 1.200, 1902" }, ${second}]` },
    [`9 "keyPoints[1].speaker" should be A Minister, as in ${there}`],
  ],
  [
    'a claim with another number',
    { keyPoints: `[{ text: "1.200, 1903", speaker: Một bộ trưởng }, ${second}]` },
    [`9 "keyPoints[1].text" does not give 1902, as ${there} does`],
  ],
  ['fewer figures', { figures: '[]' }, [`10 "figures" has 0, but ${there} has 1`]],
  [
    'another figure of another speaker',
    { figures: '[{ number: "1.300", noun: người, speaker: Một bộ trưởng }]' },
    [
      `10 "figures[1].speaker" should be A Witness, as in ${there}`,
      `10 "figures[1].number" does not give 1200, as ${there} does`,
    ],
  ],
])('is doubted with %s', (_, fields: Fields, messages) => {
  expect(findingsIn(original, translated(fields))).toEqual(messages.map(message => `${here}:${message}`))
})

it('is doubted if it states a date that the original infers', () => {
  const inferring = (text: string) => articleFile({ inferred: text })
  const withDate = (inferred?: string) =>
    articleFile({ translatedFrom: 'en', inferred }, { place: 'articles/a-1.vi.md' })
  expect(findingsIn(inferring('From its address.'), withDate('Theo địa chỉ.'))).toEqual([])
  expect(findingsIn(inferring('From its address.'), withDate())).toEqual([
    `${here}:2 "inferred" is missing: ${there} infers its date`,
  ])
})

it('is doubted if two versions both claim to be the original', () => {
  const vi = articleFile({}, { place: 'articles/a-1.vi.md' })
  expect(findingsIn(articleFile(), vi)).toEqual([
    `${here}:1 has no "translatedFrom", and neither has ${there}`,
  ])
})
