// Reduces an answer to the lines that say who said it, where and when.

import { attribution } from '../../message/build.ts'
import type { Attribution, Block, Message } from '../../message/message.ts'
import { textOfBlocks } from '../../message/text.ts'

/** Each line once, with the choices of the answer that do not turn its pages. */
export function onlySources({ body, choices = [], ...rest }: Message): Message {
  const lines = new Map(
    attributionsIn(body).map(({ speaker, children }) => {
      const line = attribution(speaker === undefined ? children : [`${speaker} · `, ...children])
      return [textOfBlocks([line]), line]
    }),
  )
  if (lines.size === 0) return { ...rest, body, choices }
  const rows = choices.map(row => row.filter(choice => choice.type !== 'run' || !(choice.turn || choice.cue)))
  return { body: [...lines.values()], choices: rows.filter(row => row.length > 0) }
}

/** The lines under statements that say whose they are, in order. */
export const attributionsIn = (blocks: readonly Block[]): Attribution[] =>
  blocks.flatMap((block): Attribution[] => {
    switch (block.type) {
      case 'attribution':
        return [block]
      case 'blockquote':
        return attributionsIn(block.children)
      case 'list':
        return block.children.flatMap(({ children }) => attributionsIn(children))
      case 'heading':
      case 'paragraph':
      case 'table':
      case 'thematicBreak':
        return []
      default:
        return block satisfies never
    }
  })
