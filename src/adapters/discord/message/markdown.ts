// Writes blocks as lines of Discord's Markdown, in which nothing of the text itself has an effect.

import type { Block, Inline, Link } from '../../../core/message/message.ts'
import { listOfTable } from '../../../core/message/table.ts'
import { textOf } from '../../../core/message/text.ts'
import { linkTarget, markAddresses } from './addresses.ts'
import { type CommandIds, mentionCommands, noCommandIds } from './mentions.ts'

/** The lines of a block. The commands that it names become mentions if they have an id. */
export function linesOf(block: Block, ids: CommandIds = noCommandIds): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${atStart(oneLine(block.children, ids))}`]
    case 'paragraph':
      return linesOfText(block.children, ids)
    case 'attribution':
      return [`-# — ${oneLine(block.children, ids)}`]
    case 'blockquote':
      return block.children
        .flatMap((child, index) =>
          index > 0 && child.type !== 'attribution' ? ['', ...linesOf(child, ids)] : linesOf(child, ids),
        )
        .map(line => (line.startsWith('> ') ? line : `> ${line}`))
    case 'list':
      return block.children.flatMap((item, index) => {
        const bullet = block.ordered ? `${block.start + index}. ` : '- '
        const lines = item.children.flatMap(child => linesOf(child, ids))
        // Small print (-#) works only at the start of a line, so it is not indented with the list.
        return lines.map((line, at) =>
          at === 0 ? bullet + line : line.startsWith('-# ') ? line : `  ${line}`,
        )
      })
    case 'table':
      return linesOf(listOfTable(block), ids)
    case 'thematicBreak':
      return ['———']
    default:
      return block satisfies never
  }
}

const oneLine = (nodes: readonly Inline[], ids: CommandIds) => inOneLine(inline(nodes, ids))

const inOneLine = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join(' ')

/** Escapes lines that begin like a heading, a quotation or a list. */
const linesOfText = (nodes: readonly Inline[], ids: CommandIds) => inline(nodes, ids).split('\n').map(atStart)

const atStart = (line: string) =>
  line.replace(
    /^(\s*)(#{1,3}\s|-#\s|>{1,3}\s|[-+]\s|\d+(?=\.\s))/,
    (_, space, mark) => `${space}${escapeStart(mark)}`,
  )

const escapeStart = (mark: string) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`)

const inline = (nodes: readonly Inline[], ids: CommandIds): string =>
  written(nodes, text => markAddresses(text, between => mentionCommands(between, ids, escaped)))

function written(nodes: readonly Inline[], write: (text: string) => string): string {
  return nodes
    .map(node => {
      switch (node.type) {
        case 'text':
          return write(node.value)
        case 'break':
          return '\n'
        case 'strong':
          return markLines('**', written(node.children, write))
        case 'emphasis':
          return markLines('*', written(node.children, write))
        case 'link':
          return linked(node, write)
        case 'moment':
          // In the chat's time zone and, by the timestamp, in the reader's. UTC would be a third.
          return `${escaped(node.local)} · <t:${Math.floor(node.at / 1000)}:f>`
        default:
          return node satisfies never
      }
    })
    .join('')
}

/** A mark must end with its line, because in a quotation the next line begins with "> ". */
const markLines = (mark: string, text: string) =>
  text
    .split('\n')
    .map(line => markLine(mark, line))
    .join('\n')

/** Marks must touch the text: Discord shows "** a**" with its asterisks. */
function markLine(mark: string, text: string): string {
  const inner = text.trim()
  if (inner === '') return text
  const start = text.indexOf(inner)
  return `${text.slice(0, start)}${mark}${inner}${mark}${text.slice(start + inner.length)}`
}

/**
 * Discord makes no link of text that looks like an address, except the address itself, and shows neither a mention nor
 * another address in a link.
 */
function linked({ url, children }: Link, write: (text: string) => string): string {
  const target = linkTarget(url)
  if (target === undefined) return written(children, write)
  if (textOf(children) === url) return `<${target}>`
  return `[${inOneLine(written(children, escaped))}](<${target}>)`
}

/**
 * Escapes what Discord's Markdown would take for a mark, mends half surrogate pairs, which Discord refuses, and leaves out
 * the marks of direction with which quoted words would turn the rest of their line.
 */
const escaped = (text: string) => (specialCharacters.test(text) ? escapedAll(text) : text)

const specialCharacters = /[\\*_~`|<>[\]\p{Cc}\ud800-\udfff\u202a-\u202e\u2066-\u2069]/u

const escapedAll = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
