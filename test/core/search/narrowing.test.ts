// Checks filters, phrases and -words, what the answer says about them, and which version of an article a reader gets.

import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { type SearchOptions, search, suggestions } from '../../../src/core/search/search.ts'
import { articleFile, corpusFile, corpusOf } from '../../fixtures/corpus.ts'

const place = (id: string, language = 'en') => ({ place: `articles/${id}.${language}.md` })
const index = buildIndex(
  corpusOf(
    articleFile(
      { title: 'A market opens', publisher: 'Voice of Vietnam', published: '2014-01' },
      {
        ...place('market'),
        body: 'The new market opened in Kratie. Traders sold rice and fish to the town.',
      },
    ),
    articleFile(
      { title: 'Chợ mới mở cửa', publisher: 'Đài Tiếng nói Việt Nam', published: '2014-01' },
      { ...place('market', 'vi'), body: 'Chợ mới ở Kratie đã mở cửa. Người dân bán gạo và cá.' },
    ),
    articleFile(
      { title: 'ផ្សារថ្មី', publisher: 'Voice of Vietnam', published: '2014-01' },
      { ...place('market', 'km'), body: 'ផ្សារថ្មីបានបើកនៅក្រចេះ។ ពាណិជ្ជករលក់អង្ករ និងត្រី។' },
    ),
    articleFile(
      { title: 'Rice harvest', publisher: 'The Paper', published: '2023-03-01' },
      { ...place('rice'), body: 'Farmers brought in the rice. A fish was seen in the new market hall.' },
    ),
    corpusFile(
      'names.yaml',
      '- { name: Kratie, also: [Kracheh, ក្រចេះ] }\n- { name: Voice of Vietnam, also: [VOV] }\n',
    ),
  ),
)
const ids = (query: string, asked?: SearchOptions) =>
  search(index, query, asked).hits.map(({ article }) => article.id)

describe('a query', () => {
  it('is read as words, phrases, excluded words and filters', () => {
    const query = readQuery('fish "new market" -hall from:"the paper" year:២០១៤ lang:km')
    expect(query.words.map(({ word }) => word)).toEqual(['fish', 'new', 'market'])
    expect(query.phrases).toEqual([[1, 3]])
    expect(query.excludedWords).toEqual(['hall'])
    expect(query.filters).toEqual({ from: 'the paper', year: 2014, language: 'km' })
  })

  it.each(['title:market', 'a - b', '12:30'])('takes %j as words', typed => {
    const { words, filters, excludedWords } = readQuery(typed)
    expect(words.length).toBeGreaterThan(0)
    expect({ filters, excludedWords }).toEqual({ filters: {}, excludedWords: [] })
  })

  it('keeps a filter with an impossible value as a problem, not as words', () => {
    const { words, filters, problems } = readQuery('rice year:soon lang:xx year:2014 year:2015 year:2014')
    expect(words.map(({ word }) => word)).toEqual(['rice'])
    expect(filters).toEqual({ year: 2014 })
    expect(problems.map(({ typed, why }) => [typed, why])).toEqual([
      ['year:soon', 'unknown'],
      ['lang:xx', 'unknown'],
      ['year:2015', 'second'],
    ])
  })

  it('reports a filter that no article passes, and excluded words with nothing to search for', () => {
    const problems = (typed: string) =>
      search(index, typed).problems.map(({ filter, why }) => `${filter} ${why}`)
    expect(problems('rice from:nyt')).toEqual(['from none'])
    expect(problems('rice year:1999')).toEqual(['year none'])
    expect(problems('-rice')).toEqual(['without alone'])
    for (const typed of ['rice from:vov year:2023', '-rice lang:en', 'fish -rice', 'xyzzy'])
      expect(problems(typed)).toEqual([])
  })

  it('gives the same answer if it has already been read', () => {
    for (const typed of ['fish -hall', 'markte rice', 'xyzzy', 'lang:en'])
      expect(search(index, readQuery(typed))).toEqual(search(index, typed))
  })

  it('does not take a hyphen inside a word for a minus', () => {
    expect(readQuery('self-defence').excludedWords).toEqual([])
  })
})

describe('filters', () => {
  it('let through a publisher by any of its names, or a paper', () => {
    expect(ids('fish from:vov')).toEqual(['market'])
    expect(ids('fish from:paper')).toEqual(['rice'])
  })

  it('let through a year and a language', () => {
    expect(ids('rice year:2023')).toEqual(['rice'])
    expect(ids('Kratie lang:km')).toEqual(['market'])
    expect(ids('fish lang:km')).toEqual([])
  })

  it('without words list the articles they let through, newest first', () => {
    expect(ids('lang:en')).toEqual(['rice', 'market'])
  })

  it('are part of the result', () => {
    expect(search(index, 'fish year:2014').filters).toEqual({ year: 2014 })
  })
})

describe('phrases and excluded words', () => {
  it('must be in an article, or must be missing from it', () => {
    expect(ids('"fish to the town"')).toEqual(['market'])
    expect(ids('"town the to fish"')).toEqual([])
    expect(ids('fish -hall')).toEqual(['market'])
    expect(ids('rice -kracheh')).toEqual(['rice'])
  })

  it('are not corrected', () => {
    expect(ids('"markte"')).toEqual([])
    expect(ids('markte')).not.toEqual([])
  })
})

describe('an answer', () => {
  it('has each article once, in the reader’s language if there is such a version', () => {
    for (const query of ['Kratie', 'Kracheh', 'ក្រចេះ']) {
      expect(ids(query)).toEqual(['market'])
      const titles = (['en', 'vi', 'km'] as const).map(
        language => search(index, query, { language }).hits[0]?.article.title,
      )
      expect(titles).toEqual(['A market opens', 'Chợ mới mở cửa', 'ផ្សារថ្មី'])
    }
  })

  it('shows the passage that has the words, from another version if need be', () => {
    const [hit] = search(index, 'gạo và cá', { language: 'en' }).hits
    expect(hit).toMatchObject({ article: { language: 'en' }, language: 'vi' })
    expect(hit?.passage).toContain('gạo')
    expect(search(index, 'Kracheh', { language: 'vi' }).hits[0]).toMatchObject({ language: 'vi' })
  })

  it('offers the search exactly as typed', () => {
    const found = search(index, 'markte rice')
    expect(found.corrected).toEqual([{ typed: 'markte', used: 'market' }])
    expect(found.asTyped).toBe('"markte" rice')
    expect(search(index, found.asTyped ?? '').hits).toEqual([])
  })

  it('comes in consecutive pages', () => {
    const all = ids('rice', { count: 10 })
    expect(all).toHaveLength(2)
    expect([0, 1].flatMap(from => ids('rice', { from, count: 1 }))).toEqual(all)
  })
})

describe('while a query is typed', () => {
  it('names and titles that begin with it come first, then the titles it would find, in order', () => {
    const offered = (typed: string) => suggestions(index, typed, 'en', 25)
    expect(offered('')[0]).toBe('Kratie')
    expect(offered('k')[0]).toBe('Kratie')
    expect(offered('rice h')[0]).toBe('Rice harvest')
    const found = search(index, 'fish market', { count: 10 }).hits.map(({ article }) => article.title)
    expect(offered('fish market')).toEqual(found)
  })
})
