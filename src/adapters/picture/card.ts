// Lays out the anniversary card: the years, the title, which anniversary it is, and at the foot its source.

import type { Card } from '../../core/picture/picture.ts'
import {
  type Colour,
  type Drawing,
  type Measure,
  MIN_FONT_PX,
  PICTURE_WIDTH_PX,
  type TextStyle,
} from './drawing.ts'
import { breakLines, textBlockAt } from './lines.ts'

export function drawCard(card: Card, measure: Measure): Drawing {
  const block = (y: number, words: string, style: CardStyle) =>
    textBlockAt([CARD_MARGIN_PX, y], words, {
      width: INNER_WIDTH_PX,
      language: card.language,
      measure,
      ...style,
    })

  const span = block(CARD_MARGIN_PX, card.span, { style: spanStyle, colour: 'mark' })
  const titleTop = CARD_MARGIN_PX + span.height + 28
  const titleStyle = fittingStyle(card.title, 'bold', { sizes: titleSizes, measure })
  const title = block(titleTop, card.title, { style: titleStyle, colour: 'ink', isTitle: true })
  const titleEnd = titleTop + title.height
  const lineStyle = fittingStyle(card.line, 'regular', { sizes: lineSizes, measure })
  const line = block(titleEnd + 20, card.line, { style: lineStyle, colour: 'ink' })
  // The source is at the foot, and its position depends on the height of its own block.
  const sourceHeight = block(0, card.source, { style: sourceStyle, colour: 'quiet' }).height
  const bottomMargin = CARD_MARGIN_PX * 0.75
  const height = Math.max(
    MIN_CARD_HEIGHT_PX,
    Math.ceil(titleEnd + 20 + line.height + 72 + sourceHeight + bottomMargin),
  )
  const foot = height - bottomMargin - sourceHeight
  return {
    width: PICTURE_WIDTH_PX,
    height,
    shapes: [
      ...span.shapes,
      ...title.shapes,
      ...line.shapes,
      { type: 'box', x: CARD_MARGIN_PX, y: foot - 32, width: 120, height: 4, colour: 'rule' },
      ...block(foot, card.source, { style: sourceStyle, colour: 'quiet' }).shapes,
    ],
  }
}

interface CardStyle {
  style: TextStyle
  colour: Colour
  isTitle?: boolean
}

const CARD_MARGIN_PX = 84
const INNER_WIDTH_PX = PICTURE_WIDTH_PX - 2 * CARD_MARGIN_PX
/** Cards are this high unless their words need more. */
const MIN_CARD_HEIGHT_PX = 810
const spanStyle: TextStyle = { size: 44, weight: 'bold' }
const sourceStyle: TextStyle = { size: MIN_FONT_PX, weight: 'regular' }

type FontSizes = readonly [size: number, maxLines: number][]
const titleSizes: FontSizes = [
  [72, 3],
  [60, 4],
  [50, 5],
]
const lineSizes: FontSizes = [
  [42, 1],
  [38, 1],
  [MIN_FONT_PX, 2],
]

/** The first size in which the words fit into its number of lines, or else the last: long words are set smaller. */
function fittingStyle(
  words: string,
  weight: TextStyle['weight'],
  { sizes, measure }: { sizes: FontSizes; measure: Measure },
): TextStyle {
  const fitting = sizes.find(
    ([size, maxLines]) =>
      breakLines(words, { width: INNER_WIDTH_PX, style: { size, weight }, measure }).length <= maxLines,
  )
  return { size: (fitting ?? sizes.at(-1) ?? [MIN_FONT_PX])[0], weight }
}
