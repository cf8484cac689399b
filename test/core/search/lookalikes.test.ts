// Checks that every lookup gives the same answer for words that look the same.

import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { languageNamed } from '../../../src/core/languages/language.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { anniversariesLike } from '../../../src/core/search/lookup/anniversaries.ts'
import { findArticles } from '../../../src/core/search/lookup/articles.ts'
import { completeNames, namesLike } from '../../../src/core/search/lookup/names.ts'
import { subjectsLike } from '../../../src/core/search/lookup/subjects.ts'
import { completeZones, zonesLike } from '../../../src/core/search/lookup/zones.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { search, suggestions } from '../../../src/core/search/search.ts'
import { confused } from '../../fixtures/confusions.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

let corpus: Corpus
let index: SearchIndex
beforeAll(async () => {
  corpus = await bundledCorpus()
  index = indexOf(corpus)
})

const typed = [
  ...['Hun Sen', 'Lê Minh Khái', 'Đà Nẵng', 'Hanoi', 'សម្តេច', 'ហ៊ុន សែន', 'ប៉ុល ពត', 'ប្រវត្តិសាស្ត្រ', 'កោះថ្ម'],
  ...['ដើម្បី', '"ខ្មែរក្រហម"', '"genocidal regime"', 'Hanoi -harbour', 'lang:km សន្តិភាព', "people's benefits"],
]
/** A word, and the same as another keyboard writes it. */
const twice = fc.constantFrom(...typed).chain(right => confused(right).map(wrong => [right, wrong] as const))

describe('words that look the same', () => {
  it('find the same passages with the same marks', () => {
    fc.assert(
      fc.property(twice, ([right, wrong]) => {
        const answer = (words: string) =>
          search(index, words, { language: 'km' }).hits.map(hit => [hit.article.id, hit.passage, hit.marks])
        expect(answer(right)).not.toEqual([])
        expect(answer(wrong)).toEqual(answer(right))
        expect(suggestions(index, wrong, 'km', 5)).toEqual(suggestions(index, right, 'km', 5))
      }),
    )
  })

  it.each([
    ['ប្រវត្តិសាស្រ្ត', 'ប្រវត្តិសាស្ត្រ'],
    ['សន្ដិភាព', 'សន្តិភាព'],
    ['ដេីម្បី', 'ដើម្បី'],
    ['កេាះថ្ម', 'កោះថ្ម'],
    ['ផ្ដួលរំលំ', 'ផ្តួលរំលំ'],
    ['សម្ដេច', 'សម្តេច'],
    ['ខ្មែរ\u200bក្រហម', 'ខ្មែរក្រហម'],
    ['«ខ្មែរក្រហម»', '"ខ្មែរក្រហម"'],
    ['“genocidal regime”', '"genocidal regime"'],
  ])('find the same articles: %s and %s', (typed, written) => {
    const answer = (words: string) => search(index, words, { language: 'km' })
    expect(answer(written).total).toBeGreaterThan(0)
    expect(answer(typed)).toMatchObject({ total: answer(written).total, corrected: [] })
    expect(answer(typed).hits).toEqual(answer(written).hits)
  })

  it('are never corrected into each other', () => {
    fc.assert(
      fc.property(twice, ([, wrong]) => {
        expect(search(index, wrong, { language: 'km' }).corrected).toEqual([])
      }),
    )
  })

  it.each<[of: string, typed: string, lookup: (words: string) => unknown]>([
    ['a person', 'ហ៊ុន សែន', async words => (await namesLike(corpus, words)).names[0]?.name],
    ['a completion', 'ប៉ុល', words => completeNames(corpus, words, 3)],
    [
      'an article',
      'sggp-2024',
      async words => (await findArticles({ corpus, index }, words)).articles[0]?.id,
    ],
    [
      'an anniversary',
      'january-7',
      words => anniversariesLike(words, corpus).anniversaries.map(({ id }) => id),
    ],
    ['a subject', 'death-toll', async words => (await subjectsLike(corpus, index, words)).subjects[0]?.id],
    ['a zone', 'Phnom Penh', words => zonesLike(words, Temporal.Instant.from('2026-01-07T00:00Z'))[0]],
    ['a completion of a zone', 'Phnom', words => completeZones(words, 3)],
    ['a language', 'ភាសាខ្មែរ', words => languageNamed(words)],
    ['an excluded word', '-សម្តេច', words => readQuery(words).excludedWords],
    ['a phrase', '"genocidal regime"', words => readQuery(words).phrases],
  ])('name the same thing: %s', async (_, right, lookup) => {
    const wanted = await lookup(right)
    expect(wanted).toBeTruthy()
    await fc.assert(
      fc.asyncProperty(confused(right), async wrong => {
        expect(await lookup(wrong)).toEqual(wanted)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a text that looks the same', () => {
  const texts = [
    'ប្រជាជនកម្ពុជាបានរងគ្រោះដោយរបបខ្មែរក្រហម។ ពួកគេដើរទៅកោះធំ ហើយស្ត្រីម្នាក់និយាយ។',
    "Mr. O'Connor wrote of the harbour of Łódź. He was there in 1979.",
  ]
  const queries = [
    'ខ្មែរក្រហម',
    '"ខ្មែរក្រហម"',
    'កោះធំ',
    'ស្ត្រី',
    'ដើរ',
    "O'Connor",
    `"O'Connor"`,
    'Lodz',
    'harbour',
  ]

  it('answers the same queries, and the marks are on the words as it has them', () => {
    fc.assert(
      fc.property(fc.tuple(...texts.map(confused)), fc.constantFrom(...queries), (written, query) => {
        const hitIn = (bodies: readonly string[]) => {
          const files = bodies.map((body, at) => articleFile({}, { place: `articles/a-${at}.en.md`, body }))
          const [hit] = search(indexOf(corpusOf(...files)), query).hits
          return hit?.marks.map(([start, end]) => readQuery(hit.passage.slice(start, end)).text)
        }
        expect(hitIn(texts)).toBeDefined()
        expect(hitIn(written)).toEqual(hitIn(texts))
      }),
      { numRuns: 60 },
    )
  })
})
