// Checks which people a text names, so that a name in brackets is never the wrong one.

import { describe, expect, it } from 'vitest'
import { viewIn } from '../../../../src/core/corpus/view.ts'
import { isTitle, peopleOf } from '../../../../src/core/search/coreference/people.ts'
import { buildIndex } from '../../../../src/core/search/index/build.ts'
import { data } from '../../../fixtures/data.ts'

const english = viewIn(data, 'en')
const people = peopleOf(english, buildIndex(english))
const namesIn = (text: string) =>
  people(text).mentions.flatMap(({ name, isPossessive }) => (isPossessive ? [] : [name]))

describe('the people of a text', () => {
  it('are found in any spelling', () => {
    expect(namesIn('Samdech Hunsen met Lê Minh Khái, and Hun Sen spoke.')).toEqual([
      'Hun Sen',
      'Le Minh Khai',
      'Hun Sen',
    ])
  })

  it('are cut out of the rest if known, and stay in it if not', () => {
    const { rest } = people('Hun Sen met Bopha Chan of the Khmer Rouge in Phnom Penh.')
    expect(rest).toContain('Bopha Chan')
    expect(rest).not.toMatch(/Hun|Khmer|Penh/)
  })

  it("do not include the owner in a possessive: Hun Sen's brother", () => {
    expect(namesIn("Hun Sen's brother came.")).toEqual([])
    expect(people("Hun Sen's brother came.").rest).toContain('Hun Sen')
  })
})

describe('the words before a name', () => {
  it.each([
    ...['លោក ', 'លោកស្រី ', 'ឯកឧត្តម ', 'សម្តេច ', 'សម្តេចតេជោ '],
    ...['សម្តេចអគ្គមហាសេនាបតីតេជោ ', 'សម្តេចអគ្គមហាពញាចក្រី ', 'ឯកឧត្តម លោក ', 'Samdech Techo ', ''],
  ])('may be titles: "%s"', words => {
    expect(isTitle(words)).toBe(true)
  })

  it.each(['សម្តេចបានជួប', 'លោកបានដកស្រង់', 'He quoted '])('may be more than titles: "%s"', words => {
    expect(isTitle(words)).toBe(false)
  })
})
