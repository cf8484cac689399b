// Checks the cost of typing one word for another, and which known words a misspelt one may mean.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lexiconOf } from '../../../src/core/search/index/lexicon.ts'
import { misspellingsOf } from '../../../src/core/search/query/misspellings.ts'
import { editCost } from '../../../src/core/text/edit-cost.ts'
import { nearWords } from '../../../src/core/text/near-words.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 7 })

/** Optimal string alignment by its recursive definition: slow, but obviously correct. */
function referenceDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length
  const options = [
    referenceDistance(a.slice(1), b) + 1,
    referenceDistance(a, b.slice(1)) + 1,
    referenceDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    options.push(referenceDistance(a.slice(2), b.slice(2)) + 1)
  return Math.min(...options)
}

describe('the edit cost', () => {
  const short = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 5 })

  it('is at most the number of edits, and zero only for the same word', () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 5 }), (a, b, maxEdits) => {
        const edits = referenceDistance(a, b)
        const cost = editCost(a, b, maxEdits)
        if (edits > maxEdits) expect(cost).toBe(Number.POSITIVE_INFINITY)
        else expect(cost).toBeLessThanOrEqual(edits)
        expect(cost === 0).toBe(a === b)
      }),
    )
  })

  it('is less for a neighbouring key, swapped letters and a doubled letter', () => {
    const ordinary = editCost('hqnoi', 'hpnoi', 1)
    expect(ordinary).toBe(1)
    for (const [typed, meant] of [
      ['hsnoi', 'hanoi'],
      ['hnaoi', 'hanoi'],
      ['hannoi', 'hanoi'],
    ] as const)
      expect(editCost(typed, meant, 1)).toBeLessThan(ordinary)
  })
})

describe('the words near a misspelt one', () => {
  const known = lexiconOf(['ceremony', 'former', 'genocide', 'khmer', 'khmum', 'rouge'])
  const near = (typed: string, maxEdits: number) =>
    misspellingsOf(known, typed, { maxEdits, limit: 3 }).map(({ word }) => known.words[word])

  it.each([
    ['kmer', 1, 'khmer'],
    ['khmr', 1, 'khmer'],
    ['ruoge', 2, 'rouge'],
    ['cerimony', 2, 'ceremony'],
    ['genocde', 2, 'genocide'],
    ['jhmer', 1, 'khmer'],
  ])('of %s within %i edits begin with %s', (typed, maxEdits, meant) => {
    expect(near(typed, maxEdits)[0]).toBe(meant)
  })

  it('are the same as those found by comparing every word', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        word,
        fc.integer({ min: 1, max: 2 }),
        (words, typed, maxEdits) => {
          const lexicon = lexiconOf([...new Set(words)].sort())
          const found = misspellingsOf(lexicon, typed, { maxEdits, limit: 100 }).map(
            ({ word }) => lexicon.words[word],
          )
          const all = lexicon.words.filter(
            each => each !== typed && referenceDistance(each, typed) <= maxEdits,
          )
          expect(found.sort()).toEqual([...all].sort())
        },
      ),
    )
  })

  it('are empty for a word that resembles nothing, or is longer than any word', () => {
    expect(near('xyzzyx', 2)).toEqual([])
    expect(near('k'.repeat(10_000), 2)).toEqual([])
  })
})

describe('the words of a short list near a misspelt one', () => {
  const names = ['khmer', 'former', 'khmum', 'rouge', 'ceremony', 'genocide']

  it('begin with the likeliest', () => {
    expect(nearWords('kmer', names)[0]?.word).toBe('khmer')
    expect(nearWords('ruoge', names)[0]?.word).toBe('rouge')
  })

  it('are empty for a short word with an extra or wrong letter', () => {
    expect(nearWords('cham', ['cam', 'pham', 'chat'])).toEqual([])
  })

  it('are empty for a very short word, or one that resembles nothing', () => {
    expect(nearWords('abc', names)).toEqual([])
    expect(nearWords('xyzzyx', names)).toEqual([])
  })
})
