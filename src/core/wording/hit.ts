// Words a search hit: the passage with its matched words in bold, and its source.

import type { Phrases } from '../languages/phrases.ts'
import { attribution, paragraph, quote, strong } from '../message/build.ts'
import type { Block, Inline } from '../message/message.ts'
import type { Marks } from '../search/hits/marks.ts'
import type { Hit } from '../search/search.ts'
import { sourceLine, sourceLineWords, speakerOf } from './citation.ts'

/** The passage and its source; the title is above them. */
export function hitBlocks(hit: Hit, say: Phrases): Block[] {
  const { article, passage, point } = hit
  const speaker = point && speakerOf(point, article, say)
  const lines = linesOf(hit).map(line => paragraph(line))
  return [
    ...(passage ? [quote(...lines, ...(speaker ? [attribution(speaker)] : []))] : []),
    sourceLine(article, say),
  ]
}

/** The passage as one line of text; without a passage, the source. */
export function hitLine({ article, passage, hasHeading, point }: Hit, say: Phrases): string {
  const speaker = point && speakerOf(point, article, say)
  if (speaker) return say.claim(speaker, passage)
  return (hasHeading ? passage.replace('\n', ': ') : passage) || sourceLineWords(article, say)
}

/** The heading, if the passage begins with one, and the passage. */
function linesOf({ passage, hasHeading, marks }: Hit): Inline[][] {
  const end = hasHeading ? passage.indexOf('\n') : -1
  return [...(end < 0 ? [] : [[0, end] as const]), [end + 1, passage.length] as const].map(([from, to]) =>
    marked(passage.slice(from, to), within(marks, from, to)),
  )
}

/** The marks between two places, counted from the first. */
const within = (marks: Marks, from: number, to: number): Marks =>
  marks.flatMap(
    ([start, end]): Marks =>
      start < to && end > from ? [[Math.max(start, from) - from, Math.min(end, to) - from]] : [],
  )

/** The text with the places in bold. */
export function marked(text: string, marks: Marks): Inline[] {
  const nodes: (string | Inline)[] = []
  let from = 0
  for (const [start, end] of marks) {
    nodes.push(text.slice(from, start), strong(text.slice(start, end)))
    from = end
  }
  nodes.push(text.slice(from))
  return paragraph(nodes).children
}

/** A claim and its speaker as one sentence, of which the claim has marks. */
export function claimed(speaker: string, words: readonly Inline[], say: Phrases): Inline[] {
  const [before = '', after = ''] = say.claim(speaker, PLACE).split(PLACE)
  return paragraph([before, ...words, after]).children
}

/** Stands for the claim, and is in no text (Unicode's object replacement character). */
const PLACE = '\ufffc'
