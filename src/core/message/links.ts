// Keeps links short of room: counts what their addresses take, and links each address once.

import type { Block, Inline, Link } from './message.ts'
import { textOf } from './text.ts'

/**
 * The blocks with each address linked where it stands first; later links to it become their words. A reader needs it
 * once, a terminal prints it every time, and Discord counts it as text every time.
 */
export function withLinksOnce(blocks: readonly Block[]): Block[] {
  const seen = new Set<string>()
  return blocks.map(block =>
    replaceLinks(block, link => {
      if (seen.has(link.url)) return link.children
      seen.add(link.url)
      return [link]
    }),
  )
}

/**
 * The room that addresses take beside their words on platforms that count them as text, in UTF-16 units: each address
 * once, and none that has been `seen` before.
 */
export function linkUnitsOf(blocks: readonly Block[], seen = new Set<string>()): number {
  let units = 0
  for (const block of blocks)
    replaceLinks(block, link => {
      // An address that is its own words is written once.
      const isItsWords = textOf(link.children) === link.url
      if (!isItsWords && !seen.has(link.url)) units += link.url.length + LINK_MARK_UNITS
      seen.add(link.url)
      return [link]
    })
  return units
}

/** `[`, `](<` and `>)` around the words and the address. */
const LINK_MARK_UNITS = 6

type Replace = (link: Link) => Inline[]

function replaceLinks(block: Block, replace: Replace): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'attribution':
      return { ...block, children: replaced(block.children, replace) }
    case 'blockquote':
      return { ...block, children: block.children.map(each => replaceLinks(each, replace)) }
    case 'list':
      return {
        ...block,
        children: block.children.map(item => ({
          ...item,
          children: item.children.map(each => replaceLinks(each, replace)),
        })),
      }
    case 'table':
      return {
        ...block,
        children: block.children.map(row => ({
          ...row,
          children: row.children.map(cell => ({ ...cell, children: replaced(cell.children, replace) })),
        })),
      }
    case 'thematicBreak':
      return block
    default:
      return block satisfies never
  }
}

const replaced = (nodes: readonly Inline[], replace: Replace): Inline[] =>
  nodes.flatMap(node => {
    if (node.type === 'link') return replace(node)
    if (node.type === 'strong' || node.type === 'emphasis')
      return [{ ...node, children: replaced(node.children, replace) }]
    return [node]
  })
