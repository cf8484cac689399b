// Checks rules that hold for any query: none breaks search, shifts a mark, or costs more than its bound.

import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { rank } from '../../../src/core/search/rank/rank.ts'
import { search, suggestions } from '../../../src/core/search/search.ts'
import { fold } from '../../../src/core/text/fold.ts'
import { tokens } from '../../../src/core/text/words.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

let index: SearchIndex
beforeAll(async () => {
  index = indexOf(await bundledCorpus())
})

const odd = [
  ...[
    '"',
    "'",
    '*',
    '-',
    'NEAR(',
    'AND',
    'OR NOT',
    'title:',
    '{a b}: c',
    '^',
    '(',
    'a" OR "b',
    'from:',
    '"" ""',
    '- - -',
  ],
  ...[
    'the of and',
    'là của và',
    '🇰🇭🇻🇳',
    '\u0301\u0300\u0301',
    '\u200b',
    '\ud800',
    '0',
    '១៩៧៩',
    'ß',
    'İ',
    'ﬁ',
    '①',
  ],
  ...[
    'x'.repeat(10_000),
    'a '.repeat(5000),
    'ក'.repeat(10_000),
    'e\u0301'.repeat(5000),
    '"a'.repeat(3000),
    '-a '.repeat(3000),
  ],
]
const words = [
  'Hanoi',
  'ceremony',
  'Khmer',
  'Đỏ',
  'genocide',
  'ខ្មែរក្រហម',
  'Phạm',
  'Minh',
  '7',
  'January',
  'the',
  'and',
  'victry',
]
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(...odd),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...words, ...odd.filter(each => each.length < 20)),
        fc.string({ maxLength: 6 }),
      ),
      {
        maxLength: 14,
      },
    )
    .map(list => list.join(' ')),
)

describe('whatever is typed', () => {
  it('is answered, with marks on words of the passage, in order and without overlaps', () => {
    fc.assert(
      fc.property(typed, query => {
        for (const { passage, marks } of search(index, query).hits) {
          let last = -1
          for (const [start, end] of marks) {
            expect(start).toBeGreaterThan(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(passage.length)
            expect(tokens(passage.slice(start, end)).length).toBeGreaterThan(0)
            last = end
          }
        }
        suggestions(index, query, 'km', 25)
      }),
    )
  })

  it.each(odd.map(each => [each.slice(0, 20), each]))('counts what it finds: %j', (_, query) => {
    const { hits, total, reachable, near } = search(index, query)
    expect(hits).toHaveLength(Math.min(reachable, 5))
    expect(total).toBeGreaterThanOrEqual(reachable)
    expect(new Set(hits.map(({ article }) => article.id)).size).toBe(hits.length)
    if (hits.length > 0) expect(near).toEqual([])
  })

  it.each(['🇰🇭🇻🇳', '\u0301\u0300\u0301', '\u200b', '\ud800', '"" ""', '- - -', '('])(
    'finds nothing without a word: %j',
    query => {
      expect(search(index, query)).toMatchObject({ hits: [], total: 0 })
    },
  )

  it('has the same answer composed or decomposed, and every time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }), list => {
        const query = list.join(' ')
        const answer = (query: string) =>
          search(index, query).hits.map(({ article, passage }) => [article.id, passage])
        expect(answer(query.normalize('NFD'))).toEqual(answer(query.normalize('NFC')))
        expect(answer(query)).toEqual(answer(query))
      }),
    )
  })

  it('costs a bounded number of variants for each word, and of postings', () => {
    // Looks for slow queries: as many words of the corpus and of frequent letters as fit.
    const letters = fc.string({ unit: fc.constantFrom(...'aeinorstuhgkmxj0'), minLength: 1, maxLength: 12 })
    const anything = fc
      .array(fc.oneof(letters, fc.constantFrom(...words)), { maxLength: 40 })
      .map(list => list.join(' '))
    fc.assert(
      fc.property(fc.oneof(anything, typed), query => {
        const { terms, ranked, postingsRead } = rank(index, readQuery(query))
        expect(terms.length).toBeLessThanOrEqual(32)
        for (const { variants } of terms) expect(variants.length).toBeLessThanOrEqual(150)
        expect(ranked.length).toBeLessThanOrEqual(60)
        expect(postingsRead).toBeLessThanOrEqual(11_000 + 21 * index.segment.articles.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('of two articles that differ in one word', () => {
  const word = fc.string({ unit: fc.constantFrom(...'bdkmnrstaeiou'), minLength: 5, maxLength: 9 })

  it('the one with the word as typed is never below the one with a similar word', () => {
    fc.assert(
      fc.property(word, fc.nat(8), fc.constantFrom(...'aeioubdk'), (exact, at, letter) => {
        const other = exact.slice(0, at % exact.length) + letter + exact.slice((at % exact.length) + 1)
        fc.pre(other !== exact)
        const text = (word: string) => ({ body: `Somebody spoke of ${word} in the hall. It was in March.` })
        const both = buildIndex(
          corpusOf(
            articleFile({}, { place: 'articles/a-1.en.md', ...text(other) }),
            articleFile({}, { place: 'articles/b-1.en.md', ...text(exact) }),
          ),
        )
        expect(search(both, `${exact} hall`).hits[0]?.article.id).toBe('b-1')
        expect(search(both, exact).hits[0]?.article.id).toBe('b-1')
      }),
      { numRuns: 60 },
    )
  })
})

describe('the words of any text', () => {
  it('are where the tokens say, and fold to the tokens’ words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom(...odd)), text => {
        let last = 0
        for (const { word, start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(fold(text.slice(start, end)).startsWith(word)).toBe(true)
          last = end
        }
      }),
    )
  })
})
