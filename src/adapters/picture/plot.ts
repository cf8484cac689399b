// Lays out the timeline: an axis downwards, a mark for each date as exact as it is known, and its words beside it.

import { compareLooseDates, type LooseDate } from '../../core/calendar/date.ts'
import { type PlotItem, type Precision, precisionOf, type TimelinePlot } from '../../core/picture/picture.ts'
import { assignLanes, type Extent, extentOf, type Scale, scaleOf, spreadLabels, tickYears } from './axis.ts'
import {
  type Colour,
  type Drawing,
  type Measure,
  MIN_FONT_PX,
  PICTURE_WIDTH_PX,
  type Shape,
  type TextStyle,
} from './drawing.ts'
import { type TextBlock, textBlockAt } from './lines.ts'
import { legendAt, MIN_MARK_PX, markShapes } from './marks.ts'

export function drawPlot(plot: TimelinePlot, measure: Measure): Drawing {
  const block: MakeBlock = ([x, y], words, { style, colour }) =>
    textBlockAt([x, y], words, {
      width: PICTURE_WIDTH_PX - PLOT_MARGIN_PX - x,
      style,
      colour,
      language: plot.language,
      measure,
    })
  const title = block([PLOT_MARGIN_PX, PLOT_MARGIN_PX], plot.title, { style: titleStyle, colour: 'ink' })
  const legend = legendAt([PLOT_MARGIN_PX, PLOT_MARGIN_PX + title.height + 18], plot, {
    style: smallStyle,
    measure,
    right: PICTURE_WIDTH_PX - PLOT_MARGIN_PX,
  })
  const top = legend.end + 50

  const yearsWidth = Math.max(...Object.values(plot.years).map(year => measure(year, smallStyle)))
  const axisX = PLOT_MARGIN_PX + yearsWidth + 20
  const lanesX = axisX + 30
  const wordsX = lanesX + LANES_WIDTH_PX + 64

  const labels = marksOf(plot.items).map(mark => ({
    mark,
    extent: mark.extent,
    height: labelAt([wordsX, 0], mark, block).height + DATE_GAP_PX,
  }))
  const marks = labels.map(({ mark }) => mark)
  const scale = scaleOf(labels)
  const end = top + scale.length
  const place = (time: number) => top + scale.place(time)

  const lanes = lanesOf(marks, place)
  const laneCount = Math.max(MIN_LANES, ...lanes.map(lane => lane + 1))
  const laneX = (index: number) => lanesX + (((lanes[index] ?? 0) + 0.5) * LANES_WIDTH_PX) / laneCount

  // A leader meets its label in the middle of the first line.
  const half = whenStyle.size * 0.68
  const anchors = marks.map(mark => place(anchorOf(mark)))
  const tops = spreadLabels(
    anchors.map(y => Math.max(y - half, top)),
    labels.map(({ height }) => height),
    end,
  )
  const leaders = anchors.map((y, index): Shape => {
    const points: [number, number][] = [
      [laneX(index), y],
      [lanesX + LANES_WIDTH_PX, y],
      [wordsX - 14, (tops[index] ?? top) + half],
    ]
    return { type: 'path', points, colour: 'rule', width: 2 }
  })
  const source = block([PLOT_MARGIN_PX, end + 24], plot.source, { style: smallStyle, colour: 'quiet' })
  return {
    width: PICTURE_WIDTH_PX,
    height: Math.ceil(end + 24 + source.height + PLOT_MARGIN_PX),
    shapes: [
      ...title.shapes,
      ...legend.shapes,
      ...axisAt([axisX, top], scale, { years: plot.years, measure }),
      ...leaders,
      ...marks.flatMap(({ kind, extent: [from, to], isDerived }, index) =>
        markShapes(kind, { x: laneX(index), from: place(from), to: place(to), isDerived }),
      ),
      ...marks.flatMap((mark, index) => labelAt([wordsX, tops[index] ?? top], mark, block).shapes),
      ...source.shapes,
    ],
  }
}

