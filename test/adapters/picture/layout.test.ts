// Checks that the words in a picture fit inside it, do not overlap, are complete, and can be read on a phone.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Drawing,
  MIN_FONT_PX,
  PICTURE_WIDTH_PX,
  type Shape,
} from '../../../src/adapters/picture/drawing.ts'
import { layOut } from '../../../src/adapters/picture/layout.ts'
import { breakLines } from '../../../src/adapters/picture/lines.ts'
import { compareLooseDates, type LooseDate } from '../../../src/core/calendar/date.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { languages } from '../../../src/core/languages/language.ts'
import type { Picture, PlotItem } from '../../../src/core/picture/picture.ts'
import { graphemeCuts } from '../../../src/core/text/cuts.ts'
import { bundledCard, bundledPlot, renderer } from './pictures.ts'

type Words = Extract<Shape, { type: 'words' }>
interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const draw = (picture: Picture): Drawing => layOut(picture, renderer.measureIn(picture.language))
const wordsIn = ({ shapes }: Drawing): Words[] => shapes.filter(each => each.type === 'words')

/** As high as characters without marks, because marks above and below may reach between the lines. */
function boxOf({ x, y, words, style }: Words, language: Language): Box {
  return {
    left: x,
    right: x + renderer.measureIn(language)(words, style),
    top: y - style.size * 0.75,
    bottom: y + 2,
  }
}
const touch = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function expectLegible(picture: Picture): void {
  const drawing = draw(picture)
  const boxes = wordsIn(drawing).map(each => boxOf(each, picture.language))
  for (const { left, right, top, bottom } of boxes) {
    expect(left).toBeGreaterThanOrEqual(24)
    expect(right).toBeLessThanOrEqual(PICTURE_WIDTH_PX - 24)
    expect(top).toBeGreaterThanOrEqual(24)
    expect(bottom).toBeLessThanOrEqual(drawing.height - 24)
  }
  const overlaps = boxes.flatMap((a, index) => boxes.slice(index + 1).filter(b => touch(a, b)))
  expect(overlaps).toEqual([])
  // 11 px on a phone that shows the picture 360 px wide.
  for (const { style } of wordsIn(drawing))
    expect((style.size * 360) / PICTURE_WIDTH_PX).toBeGreaterThanOrEqual(11)
}

const sampleWords: Record<Language, string[]> = {
  en: ['the', 'commemoration', 'of', 'Phnom Penh,', '1979:', 'anniversaries', '“day”', 'x'.repeat(60)],
  vi: ['ngày', 'tháng', 'Khmer Đỏ', 'sụp đổ', 'Phnôm Pênh:', 'nghĩa', '1979', 'ở'.repeat(50)],
  km: [
    'ថ្ងៃទី៧',
    'ខែមករា',
    'ការដួលរលំនៃរបបខ្មែរក្រហម',
    'នៅភ្នំពេញ',
    'រដ្ឋមន្ត្រី',
    ' ',
    '១៩៧៩៖',
    'AKP',
    'ស្ត្រី'.repeat(20),
  ],
}
const someWords = (language: Language, maxLength = 40) =>
  fc
    .array(fc.constantFrom(...(sampleWords[language] ?? sampleWords.en ?? [])), { minLength: 1, maxLength })
    .map(chosen => chosen.join(language === 'km' ? '' : ' '))
const withoutSpaces = (text: string) => text.replace(/\s/g, '')

