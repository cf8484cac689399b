// The timeline laid out: an axis of time downwards, a mark for each date as exact as it is known, its words beside it.
import { type PlotItem, type Precision, precisionOf, type TimelinePlot } from '../../core/picture/picture.ts'
import { extentOf, lanes, type Scale, scaleOf, spread, ticks } from './axis.ts'
import {
  type Colour,
  type Drawing,
  type Measure,
  type Shape,
  type Style,
  smallest,
  width,
} from './drawing.ts'
import { type Paragraph, paragraphAt } from './lines.ts'
import { legendAt, markOf } from './marks.ts'

const margin = 56
/** Room for three marks side by side; more stand closer. */
const lanesWidth = 102
const title: Style = { size: 56, weight: 'bold' }
const when: Style = { size: 36, weight: 'bold' }
const plain: Style = { size: 36, weight: 'regular' }
const small: Style = { size: smallest, weight: 'regular' }
/** Below the words of one event, and below those of one date. */
const apart = 14
const gap = 20

export function drawPlot(plot: TimelinePlot, measure: Measure): Drawing {
  const block = ([x, y]: [x: number, y: number], words: string, style: Style, colour: Colour) =>
    paragraphAt([x, y], words, { width: width - margin - x, style, colour, language: plot.language, measure })
  const heading = block([margin, margin], plot.title, title, 'ink')
  const legend = legendAt([margin, margin + heading.height + 18], plot, small, measure, width - margin)
  const top = legend.end + 50

  const axisX = margin + Math.max(...Object.values(plot.years).map(year => measure(year, small))) + 20
  const lanesX = axisX + 30
  const wordsX = lanesX + lanesWidth + 64
  const placed = marked(plot.items).map(mark => {
    const lines = (y: number): Paragraph => {
      const whole: Paragraph = { shapes: [], height: 0 }
      const add = (words: string, style: Style, colour: Colour) => {
        const { shapes, height } = block([wordsX, y + whole.height], words, style, colour)
        whole.shapes.push(...shapes)
        whole.height += height
      }
      add(mark.when, when, 'mark')
      for (const { label, source } of mark.items) {
        add(label, plain, 'ink')
        add(source, small, 'quiet')
        whole.height += apart
      }
      return whole
    }
    return { mark, lines, extent: mark.extent, height: lines(0).height + gap }
  })

  const scale = scaleOf(placed)
  const place = (time: number) => top + scale.place(time)
  const lane = lanesOf(
    placed.map(({ mark }) => mark),
    place,
  )
  const laneX = (index: number) =>
    lanesX + (((lane[index] ?? 0) + 0.5) * lanesWidth) / Math.max(3, ...lane.map(each => each + 1))
  const half = when.size * 0.68
  const anchors = placed.map(({ mark }) => place(anchorOf(mark)))
  const tops = spread(
    anchors.map(y => Math.max(y - half, top)),
    placed.map(({ height }) => height),
    top + scale.length,
  )
  const leaders = anchors.map((y, index): Shape => {
    const points: [number, number][] = [
      [laneX(index), y],
      [lanesX + lanesWidth, y],
      [wordsX - 14, (tops[index] ?? top) + half],
    ]
    return { type: 'path', points, colour: 'rule', width: 2 }
  })
  const note = block([margin, top + scale.length + 24], plot.source, small, 'quiet')
  const height = Math.ceil(top + scale.length + 24 + note.height + margin)
  return {
    width,
    height,
    shapes: [
      ...heading.shapes,
      ...legend.shapes,
      ...axisAt([axisX, top], scale, plot, measure),
      ...leaders,
      ...placed.flatMap(({ mark, extent }, index) => markOf(mark, laneX(index), extent.map(place))),
      ...placed.flatMap(({ lines }, index) => lines(tops[index] ?? top).shapes),
      ...note.shapes,
    ],
  }
}

/** The axis with its years; dots where years are left out. */
function axisAt(
  [x, top]: [x: number, top: number],
  { runs }: Scale,
  { years }: TimelinePlot,
  measure: Measure,
): Shape[] {
  return runs.flatMap((run, index): Shape[] => {
    const [start, end] = [top + run.at, top + run.at + run.length]
    const next = runs[index + 1]
    const space = next ? top + next.at - end : 0
    return [
      {
        type: 'path',
        points: [
          [x, start],
          [x, end],
        ],
        colour: 'rule',
        width: 3,
      },
      ...ticks(run, 64).flatMap((each): Shape[] => {
        const y = start + ((each - run.from) / (run.to - run.from)) * run.length
        const text = years[each] ?? ''
        return [
          {
            type: 'path',
            points: [
              [x - 9, y],
              [x, y],
            ],
            colour: 'rule',
            width: 3,
          },
          {
            type: 'words',
            x: x - 16 - measure(text, small),
            y: y + 12,
            words: text,
            style: small,
            colour: 'quiet',
          },
        ]
      }),
      ...(next ? [1, 2, 3] : []).map(
        (nth): Shape => ({ type: 'dot', x, y: end + (space * nth) / 4, radius: 3, colour: 'rule' }),
      ),
    ]
  })
}

interface Mark {
  kind: Precision
  extent: [from: number, to: number]
  when: string
  isDerived: boolean
  items: PlotItem[]
}

/** One mark for each date, whatever happened then, in order; a derived date is never one with a stated one. */
function marked(items: readonly PlotItem[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const item of items) {
    const mark = marks.get(item.when) ?? {
      kind: precisionOf(item),
      extent: extentOf(item),
      when: item.when,
      isDerived: item.derived,
      items: [],
    }
    mark.items.push(item)
    marks.set(item.when, mark)
  }
  return [...marks.values()].sort((a, b) => anchorOf(a) - anchorOf(b))
}

/** What a leader points at: a day, or the middle of what is known no closer. */
const anchorOf = ({ kind, extent: [from, to] }: Mark) => (kind === 'day' ? from : (from + to) / 2)

/** Marks side by side where they would touch, the longest nearest to the axis. */
function lanesOf(marks: readonly Mark[], place: (time: number) => number): number[] {
  const lengthOf = ({ extent: [from, to] }: Mark) => to - from
  const sorted = marks.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const found = lanes(
    sorted.map(({ kind, extent }) => {
      const [from, to] = [place(extent[0]), place(extent[1])]
      return kind === 'day' ? [from - 15, from + 15] : [from - 3, Math.max(to, from + 16) + 3]
    }),
  )
  return marks.map(mark => found[sorted.indexOf(mark)] ?? 0)
}
