// Checks that the whole article decides which of its words are abbreviations, not one paragraph alone.

import { expect, it } from 'vitest'
import { sentencesOf } from '../../../src/core/corpus/paragraphs.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'

it.each([
  [
    'a stop in the middle of a sentence elsewhere',
    'He met Dogar. Rose there.',
    'The Dogar., too, was late.',
    1,
  ],
  ['a name without a stop elsewhere', 'He met Hun Sen. Rose left.', 'Hun Sen was late.', 2],
  ['nothing elsewhere', 'He met Dogar. Rose left.', 'It rained.', 2],
])('%s', (_, first, second, count) => {
  const [article] = corpusOf(articleFile({}, { body: `${first}\n\n> - ${second}` })).articles
  const paragraph = article?.paragraphs[0]
  expect(paragraph?.sentences).toHaveLength(count)
  expect(paragraph && sentencesOf(paragraph, 0, count)).toBe(first)
})