describe.each(languages)('in %s', language => {
  it('the pictures of the bundled archive are legible', async () => {
    for (const id of ['january-7', 'front-founding', 'journey-1977'])
      expectLegible(await bundledCard(language, id))
    expectLegible(await bundledPlot(language))
  })

  it('a card is legible and complete whatever its words', async () => {
    const card = await bundledCard(language)
    fc.assert(
      fc.property(
        someWords(language),
        someWords(language, 12),
        someWords(language),
        (title, line, source) => {
          const picture = { ...card, title, line, source }
          expectLegible(picture)
          const drawn = wordsIn(draw(picture)).map(each => each.words)
          expect(withoutSpaces(drawn.join(''))).toBe(withoutSpaces(`${card.span}${title}${line}${source}`))
        },
      ),
      { numRuns: 25, seed: 7 },
    )
  }, 60_000)

  it('lines break between words, inside a long word between clusters, and never inside a cluster', () => {
    const style = { size: 40, weight: 'regular' } as const
    const measure = renderer.measureIn(language)
    fc.assert(
      fc.property(someWords(language), fc.integer({ min: 120, max: 900 }), (text, width) => {
        const lines = breakLines(text, { width, style, measure })
        const whole = text.replace(/\s+/g, ' ').trim()
        const cuts = new Set(graphemeCuts(whole))
        let at = 0
        for (const line of lines) {
          expect(measure(line, style)).toBeLessThanOrEqual(width)
          at = whole.indexOf(line, at)
          expect(at).toBeGreaterThanOrEqual(0)
          expect(cuts.has(at)).toBe(true)
          at += line.length
        }
        expect(withoutSpaces(lines.join(''))).toBe(withoutSpaces(whole))
      }),
      { numRuns: 60, seed: 7 },
    )
  }, 60_000)

  it('a timeline is legible whatever its dates', async () => {
    const plot = await bundledPlot(language)
    const date = fc.record({
      year: fc.integer({ min: 1970, max: 2026 }),
      month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    })
    const item = fc
      .record({
        from: date,
        day: fc.option(fc.integer({ min: 1, max: 28 })),
        more: fc.option(fc.nat(12)),
        label: someWords(language, 12),
        derived: fc.boolean(),
      })
      .map(
        ({ from: { year, month }, day, more, label, derived }): PlotItem => ({
          from: { year, ...(month && { month, ...(day && { day }) }) },
          ...(more && { until: { year: year + more } }),
          when: JSON.stringify([year, month, month && day, more, derived]),
          derived,
          label,
          source: label.slice(0, 20).trim() || 'x',
        }),
      )
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), items => {
        const years = Object.fromEntries(
          Array.from({ length: 80 }, (_, index) => [1965 + index, String(1965 + index)]),
        )
        expectLegible({ ...plot, items, years })
      }),
      { numRuns: 25, seed: 7 },
    )
  }, 60_000)
})

describe('a picture', () => {
  it('with more words than fit is refused, not cut', async () => {
    const card = await bundledCard('en')
    expect(() => draw({ ...card, title: 'word '.repeat(10_000) })).toThrow('too high')
  })

  it('has short titles in large type and long ones in smaller type', async () => {
    const card = await bundledCard('en')
    const largestFont = (title: string) =>
      Math.max(...wordsIn(draw({ ...card, title })).map(({ style }) => style.size))
    expect(largestFont('A day')).toBeGreaterThan(largestFont('a long title '.repeat(12)))
    expect(largestFont('a long title '.repeat(30))).toBeGreaterThanOrEqual(MIN_FONT_PX)
  })
})

describe('the marks of a timeline', () => {
  it('do not overlap, and no leader crosses another', async () => {
    for (const language of languages) {
      const { shapes } = draw(await bundledPlot(language))
      const leaders = shapes.flatMap(each =>
        each.type === 'path' && each.points.length === 3 ? [each.points] : [],
      )
      expect(leaders.length).toBeGreaterThan(5)
      const ends = (index: number) => leaders.map(points => points[index]?.[1] ?? 0)
      expect(ends(1)).toEqual(ends(1).toSorted((a, b) => a - b))
      expect(ends(2)).toEqual(ends(2).toSorted((a, b) => a - b))
      const dots = shapes.filter(each => each.type === 'dot' && each.radius > 5)
      for (const [index, a] of dots.entries())
        for (const b of dots.slice(index + 1))
          if (a.type === 'dot' && b.type === 'dot')
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(22)
    }
  })

  it('have their labels in the order of the list of events', async () => {
    const plot = await bundledPlot('en')
    const [first] = plot.items
    if (!first) return expect.fail('the plot has no items')
    const dates: LooseDate[] = [
      { year: 1979, month: 1, day: 7 },
      { year: 1979 },
      { year: 1979, month: 8 },
      { year: 1980, month: 1 },
      { year: 1980, month: 1, day: 16 },
    ]
    const items = dates.map((from, at) => ({
      ...first,
      from,
      ...(at === 1 && { until: { year: 1989 } }),
      when: `date ${at}`,
    }))
    const written = wordsIn(draw({ ...plot, items: items.toReversed() })).filter(({ words }) =>
      words.startsWith('date '),
    )
    expect(written.toSorted((a, b) => a.y - b.y).map(({ words }) => words)).toEqual(
      items.map(({ when }) => when),
    )
    expect(dates.toReversed().sort(compareLooseDates)).toEqual(dates)
  })

  it('are hollow for derived dates', async () => {
    const { shapes } = draw(await bundledPlot('en'))
    const hollow = shapes.filter(each => each.type === 'dot' && each.isHollow)
    // One is in the legend, one on the axis.
    expect(hollow).toHaveLength(2)
  })
})
