// Checks how an archive's own words are read: classes of synonyms, and hidden words to search by.

import { describe, expect, it } from 'vitest'
import { anniversaryFile, articleFile, corpusFile, corpusOf, faultsOf } from '../../fixtures/corpus.ts'

const words = (text: string) => corpusFile('words.yaml', text)

describe('words.yaml', () => {
  it('has classes of words that mean the same, folded like names, in any language', () => {
    const { synonyms } = corpusOf(articleFile(), words('- [Leave, pull out, Rút quân]\n- [fall, thất thủ]\n'))
    expect(synonyms).toEqual([
      [['leave'], ['pull', 'out'], ['rut', 'quan']],
      [['fall'], ['that', 'thu']],
    ])
  })

  it('may have a word in several classes', () => {
    expect(faultsOf(articleFile(), words('- [fall, collapse]\n- [fall, autumn]\n'))).toEqual([])
  })

  it('is not needed', () => {
    expect(corpusOf(articleFile()).synonyms).toEqual([])
  })

  it.each([
    ['leave: [pull out]', '1 the file is not a list'],
    ['- leave', '1 "[1]" is not a list'],
    ['- [leave, go]\n- [fall]', '2 "[2]" has fewer than two words'],
    ['- [rút, leave, RUT]', '1 "[1][3]" repeats "rút" (case and accents do not count)'],
    ['- [leave, "?!"]', '1 "[1][2]" has no characters to search for'],
    ['- [leave, 1979]', '1 "[1][2]" is not text'],
    [`- [leave, ${'x'.repeat(61)}]`, '1 "[1][2]" is longer than 60 characters'],
    [`- [${Array.from({ length: 101 }, (_, at) => `w${at}`).join()}]`, '1 "[1]" has more than 100 words'],
  ])('says where it is wrong and what was expected: %j', (text, fault) => {
    expect(faultsOf(articleFile(), words(text))).toEqual([`data/words.yaml:${fault}`])
  })
})

describe('search words', () => {
  it('are read in articles, subjects, events and anniversaries', () => {
    const corpus = corpusOf(
      articleFile({ searchWords: '[beacon]' }),
      corpusFile('subjects/it.yaml', 'names: { en: It }\nsearchWords: [death toll]\n'),
      corpusFile('events.yaml', '[{ date: 1979, text: { en: So. }, articles: [a-1], searchWords: [start] }]'),
      anniversaryFile({ searchWords: '[jubilee]' }),
    )
    const lists = [corpus.articles, corpus.subjects, corpus.events, corpus.anniversaries]
    expect(lists.map(([first]) => first?.searchWords)).toEqual([
      ['beacon'],
      ['death toll'],
      ['start'],
      ['jubilee'],
    ])
  })

  it.each([
    ['beacon', '6 "searchWords" is not a list'],
    ['[beacon, Béacon]', '6 "searchWords[2]" repeats "beacon" (case and accents do not count)'],
    ['[" "]', '6 "searchWords[1]" has no characters to search for'],
  ])('are refused with their place: %s', (searchWords, fault) => {
    expect(faultsOf(articleFile({ searchWords }))).toEqual([`data/articles/a-1.en.md:${fault}`])
  })
})
