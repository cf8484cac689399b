// Checks that words of a script without spaces are matched however the dictionary cuts them.

import { describe, expect, it } from 'vitest'
import { findStatement } from '../../../src/core/answers/statement-finder.ts'
import { unspacedMatcher } from '../../../src/core/answers/weighing/unspaced.ts'
import { conceptsOf, isConcept } from '../../../src/core/search/index/concepts.ts'
import { type QueryWord, readQuery } from '../../../src/core/search/query/query.ts'
import { synonymsWith } from '../../../src/core/search/query/synonyms.ts'
import { tokens } from '../../../src/core/text/words.ts'
import { askedOf } from './asked.ts'

const queryOf = (...words: string[]): QueryWord[] => {
  let start = 0
  return words.map(word => {
    start += word.length
    return { typed: word, form: word, word, start: start - word.length, end: start }
  })
}

describe('a word of a text', () => {
  const matcherOf = (words: QueryWord[]) =>
    unspacedMatcher(words, new Map(words.map(({ word }, term) => [word, [{ term, quality: 1 }]])))

  it('stands for the words of the query that it was cut from', () => {
    const match = matcherOf(queryOf('ជំ', 'នាន់', 'ថ្មី'))
    expect(match('ជំនាន់').map(({ term }) => term)).toEqual([0, 1])
  })

  it('stands for a word that it is a compound of', () => {
    expect(matcherOf(queryOf('ឈ្លានពាន'))('ការឈ្លានពាន').map(({ term }) => term)).toEqual([0])
  })

  it('may have other signs that people mix up', () => {
    expect(matcherOf(queryOf('ទា', 'ហ៊ាន'))('ទាហាន').map(({ term }) => term)).toEqual([0, 1])
  })

  it('is no part of a syllable', () => {
    expect(matcherOf(queryOf('វៀតណាម'))('តណា')).toEqual([])
    expect(matcherOf(queryOf('ថ្ងៃ'))('សព្វថ្ងៃ')).toEqual([])
  })
})

it('knows a name with spaces and without', () => {
  const spellings = [tokens('ឡេ មិញខាយ').map(({ word }) => word)]
  const concepts = conceptsOf([
    { name: 'Le Minh Khai', names: { en: 'Le Minh Khai' }, also: ['ឡេ មិញខាយ'], spellings },
  ])
  const namesIn = (text: string) =>
    concepts.annotate(tokens(text)).flatMap(({ word }) => (isConcept(word) ? [word] : []))
  expect(namesIn('ឡេមិញខាយ')).toEqual(['#le minh khai'])
  expect(namesIn('ឡេ មិញ ខាយ')).toEqual(['#le minh khai'])
  expect(namesIn('ឡេ មិញ')).toEqual([])
})

it('knows a phrase of a class of synonyms however it is cut', () => {
  const synonyms = synonymsWith([[['ចូលកាន់', 'កាប់'], ['ឈ្លានពាន']]])
  expect(synonyms.phrasesAt(['ចូល', 'កាន់កាប់'], 0)).toEqual([{ phrase: 'ចូលកាន់កាប់', length: 2 }])
  expect(synonyms.of('ចូលកាន់កាប់')).toContainEqual({ phrase: 'ឈ្លានពាន' })
})

it('cuts a question after a title', () => {
  expect(readQuery('តើលោកឡេ មិញខាយជានរណា').words.map(({ typed }) => typed)).toContain('លោក')
})

it('takes nothing told of somebody for what they said', async () => {
  const told = await findStatement(await askedOf('said', 'Nuon Chea <say about> genocide'))
  expect(told).toBeUndefined()
})
