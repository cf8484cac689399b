// Checks what a hit shows: a passage that has the phrase, and marks on what matched.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../../src/core/languages/language.ts'
import type { SearchIndex } from '../../../src/core/search/index/search-index.ts'
import { type Hit, search } from '../../../src/core/search/search.ts'
import { tokens } from '../../../src/core/text/words.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

let index: SearchIndex
beforeAll(async () => {
  index = indexOf(await bundledCorpus())
})
const hits = (query: string, language: Language = 'en') => search(index, query, { language }).hits
const marked = (hit: Hit | undefined) => hit?.marks.map(([start, end]) => hit.passage.slice(start, end)) ?? []
const words = (text: string) =>
  ` ${tokens(text)
    .map(({ word }) => word)
    .join(' ')} `

describe('a phrase in quotation marks', () => {
  it('is in the passage, or in the title or names of the article', () => {
    let shown = 0
    for (const { language, title, keyPoints, paragraphs } of index.segment.articles)
      for (const text of [
        title,
        ...keyPoints.map(point => point.text),
        ...paragraphs.map(each => each.text),
      ]) {
        const [first, second, third] = tokens(text).slice(3)
        if (!first || !second || !third) continue
        const phrase = text.slice(first.start, third.end)
        if (/["“”.,]/.test(phrase)) continue
        for (const hit of hits(`"${phrase}"`, language))
          if (hit.passage !== '') {
            expect(words(hit.passage), phrase).toContain(words(phrase))
            shown++
          }
      }
    expect(shown).toBeGreaterThan(100)
  })

  it('is marked as one, and its words are not marked elsewhere', () => {
    const found = hits('"genocidal regime"')
    expect(found).not.toEqual([])
    for (const hit of found) expect(new Set(marked(hit))).toEqual(new Set(['genocidal regime']))
  })

  it('is shown in a key point, with that point, if no passage has it', () => {
    const found = hits('"salvation Front"')
    expect(found.length).toBeGreaterThan(0)
    for (const { passage, point } of found) {
      expect(words(passage)).toContain(' salvation front ')
      if (point) expect(point.text).toBe(passage)
    }
    expect(found.some(({ point }) => point?.speaker)).toBe(true)
  })

  it('that is only in a title shows no passage without it', () => {
    const titled = hits('"mutual support"').find(({ article }) => article.id === 'qdnd-2023')
    expect(titled).toMatchObject({ passage: '', marks: [] })
  })
})

describe('marks', () => {
  it('are on words with any accents if the query has none', () => {
    expect(marked(hits('chuyen gia', 'vi')[0])).toEqual(['chuyên gia'])
    expect(marked(hits('giai phong', 'vi')[0])).toEqual(['giải phóng'])
  })

  it('are on no word with other accents than those typed', () => {
    const found = hits('người chết', 'vi').flatMap(marked)
    expect(found).not.toEqual([])
    expect(found).not.toContain('chế')
  })

  it('include a stop word beside its neighbour, unless it is a stop word of another language', () => {
    for (const query of ['chế độ', 'che do']) expect(marked(hits(query, 'vi')[0])).toContain('độ')
    expect(marked(hits('the ceremony')[0])).not.toContain('the')
  })

  it('are in the language that has the words, not on guesses in the reader’s', () => {
    const [first] = hits('chế độ', 'en')
    expect(first).toMatchObject({ language: 'vi', article: { language: 'en' } })
    expect(marked(first)).toContain('chế')
  })

  it('are in the reader’s language if the word is part of a longer name there', () => {
    const found = hits('genocide')
    expect(found).not.toEqual([])
    for (const hit of found) {
      expect(hit.language).toBe('en')
      expect(marked(hit).join()).toMatch(/genocid/)
    }
  })

  it('are on a name, not on its syllables elsewhere', () => {
    expect(marked(hits('le minh khai', 'vi')[0])).toEqual(['Lê Minh Khái'])
  })
})
