// Words a search hit: the passage with its matched words in bold, and its source.

import type { Phrases } from '../languages/phrases.ts'
import { attribution, paragraph, quote, strong } from '../message/build.ts'
import type { Block, Inline } from '../message/message.ts'
import type { Hit } from '../search/search.ts'
import { sourceLine, sourceLineWords, speakerOf } from './citation.ts'

/** The passage and its source; the title is above them. */
export function hitBlocks(hit: Hit, say: Phrases): Block[] {
  const { article, passage, point } = hit
  const speaker = point && speakerOf(point, article, say)
  return [
    ...(passage ? [quote(paragraph(marked(hit)), ...(speaker ? [attribution(speaker)] : []))] : []),
    sourceLine(article, say),
  ]
}

/** The passage as one line of text; without a passage, the source. */
export function hitLine({ article, passage, point }: Hit, say: Phrases): string {
  const speaker = point && speakerOf(point, article, say)
  return speaker ? say.claim(speaker, passage) : passage || sourceLineWords(article, say)
}

function marked({ passage, marks }: Hit): Inline[] {
  const nodes: (string | Inline)[] = []
  let from = 0
  for (const [start, end] of marks) {
    nodes.push(passage.slice(from, start), strong(passage.slice(start, end)))
    from = end
  }
  nodes.push(passage.slice(from))
  return paragraph(nodes).children
}
