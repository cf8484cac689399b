// Renders a message as Discord components (version 2): text displays, separators, a picture, buttons and lists.

import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord.js'
import type { Message } from '../../../core/message/message.ts'
import { spelledOut } from '../../../core/message/spelled-out.ts'
import { split } from '../../../core/message/split.ts'
import { type Layout, layOut } from './layout.ts'
import { linesOf } from './markdown.ts'
import type { CommandIds } from './mentions.ts'
import type { DrawnChoice, ShowChoice } from './presses.ts'
import { describedIn, drawRows } from './rows.ts'
import { shorten } from './shorten.ts'

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

export interface RenderOptions {
  /** One more choice at the end of the last part. */
  show?: ShowChoice | undefined
  /** Commands with an id become mentions. */
  commandIds?: CommandIds | undefined
}

/** Splits a message into parts that each fit one Discord message. */
export function partsOf(message: Message, options: RenderOptions = {}): Message[] {
  const fits = (part: Message) => {
    const { components } = containerOf(part, options)
    return (
      textLength(components) + MENTION_UNITS <= MAX_TEXT_UNITS &&
      textBytes(components) + MENTION_UNITS + BYTES_PER_DISPLAY <= MAX_TEXT_BYTES &&
      // The container and the mention.
      2 + components.reduce((sum, each) => sum + countOf(each), 0) <= MAX_COMPONENTS
    )
  }
  const described = describedIn(layoutOf(message.choices, options.show))
  // Nearly every message fits as it is, and trying block by block is slow.
  const whole = spelledOut(message, choice => !described.has(choice))
  return fits(whole) ? [whole] : split(whole, fits)
}

/** Renders one part of a message. */
export function render(part: Message, options: RenderOptions = {}): APIMessageTopLevelComponent[] {
  return [containerOf(part, options)]
}

/** The containers that were made to find out whether a part fits: the same ones are sent. */
const containers = new WeakMap<Message, RenderOptions & { container: APIContainerComponent }>()

function containerOf(part: Message, { show, commandIds }: RenderOptions): APIContainerComponent {
  const earlier = containers.get(part)
  if (earlier && earlier.show === show && earlier.commandIds === commandIds) return earlier.container
  const container = makeContainer(part, { show, commandIds })
  containers.set(part, { show, commandIds, container })
  return container
}

/** Splitting asks about the same choices again and again. */
const layouts = new WeakMap<object, { show: ShowChoice | undefined; layout: Layout }>()

function layoutOf(choices: readonly DrawnChoice[][] = [], show?: ShowChoice): Layout {
  const earlier = layouts.get(choices)
  if (earlier && earlier.show === show) return earlier.layout
  const layout = layOut([...choices, ...(show ? [[show]] : [])])
  layouts.set(choices, { show, layout })
  return layout
}

function makeContainer(part: Message, { show, commandIds }: RenderOptions): APIContainerComponent {
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
      lines.push(...linesOf(block, commandIds))
    }
  }
  endText()
  if (part.image)
    components.push({
      type: ComponentType.MediaGallery,
      items: [
        {
          media: { url: `attachment://${PICTURE_FILE_NAME}` },
          description: shorten(part.image.alt, MAX_ALT_UNITS),
        },
      ],
    })
  // Discord does not show a file that no component names.
  if (part.file)
    components.push({ type: ComponentType.File, file: { url: `attachment://${part.file.name}` } })
  const layout = layoutOf(part.choices, show)
  components.push(...drawRows(layout))
  if (layout.leftOut > 0)
    components.push({ type: ComponentType.TextDisplay, content: `-# … +${layout.leftOut}` })
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
