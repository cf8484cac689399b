// Words as lines of a width: broken between words, also where the script writes no spaces, never inside a cluster.
import type { Language } from '../../core/languages/language.ts'
import { graphemeCuts, wordCuts } from '../../core/text/cuts.ts'
import type { Colour, Measure, Shape, Style } from './drawing.ts'

/** The lines of the words, each no wider than `width`; a single cluster wider than that has a line to itself. */
export function linesOf(words: string, width: number, style: Style, measure: Measure): string[] {
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

/** As many lines, but of about the same width, and where it costs none broken after a colon: for titles. */
export function titleLinesOf(words: string, width: number, style: Style, measure: Measure): string[] {
  const even = evenLinesOf(words, width, style, measure)
  const colon = words.search(/[:៖]\s/u)
  if (colon < 0) return even
  const parts = [words.slice(0, colon + 1), words.slice(colon + 1).trim()]
  const apart = parts.flatMap(part => evenLinesOf(part, width, style, measure))
  return apart.length === even.length ? apart : even
}

function evenLinesOf(words: string, width: number, style: Style, measure: Measure): string[] {
  const { length } = linesOf(words, width, style, measure)
  let [low, high] = [width / Math.max(length, 1) / 2, width]
  while (high - low > 4) {
    const middle = (low + high) / 2
    if (linesOf(words, middle, style, measure).length > length) low = middle
    else high = middle
  }
  return linesOf(words, high, style, measure)
}

function pieces(text: string, cuts: (text: string) => number[]): string[] {
  const starts = cuts(text)
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

/** From one line to the next, in letter sizes: Khmer stands higher and hangs lower than Latin letters. */
const leading: Record<Language, number> = { en: 1.36, vi: 1.42, km: 1.62 }
/** From the top of a line to where its letters stand. */
const ascent: Record<Language, number> = { en: 1.02, vi: 1.08, km: 1.14 }

export interface Paragraph {
  shapes: Shape[]
  height: number
}

/** The words as a block whose top left corner is at `x`, `y`. */
export function paragraphAt(
  [x, y]: [x: number, y: number],
  words: string,
  {
    width,
    style,
    colour,
    language,
    measure,
    isTitle = false,
  }: { width: number; style: Style; colour: Colour; language: Language; measure: Measure; isTitle?: boolean },
): Paragraph {
  const lines = (isTitle ? titleLinesOf : linesOf)(words, width, style, measure)
  const height = style.size * leading[language]
  return {
    height: lines.length * height,
    shapes: lines.map((line, index) => ({
      type: 'words',
      x,
      y: y + index * height + style.size * ascent[language],
      words: line,
      style,
      colour,
    })),
  }
}
