// Builds the nodes of a message with short names, so that a command reads like its answer.

import type {
  Attribution,
  Block,
  Blockquote,
  Choice,
  Heading,
  Inline,
  Invocation,
  Link,
  List,
  Message,
  Paragraph,
  Run,
  Strong,
} from './message.ts'

/** Input of the builders: a string becomes a text node. */
export type Words = string | Inline | readonly (string | Inline)[]

export const heading = (depth: Heading['depth'], words: Words): Heading => ({
  type: 'heading',
  depth,
  children: inline(words),
})
export const paragraph = (words: Words): Paragraph => ({ type: 'paragraph', children: inline(words) })
export const attribution = (words: Words, speaker?: string): Attribution => ({
  type: 'attribution',
  children: inline(words),
  ...(speaker !== undefined && { speaker }),
})
export const quote = (...children: Block[]): Blockquote => ({ type: 'blockquote', children })
export const bullets = (items: readonly (Words | Block[])[]): List => list(false, items)
export const numbered = (items: readonly (Words | Block[])[], start = 1): List => list(true, items, start)
export const strong = (words: Words): Strong => ({ type: 'strong', children: inline(words) })
export const emphasis = (words: Words): Inline => ({ type: 'emphasis', children: inline(words) })
export const link = (url: string, words: Words = url): Link => ({
  type: 'link',
  url,
  children: inline(words),
})

export const moment = (at: number, value: string, local = value): Inline => ({
  type: 'moment',
  at,
  value,
  local,
})

/** A choice that runs a command; `inPlace` replaces the message it is on, if the platform can. */
export const run = (
  label: string,
  command: string,
  args: Record<string, string> = {},
  inPlace = false,
): Run => ({
  type: 'run',
  label,
  call: { command, args },
  ...(inPlace && { inPlace }),
})

/** The choice that does what the message asks about: "yes" means it, if there is no other such choice. */
export const confirm = (...choice: Parameters<typeof run>): Run => ({ ...run(...choice), cue: 'yes' })

/** A choice that opens a form for the option; without forms, the message says how to type it. */
export const ask = (
  label: string,
  command: string,
  option: string,
  args: Record<string, string> = {},
): Choice => ({ type: 'ask', label, call: { command, args }, option })
/** A choice that lists the chat's roles or places, and runs the call with the id of the one picked. */
export const askToPick = (
  picks: 'role' | 'place',
  label: string,
  { option, ...call }: Invocation & { option: string },
): Choice => ({ type: 'ask', label, call, option, picks })
export const share = (label: string, words: string): Choice => ({ type: 'share', label, words })
export const copy = (label: string, text: string): Choice => ({ type: 'copy', label, text })

/** Choices in rows of the same number. */
export const inRows = <T>(items: readonly T[], width: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / width) }, (_, row) =>
    items.slice(row * width, (row + 1) * width),
  )

/** The answer to people who ask too often: platforms show nothing. */
export const silence: Message = { body: [], isPrivate: true }

/** Turns words into inline nodes; empty strings vanish. */
export function inline(words: Words): Inline[] {
  const list = typeof words === 'string' || 'type' in words ? [words] : words
  return list
    .map(word => (typeof word === 'string' ? ({ type: 'text', value: word } as const) : word))
    .filter(node => node.type !== 'text' || node.value !== '')
}

function list(ordered: boolean, items: readonly (Words | Block[])[], start = 1): List {
  return {
    type: 'list',
    ordered,
    start,
    children: items.map(item => ({
      type: 'listItem',
      children: isBlocks(item) ? item : [paragraph(item)],
    })),
  }
}

const blockTypes = new Set([
  'heading',
  'paragraph',
  'blockquote',
  'list',
  'table',
  'thematicBreak',
  'attribution',
])

function isBlocks(item: Words | Block[]): item is Block[] {
  const [first] = Array.isArray(item) ? item : []
  return typeof first === 'object' && blockTypes.has(first.type)
}
