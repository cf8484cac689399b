// How exactly a date is known, as a mark: a dot for a day, a bar for a month or a year, a line for a span.
import { type Precision, precisionOf, type TimelinePlot } from '../../core/picture/picture.ts'
import type { Measure, Shape, Style } from './drawing.ts'

/** The mark around `x`, between two places of the axis; a derived date's is hollow. */
export function markOf(
  { kind, isDerived }: { kind: Precision; isDerived: boolean },
  x: number,
  [from = 0, to = 0]: number[],
): Shape[] {
  return shapesOf(kind, x, from, Math.max(to, from + 16), isDerived)
}

function shapesOf(kind: Precision, x: number, from: number, to: number, isHollow: boolean): Shape[] {
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
      return [{ type: 'dot', x, y: from, radius: 11, ...look }]
    case 'month':
      return [bar(20)]
    case 'year':
      return [bar(12)]
    case 'span': {
      // Ends like those of a measure, so that it is no year.
      const end = (y: number): Shape => ({ type: 'box', x: x - 10, y, width: 20, height: 4, colour: 'mark' })
      return [bar(5), end(from), end(to - 4)]
    }
    default:
      return kind satisfies never
  }
}

/** What the marks mean, those that occur: in rows between `x` and `right`. */
export function legendAt(
  [x, y]: [x: number, y: number],
  { items, legend }: TimelinePlot,
  style: Style,
  measure: Measure,
  right: number,
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
  const row = style.size * 1.7
  let [left, base] = [x, y + style.size * 1.2]
  for (const { kind, words, isHollow } of entries) {
    const wide = 38 + measure(words, style)
    if (left > x && left + wide > right) [left, base] = [x, base + row]
    const middle = base - style.size * 0.35
    const [from, to] =
      kind === 'day'
        ? [middle, middle]
        : kind === 'month'
          ? [middle - 8, middle + 8]
          : [middle - 17, middle + 17]
    shapes.push(...shapesOf(kind, left + 12, from, to, isHollow), {
      type: 'words',
      x: left + 38,
      y: base,
      words,
      style,
      colour: 'quiet',
    })
    left += wide + 36
  }
  return { shapes, end: base + style.size * 0.5 }
}
