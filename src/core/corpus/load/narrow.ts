// Narrows Markdown to the closed set of message nodes: article text enters the message tree only through here.

import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Block, Inline, ListItem } from '../../message/message.ts'
import type { Fault } from './fault.ts'

/**
 * Turns Markdown into blocks. Raw HTML, images, code, tables and the like are faults. `firstLine` is its line in the
 * file.
 */
export function narrow(path: string, markdown: string, firstLine = 1): { blocks: Block[]; faults: Fault[] } {
  const faults: Fault[] = []
  const refuse = (node: Nodes, message: string) => {
    faults.push({ path, line: (node.position?.start.line ?? 1) + firstLine - 1, message })
    return []
  }

  const block = (node: RootContent, depth = 0): Block[] => {
    if (depth > MAX_DEPTH) return refuse(node, `is nested deeper than ${MAX_DEPTH} quotations and lists`)
    switch (node.type) {
      case 'heading':
        return node.depth <= 3
          ? [{ type: 'heading', depth: node.depth as 1 | 2 | 3, children: node.children.flatMap(inline) }]
          : refuse(node, 'a heading is deeper than ###')
      case 'paragraph':
        return [{ type: 'paragraph', children: node.children.flatMap(inline) }]
      case 'blockquote':
        return [{ type: 'blockquote', children: node.children.flatMap(child => block(child, depth + 1)) }]
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered ?? false,
            start: node.start ?? 1,
            children: node.children.map(
              (item): ListItem => ({
                type: 'listItem',
                children: item.children.flatMap(child => block(child, depth + 1)),
              }),
            ),
          },
        ]
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }]
      default:
        return refuse(node, `${nodeNames[node.type] ?? node.type} is not allowed in an article`)
    }
  }

  const inline = (node: PhrasingContent): Inline[] => {
    switch (node.type) {
      case 'text':
        // A line break in the source is only where the curator wrapped a line.
        return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }]
      case 'break':
        return [{ type: 'break' }]
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: node.children.flatMap(inline) }]
      case 'link':
        return /^https?:\/\//i.test(node.url)
          ? [{ type: 'link', url: node.url, children: node.children.flatMap(inline) }]
          : refuse(node, `the link to "${node.url}" is not a web address`)
      default:
        return refuse(node, `${nodeNames[node.type] ?? node.type} is not allowed in an article`)
    }
  }

  const blocks = fromMarkdown(markdown).children.flatMap(node => block(node))
  return { blocks, faults }
}

const nodeNames: Record<string, string> = {
  html: 'raw HTML',
  code: 'a code block (or a line indented by four spaces)',
  inlineCode: 'code',
  image: 'an image',
  definition: 'a link definition',
  linkReference: 'a link by reference',
  imageReference: 'an image',
}

/** Nobody reads deeper, and a bottomless tree would exhaust the stack. */
const MAX_DEPTH = 20
