// Gives the text of a message without its markup, and cuts inline nodes at a position in that text.

import { memoByObject } from '../text/memo.ts'
import type { Block, Inline } from './message.ts'
import { listOfTable } from './table.ts'

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
    case 'table':
      return textOfBlock(listOfTable(block))
    case 'thematicBreak':
      return ''
    default:
      return block satisfies never
  }
}

/** The length of `textOf(nodes)`, in UTF-16 units. */
export const lengthOf = (nodes: readonly Inline[]): number => startsIn(nodes).at(-1) ?? 0

/** Where each node starts in the text, and last, where the text ends. */
const startsIn = memoByObject((nodes: readonly Inline[]): number[] => {
  const starts = [0]
  let end = 0
  for (const node of nodes) {
    end += lengthOfNode(node)
    starts.push(end)
  }
  return starts
})

function lengthOfNode(node: Inline): number {
  switch (node.type) {
    case 'text':
    case 'moment':
      return node.value.length
    case 'break':
      return 1
    case 'strong':
    case 'emphasis':
    case 'link':
      return lengthOf(node.children)
    default:
      return node satisfies never
  }
}

/**
 * The nodes of a stretch of `textOf(nodes)`; marks and links that go beyond it end with it. Takes time in proportion to
 * the stretch.
 */
export function sliceInline(nodes: readonly Inline[], from: number, to: number): Inline[] {
  const starts = startsIn(nodes)
  const slice: Inline[] = []
  for (let at = lastBefore(starts, from); at < nodes.length; at++) {
    const node = nodes[at] as Inline
    const start = starts[at] as number
    const end = starts[at + 1] as number
    if (start >= to) break
    if (end > from || (start === end && start >= from)) slice.push(cutNode(node, from - start, to - start))
  }
  return slice
}

function cutNode(node: Inline, from: number, to: number): Inline {
  if (from <= 0 && to >= lengthOfNode(node)) return node
  switch (node.type) {
    case 'text':
      return { ...node, value: node.value.slice(Math.max(0, from), to) }
    case 'moment':
      // A moment cannot be cut: its words continue as text.
      return { type: 'text', value: node.value.slice(Math.max(0, from), to) }
    case 'break':
      return node
    case 'strong':
    case 'emphasis':
    case 'link':
      return { ...node, children: sliceInline(node.children, from, to) }
    default:
      return node satisfies never
  }
}

/** The index of the last number below `limit` in a sorted list; 0 if there is none. */
function lastBefore(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] as number) < limit) low = middle
    else high = middle - 1
  }
  return low
}

/** The nodes before and after `at`, a position in `textOf(nodes)`; marks and links continue on both sides. */
export const cutInline = (nodes: readonly Inline[], at: number): [Inline[], Inline[]] => [
  sliceInline(nodes, 0, at),
  sliceInline(nodes, at, Number.POSITIVE_INFINITY),
]
