// Checks that a passage that says "he" shows who that is, in every language, with its marks still on the right words.

import { beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../../../src/core/languages/language.ts'
import { resolvePassage } from '../../../../src/core/search/coreference/passage.ts'
import { passagesOf } from '../../../../src/core/search/index/passages.ts'
import type { SearchIndex } from '../../../../src/core/search/index/search-index.ts'
import { search } from '../../../../src/core/search/search.ts'
import { bundledCorpus, indexOf } from '../../bundled.ts'

let index: SearchIndex
beforeAll(async () => {
  index = indexOf(await bundledCorpus())
})
const hit = (query: string, language: Language, id = 'sggp-2024') =>
  search(index, query, { language }).hits.find(({ article }) => article.id === id)
const resolvedPassages = (id: string, language: Language) =>
  index.segment.articles
    .filter(article => article.id === id && article.language === language)
    .flatMap(article => passagesOf(article).map(passage => resolvePassage(index, article, passage)))

describe('a passage', () => {
  it.each([
    ['"pol pot regime"', 'en', 'He [Le Minh Khai] recalled crimes'],
    ['how many people died?', 'en', "By his [Le Minh Khai's] account"],
    ['trampled', 'en', "apparently still from his [Le Minh Khai's] speech"],
    ['3 triệu', 'vi', 'Ông [Lê Minh Khái] nhắc lại tội ác'],
    ['"៣ លាន"', 'km', 'លោក [ឡេ មិញខាយ] បានរំលឹក'],
  ] as const)('found by %s has the name of the person meant (%s)', (query, language, words) => {
    expect(hit(query, language)?.passage).toContain(words)
  })

  it('never gets the name of somebody quoted in between', () => {
    for (const language of ['en', 'vi', 'km'] as const) {
      const added = resolvedPassages('sggp-2024', language).flatMap(
        passage => passage.added?.words.trim() ?? [],
      )
      expect(added).toHaveLength(4)
      for (const words of added) expect(words).toMatch(/Khai|Khái|ខាយ|Savoeun|សាវឿន/)
    }
  })

  it('is shown with the sentences before it if it could be somebody else', () => {
    const [resolved] = resolvedPassages('vovworld-2014', 'en').filter(({ text }) =>
      text.includes('in his words'),
    )
    expect(resolved?.text).toMatch(/^On a visit to Vietnam, .*Hun Sen/)
    expect(resolved?.added).toBeUndefined()
  })

  it('knows the Khmer title that stands for a person, as in "the Samdech stressed"', () => {
    const resolved = resolvedPassages('vovworld-2014', 'km').filter(({ text }) =>
      text.includes('ពាក្យរបស់សម្តេច'),
    )
    expect(resolved).not.toEqual([])
    for (const { text } of resolved) expect(text).toMatch(/^ក្នុងទស្សនកិច្ច.*សម្តេចតេជោ ហ៊ុន សែន/)
  })

  it('has its marks on the matched words, before and after the name', () => {
    for (const query of ['he "recalled crimes"', '"tens of thousands"', 'further "made against what"']) {
      const found = hit(query, 'en')
      const marked = found?.marks.map(([start, end]) => found.passage.slice(start, end))
      expect(marked).toContain(/"(.*)"/.exec(query)?.[1])
    }
  })
})
