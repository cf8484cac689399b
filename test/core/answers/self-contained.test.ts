// Checks that a sentence shown as an answer names whom it is about.

import { expect, it } from 'vitest'
import { selfContained } from '../../../src/core/answers/self-contained.ts'
import type { AnswerStatement } from '../../../src/core/answers/statement.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { indexOf } from '../bundled.ts'

const corpus = corpusOf(
  articleFile(
    { people: '[{ name: Ada Vos, role: mayor }]' },
    { body: 'Ada Vos opened the harbour in May 1902. She praised the builders. A crowd had come.' },
  ),
)
const [article] = corpus.articles
if (!article) throw new Error('the corpus has no article')

/** A sentence of the article by its number, with one word that was asked for. */
const answer = (text: string, number: number, word: string): AnswerStatement => {
  const start = text.indexOf(word)
  return {
    statement: { kind: 'sentence', article, text, number },
    ...{ text, focus: [[start, start + word.length]], score: 1 },
  }
}

const shown = ({ text, focus }: AnswerStatement) => [
  text,
  ...focus.map(([start, end]) => text.slice(start, end)),
]

it('is named in brackets, or by the sentence before, and marks stay at their words', () => {
  const completed = selfContained(answer('She praised the builders.', 2, 'builders'), indexOf(corpus))
  expect(shown(completed)).toEqual(['She [Ada Vos] praised the builders.', 'builders'])
  expect(completed.hasInsertedName).toBe(true)
})

it('leaves a sentence alone that needs nothing', () => {
  const crowd = answer('A crowd had come.', 3, 'crowd')
  expect(selfContained(crowd, indexOf(corpus))).toEqual(crowd)
})
