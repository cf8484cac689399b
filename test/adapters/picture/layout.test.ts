// Where words stand in pictures: inside of them, apart from one another, whole, and legible on a phone.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Drawing, type Shape, smallest, width } from '../../../src/adapters/picture/drawing.ts'
import { layOut } from '../../../src/adapters/picture/layout.ts'
import { linesOf } from '../../../src/adapters/picture/lines.ts'
import type { Language } from '../../../src/core/languages/language.ts'
import { languages } from '../../../src/core/languages/language.ts'
import type { Picture, PlotItem } from '../../../src/core/picture/picture.ts'
import { graphemeCuts } from '../../../src/core/text/cuts.ts'
import { bundledCard, bundledPlot, easel } from './pictures.ts'

type Words = Extract<Shape, { type: 'words' }>
interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const draw = (picture: Picture): Drawing => layOut(picture, easel.measureIn(picture.language))
const wordsIn = ({ shapes }: Drawing): Words[] => shapes.filter(each => each.type === 'words')

/** As high as letters without marks are: marks above and below may reach between the lines. */
function boxOf({ x, y, words, style }: Words, language: Language): Box {
  return {
    left: x,
    right: x + easel.measureIn(language)(words, style),
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
    expect(right).toBeLessThanOrEqual(width - 24)
    expect(top).toBeGreaterThanOrEqual(24)
    expect(bottom).toBeLessThanOrEqual(drawing.height - 24)
  }
  const overlaps = boxes.flatMap((a, index) => boxes.slice(index + 1).filter(b => touch(a, b)))
  expect(overlaps).toEqual([])
  // 11 px where a phone shows the picture 360 px wide.
  for (const { style } of wordsIn(drawing)) expect((style.size * 360) / width).toBeGreaterThanOrEqual(11)
}

const letters: Record<Language, string[]> = {
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
const wordsOf = (language: Language, most = 40) =>
  fc
    .array(fc.constantFrom(...letters[language]), { minLength: 1, maxLength: most })
    .map(chosen => chosen.join(language === 'km' ? '' : ' '))
const bare = (text: string) => text.replace(/\s/g, '')

describe.each(languages)('in %s', language => {
  it('the pictures of the bundled archive are legible', async () => {
    for (const id of ['january-7', 'front-founding', 'journey-1977'])
      expectLegible(await bundledCard(language, id))
    expectLegible(await bundledPlot(language))
  })

  it('a card of any words is legible and shows them all', async () => {
    const card = await bundledCard(language)
    fc.assert(
      fc.property(wordsOf(language), wordsOf(language, 12), wordsOf(language), (title, line, source) => {
        const picture = { ...card, title, line, source }
        expectLegible(picture)
        const shown = wordsIn(draw(picture)).map(each => each.words)
        expect(bare(shown.join(''))).toBe(bare(`${card.span}${title}${line}${source}`))
      }),
      { numRuns: 25, seed: 7 },
    )
  }, 60_000)

  it('words are broken between words, a longer one between clusters, and never inside one', () => {
    const style = { size: 40, weight: 'regular' } as const
    const measure = easel.measureIn(language)
    fc.assert(
      fc.property(wordsOf(language), fc.integer({ min: 120, max: 900 }), (text, room) => {
        const lines = linesOf(text, room, style, measure)
        const whole = text.replace(/\s+/g, ' ').trim()
        const cuts = new Set(graphemeCuts(whole))
        let at = 0
        for (const line of lines) {
          expect(measure(line, style)).toBeLessThanOrEqual(room)
          at = whole.indexOf(line, at)
          expect(at).toBeGreaterThanOrEqual(0)
          expect(cuts.has(at)).toBe(true)
          at += line.length
        }
        expect(bare(lines.join(''))).toBe(bare(whole))
      }),
      { numRuns: 60, seed: 7 },
    )
  }, 60_000)

  it('a timeline of any dates is legible', async () => {
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
        label: wordsOf(language, 12),
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
  it('of more words than fit is refused rather than cut', async () => {
    const card = await bundledCard('en')
    expect(() => draw({ ...card, title: 'word '.repeat(10_000) })).toThrow('too high')
  })

  it('sets short titles large and long ones smaller', async () => {
    const card = await bundledCard('en')
    const largest = (title: string) =>
      Math.max(...wordsIn(draw({ ...card, title })).map(({ style }) => style.size))
    expect(largest('A day')).toBeGreaterThan(largest('a long title '.repeat(12)))
    expect(largest('a long title '.repeat(30))).toBeGreaterThanOrEqual(smallest)
  })
})

describe('the marks of a timeline', () => {
  it('stand apart, and no leader crosses another', async () => {
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

  it('tell a derived date from a stated one', async () => {
    const { shapes } = draw(await bundledPlot('en'))
    const hollow = shapes.filter(each => each.type === 'dot' && each.isHollow)
    // One in the legend, one on the axis.
    expect(hollow).toHaveLength(2)
  })
})
