// Checks how questions and other sentences are ranked, and which sentence of an article answers one.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { readQuery } from '../../../src/core/search/query/query.ts'
import { queryTermsOf } from '../../../src/core/search/query/query-terms.ts'
import { candidatesFor } from '../../../src/core/search/rank/candidates.ts'
import { matchesFor } from '../../../src/core/search/rank/matches.ts'
import { bestSentences } from '../../../src/core/search/rank/sentences.ts'
import { search } from '../../../src/core/search/search.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'

/** An index over articles with these texts: a-1, a-2 ... */
const indexOver = (...bodies: string[]) =>
  buildIndex(
    corpusOf(...bodies.map((body, at) => articleFile({}, { place: `articles/a-${at + 1}.en.md`, body }))),
  )

const idsFor = (index: ReturnType<typeof indexOver>, query: string) =>
  search(index, query).hits.map(({ article }) => article.id)

const best = (index: ReturnType<typeof indexOver>, question: string) => {
  const query = readQuery(question)
  return bestSentences(index, matchesFor(index, query, 'en'), { query, count: 1 })[0]
}

const market = 'The rice market opened in spring. Farmers came from far away.'
const harbour = 'The harbour was built of granite. Ships came from far away.'

describe('a question', () => {
  const town = 'Farmers and ships came from far away to see the old town.'
  const index = indexOver(market, harbour, town)

  it('finds an article that lacks most of its words', () => {
    expect(idsFor(index, 'why did the emperor order granite for his unfinished palace?')[0]).toBe('a-2')
  })

  it('prefers the article with the rare word to one with frequent words', () => {
    const larger = indexOver(market, harbour, town, 'Ships came with farmers.', 'Farmers came with ships.')
    expect(idsFor(larger, 'which farmers came for the granite?')[0]).toBe('a-2')
  })

  it('is any text of many words, with or without a question mark', () => {
    const words = 'harbour built granite ships away palace emperor marble'
    expect(idsFor(index, words)[0]).toBe('a-2')
  })

  it('has some of its words in the articles: other sentences find nothing', () => {
    expect(idsFor(index, 'my emperor likes granite, marble, noodles, music, chess and horses')).toEqual([])
  })

  it('of key words still needs nearly half of what is typed', () => {
    expect(idsFor(index, 'granite emperor palace')).toEqual([])
  })

  it('takes no stop word for another word', () => {
    const query = readQuery('where did the thing go?')
    const variants = queryTermsOf(indexOver('A thing stood there.'), query, new Set())
      .filter(({ typed }) => typed.word === 'the')
      .flatMap(term => term.variants.map(({ kind }) => kind))
    expect(variants).toEqual(['exact'])
  })

  it('typed with accents prefers the word with these accents', () => {
    const accents = indexOver('Con mà ở ngoài đồng. Trời mưa.', 'Con má ở ngoài đồng. Trời mưa.')
    expect(idsFor(accents, 'Con má ở đâu?')[0]).toBe('a-2')
    expect(idsFor(accents, 'Con mà ở đâu?')[0]).toBe('a-1')
  })
})

describe('the sentence that answers', () => {
  it('has the words of the question', () => {
    const index = indexOver(`${market} The mayor sold the rice to soldiers. Nobody complained.`)
    expect(best(index, 'who sold rice to the soldiers?')).toMatchObject({
      ...{ text: 'The mayor sold the rice to soldiers.', number: 3 },
    })
  })

  it.each([
    ['when was the bridge finished?', 'The bridge was finished in 1907.'],
    ['how many workers finished the bridge?', 'The bridge was finished by 300 workers.'],
    ['who finished the bridge?', 'The bridge was finished by old Maria Lopes.'],
  ])('of equals holds what is asked for: %s', (question, answer) => {
    const index = indexOver(
      [
        'The bridge was finished at last.',
        'The bridge was finished in 1907.',
        'The bridge was finished by 300 workers.',
        'The bridge was finished by old Maria Lopes.',
      ].join('\n\n'),
    )
    expect(best(index, question)?.text).toBe(answer)
  })

  it('may name nobody, if the sentence before does', () => {
    const index = indexOver(
      'Maria Lopes painted the hall. She was born in Porto.\n\nThe engineer was born in Lisbon, people say. It rained.',
    )
    expect(best(index, 'where was Maria Lopes born?')?.text).toBe('She was born in Porto.')
  })

  it('may name nobody, if the first of the paragraph does', () => {
    const index = indexOver(
      'Maria Lopes painted the hall. It was cold there. She was born in Porto.\n\nThe engineer was cold. It rained. He was born in Lisbon.',
    )
    expect(best(index, 'where was Maria Lopes born?')?.text).toBe('She was born in Porto.')
  })

  it('has the word that few sentences have, rather than the one that its whole article is about', () => {
    const lighthouse = ['walls', 'stairs', 'doors', 'floors'].map(part => `Lighthouse ${part} are white.`)
    const index = indexOver(
      [...lighthouse, 'Lamps are very bright.'].join('\n\n'),
      ...[market, harbour, 'Lamps are cheap.', 'Lamps are old.', 'The school is small.', 'A mill turns.'],
    )
    expect(best(index, 'is there a lighthouse with lamps?')?.text).toBe('Lamps are very bright.')
  })

  it('of equals has fewer words that the question does not have', () => {
    const index = indexOver(
      [
        'Soldiers bought rice, salt, cloth and timber from the north in the spring of that year.',
        'Soldiers bought rice cheaply.',
      ].join('\n\n'),
    )
    expect(best(index, 'did soldiers buy rice?')?.text).toBe('Soldiers bought rice cheaply.')
  })

  it('begins the passage that is shown', () => {
    const index = indexOver(
      'The rice was cheap. The mayor sold the rice to soldiers. Nobody complained. It rained.',
    )
    expect(search(index, 'who sold rice to the soldiers?').hits[0]?.passage).toBe(
      'The mayor sold the rice to soldiers. Nobody complained.',
    )
  })

  it('is none for key words', () => {
    expect(best(indexOver(market), 'rice market')).toBeUndefined()
  })
})

it('gathers the same best articles whether frequent words may open candidates or not', () => {
  const words = 'rice market harbour granite ships farmers spring town mayor bridge'.split(' ')
  const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(text, { minLength: 5, maxLength: 20 }), text, (bodies, asked) => {
      const index = indexOver(...bodies.map(body => body.join(' ')))
      const terms = queryTermsOf(index, readQuery(`${asked.join(' ')} ?`), new Set())
      const gather = (isBestOnly: boolean) =>
        candidatesFor(index.segment, terms, { minCoverage: 0.1, limit: 3, isBestOnly }).candidates
      const rankOf = ({ score, coverage }: { score: number; coverage: number }) =>
        Math.round((score + coverage) * 1e4)
      expect(gather(true).map(rankOf).sort()).toEqual(gather(false).map(rankOf).sort())
    }),
    { numRuns: 60 },
  )
})
