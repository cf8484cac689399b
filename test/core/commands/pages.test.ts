// A page of a long list: what fits one message, cut before it is composed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Section, sectionAt } from '../../../src/core/commands/shared/pages.ts'

/** A list of entries of these sizes, and how often one was composed. */
function listOf(sizes: readonly number[]) {
  let composed = 0
  const at = (from: number): Section<number> =>
    sectionAt([...sizes.keys()], {
      from,
      compose: number => {
        composed++
        return number
      },
      unitsOf: number => sizes[number] ?? 0,
    })
  return { at, composed: () => composed }
}
const sizes = fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 200 })

describe('a page of a list', () => {
  it('is the whole of a short list, wherever it is asked to begin', () => {
    const { at } = listOf(Array.from({ length: 20 }, () => 100))
    expect(at(15)).toEqual({ entries: [...Array(20).keys()], first: 1, total: 20 })
  })

  it('has at most ten entries of a long one, and goes on where it ends', () => {
    const { at } = listOf(Array.from({ length: 50 }, () => 100))
    expect(at(1)).toMatchObject({ entries: [...Array(10).keys()], first: 1, next: 11 })
    expect(at(11)).toMatchObject({ first: 11, previous: 1, next: 21 })
  })

  it('has fewer entries if they are long, but one at least', () => {
    expect(listOf(Array.from({ length: 30 }, () => 1000)).at(1).entries).toHaveLength(2)
    expect(listOf(Array.from({ length: 30 }, () => 9000)).at(1).entries).toHaveLength(1)
  })

  it('is full at the end of the list too, and for a button that points past it', () => {
    const { at } = listOf(Array.from({ length: 45 }, () => 100))
    expect(at(44)).toMatchObject({ first: 36, previous: 26 })
    expect(at(44)).not.toHaveProperty('next')
    expect(at(999)).toEqual(at(45))
  })

  it('is nothing of an empty list', () => {
    expect(listOf([]).at(3)).toEqual({ entries: [], first: 0, total: 0 })
  })

  it('leaves out no entry, to whichever side the pages are turned', () => {
    fc.assert(
      fc.property(sizes, each => {
        const { at } = listOf(each)
        for (const [turn, start] of [['next', 1] as const, ['previous', each.length] as const]) {
          const seen = new Set<number>()
          for (let from: number | undefined = start; from !== undefined; ) {
            const page = at(from)
            for (const entry of page.entries) seen.add(entry)
            from = page[turn]
          }
          expect(seen.size).toBe(each.length)
        }
      }),
    )
  })

  it('composes its own entries and those of the page before, and no others', () => {
    const { at, composed } = listOf(Array.from({ length: 50_000 }, () => 200))
    at(25_000)
    expect(composed()).toBeLessThan(30)
  })
})
