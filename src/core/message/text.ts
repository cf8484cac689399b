// Gives the text of a message without its markup, and cuts inline nodes at a position in that text.

import type { Block, Inline } from './message.ts'

/** The text of inline nodes; a break counts as one newline. */
export function textOf(nodes: readonly Inline[]): string {
  let text = ''
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
      case 'moment':
        text += node.value
        break
      case 'break':
        text += '\n'
        break
      case 'strong':
      case 'emphasis':
      case 'link':
        text += textOf(node.children)
        break
      default:
        node satisfies never
    }
  }
  return text
}

/** The text of blocks, each leaf block on its own line. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(textOfBlock).join('\n')
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'attribution':
      return textOf(block.children)
    case 'blockquote':
      return textOfBlocks(block.children)
    case 'list':
      return block.children.map(item => textOfBlocks(item.children)).join('\n')
    case 'thematicBreak':
      return ''
    default:
      return block satisfies never
  }
}

/** The nodes before and after `at`, a position in `textOf(nodes)`; marks and links continue on both sides. */
export function cutInline(nodes: readonly Inline[], at: number): [Inline[], Inline[]] {
  const before: Inline[] = []
  const after: Inline[] = []
  let left = at
  for (const node of nodes) {
    const length = textOf([node]).length
    if (length <= left) before.push(node)
    else if (left <= 0) after.push(node)
    else if (node.type === 'text') {
      before.push({ ...node, value: node.value.slice(0, left) })
      after.push({ ...node, value: node.value.slice(left) })
    } else if (node.type === 'moment') {
      // A moment cannot be cut: its words continue as text.
      before.push({ type: 'text', value: node.value.slice(0, left) })
      after.push({ type: 'text', value: node.value.slice(left) })
    } else if (node.type !== 'break') {
      const [head, tail] = cutInline(node.children, left)
      before.push({ ...node, children: head })
      after.push({ ...node, children: tail })
    }
    left -= length
  }
  return [before, after]
}
