// Checks the answers to what people type, on the bundled corpus, and how words are folded and cut.

import { beforeAll, describe, expect, it } from 'vitest'
import { viewIn } from '../../../src/core/corpus/view.ts'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { search } from '../../../src/core/search/search.ts'
import { fold } from '../../../src/core/text/fold.ts'
import { tokens } from '../../../src/core/text/words.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { bundledCorpus } from '../bundled.ts'

let index: SearchIndex
beforeAll(async () => {
  index = buildIndex(viewIn(await bundledCorpus(), 'en'))
})
const first = (query: string) => search(index, query).hits[0]?.article.id

describe('search', () => {
  it.each([
    ['Hanoi ceremony', 'sggp-2024'],
    ['hanoi cerimony', 'sggp-2024'],
    ['Le Minh Khai', 'sggp-2024'],
    ['Lê Minh Khái', 'sggp-2024'],
    ['le minh kai', 'sggp-2024'],
    ['Neth Savoeun', 'sggp-2024'],
    ['neth savoen', 'sggp-2024'],
    ['Võ Văn Thưởng', 'sggp-2024'],
    ['Rasmei Kampuchea', 'vietnamplus-2023'],
    ['rasmei kampuchia', 'vietnamplus-2023'],
    ['Heng Samrin', 'vietnamplus-2023'],
    ['heng samrim', 'vietnamplus-2023'],
    ['ហេង សំរិន', 'vietnamplus-2023'],
    ['Phạm Minh Chính', 'vietnamplus-2023'],
    ['Sophal Tuon', 'qdnd-2023'],
    ['sophal toun', 'qdnd-2023'],
    ['self-defence', 'qdnd-2023'],
    ['ASEAN', 'qdnd-2023'],
    ['khun chhy', 'vovworld-2014'],
    ['vietnamese experts', 'vovworld-2014'],
    ['close to 2 million', 'vovworld-2014'],
    ['Hun Many', 'vietnamnews-2026'],
    ['ហ៊ុន ម៉ានី', 'vietnamnews-2026'],
    ['5 million rescued', 'vietnamnews-2026'],
    ['withdrawal 1989', 'vietnamnews-2026'],
    ['AKP', 'vietnamnews-2026'],
    ['kmer ruoge', 'vovworld-2014'],
  ])('for %j finds %s first', (query, id) => {
    expect(first(query)).toBe(id)
  })

  it('finds the same articles by any spelling of a name', () => {
    const ids = (query: string) =>
      search(index, query)
        .hits.map(hit => hit.article.id)
        .sort()
    for (const query of ['Kampuchea', 'Campuchia', 'កម្ពុជា', 'kampuchia'])
      expect(ids(query)).toEqual(ids('Cambodia'))
    for (const query of ['Khmer Rouge', 'Khmer Đỏ', 'khmer ruoge', 'ខ្មែរក្រហម'])
      expect(ids(query)).toHaveLength(5)
  })

  it('answers a question by its content words', () => {
    expect(first('what happened at the ceremony in Hanoi?')).toBe('sggp-2024')
  })

  it.each(['xyzzy qwfp', 'asdfghjkl', '!!!', '🇰🇭', 'blockchain wallet', 'zzz', '9999999'])(
    'finds nothing for %j',
    query => {
      expect(search(index, query).hits).toEqual([])
    },
  )

  it.each([
    'how many people died?',
    'deaths',
    'death toll',
    'số người chết',
    'bao nhiêu người chết',
    'អ្នកស្លាប់',
  ])('shows figures for %j', query => {
    const found = search(index, query).hits.map(hit => hit.passage)
    expect(found.filter(passage => /million/.test(passage)).length).toBeGreaterThanOrEqual(3)
  })

  it.each(['Cham', 'nuon chea', 'ieng sary', 'duch'])(
    'does not take %s, an unknown name, for somebody else',
    query => {
      expect(search(index, query).hits).toEqual([])
    },
  )

  it('names the nearest known words if it finds nothing', () => {
    expect(search(index, 'Nguyen Fu Xyzzy Qwerty').near.length).toBeGreaterThan(0)
  })

  it('says which word it used for a misspelt one, and nothing about correct words', () => {
    expect(search(index, 'hanoi cerimony').corrected).toEqual([{ typed: 'cerimony', used: 'ceremony' }])
    expect(search(index, 'hanoi ceremony').corrected).toEqual([])
  })

  it('marks the matched words of the passage in order, including corrected ones', () => {
    const [hit] = search(index, 'cerimony Hanoi').hits
    const marked = hit?.marks.map(([start, end]) => hit.passage.slice(start, end))
    expect(marked).toContain('Hanoi')
    expect(marked).toContain('ceremony')
    let end = -1
    for (const [from, to] of hit?.marks ?? []) {
      expect(from).toBeGreaterThan(end)
      end = to
    }
  })

  it('marks the right words after characters that are not a word', () => {
    const body = 'Rice \u0301\u0301 and \u0301 fish stood at the market in March.'
    const corpus = corpusOf(articleFile({}, { place: 'articles/a-1.en.md', body }))
    const [hit] = search(buildIndex(corpus), 'fish market').hits
    expect(hit?.marks.map(([start, end]) => hit.passage.slice(start, end))).toEqual(['fish', 'market'])
  })

  it('gives the same order every time', () => {
    const order = () => search(index, 'Cambodia').hits.map(hit => hit.article.id)
    expect(order()).toEqual(order())
  })

  it('reads only the first 240 characters of a query', () => {
    expect(search(index, 'Hanoi -ceremony').hits.map(hit => hit.article.id)).not.toContain('sggp-2024')
    expect(first(`Hanoi ceremony${' '.repeat(240)}-ceremony`)).toBe('sggp-2024')
  })
})

describe('folding', () => {
  it('turns all spellings of a word into one', () => {
    expect(new Set(['Việt', 'VIỆT', 'viet', 'Vie\u0323\u0302t'].map(fold))).toEqual(new Set(['viet']))
    expect(fold('Đỏ')).toBe('do')
    expect(fold('១៩៧៩')).toBe('1979')
    expect(fold('ភ្នំ\u200bពេញ')).toBe('ភ្នំពេញ')
  })

  it('keeps the signs of Khmer words', () => {
    expect(fold('ភ្នំពេញ')).toBe('ភ្នំពេញ')
  })

  it('cuts a text into words with their positions', () => {
    const text = 'Cambodia’s ខ្មែរក្រហម, 1979.'
    for (const { start, end, word } of tokens(text))
      expect(fold(text.slice(start, end)).startsWith(word)).toBe(true)
    expect(tokens(text).map(token => token.word)).toEqual(['cambodia', 'ខ្មែរក្រហម', '1979'])
  })
})