const PLOT_MARGIN_PX = 56
/** Room for three marks side by side; if there are more, they stand closer. */
const LANES_WIDTH_PX = 102
const MIN_LANES = 3
/** Below the words of one event, and below those of one date. */
const EVENT_GAP_PX = 14
const DATE_GAP_PX = 20
const titleStyle: TextStyle = { size: 56, weight: 'bold' }
const whenStyle: TextStyle = { size: 36, weight: 'bold' }
const labelStyle: TextStyle = { size: 36, weight: 'regular' }
const smallStyle: TextStyle = { size: MIN_FONT_PX, weight: 'regular' }

type MakeBlock = (
  at: [x: number, y: number],
  words: string,
  look: { style: TextStyle; colour: Colour },
) => TextBlock

/** The words of one date: when, then what happened and which articles report it. */
function labelAt([x, y]: [x: number, y: number], { when, items }: Mark, block: MakeBlock): TextBlock {
  const label: TextBlock = { shapes: [], height: 0 }
  const add = (words: string, style: TextStyle, colour: Colour) => {
    const { shapes, height } = block([x, y + label.height], words, { style, colour })
    label.shapes.push(...shapes)
    label.height += height
  }
  add(when, whenStyle, 'mark')
  for (const item of items) {
    add(item.label, labelStyle, 'ink')
    add(item.source, smallStyle, 'quiet')
    label.height += EVENT_GAP_PX
  }
  return label
}

/** The axis with its years; dots where years are left out. */
function axisAt(
  [x, top]: [x: number, top: number],
  { runs }: Scale,
  { years, measure }: { years: TimelinePlot['years']; measure: Measure },
): Shape[] {
  return runs.flatMap((run, index): Shape[] => {
    const [start, end] = [top + run.at, top + run.at + run.length]
    const next = runs[index + 1]
    const space = next ? top + next.at - end : 0
    return [
      axisLine([x, start], [x, end]),
      ...tickYears(run, MIN_TICK_GAP_PX).flatMap((year): Shape[] => {
        const y = start + ((year - run.from) / (run.to - run.from)) * run.length
        const words = years[year] ?? ''
        return [
          axisLine([x - 9, y], [x, y]),
          {
            type: 'words',
            x: x - 16 - measure(words, smallStyle),
            y: y + 12,
            words,
            style: smallStyle,
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

const MIN_TICK_GAP_PX = 64

const axisLine = (from: [x: number, y: number], to: [x: number, y: number]): Shape => ({
  type: 'path',
  points: [from, to],
  colour: 'rule',
  width: 3,
})

interface Mark {
  kind: Precision
  from: LooseDate
  extent: Extent
  when: string
  isDerived: boolean
  items: PlotItem[]
}

/** One mark for each date, in order, with everything that happened then. A derived date and a stated one have a mark each. */
function marksOf(items: readonly PlotItem[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const item of items) {
    const mark = marks.get(item.when) ?? {
      kind: precisionOf(item),
      from: item.from,
      extent: extentOf(item),
      when: item.when,
      isDerived: item.derived,
      items: [],
    }
    mark.items.push(item)
    marks.set(item.when, mark)
  }
  return [...marks.values()].sort((a, b) => compareLooseDates(a.from, b.from))
}

/** Where a leader starts: at the day, or in the middle of a first date that is known less exactly. */
function anchorOf({ from }: Mark): number {
  const [start, end] = extentOf({ from })
  return from.day === undefined ? (start + end) / 2 : start
}

/** Marks that would touch stand side by side, the longest nearest to the axis. */
function lanesOf(marks: readonly Mark[], place: (time: number) => number): number[] {
  const lengthOf = ({ extent: [from, to] }: Mark) => to - from
  const sorted = marks.toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const lanes = assignLanes(
    sorted.map(({ kind, extent }) => {
      const [from, to] = [place(extent[0]), place(extent[1])]
      return kind === 'day' ? [from - 15, from + 15] : [from - 3, Math.max(to, from + MIN_MARK_PX) + 3]
    }),
  )
  return marks.map(mark => lanes[sorted.indexOf(mark)] ?? 0)
}
