// Checks that Khmer is found by its characters, however the dictionary cut the text and the query.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lostPairs } from '../../../bench/khmer-pairs.ts'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { beginsSyllable } from '../../../src/core/search/runs/run.ts'
import { type Hit, search } from '../../../src/core/search/search.ts'
import { fold } from '../../../src/core/text/fold.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { bundledCorpus, indexOf } from '../bundled.ts'

const marked = (hit: Hit | undefined) => hit?.marks.map(([start, end]) => hit.passage.slice(start, end))

/** An index of Khmer articles with these texts, named km-0, km-1 and so on. */
const indexWith = (...texts: string[]) =>
  buildIndex(
    corpusOf(
      ...texts.map((body, at) => articleFile({ title: 'ក' }, { place: `articles/km-${at}.km.md`, body })),
    ),
  )

describe('two neighbouring words of the bundled Khmer texts', () => {
  it('find the article that has them, every pair', async () => {
    const corpus = await bundledCorpus()
    const { pairs, lost } = lostPairs(corpus, indexOf(corpus))
    expect(pairs).toBeGreaterThan(3000)
    expect(lost, `${lost.length} of ${pairs}`).toEqual([])
  })
})

describe('a run of characters', () => {
  const text = 'អ្នកនេសាទនៅភូមិមាត់សមុទ្របានឃើញភ្លើងហ្វារក្រហមជារៀងរាល់យប់ៗនៃរដូវវស្សា'
  const index = indexWith(text, 'សាលារៀននៅលើភ្នំមានសិស្សច្រើន')

  it('is found wherever it begins and ends, and is marked in the text', () => {
    const ends = Array.from(text, (_, at) => at).filter(at => at > 0 && beginsSyllable(text, at))
    const from = [0, ...ends]
    fc.assert(
      fc.property(fc.nat(from.length - 1), fc.integer({ min: 3, max: 12 }), (first, syllables) => {
        const last = Math.min(first + syllables, from.length)
        fc.pre(last - first >= 3)
        const run = text.slice(from[first], from[last] ?? text.length)
        const hits = search(index, run, { language: 'km' }).hits
        expect(hits.map(({ article }) => article.id)).toContain('km-0')
      }),
      { numRuns: 300 },
    )
  })

  it('is marked with the characters that were typed, even inside a word', () => {
    const [hit] = search(indexWith('ភ្លើងខ្មែរក្រហមនៅឆ្ងាយ'), 'ក្រហម', { language: 'km' }).hits
    expect(marked(hit)).toEqual(['ក្រហម'])
  })

  it('is one mark where words touch', () => {
    const [hit] = search(indexWith('មូលហេតុដែលវៀតណាមបញ្ជូនទាហានទៅ'), 'វៀតណាមបញ្ជូនទាហាន', { language: 'km' }).hits
    expect(marked(hit)).toEqual(['វៀតណាមបញ្ជូនទាហាន'])
  })

  it('is marked at its place in a text with invisible characters', () => {
    const [hit] = search(indexWith('ភ្លើង\u200bខ្មែរ\u200bក្រហម\u200bនៅឆ្ងាយ'), 'ក្រហម', { language: 'km' }).hits
    expect(marked(hit)?.map(fold)).toEqual(['ក្រហម'])
  })

  it('does not begin or end inside a syllable', () => {
    expect(search(indexWith('ស្ត្រីម្នាក់'), 'តរម', { language: 'km' }).total).toBe(0)
    expect(search(indexWith('ខ្មែរក្រហមា'), 'ក្រហម', { language: 'km' }).total).toBe(0)
  })

  it('keeps to the filters and the excluded words', () => {
    const two = indexWith('ខ្មែរក្រហម ភ្នំ', 'ខ្មែរក្រហម សមុទ្រ')
    expect(search(two, 'ក្រហម', { language: 'km' }).total).toBe(2)
    expect(search(two, 'ក្រហម -សមុទ្រ', { language: 'km' }).hits.map(({ article }) => article.id)).toEqual([
      'km-0',
    ])
    expect(search(two, 'ក្រហម year:1900', { language: 'km' }).total).toBe(0)
  })

  it('finds only articles that have the other words too', () => {
    const two = indexWith('ខ្មែរក្រហម Northport', 'ខ្មែរក្រហម Southport')
    expect(search(two, 'ក្រហម Northport', { language: 'km' }).hits.map(({ article }) => article.id)).toEqual([
      'km-0',
    ])
  })

  it('in quotation marks is found in every text that has it', () => {
    const several = indexWith('ខ្មែរក្រហម', 'អំពីខ្មែរ ក្រហម', 'ក្រហមខ្មែរ')
    const ids = search(several, '"ខ្មែរក្រហម"', { language: 'km' }).hits.map(({ article }) => article.id)
    expect(ids.toSorted()).toEqual(['km-0', 'km-1'])
  })
})

describe('a Khmer word of the dictionary', () => {
  it('is not corrected into another', () => {
    expect(search(indexWith('ក្រុមនេះបានមក'), 'ក្រហម', { language: 'km' })).toMatchObject({
      total: 0,
      corrected: [],
    })
  })

  it('is found inside a longer one rather than corrected', () => {
    const { hits, corrected } = search(indexWith('ក្រុមនេះ', 'ខ្មែរក្រហម'), 'ក្រហម', { language: 'km' })
    expect(hits.map(({ article }) => article.id)).toEqual(['km-1'])
    expect(corrected).toEqual([])
  })
})
