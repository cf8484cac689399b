// Checks that summaries leave out what newspapers print around an article, and that every sentence keeps its place.

import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../src/core/corpus/paragraphs.ts'
import { partOf } from '../../../src/core/languages/packs.ts'
import { isFurniture, spansOf } from '../../../src/core/summary/clean.ts'
import { sentenceStarts } from '../../../src/core/text/sentences.ts'

const paragraphs = (...texts: string[]): Paragraph[] =>
  texts.map(text => ({ text, sentences: sentenceStarts(text, partOf('en', 'sentences')) }))
const textsOf = (...texts: string[]) => spansOf(paragraphs(...texts)).map(span => span.text)

describe('a summary leaves out', () => {
  it.each([
    ['captions', 'Delegates in the hall'],
    ['credits', 'Delegates in the hall. (Photo: ABC)'],
    ['credits in other words', 'Delegates came. (File photo)'],
    ['sources', 'Source: ABC'],
    ['end marks', '— ABC/DEF'],
    ['bylines', 'An Author'],
    ['reporters', 'An Author and Another contributed to this report.'],
  ])('%s', (_, line) => {
    expect(textsOf('It rained all day.', line, 'It stopped at night.')).toEqual([
      'It rained all day.',
      'It stopped at night.',
    ])
  })

  it.each([
    'It rained.',
    '“It rained,” he said.',
    'It is known that it rained for the whole of the day and for most of the night, he stressed',
  ])('but not a sentence: %s', line => {
    expect(isFurniture(line)).toBe(false)
  })

  it.each([
    ['HANOI – It rained.', 'It rained.'],
    ['Hue (ABC) – It rained.', 'It rained.'],
    ['(ABCworld) – It rained.', 'It rained.'],
    ['New York, N.Y. (AP) -- It rained.', 'It rained.'],
    ['It rained in HUE – a town.', 'It rained in HUE – a town.'],
  ])('the dateline of %j', (line, text) => {
    expect(textsOf(line)).toEqual([text])
  })

  it.each([
    ['It rained, the article said./.', 'It rained, the article said.'],
    ['It rained all day. — ABC/DEF', 'It rained all day.'],
  ])('the end mark of %j', (line, text) => {
    expect(textsOf(line)[0]).toBe(text)
  })

  it('a lead that is printed again in full, and the second print of any paragraph', () => {
    const lead = 'Many people came to the hall in the rain.'
    const full = 'Many people came to the hall in the rain. They stayed until the night.'
    expect(textsOf(lead, full, 'The rain stopped at last.', full)).toEqual([
      'Many people came to the hall in the rain.',
      'They stayed until the night.',
      'The rain stopped at last.',
    ])
  })
})

it('a sentence is told once, however it is punctuated and wherever it is', () => {
  expect(
    textsOf('It rained all day. It rained all day. He left.', 'It rained, all day!', 'He slept. He left!'),
  ).toEqual(['It rained all day.', 'He left.', 'He slept.'])
})

it.each([
  [['Only one line without a stop'], ['Only one line without a stop']],
  [
    ['A line without a stop', 'Photo: ABC', 'Another line'],
    ['A line without a stop', 'Another line'],
  ],
])('a text without full stops consists of its lines: %j', (lines, expected) => {
  expect(textsOf(...lines)).toEqual(expected)
})

it('sentences are counted over all printed text, and keep their places', () => {
  const texts = paragraphs('HANOI – It rained. It poured.', 'A picture', 'It stopped./.')
  for (const { paragraph, start, end, text } of spansOf(texts))
    expect(texts[paragraph]?.text.slice(start, end)).toBe(text)
  expect(spansOf(texts).map(({ number, text }) => [number, text])).toEqual([
    [1, 'It rained.'],
    [2, 'It poured.'],
    [4, 'It stopped.'],
  ])
})
