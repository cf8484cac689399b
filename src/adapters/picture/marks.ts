// Draws how exactly a date is known: a dot for a day, a bar for a month or a year, a line for a span.

import { type Precision, precisionOf, type TimelinePlot } from '../../core/picture/picture.ts'
import type { Measure, Shape, TextStyle } from './drawing.ts'

/** The mark centred on `x`, between two places of the axis; that of a derived date is hollow. */
export function markShapes(
  kind: Precision,
  { x, from, to, isDerived }: { x: number; from: number; to: number; isDerived: boolean },
): Shape[] {
  return shapesOf(kind, { x, from, to: Math.max(to, from + MIN_MARK_PX), isHollow: isDerived })
}

/** A mark is at least this high, so that a month can be seen on an axis of decades. */
export const MIN_MARK_PX = 16
const DOT_RADIUS_PX = 11
const MONTH_BAR_PX = 20
const YEAR_BAR_PX = 12
const SPAN_LINE_PX = 5
const SPAN_END_HEIGHT_PX = 4

function shapesOf(
  kind: Precision,
  { x, from, to, isHollow }: { x: number; from: number; to: number; isHollow: boolean },
): Shape[] {
  const look = { colour: 'mark', ...(isHollow && { isHollow }) } as const
  const bar = (width: number): Shape => ({
    type: 'box',
    x: x - width / 2,
    y: from,
    width,
    height: to - from,
    ...look,
  })
  switch (kind) {
    case 'day':
      return [{ type: 'dot', x, y: from, radius: DOT_RADIUS_PX, ...look }]
    case 'month':
      return [bar(MONTH_BAR_PX)]
    case 'year':
      return [bar(YEAR_BAR_PX)]
    case 'span': {
      // Closed at both ends like a dimension line, so that it is not taken for a year.
      const end = (y: number): Shape => ({
        type: 'box',
        x: x - 10,
        y,
        width: 20,
        height: SPAN_END_HEIGHT_PX,
        colour: 'mark',
      })
      return [bar(SPAN_LINE_PX), end(from), end(to - SPAN_END_HEIGHT_PX)]
    }
    default:
      return kind satisfies never
  }
}

/** Explains the marks that occur, in rows between `x` and `right`. */
export function legendAt(
  [x, y]: [x: number, y: number],
  { items, legend }: TimelinePlot,
  { style, measure, right }: { style: TextStyle; measure: Measure; right: number },
): { shapes: Shape[]; end: number } {
  const kinds = (['day', 'month', 'year', 'span'] as const).filter(kind =>
    items.some(item => precisionOf(item) === kind),
  )
  const entries = [
    ...kinds.map(kind => ({ kind, words: legend[kind], isHollow: false })),
    ...(items.some(({ derived }) => derived)
      ? [{ kind: 'day' as const, words: legend.derived, isHollow: true }]
      : []),
  ]
  const shapes: Shape[] = []
  const rowHeight = style.size * 1.7
  let [left, baseline] = [x, y + style.size * 1.2]
  for (const { kind, words, isHollow } of entries) {
    const entryWidth = LEGEND_WORDS_OFFSET_PX + measure(words, style)
    if (left > x && left + entryWidth > right) [left, baseline] = [x, baseline + rowHeight]
    const middle = baseline - style.size * 0.35
    const reach = legendReach[kind]
    const mark = { x: left + 12, from: middle - reach, to: middle + reach, isHollow }
    shapes.push(...shapesOf(kind, mark), {
      type: 'words',
      x: left + LEGEND_WORDS_OFFSET_PX,
      y: baseline,
      words,
      style,
      colour: 'quiet',
    })
    left += entryWidth + LEGEND_GAP_PX
  }
  return { shapes, end: baseline + style.size * 0.5 }
}

/** From the left of a mark to its words. */
const LEGEND_WORDS_OFFSET_PX = 38
const LEGEND_GAP_PX = 36
/** How far a mark of the legend reaches up and down from its middle, in pixels. */
const legendReach: Record<Precision, number> = { day: 0, month: 8, year: 17, span: 17 }
