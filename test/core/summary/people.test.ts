// Checks which people a text names, so that a name in brackets is never the wrong one.

import { describe, expect, it } from 'vitest'
import { viewIn } from '../../../src/core/corpus/view.ts'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { peopleOf } from '../../../src/core/summary/people.ts'
import { data } from '../../fixtures/data.ts'

const english = viewIn(data, 'en')
const people = peopleOf(english, buildIndex(english))

describe('the people of a text', () => {
  it('are found in any spelling, once each', () => {
    expect(people('Samdech Hunsen met Lê Minh Khái, and Hun Sen spoke.').people).toEqual([
      'Hun Sen',
      'Le Minh Khai',
    ])
  })

  it('leave nothing of the names that are known, and all of those that are not', () => {
    const { rest } = people('Hun Sen met Bopha Chan of the Khmer Rouge in Phnom Penh.')
    expect(rest).toContain('Bopha Chan')
    expect(rest).not.toMatch(/Hun|Khmer|Penh/)
  })

  it("do not include somebody in whose name another is spoken of: Hun Sen's brother", () => {
    expect(people("Hun Sen's brother came.").people).toEqual([])
    expect(people("Hun Sen's brother came.").rest).toContain('Hun Sen')
  })
})
