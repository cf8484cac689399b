// Breaks words into lines of a width: between words, also in scripts without spaces, and never inside a cluster.

import type { Language } from '../../core/languages/language.ts'
import { partOf } from '../../core/languages/packs.ts'
import { graphemeCuts, wordCuts } from '../../core/text/cuts.ts'
import type { Colour, Measure, Shape, TextStyle } from './drawing.ts'

export interface LineSetting {
  width: number
  style: TextStyle
  measure: Measure
}

export interface TextBlock {
  shapes: Shape[]
  height: number
}

/** The words as a block whose top left corner is at `x`, `y`. */
export function textBlockAt(
  [x, y]: [x: number, y: number],
  words: string,
  {
    width,
    style,
    colour,
    language,
    measure,
    isTitle = false,
  }: LineSetting & { colour: Colour; language: Language; isTitle?: boolean },
): TextBlock {
  const lines = (isTitle ? breakTitle : breakLines)(words, { width, style, measure })
  const { leading, ascent } = partOf(language, 'typography')
  const height = style.size * leading
  return {
    height: lines.length * height,
    shapes: lines.map((line, index) => ({
      type: 'words',
      x,
      y: y + index * height + style.size * ascent,
      words: line,
      style,
      colour,
    })),
  }
}

/** Lines no wider than `width`; a single cluster wider than that has a line to itself. */
export function breakLines(words: string, { width, style, measure }: LineSetting): string[] {
  const fits = (line: string) => measure(line.trimEnd(), style) <= width
  const lines: string[] = []
  let line = ''
  for (const word of pieces(words.replace(/\s+/g, ' ').trim(), wordCuts)) {
    for (const piece of fits(word) ? [word] : pieces(word, graphemeCuts)) {
      if (line !== '' && !fits(line + piece)) {
        lines.push(line.trimEnd())
        line = ''
      }
      line += piece
    }
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** As many lines, but of about the same width; a title with a colon is broken there if that costs no line. */
function breakTitle(words: string, setting: LineSetting): string[] {
  const even = breakEvenly(words, setting)
  const colon = words.search(/[:៖]\s/u)
  if (colon < 0) return even
  const parts = [words.slice(0, colon + 1), words.slice(colon + 1).trim()]
  const atColon = parts.flatMap(part => breakEvenly(part, setting))
  return atColon.length === even.length ? atColon : even
}

function breakEvenly(words: string, setting: LineSetting): string[] {
  const { width } = setting
  const { length } = breakLines(words, setting)
  let [low, high] = [width / Math.max(length, 1) / 2, width]
  while (high - low > EVEN_WIDTH_TOLERANCE_PX) {
    const middle = (low + high) / 2
    if (breakLines(words, { ...setting, width: middle }).length > length) low = middle
    else high = middle
  }
  return breakLines(words, { ...setting, width: high })
}

const EVEN_WIDTH_TOLERANCE_PX = 4

function pieces(text: string, cuts: (text: string) => number[]): string[] {
  const starts = cuts(text)
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}
