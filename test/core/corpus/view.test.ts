// Checks that each language sees every article once, in its best version, and that its view is made only once.

import { expect, it } from 'vitest'
import { articleById } from '../../../src/core/corpus/article-by-id.ts'
import { viewIn } from '../../../src/core/corpus/view.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'

const version = (id: string, language: Language) =>
  articleFile({}, { place: `articles/${id}.${language}.md` })
const corpus = corpusOf(
  version('a', 'km'),
  version('a', 'en'),
  version('a', 'vi'),
  version('b', 'en'),
  version('c', 'km'),
)

it.each<[Language, Language[]]>([
  ['en', ['en', 'en', 'km']],
  ['vi', ['vi', 'en', 'km']],
  ['km', ['km', 'en', 'km']],
])('has each article in %s, else in English, else as it is', (language, versions) => {
  const { articles } = viewIn(corpus, language)
  expect(articles.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(articles.map(article => article.language)).toEqual(versions)
})

it('is made once for each corpus and language', () => {
  expect(viewIn(corpus, 'vi')).toBe(viewIn(corpus, 'vi'))
  expect(viewIn(corpus, 'vi')).not.toBe(viewIn(corpus, 'en'))
  expect(viewIn({ ...corpus }, 'vi')).not.toBe(viewIn(corpus, 'vi'))
})

it('finds an article by its id, in the version that the view has', () => {
  expect(articleById(viewIn(corpus, 'vi'), 'a')?.language).toBe('vi')
  expect(articleById(corpus, 'a')).toBe(corpus.articles.find(({ id }) => id === 'a'))
  expect(articleById(corpus, 'd')).toBeUndefined()
})
