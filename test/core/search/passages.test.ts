// Checks how an article is cut into passages, and that a passage is the same alone and among the others.

import { expect, it } from 'vitest'
import { passageAt, passagesOf } from '../../../src/core/search/index/passages.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { bundledCorpus } from '../bundled.ts'

const textsOf = (sentences: number) => {
  const body = Array.from({ length: sentences }, (_, at) => `Sentence ${at + 1} is here.`).join(' ')
  const [article] = corpusOf(articleFile({}, { place: 'articles/a-1.en.md', body })).articles
  return article ? passagesOf(article).map(({ text }) => text.match(/\d/g)?.join('')) : []
}

it('have two sentences, and three if one would be left over', () => {
  expect([1, 2, 3, 4, 5].map(textsOf)).toEqual([['1'], ['12'], ['123'], ['12', '34'], ['12', '345']])
})

it('have a sentence that is printed twice once, and are still stretches of their paragraph', () => {
  const body = 'It rained. It rained. He left.\n\nIt rained. It rained.\n\nShe came. He left. She came.'
  const [article] = corpusOf(articleFile({}, { body })).articles
  const passages = article ? passagesOf(article) : []
  expect(passages.map(({ text }) => text)).toEqual([
    'It rained. He left.',
    'It rained.',
    'He left. She came.',
  ])
  for (const { text, paragraph, offset } of passages)
    expect(article?.paragraphs[paragraph]?.text.startsWith(text, offset)).toBe(true)
})

it('are found by their number in the article', async () => {
  for (const article of (await bundledCorpus()).articles) {
    const all = passagesOf(article)
    expect(all.map((_, place) => passageAt(article, place))).toEqual(all)
    expect(passageAt(article, all.length)).toBeUndefined()
  }
})
