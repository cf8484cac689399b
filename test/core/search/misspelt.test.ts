// How far a misspelt word is from a known one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, nearWords } from '../../../src/core/search/misspelt.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 7 })

/** The definition itself, slow and plain: the reference for any two words. */
function plainDistance(a: string, b: string): number {
  if (!a || !b) return a.length + b.length
  const options = [
    plainDistance(a.slice(1), b) + 1,
    plainDistance(a, b.slice(1)) + 1,
    plainDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    options.push(plainDistance(a.slice(2), b.slice(2)) + 1)
  return Math.min(...options)
}

describe('edit distance', () => {
  it('counts what its definition counts, up to the most that is asked for', () => {
    const short = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 5 })
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 5 }), (a, b, most) => {
        const exact = plainDistance(a, b)
        const found = editDistance(a, b, most)
        if (exact <= most) expect(found).toBe(exact)
        else expect(found).toBeGreaterThan(most)
      }),
    )
  })

  it('is the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
      }),
    )
  })
})

describe('the words near a misspelt one', () => {
  const known = ['khmer', 'former', 'khmum', 'rouge', 'ceremony', 'genocide']
  it.each([
    ['kmer', 'khmer'],
    ['khmr', 'khmer'],
    ['ruoge', 'rouge'],
    ['cerimony', 'ceremony'],
    ['genocde', 'genocide'],
  ])('%s is %s first', (typed, meant) => {
    expect(nearWords(typed, known)[0]?.word).toBe(meant)
  })

  it('are none where a short word has a letter too many or another one', () => {
    expect(nearWords('cham', ['cam', 'pham', 'chat'])).toEqual([])
  })

  it('are none for a short word or one like nothing', () => {
    expect(nearWords('abc', known)).toEqual([])
    expect(nearWords('xyzzyx', known)).toEqual([])
  })
})
