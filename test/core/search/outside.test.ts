// Checks that outside statements are found by their words, and that an unknown name is not taken for somebody else's.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Article, Corpus } from '../../../src/core/corpus/model.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { outsideStatementsOn } from '../../../src/core/search/lookup/outside.ts'
import { search } from '../../../src/core/search/search.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

const textsOf = ({ keyPoints, paragraphs }: Article) =>
  [...keyPoints, ...paragraphs].map(({ text }) => text).join(' ')

let corpus: Corpus
let index: SearchIndex
beforeAll(async () => {
  corpus = await bundledCorpus()
  index = indexOf(corpus)
})

describe('an outside statement', () => {
  it.each([
    ['tribunal', /tribunal/],
    ['Khieu Samphan', /Khieu Samphan/],
    ['occupation', /occupation/],
    ['Vietnamese invasion', /invasion/],
    ['why did Vietnam invade Cambodia?', /invasion/],
    ['chiếm đóng', /occupation/],
  ])('is found by %j', (words, text) => {
    const found = outsideStatementsOn(corpus, index, words)
    expect(found.map(({ text: { en } }) => en).join('\n')).toMatch(text)
  })

  it.each(['volunteer', 'qqqxyz', '', 'the of and'])('is not found by %j', words => {
    expect(outsideStatementsOn(corpus, index, words)).toEqual([])
  })
})

describe('an excluded word', () => {
  it.each([
    ['Khmer Rouge -tribunal', /tribunal/i],
    ['killed -genocide', /genocid/i],
    ['Vietnam -genocidal', /genocid/i],
    ['Cambodia -genocide -anniversary', /genocid/i],
    ['Khmer Rouge -soldier', /soldier/i],
  ])('keeps out everything that a search for it would match: %s', (words, unwanted) => {
    const wanted = words.replace(/ -.*/, '')
    const shown = search(index, wanted, { count: 20 }).hits.map(({ article }) => textsOf(article))
    const outside = outsideStatementsOn(corpus, index, wanted).map(({ text }) => text.en)
    expect([...shown, ...outside].join()).toMatch(unwanted)
    for (const { text, source } of outsideStatementsOn(corpus, index, words))
      expect(`${text.en} ${source.en}`).not.toMatch(unwanted)
    for (const { article, passage } of search(index, words, { count: 20 }).hits)
      expect(`${article.title} ${passage} ${textsOf(article)}`).not.toMatch(unwanted)
  })

  it('keeps out nothing without it', () => {
    expect(search(index, 'Vietnam -qqqxyz').total).toBe(search(index, 'Vietnam').total)
    expect(outsideStatementsOn(corpus, index, 'occupation -qqqxyz')).toEqual(
      outsideStatementsOn(corpus, index, 'occupation'),
    )
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
  ])('is distinguished from one misspelt in every word: %s', (words, id) => {
    expect(search(index, words).hits[0]?.article.id).toBe(id)
  })
})
