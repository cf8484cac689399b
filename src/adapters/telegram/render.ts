// The message as Telegram text: plain words, and entities that say which of them are strong, quoted, linked.
import type { MessageEntity } from 'grammy/types'
import type { Block, Inline, Message } from '../../core/message/message.ts'
import { spelledOut } from '../../core/message/spelled-out.ts'
import { split } from '../../core/message/split.ts'

/** Offsets and lengths in UTF-16 units (https://core.telegram.org/bots/api#messageentity). */
export interface Rendered {
  text: string
  entities: MessageEntity[]
}

/** https://core.telegram.org/bots/api#sendmessage, and https://core.telegram.org/api/entities for the entities. */
const longestText = 4096
const mostEntities = 100
export const longestCaption = 1024

/** A quotation longer than this folds up until it is tapped. */
const longQuote = 500

/** The parts that each fit one message of Telegram; one of them is empty only where the message is. */
export function parts(message: Message, longest = longestText): Rendered[] {
  const fits = ({ text, entities }: Rendered) => text.length <= longest && entities.length <= mostEntities
  // Nearly every message is one part, and cutting renders again for every block.
  const { body } = spelledOut(message)
  const whole = render(body)
  if (fits(whole)) return [whole]
  return split({ body }, ({ body }) => fits(render(body))).map(({ body }) => render(body))
}

export function render(blocks: readonly Block[]): Rendered {
  const page = createPage()
  writeBlocks(blocks, page, { indent: '', quoted: false })
  return page.done()
}

interface Place {
  /** What every line begins with. */
  indent: string
  /** Telegram has no quotation inside a quotation. */
  quoted: boolean
}

function writeBlocks(blocks: readonly Block[], page: Page, place: Place, tight = false): void {
  blocks.forEach((block, index) => {
    // An attribution belongs to what stands above it.
    if (index > 0)
      page.write(tight || block.type === 'attribution' ? `\n${place.indent}` : `\n\n${place.indent}`)
    writeBlock(block, page, place)
  })
}

function writeBlock(block: Block, page: Page, place: Place): void {
  switch (block.type) {
    case 'heading':
      page.marked({ type: 'bold' }, () => writeInline(block.children, page))
      break
    case 'paragraph':
      writeInline(block.children, page)
      break
    case 'attribution':
      page.write('— ')
      page.marked({ type: 'italic' }, () => writeInline(block.children, page))
      break
    case 'thematicBreak':
      page.write('———')
      break
    case 'blockquote': {
      const isLong = render(block.children).text.length > longQuote
      const type = isLong ? 'expandable_blockquote' : 'blockquote'
      const write = () => writeBlocks(block.children, page, { ...place, quoted: true })
      if (place.quoted) write()
      else page.marked({ type }, write)
      break
    }
    case 'list':
      for (const [index, item] of block.children.entries()) {
        if (index > 0) page.write(`\n${place.indent}`)
        page.write(block.ordered ? `${block.start + index}. ` : '• ')
        writeBlocks(item.children, page, { ...place, indent: `${place.indent}   ` }, true)
      }
      break
    default:
      block satisfies never
  }
}

function writeInline(nodes: readonly Inline[], page: Page): void {
  for (const node of nodes)
    switch (node.type) {
      case 'text':
        page.write(node.value)
        break
      case 'break':
        page.write('\n')
        break
      case 'strong':
        page.marked({ type: 'bold' }, () => writeInline(node.children, page))
        break
      case 'emphasis':
        page.marked({ type: 'italic' }, () => writeInline(node.children, page))
        break
      case 'link':
        if (/^https?:\/\//.test(node.url))
          page.marked({ type: 'text_link', url: node.url }, () => writeInline(node.children, page))
        else writeInline(node.children, page)
        break
      case 'moment':
        // Readers see the words; tapping shows the moment in their own zone.
        page.marked({ type: 'date_time', unix_time: Math.floor(node.at / 1000) }, () =>
          page.write(node.value),
        )
        break
      default:
        node satisfies never
    }
}

type Mark =
  | { type: 'bold' | 'italic' | 'blockquote' | 'expandable_blockquote' }
  | { type: 'text_link'; url: string }
  | { type: 'date_time'; unix_time: number }

interface Page {
  write(words: string): void
  marked(mark: Mark, write: () => void): void
  done(): Rendered
}

function createPage(): Page {
  let text = ''
  const marks: { mark: Mark; from: number; to: number }[] = []
  const open = new Set<string>()
  return {
    write(words) {
      text += clean(words)
    },
    marked(mark, write) {
      // Bold inside of bold is bold, and a link inside of a link is none.
      if (open.has(mark.type)) {
        write()
        return
      }
      const place = { mark, from: text.length, to: text.length }
      marks.push(place)
      open.add(mark.type)
      write()
      open.delete(mark.type)
      place.to = text.length
    },
    done() {
      // Telegram cuts space off both ends of a text; offsets count from what is left.
      const start = text.length - text.trimStart().length
      const end = text.trimEnd().length
      const entities = marks.flatMap(({ mark, from, to }) => {
        const inside = text.slice(Math.max(from, start), Math.min(to, end))
        const words = inside.trim()
        if (words === '') return []
        const offset = Math.max(from, start) + (inside.length - inside.trimStart().length) - start
        return [{ ...mark, offset, length: words.length } as MessageEntity]
      })
      return { text: text.slice(start, Math.max(start, end)), entities }
    },
  }
}

/**
 * Without half a surrogate pair, which Telegram refuses, and without the letters that it takes out of a text, which
 * would move every entity behind them: controls, separators of lines, marks of direction (U+2028 to U+202E).
 */
export function clean(words: string): string {
  const whole = words.toWellFormed()
  if (!dropped.test(whole)) return whole
  return whole
    .replaceAll('\t', ' ')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[[\p{Cc}\u202a-\u202e]--\n]/gv, '')
}

const dropped = /[[\p{Cc}\u2028-\u202e]--\n]/v
