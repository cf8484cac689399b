// The message as Discord components (version 2): text displays with escaped Markdown, separators, a picture, buttons.
import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js'
import type { Block, Inline, Message } from '../../core/message/message.ts'
import { spelledOut } from '../../core/message/spelled-out.ts'
import { split } from '../../core/message/split.ts'
import { rowsOf, type Show } from './buttons.ts'

/** Both over all components of a message, nested ones included (https://discord.com/developers/docs/components/reference). */
const longestText = 4000
const mostComponents = 40

/** What the picture is called as an attachment. */
export const pictureName = 'picture.png'

/** The parts that each fit one message, the last with `show` as one more choice. */
export function parts(message: Message, show?: Show): Message[] {
  const fits = (part: Message) => {
    const { components } = container(part, show)
    return (
      textLength(components) <= longestText &&
      1 + components.reduce((sum, each) => sum + countOf(each), 0) <= mostComponents
    )
  }
  // Most do as they are, and trying block by block takes its time.
  const told = spelledOut(message)
  return fits(told) ? [told] : split(told, fits)
}

/** One part of a message. */
export function render(part: Message, show?: Show): APIMessageTopLevelComponent[] {
  return [container(part, show)]
}

/** What was made to see whether it fits is what is sent. */
const made = new WeakMap<Message, { show: Show | undefined; container: APIContainerComponent }>()

function container(part: Message, show?: Show): APIContainerComponent {
  const known = made.get(part)
  if (known && known.show === show) return known.container
  const container = makeContainer(part, show)
  made.set(part, { show, container })
  return container
}

function makeContainer(part: Message, show?: Show): APIContainerComponent {
  const components: APIComponentInContainer[] = []
  let words: string[] = []
  const close = () => {
    const content = words.join('\n').trim()
    if (content !== '') components.push({ type: ComponentType.TextDisplay, content })
    words = []
  }
  for (const [index, block] of part.body.entries()) {
    if (block.type === 'thematicBreak') {
      close()
      components.push({ type: ComponentType.Separator })
    } else {
      // Discord sets headings and quotations apart by itself; a paragraph below another needs an empty line.
      if (index > 0 && words.length > 0 && block.type !== 'attribution') words.push('')
      words.push(...linesOf(block))
    }
  }
  close()
  if (part.image)
    components.push({
      type: ComponentType.MediaGallery,
      items: [{ media: { url: `attachment://${pictureName}` }, description: part.image.alt.slice(0, 1024) }],
    })
  // A file that no component names is not shown.
  if (part.file)
    components.push({ type: ComponentType.File, file: { url: `attachment://${part.file.name}` } })
  components.push(...rowsOf([...(part.choices ?? []), ...(show ? [[show]] : [])]))
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: '—' })
  return { type: ComponentType.Container, components }
}

function countOf(component: APIComponentInContainer): number {
  return component.type === ComponentType.ActionRow ? 1 + component.components.length : 1
}

/** Labels count too: Discord speaks of text in all components, and says of none that it does not count. */
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
        // Small print is small only where a line begins with it, so it leaves the list's indent.
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

/** Lines that begin like a heading, a quotation or a list are none. */
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
          return aroundLines('**', inline(node.children))
        case 'emphasis':
          return aroundLines('*', inline(node.children))
        case 'link':
          return linked(node.url, oneLine(node.children))
        case 'moment':
          // In the words of the chat's zone, and in the reader's own; UTC would be a third.
          return `${escaped(node.local)} · <t:${Math.floor(node.at / 1000)}:f>`
        default:
          return node satisfies never
      }
    })
    .join('')
}

/** A mark ends with its line: a quotation begins the next one anew. */
const aroundLines = (mark: string, words: string) =>
  words
    .split('\n')
    .map(line => around(mark, line))
    .join('\n')

/** Marks stick to words: Discord takes "** a**" for asterisks. */
function around(mark: string, words: string): string {
  const inner = words.trim()
  if (inner === '') return words
  const start = words.indexOf(inner)
  return `${words.slice(0, start)}${mark}${inner}${mark}${words.slice(start + inner.length)}`
}

/** Discord links no words that look like an address, but the address itself. */
function linked(url: string, words: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return words
  const { href } = new URL(url)
  return words === escaped(url) ? `<${href}>` : `[${words}](<${href}>)`
}

/** Everything that Discord's Markdown would take for a mark, and half surrogate pairs, which it refuses. */
const escaped = (text: string) => (special.test(text) ? escapedAll(text) : text)

/** What is none of these is shown as it is. */
const special = /[\\*_~`|<>[\]\p{Cc}\ud800-\udfff]/u

const escapedAll = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\*_~`|<>[\]]/g, '\\$&')
