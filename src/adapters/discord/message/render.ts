// Renders a message as Discord components (version 2): text displays with escaped Markdown, separators, a picture, buttons.

import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js'
import type { Block, Inline, Message } from '../../../core/message/message.ts'
import { spelledOut } from '../../../core/message/spelled-out.ts'
import { split } from '../../../core/message/split.ts'
import { rowsOf, type ShowChoice } from './buttons.ts'

/** Over all components of a message, nested ones included (https://discord.com/developers/docs/components/reference). */
const MAX_TEXT_UNITS = 4000
const MAX_COMPONENTS = 40
/**
 * Over all text displays, each with some bytes of its own. Discord answers 500 to more, which Khmer reaches first
 * (https://github.com/discord/discord-api-docs/issues/8554).
 */
const MAX_TEXT_BYTES = 10_170
const BYTES_PER_DISPLAY = 12
/** A post may mention a role in a text display of its own: `<@&`, an id and `>`. */
const MENTION_UNITS = 4 + 20
/** https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-item-structure */
const MAX_ALT_UNITS = 1024

/** The name of the picture as an attachment. */
export const PICTURE_FILE_NAME = 'picture.png'

/** Splits a message into parts that each fit one Discord message. The last one has `show` as one more choice. */
export function partsOf(message: Message, show?: ShowChoice): Message[] {
  const fits = (part: Message) => {
    const { components } = containerOf(part, show)
    return (
      textLength(components) + MENTION_UNITS <= MAX_TEXT_UNITS &&
      textBytes(components) + MENTION_UNITS + BYTES_PER_DISPLAY <= MAX_TEXT_BYTES &&
      // The container and the mention.
      2 + components.reduce((sum, each) => sum + countOf(each), 0) <= MAX_COMPONENTS
    )
  }
  // Nearly every message fits as it is, and trying block by block is slow.
  const whole = spelledOut(message)
  return fits(whole) ? [whole] : split(whole, fits)
}

/** Renders one part of a message. */
export function render(part: Message, show?: ShowChoice): APIMessageTopLevelComponent[] {
  return [containerOf(part, show)]
}

/** The containers that were made to find out whether a part fits: the same ones are sent. */
const containers = new WeakMap<Message, { show: ShowChoice | undefined; container: APIContainerComponent }>()

function containerOf(part: Message, show?: ShowChoice): APIContainerComponent {
  const earlier = containers.get(part)
  if (earlier && earlier.show === show) return earlier.container
  const container = makeContainer(part, show)
  containers.set(part, { show, container })
  return container
}

function makeContainer(part: Message, show?: ShowChoice): APIContainerComponent {
  const components: APIComponentInContainer[] = []
  let lines: string[] = []
  const endText = () => {
    const content = lines.join('\n').trim()
    if (content !== '') components.push({ type: ComponentType.TextDisplay, content })
    lines = []
  }
  for (const [index, block] of part.body.entries()) {
    if (block.type === 'thematicBreak') {
      endText()
      components.push({ type: ComponentType.Separator })
    } else {
      // Discord itself puts space around headings and quotations. A paragraph below another needs an empty line.
      if (index > 0 && lines.length > 0 && block.type !== 'attribution') lines.push('')
      lines.push(...linesOf(block))
    }
  }
  endText()
  if (part.image)
    components.push({
      type: ComponentType.MediaGallery,
      items: [
        {
          media: { url: `attachment://${PICTURE_FILE_NAME}` },
          description: part.image.alt.slice(0, MAX_ALT_UNITS),
        },
      ],
    })
  // Discord does not show a file that no component names.
  if (part.file)
    components.push({ type: ComponentType.File, file: { url: `attachment://${part.file.name}` } })
  components.push(...rowsOf([...(part.choices ?? []), ...(show ? [[show]] : [])]))
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: '—' })
  return { type: ComponentType.Container, components }
}

function countOf(component: APIComponentInContainer): number {
  return component.type === ComponentType.ActionRow ? 1 + component.components.length : 1
}

const textBytes = (components: readonly APIComponentInContainer[]): number =>
  components.reduce(
    (sum, each) =>
      each.type === ComponentType.TextDisplay
        ? sum + Buffer.byteLength(each.content) + BYTES_PER_DISPLAY
        : sum,
    0,
  )

/** In UTF-16 units. Labels count too: Discord's limit speaks of the text in all components and exempts none. */
const textLength = (components: readonly APIComponentInContainer[]): number =>
  components.reduce((sum, each) => sum + lengthOf(each), 0)

function lengthOf(component: APIComponentInContainer): number {
  if (component.type === ComponentType.TextDisplay) return component.content.length
  if (component.type !== ComponentType.ActionRow) return 0
  return component.components.reduce(
    (sum, each) =>
      sum +
      ('label' in each ? (each.label?.length ?? 0) : 0) +
      ('placeholder' in each ? (each.placeholder?.length ?? 0) : 0),
    0,
  )
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${atStart(oneLine(block.children))}`]
    case 'paragraph':
      return linesOfText(block.children)
    case 'attribution':
      return [`-# — ${oneLine(block.children)}`]
    case 'blockquote':
      return block.children
        .flatMap((child, index) =>
          index > 0 && child.type !== 'attribution' ? ['', ...linesOf(child)] : linesOf(child),
        )
        .map(line => (line.startsWith('> ') ? line : `> ${line}`))
    case 'list':
      return block.children.flatMap((item, index) => {
        const bullet = block.ordered ? `${block.start + index}. ` : '- '
        const lines = item.children.flatMap(linesOf)
        // Small print (-#) works only at the start of a line, so it is not indented with the list.
        return lines.map((line, at) =>
          at === 0 ? bullet + line : line.startsWith('-# ') ? line : `  ${line}`,
        )
      })
    case 'thematicBreak':
      return ['———']
    default:
      return block satisfies never
  }
}

const oneLine = (nodes: readonly Inline[]) => inline(nodes).replace(/\s*\n\s*/g, ' ')

/** Escapes lines that begin like a heading, a quotation or a list. */
const linesOfText = (nodes: readonly Inline[]) => inline(nodes).split('\n').map(atStart)

const atStart = (line: string) =>
  line.replace(
    /^(\s*)(#{1,3}\s|-#\s|>{1,3}\s|[-+]\s|\d+(?=\.\s))/,
    (_, space, mark) => `${space}${escapeStart(mark)}`,
  )

const escapeStart = (mark: string) => (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`)

function inline(nodes: readonly Inline[]): string {
  return nodes
    .map(node => {
      switch (node.type) {
        case 'text':
          return escaped(node.value)
        case 'break':
          return '\n'
        case 'strong':
          return markLines('**', inline(node.children))
        case 'emphasis':
          return markLines('*', inline(node.children))
        case 'link':
          return linked(node.url, oneLine(node.children))
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

/** Discord makes no link of text that looks like an address, except the address itself. */
function linked(url: string, text: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return text
  const { href } = new URL(url)
  return text === escaped(url) ? `<${href}>` : `[${text}](<${href}>)`
}

/** Escapes what Discord's Markdown would take for a mark, and mends half surrogate pairs, which Discord refuses. */
const escaped = (text: string) => (specialCharacters.test(text) ? escapedAll(text) : text)

const specialCharacters = /[\\*_~`|<>[\]\p{Cc}\ud800-\udfff]/u

const escapedAll = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
