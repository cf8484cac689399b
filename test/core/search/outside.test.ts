// The wider record is found by its words, and a name that the archive does not know becomes nobody else's.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '../../../src/core/corpus/corpus.ts'
import { buildIndex } from '../../../src/core/search/build.ts'
import type { SearchIndex } from '../../../src/core/search/index.ts'
import { outsideOn } from '../../../src/core/search/outside.ts'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus } from '../bundled.ts'

let corpus: Corpus
let index: SearchIndex
beforeAll(async () => {
  corpus = await bundledCorpus()
  index = buildIndex(corpus)
})

describe('what stands outside of the articles', () => {
  it.each([
    ['tribunal', /tribunal/],
    ['Khieu Samphan', /Khieu Samphan/],
    ['occupation', /occupation/],
    ['Vietnamese invasion', /invasion/],
    ['why did Vietnam invade Cambodia?', /invasion/],
    ['chiếm đóng', /occupation/],
  ])('is found by %j', (words, text) => {
    const found = outsideOn(corpus, index, words, 5)
    expect(found.map(({ text: { en } }) => en).join('\n')).toMatch(text)
  })

  it.each(['volunteer', 'qqqxyz', '', 'the of and'])('is not shown for %j', words => {
    expect(outsideOn(corpus, index, words, 5)).toEqual([])
  })
})

describe('a name that no article has', () => {
  it.each(['tuol sleng', 'Nuon Chea', 'Khieu Samphan', 'Ieng Sary', 'Norodom Sihanouk'])(
    'is not taken for another: %s',
    words => {
      expect(search(index, words).hits).toEqual([])
    },
  )

  it.each([
    ['kmer ruoge', 'vovworld-2014'],
    ['cerimony Hanoy', 'sggp-2024'],
  ])('is told from one that is misspelt in every word: %s', (words, id) => {
    expect(search(index, words).hits[0]?.article.id).toBe(id)
  })
})
