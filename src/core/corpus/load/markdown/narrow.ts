// Narrows Markdown to the closed set of message nodes: article text enters the message tree only through here.

import type {
  ListItem as MarkdownItem,
  Table as MarkdownTable,
  Nodes,
  PhrasingContent,
  RootContent,
} from 'mdast'
import { emphasis, numbered, paragraph } from '../../../message/build.ts'
import type { Block, Inline, ListItem } from '../../../message/message.ts'
import { textOf } from '../../../message/text.ts'
import type { Fault } from '../fault.ts'
import { readFootnotes } from './footnotes.ts'
import { foreignMark } from './foreign-marks.ts'
import { parseMarkdown } from './parse-markdown.ts'

/**
 * Turns Markdown into blocks; footnotes become a numbered list at the end. Raw HTML, code and the like are faults, and so
 * are marks that would be shown as they are. `firstLine` is its line in the file.
 */
export function narrow(path: string, markdown: string, firstLine = 1): { blocks: Block[]; faults: Fault[] } {
  const faults: Fault[] = []
  const refuse = (node: Nodes, message: string, linesBelow = 0) => {
    const line = (node.position?.start.line ?? 1) + linesBelow + firstLine - 1
    faults.push({ path, line, message })
    return []
  }
  const root = parseMarkdown(markdown)
  const footnotes = readFootnotes(root)

  const sourceOf = (node: Nodes) => markdown.slice(node.position?.start.offset, node.position?.end.offset)

  const beginsLine = ({ position }: Nodes) => {
    const start = position?.start.offset ?? 0
    return /(?:^|[\r\n])[\s>+\d.)|-]*$/.test(markdown.slice(Math.max(0, start - MAX_MARK_UNITS), start))
  }

  const block = (node: RootContent, depth = 0): Block[] => {
    if (depth > MAX_DEPTH) return refuse(node, `is nested deeper than ${MAX_DEPTH} quotations and lists`)
    const blocksBelow = (children: readonly RootContent[]) =>
      children.flatMap(child => block(child, depth + 1))
    switch (node.type) {
      case 'heading':
        return node.depth <= 3
          ? [{ type: 'heading', depth: node.depth as 1 | 2 | 3, children: node.children.flatMap(inline) }]
          : refuse(node, 'a heading is deeper than ###')
      case 'paragraph':
        return [{ type: 'paragraph', children: node.children.flatMap(inline) }]
      case 'blockquote':
        return [{ type: 'blockquote', children: blocksBelow(node.children) }]
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered ?? false,
            start: node.start ?? 1,
            children: node.children.map(
              (item): ListItem => ({ type: 'listItem', children: checked(item, blocksBelow(item.children)) }),
            ),
          },
        ]
      case 'table':
        return table(node)
      case 'thematicBreak':
        return [{ type: 'thematicBreak' }]
      case 'footnoteDefinition':
        return []
      default:
        return refuse(node, `${nodeNames[node.type] ?? node.type} is not allowed in an article`)
    }
  }

  const table = (node: MarkdownTable): Block[] => {
    const [header, ...rows] = node.children
    const columnCount = header?.children.length ?? 0
    if (rows.length === 0) return refuse(node, 'a table has no rows below its header')
    const align = Array.from({ length: columnCount }, (_, column) => node.align?.[column] ?? null)
    for (const row of rows)
      if (row.children.length > columnCount)
        refuse(row, `a row of the table has ${row.children.length} cells, its header ${columnCount}`)
    const children = node.children.map(row => ({
      type: 'tableRow' as const,
      children: align.map((_, column) => ({
        type: 'tableCell' as const,
        children: row.children[column]?.children.flatMap(inline) ?? [],
      })),
    }))
    return [{ type: 'table', align, children }]
  }

  const inline = (node: PhrasingContent): Inline[] => {
    switch (node.type) {
      case 'text': {
        // Some marks count only at the beginning of a line.
        const source = (beginsLine(node) ? '' : ' x') + sourceOf(node)
        const foreign = foreignMark(source)
        if (foreign)
          return refuse(node, foreign.meaning, source.slice(0, foreign.index).split(/\r\n|\r|\n/).length - 1)
        // A line break in the source is only where the curator wrapped a line.
        return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }]
      }
      case 'break':
        return [{ type: 'break' }]
      case 'strong':
      case 'emphasis':
        return [{ type: node.type, children: node.children.flatMap(inline) }]
      case 'link': {
        const source = sourceOf(node)
        if (/^(?:https?:|www\.)/i.test(source)) {
          // A bare address: the parser leaves a backslash in it that was meant to escape.
          const [written, url] = [source, node.url].map(each => each.replace(escapes, '$1')) as [
            string,
            string,
          ]
          return [{ type: 'link', url, children: [{ type: 'text', value: written }] }]
        }
        const children = node.children.flatMap(inline)
        if (/^https?:\/\//i.test(node.url)) return [{ type: 'link', url: node.url, children }]
        // The parser makes links of bare e-mail addresses.
        if (node.url === `mailto:${textOf(children)}`) return children
        return refuse(node, `the link to "${node.url}" is not a web address`)
      }
      case 'image':
        return node.alt
          ? [emphasis(node.alt)]
          : refuse(node, 'an image has no description: ![description](...)')
      case 'footnoteReference':
        return [{ type: 'text', value: `[${footnotes.numberOf(node.identifier)}]` }]
      default:
        return refuse(node, `${nodeNames[node.type] ?? node.type} is not allowed in an article`)
    }
  }

  const blocks = root.children.flatMap(node => block(node))
  const notes = Array.from(footnotes.inOrder(), note => note.children.flatMap(child => block(child, 1)))
  for (const note of footnotes.unused())
    refuse(note, `nothing refers to this text of the footnote [^${note.label ?? note.identifier}]`)
  return {
    blocks: notes.length > 0 ? [...blocks, { type: 'thematicBreak' }, numbered(notes)] : blocks,
    faults,
  }
}

/** The blocks of an item, after its box if it is a task. */
function checked(item: MarkdownItem, blocks: Block[]): Block[] {
  if (typeof item.checked !== 'boolean') return blocks
  const box = item.checked ? '☑' : '☐'
  const [first, ...others] = blocks
  return first?.type === 'paragraph'
    ? [paragraph([`${box} `, ...first.children]), ...others]
    : [paragraph(box), ...blocks]
}

/** The marks of quotations and lists before the words of a line, nested as deep as anybody nests them. */
const MAX_MARK_UNITS = 60
const escapes = /\\([!-/:-@[-`{-~])/g

const nodeNames: Record<string, string> = {
  html: 'raw HTML',
  code: 'a code block (or a line indented by four spaces)',
  inlineCode: 'code',
  delete: 'struck-out text',
  definition: 'a link definition',
  linkReference: 'a link by reference',
  imageReference: 'an image by reference',
}

/** Nobody reads deeper, and a bottomless tree would exhaust the stack. */
const MAX_DEPTH = 20
