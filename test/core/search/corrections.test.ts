// Checks which words are taken for misspelt ones: a correction has to do with what was typed.

import { beforeAll, describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { namesLike } from '../../../src/core/search/lookup/names.ts'
import { search } from '../../../src/core/search/search.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

let index: SearchIndex
beforeAll(async () => {
  index = indexOf(await bundledCorpus())
})
const corrected = (typed: string, language = 'en') =>
  search(index, typed, { language }).corrected.map(({ used }) => used)

describe('in a small archive', () => {
  it.each(['China', 'youth', 'next', 'Japan', 'Laos', 'going', 'early', 'eight', 'winter', 'crash', 'Paris'])(
    'the English word %s, which it does not have, is no slip for another word',
    typed => {
      for (const language of ['en', 'vi', 'km']) expect(corrected(typed, language)).toEqual([])
    },
  )

  it.each([
    ['cerimony', 'ceremony'],
    ['sotuh', 'south'],
    ['soutth', 'south'],
    ['victry', 'victory'],
    ['genocde', 'genocide'],
    ['januray', 'january'],
    ['Kampuchia', 'Kampuchea'],
    ['cambodja', 'Cambodia'],
  ])('%s is a slip for %s', (typed, used) => {
    expect(corrected(typed).map(each => each.toLowerCase())).toEqual([used.toLowerCase()])
  })

  it.each(['China', 'youth', 'next', 'peace talks', 'river', 'bread', 'bánh mì'])(
    '%s, which it does not have, is answered without names that only share some characters',
    async typed => {
      for (const language of ['en', 'vi']) expect(search(index, typed, { language }).near).toEqual([])
      expect(await namesLike(await bundledCorpus(), typed)).toEqual({ names: [], isNamed: false })
    },
  )

  it.each([
    ['Nguyen Fu Xyzzy', 'Nguyen'],
    ['VietnamMinus', 'Vietnam'],
  ])('%s is answered with names that resemble a word of it', (typed, name) => {
    expect(search(index, typed).near.join()).toContain(name)
  })

  it.each(['tax', 'box', 'war', 'her', 'max'])('%s was not typed with Telex keys', typed => {
    expect(corrected(typed)).toEqual([])
  })

  it.each([
    ['chieens', 'chien'],
    ['thawngs', 'thang'],
    ['quaan', 'quan'],
  ])('%s was, for a word with these marks', (typed, used) => {
    expect(corrected(typed)).toEqual([used])
  })
})

describe('a correction', () => {
  const articles = [
    articleFile(
      { title: 'The harbour' },
      { place: 'articles/a-1.en.md', body: 'The chess club met at noon.' },
    ),
    articleFile(
      { title: 'Bến cảng' },
      { place: 'articles/b-1.vi.md', body: 'Con thuyền về bến, chiến thắng.' },
    ),
  ]
  const both = buildIndex(corpusOf(...articles))

  it('of a word with accents is a word with accents', () => {
    expect(search(both, 'chéss').corrected).toEqual([])
    expect(search(both, 'chiếnn').corrected).toEqual([{ typed: 'chiếnn', used: 'chien' }])
  })

  it('of a word without accents, alone, is no word that always has some', () => {
    expect(search(both, 'thuyeenf').corrected).toEqual([{ typed: 'thuyeenf', used: 'thuyen' }])
    expect(search(both, 'thuyenm').corrected).toEqual([])
    expect(search(both, 'con thuyenm').corrected).toEqual([])
    expect(search(both, 'bến thuyenm').corrected).toEqual([{ typed: 'thuyenm', used: 'thuyen' }])
  })
})
