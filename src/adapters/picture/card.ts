// The anniversary card laid out: the years, the title, which anniversary it is, and at the foot whose words it rests on.
import type { Card } from '../../core/picture/picture.ts'
import { type Colour, type Drawing, type Measure, type Style, smallest, width } from './drawing.ts'
import { linesOf, paragraphAt } from './lines.ts'

const margin = 84
/** Cards are this high unless their words need more. */
const usualHeight = 810
const years: Style = { size: 44, weight: 'bold' }
const source: Style = { size: smallest, weight: 'regular' }

/** Long words are set smaller: in the first size in which they take so few lines. */
const titleSizes: Sizes = [
  [72, 3],
  [60, 4],
  [50, 5],
]
const lineSizes: Sizes = [
  [42, 1],
  [38, 1],
  [smallest, 2],
]
type Sizes = readonly [size: number, lines: number][]

export function drawCard(card: Card, measure: Measure): Drawing {
  const inner = width - 2 * margin
  const block = (y: number, words: string, style: Style, colour: Colour, isTitle = false) =>
    paragraphAt([margin, y], words, {
      width: inner,
      style,
      colour,
      language: card.language,
      measure,
      isTitle,
    })

  const title = fitting(card.title, 'bold', titleSizes, inner, measure)
  const line = fitting(card.line, 'regular', lineSizes, inner, measure)
  const top = block(margin, card.span, years, 'mark')
  const name = block(margin + top.height + 28, card.title, title, 'ink', true)
  const nameEnd = margin + top.height + 28 + name.height
  const which = block(nameEnd + 20, card.line, line, 'ink')
  const told = block(0, card.source, source, 'quiet')
  const height = Math.max(
    usualHeight,
    Math.ceil(nameEnd + 20 + which.height + 72 + told.height + margin * 0.75),
  )
  const foot = height - margin * 0.75 - told.height
  return {
    width,
    height,
    shapes: [
      ...top.shapes,
      ...name.shapes,
      ...which.shapes,
      { type: 'box', x: margin, y: foot - 32, width: 120, height: 4, colour: 'rule' },
      ...block(foot, card.source, source, 'quiet').shapes,
    ],
  }
}

function fitting(
  words: string,
  weight: Style['weight'],
  sizes: Sizes,
  inner: number,
  measure: Measure,
): Style {
  const found = sizes.find(
    ([size, lines]) => linesOf(words, inner, { size, weight }, measure).length <= lines,
  )
  return { size: (found ?? sizes.at(-1) ?? [smallest])[0], weight }
}
