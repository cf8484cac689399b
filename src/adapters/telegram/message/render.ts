// Renders a message as Telegram text: plain words, and entities that say which of them are bold, quoted or linked.

import type { MessageEntity } from 'grammy/types'
import type { Block, Inline, Message } from '../../../core/message/message.ts'
import { spelledOut } from '../../../core/message/spelled-out.ts'
import { split } from '../../../core/message/split.ts'
import { listOfTable } from '../../../core/message/table.ts'
import { webAddressOf } from '../../../core/message/web-address.ts'

/** Offsets and lengths are in UTF-16 units (https://core.telegram.org/bots/api#messageentity). */
export interface Rendered {
  text: string
  entities: MessageEntity[]
}

/** https://core.telegram.org/bots/api#sendmessage */
const MAX_TEXT_UNITS = 4096
/** https://core.telegram.org/bots/api#sendphoto */
export const MAX_CAPTION_UNITS = 1024
/** https://core.telegram.org/api/entities */
const MAX_ENTITIES = 100
/** A quotation longer than this is folded until it is tapped. */
const MAX_OPEN_QUOTE_UNITS = 500

/** Parts that each fit one Telegram message. A part is empty only if the message is. */
export function partsOf(message: Message, maxUnits = MAX_TEXT_UNITS): Rendered[] {
  const fits = ({ text, entities }: Rendered) => text.length <= maxUnits && entities.length <= MAX_ENTITIES
  // Nearly every message is one part, and splitting renders again for every block.
  const { body } = spelledOut(message)
  const rendered = render(body)
  if (fits(rendered)) return [rendered]
  return split({ body }, ({ body }) => fits(render(body))).map(({ body }) => render(body))
}

export function render(blocks: readonly Block[]): Rendered {
  const text = createTextBuilder()
  writeBlocks(blocks, text, { indent: '', isQuoted: false, isTight: false })
  return text.build()
}

/**
 * Removes halves of surrogate pairs, which Telegram refuses, and the characters that Telegram removes from a text, which
 * would shift every entity after them: controls, line separators and direction marks (U+2028 to U+202E).
 */
export function sanitizeText(text: string): string {
  const wellFormed = text.toWellFormed()
  if (!removedCharacters.test(wellFormed)) return wellFormed
  return wellFormed
    .replaceAll('\t', ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[[\p{Cc}\u202a-\u202e]--\n]/gv, '')
}

const removedCharacters = /[[\p{Cc}\u2028-\u202e]--\n]/v

interface Layout {
  /** What every line begins with. */
  indent: string
  /** Telegram has no quotation inside a quotation. */
  isQuoted: boolean
  /** No empty lines between blocks. */
  isTight: boolean
}

function writeBlocks(blocks: readonly Block[], text: TextBuilder, layout: Layout): void {
  blocks.forEach((block, index) => {
    // An attribution stays with the block above it.
    if (index > 0)
      text.write(
        layout.isTight || block.type === 'attribution' ? `\n${layout.indent}` : `\n\n${layout.indent}`,
      )
    writeBlock(block, text, layout)
  })
}

function writeBlock(block: Block, text: TextBuilder, layout: Layout): void {
  switch (block.type) {
    case 'heading':
      text.writeEntity({ type: 'bold' }, () => writeInline(block.children, text, layout.indent))
      break
    case 'paragraph':
      writeInline(block.children, text, layout.indent)
      break
    case 'attribution':
      text.write('— ')
      text.writeEntity({ type: 'italic' }, () => writeInline(block.children, text, layout.indent))
      break
    case 'thematicBreak':
      text.write('———')
      break
    case 'blockquote': {
      const isLong = render(block.children).text.length > MAX_OPEN_QUOTE_UNITS
      const type = isLong ? 'expandable_blockquote' : 'blockquote'
      const write = () => writeBlocks(block.children, text, { ...layout, isQuoted: true, isTight: false })
      if (layout.isQuoted) write()
      else text.writeEntity({ type }, write)
      break
    }
    case 'list':
      for (const [index, item] of block.children.entries()) {
        if (index > 0) text.write(`\n${layout.indent}`)
        text.write(block.ordered ? `${block.start + index}. ` : '• ')
        writeBlocks(item.children, text, { ...layout, indent: `${layout.indent}   `, isTight: true })
      }
      break
    case 'table':
      writeBlock(listOfTable(block), text, layout)
      break
    default:
      block satisfies never
  }
}

function writeInline(nodes: readonly Inline[], text: TextBuilder, indent: string): void {
  for (const node of nodes)
    switch (node.type) {
      case 'text':
        text.write(node.value)
        break
      case 'break':
        text.write(`\n${indent}`)
        break
      case 'strong':
        text.writeEntity({ type: 'bold' }, () => writeInline(node.children, text, indent))
        break
      case 'emphasis':
        text.writeEntity({ type: 'italic' }, () => writeInline(node.children, text, indent))
        break
      case 'link': {
        const url = webAddressOf(node.url)
        if (url) text.writeEntity({ type: 'text_link', url }, () => writeInline(node.children, text, indent))
        else writeInline(node.children, text, indent)
        break
      }
      case 'moment':
        // Readers see the words. A tap shows the moment in their own time zone.
        text.writeEntity({ type: 'date_time', unix_time: Math.floor(node.at / 1000) }, () =>
          text.write(node.value),
        )
        break
      default:
        node satisfies never
    }
}

/** An entity without its place in the text. */
type Format =
  | { type: 'bold' | 'italic' | 'blockquote' | 'expandable_blockquote' }
  | { type: 'text_link'; url: string }
  | { type: 'date_time'; unix_time: number }

interface TextBuilder {
  write(text: string): void
  /** Puts the entity over everything that the function writes. */
  writeEntity(format: Format, write: () => void): void
  build(): Rendered
}

function createTextBuilder(): TextBuilder {
  let text = ''
  const ranges: { format: Format; from: number; to: number }[] = []
  const openTypes = new Set<string>()
  return {
    write(more) {
      text += sanitizeText(more)
    },
    writeEntity(format, write) {
      // Bold inside bold is just bold, and a link inside a link is not allowed.
      if (openTypes.has(format.type)) {
        write()
        return
      }
      const range = { format, from: text.length, to: text.length }
      ranges.push(range)
      openTypes.add(format.type)
      write()
      openTypes.delete(format.type)
      range.to = text.length
    },
    build() {
      // Telegram trims a text at both ends. Offsets count from the start of the trimmed text.
      const start = text.length - text.trimStart().length
      const end = text.trimEnd().length
      const entities = ranges.flatMap(({ format, from, to }) => {
        const covered = text.slice(Math.max(from, start), Math.min(to, end))
        const trimmed = covered.trim()
        if (trimmed === '') return []
        const offset = Math.max(from, start) + (covered.length - covered.trimStart().length) - start
        return [{ ...format, offset, length: trimmed.length } as MessageEntity]
      })
      return { text: text.slice(start, Math.max(start, end)), entities }
    },
  }
}
