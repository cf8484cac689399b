// Tests which words are taken for one another in a question: derived by an ending, or synonyms.

import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { basesOf, derivedLikeness } from '../../../src/core/search/query/derivations.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { queryTermsOf } from '../../../src/core/search/query/query-terms.ts'
import { synonymsWith } from '../../../src/core/search/query/synonyms.ts'
import { search } from '../../../src/core/search/search.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'

describe('words that come from one another', () => {
  it.each([
    ['invade', 'invasion'],
    ['withdraw', 'withdrawal'],
    ['intervene', 'intervention'],
    ['liberate', 'liberators'],
    ['decide', 'decision'],
    ['govern', 'government'],
    ['kill', 'killer'],
    ['describe', 'description'],
    ['permit', 'permission'],
    ['produce', 'production'],
    ['sudden', 'suddenly'],
    ['useful', 'usefulness'],
    ['apply', 'application'],
  ])('%s and %s', (one, other) => {
    expect(derivedLikeness(one, other)).toBeGreaterThan(0.5)
    expect(derivedLikeness(other, one)).toBe(derivedLikeness(one, other))
  })

  it.each([
    ['nation', 'native'],
    ['station', 'state'],
    ['witness', 'wit'],
    ['party', 'part'],
    ['mission', 'miss'],
    ['general', 'generation'],
    ['army', 'arm'],
  ])('not %s and %s', (one, other) => {
    expect(derivedLikeness(one, other)).toBe(0)
  })

  it('are so by a word that both come from, if there is one', () => {
    expect(derivedLikeness('invader', 'invasion')).toBe(0)
    expect(derivedLikeness('invader', 'invasion', word => word === 'invade')).toBeGreaterThan(0.5)
  })

  it('is the same word only if it is', () => {
    expect(derivedLikeness('rice', 'rice')).toBe(1)
    expect(basesOf('rice')).not.toContain('rice')
  })
})

describe('synonyms', () => {
  const synonyms = synonymsWith([[['boat'], ['river', 'vessel']]])

  it('stand for one another in every form, of a language and of the archive', () => {
    expect(synonyms.of('died').map(({ phrase }) => phrase)).toContain('death toll')
    expect(synonyms.of('death toll').map(({ phrase }) => phrase)).toContain('die')
    expect(synonyms.of('boats').map(({ phrase }) => phrase)).toContain('river vessel')
    expect(synonyms.of('rice')).toEqual([])
  })

  it('may be several words', () => {
    expect(synonyms.phrasesAt(['they', 'pulled', 'out'], 1)).toEqual([{ phrase: 'pulled out', length: 2 }])
    expect(synonyms.of('pulled out').map(({ phrase }) => phrase)).toContain('withdraw')
    expect(synonyms.phrasesAt(['they', 'pulled', 'it'], 1)).toEqual([])
  })
})

describe('an archive', () => {
  const texts = {
    first: 'Two hundred perished in the flood. The fair was closed.',
    second: 'The invasion of the locusts ended. Farmers set up a market.',
    third: 'The lake is deep and cold in winter.',
  }
  const index = buildIndex(
    corpusOf(
      ...Object.entries(texts).map(([id, body]) =>
        articleFile({ title: `The ${id} report` }, { place: `articles/${id}.en.md`, body }),
      ),
    ),
  )
  const kindsOf = (typed: string, word: string) => {
    const { segment } = index
    return queryTermsOf(index, readQuery(typed), new Set())
      .flatMap(({ variants }) => variants)
      .filter(variant => segment.lexicon.words[variant.word] === word)
      .map(({ kind, isCorrection }) => [kind, isCorrection])
  }

  it.each([
    ['when did the locusts invade', 'invasion', 'derived', 'second'],
    ['how many died', 'perished', 'synonym', 'first'],
    ['who established the market', 'set', 'synonym', 'second'],
  ])('answers "%s" with %s', (typed, word, kind, id) => {
    expect(kindsOf(typed, word)).toContainEqual([kind, false])
    expect(search(index, typed).hits[0]?.article.id).toBe(id)
  })

  it('takes no word for another in key words that it has itself', () => {
    expect(kindsOf('market locusts', 'fair')).toEqual([])
    expect(kindsOf('died flood', 'perished')).toContainEqual(['synonym', false])
  })

  it.each(['May 1962', 'today', 'January', 'when', 'tuesday'])(
    'corrects no word that a language has: %s',
    typed => {
      const corrected = queryTermsOf(index, readQuery(typed), new Set())
        .flatMap(({ variants }) => variants)
        .filter(({ isCorrection }) => isCorrection)
      expect(corrected).toEqual([])
    },
  )
})

describe('words with accents', () => {
  const synonyms = synonymsWith([])

  it('have the synonyms of their own accents', () => {
    const alike = (word: string, form?: string) => synonyms.of(word, form).map(({ phrase }) => phrase)
    expect(alike('linh', 'lính')).toContain('bo doi')
    expect(alike('linh', 'linh')).toEqual([])
    expect(alike('linh')).toContain('bo doi')
  })
})
