// Checks that everything people read in an article is searched, and numbers however they are written.

import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { search } from '../../../src/core/search/search.ts'
import { articleFile, corpusOf } from '../../fixtures/corpus.ts'

const indexOf = (body: string, language = 'en') =>
  buildIndex(corpusOf(articleFile({}, { place: `articles/a-1.${language}.md`, body })))
const passageFor = (body: string, typed: string, language = 'en') =>
  search(indexOf(body, language), typed, { language }).hits[0]?.passage

const article = `The town lies on a bay. It has a market.

## The lighthouse

It was lit in spring. Its keeper came by boat.

- The first item names a ferry.
- The second names a bridge.

| Ship | Cargo |
| --- | --- |
| Aurora | copper |

![A harpooner on the quay](quay.png)

> The quotation mentions a monsoon.

## Afterword
`

describe('an article', () => {
  it.each([
    ['a list item', 'ferry'],
    ['a table', 'copper'],
    ['a table’s header', 'cargo'],
    ['an image’s caption', 'harpooner'],
    ['a quotation', 'monsoon'],
  ])('is found by %s, and shows it', (_, word) => {
    expect(passageFor(article, word)?.toLowerCase()).toContain(word)
  })

  it.each(['lighthouse', '"the lighthouse"', 'lighthous'])(
    'is found by a heading, and shows it with what follows: %s',
    typed => {
      expect(passageFor(article, typed)).toBe(
        'The lighthouse\nIt was lit in spring. Its keeper came by boat.',
      )
    },
  )

  it('is found by a heading that nothing follows', () => {
    expect(passageFor(article, 'afterword')).toBe('Afterword\nThe quotation mentions a monsoon.')
  })

  it('shows a heading only if the text lacks its words', () => {
    const body = '## The bridge\n\nThe bridge fell. It was old.'
    expect(passageFor(body, 'bridge')).toBe('The bridge fell. It was old.')
    expect(passageFor(body, 'spring')).toBeUndefined()
  })

  it('marks the words in the heading and in the passage', () => {
    const [hit] = search(indexOf(article), 'lighthouse boat').hits
    const marked = hit?.marks.map(([start, end]) => hit.passage.slice(start, end))
    expect(marked).toEqual(['lighthouse', 'boat'])
  })
})

describe('a number', () => {
  const written = ['1000', '1,000', '1.000', "1'000", '1\u00a0000', '១០០០', '១,០០០', '១.០០០', '１０００']

  it.each(written)('written %s is found however it is typed', form => {
    const index = indexOf(`The fair drew ${form} people. It rained.`)
    for (const typed of written) {
      const [hit] = search(index, typed).hits
      expect(
        hit?.marks.map(([start, end]) => hit.passage.slice(start, end)),
        typed,
      ).toEqual([form])
    }
    // An unfinished number at the end of a query may become it.
    for (const typed of ['"100"', '000', '10000', '1001']) expect(search(index, typed).total, typed).toBe(0)
  })

  it('has as many groups as are written', () => {
    const index = indexOf('The survey counted 3.314.768 houses.')
    for (const typed of ['3314768', '3,314,768', '៣.៣១៤.៧៦៨']) expect(search(index, typed).total).toBe(1)
  })

  it.each([
    ['1.5', '1'],
    ['7.1.1979', '1979'],
    ['0.125', '125'],
    ['1979,1980', '1980'],
    ['in 1979, 100 came', '100'],
  ])('of %s is no group of a larger one', (text, typed) => {
    expect(search(indexOf(`The note says ${text}.`), typed).total).toBe(1)
  })

  it('in Khmer is found without the words around it', () => {
    const body = 'នៅឆ្នាំ១៩៧៩មានមនុស្សចំនួន១.០០០នាក់។'
    for (const typed of ['1979', '១៩៧៩', 'ឆ្នាំ១៩៧៩', '1000', '១០០០', 'ចំនួន១០០០'])
      expect(search(indexOf(body, 'km'), typed).total, typed).toBe(1)
  })

  it.each(['B52', 'B-52', 'B 52', 'b–52'])('after a letter in %s may stand apart or not', form => {
    const index = indexOf(`A ${form} was seen over the bay.`)
    for (const typed of ['b52', 'B-52', 'b 52', 'B52']) {
      const { total, corrected } = search(index, typed)
      expect([total, corrected], typed).toEqual([1, []])
    }
    for (const typed of ['b53', 'c52', 'B-53']) expect(search(index, typed).hits, typed).toEqual([])
  })

  it('of a year is found as before, and an ordinal by its number', () => {
    const index = indexOf('In 1979 they marked the 45th anniversary, and on the 2nd day they danced.')
    for (const typed of ['1979', '45th', '45', '2nd', '2', '45th anniversary']) {
      const { total, corrected } = search(index, typed)
      expect([total, corrected], typed).toEqual([1, []])
    }
    for (const typed of ['1978', '44th', '46']) expect(search(index, typed).total, typed).toBe(0)
  })
})
