// Draws choices as rows of buttons, and reads a press back as the call it stands for, also after a restart.

import { createHash } from 'node:crypto'
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Memory } from '../../core/delivery/store.ts'
import type { Choice, Invocation } from '../../core/message/message.ts'
import {
  COMMAND_NAME,
  modeOf,
  type Press,
  type PressMode,
  pressOf,
  readPress,
  writePress,
} from '../../core/message/press.ts'
import type { Clock } from '../../core/ports.ts'

/** https://discord.com/developers/docs/components/reference#button */
const MAX_DATA_UNITS = 100
const MAX_LABEL_UNITS = 80
const MAX_BUTTONS_IN_ROW = 5

/** A choice of Discord's own: shows a private answer to everybody. */
export interface Show {
  type: 'show'
  label: string
  call: Invocation
}

/** The rows of a message. Choices that Discord has no button for are left out, and so are repeats: it refuses equal ids. */
export function rowsOf(
  choices: readonly (Choice | Show)[][],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const known = new Set<string>()
  return choices.flatMap(row => {
    const buttons = row.flatMap(choice => {
      const button = buttonOf(choice)
      const id = button && 'custom_id' in button ? button.custom_id : undefined
      if (!button || (id !== undefined && known.has(id))) return []
      if (id !== undefined) known.add(id)
      return [button]
    })
    return Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS_IN_ROW) }, (_, index) => ({
      type: ComponentType.ActionRow as const,
      components: buttons.slice(index * MAX_BUTTONS_IN_ROW, (index + 1) * MAX_BUTTONS_IN_ROW),
    }))
  })
}

function buttonOf(choice: Choice | Show): APIButtonComponent | undefined {
  const label = shorten(choice.label)
  if (label === '') return undefined
  switch (choice.type) {
    case 'open':
      return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: choice.url }
    case 'run':
    case 'ask':
    case 'show': {
      const press = pressFor(choice)
      return (
        press && { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: dataOf(press) }
      )
    }
    case 'share':
    case 'copy':
      // Discord has no buttons for these: messages are forwarded and copied by its own menu.
      return undefined
    default:
      return choice satisfies never
  }
}

const pressFor = (choice: Choice | Show): Press | undefined =>
  choice.type === 'show' ? { call: choice.call, mode: 'show' } : pressOf(choice)

/**
 * The press itself where it fits, else a key under which `keepLong` has it: the same press has the same key. The key
 * begins with mode and command, so that they are known before anything is recalled.
 */
function dataOf(press: Press): string {
  const written = writePress(press)
  return written.length <= MAX_DATA_UNITS ? written : keyOf(written)
}

/** Reads mode and command without the memory; undefined for data that no button of ours has. */
export function peek(data: string): { mode: PressMode; command: string } | undefined {
  const mode = modeOf(data)
  const [command = ''] = data.slice(1).replace(/^#/, '').split(/[\n#]/)
  return mode && COMMAND_NAME.test(command) ? { mode, command } : undefined
}

/** Stores the presses that do not fit their buttons. To be called before the message is sent. */
export async function keepLong(
  choices: readonly (Choice | Show)[],
  memory: Memory,
  clock: Clock,
): Promise<void> {
  for (const choice of choices) {
    const press = pressFor(choice)
    const written = press && writePress(press)
    if (written && written.length > MAX_DATA_UNITS)
      await memory.remember({ key: `discord call ${keyOf(written)}`, value: written, now: clock.now() })
  }
}

/** Undefined for data that no button of ours has, and for a button whose call is forgotten. */
export async function recallPress(data: string, memory: Memory): Promise<Press | undefined> {
  const written = data[1] === '#' ? await memory.recall(`discord call ${data}`) : data
  return written === undefined ? undefined : readPress(written)
}

function keyOf(written: string): string {
  const [marked = ''] = written.split('\n')
  const hash = createHash('sha256').update(written).digest('base64url').slice(0, 22)
  return `${written[0]}#${marked.slice(1)}#${hash}`
}

/** A label is one line; what it is short for stands in the message. */
export function shorten(label: string, longest = MAX_LABEL_UNITS): string {
  const line = label
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  if (line.length <= longest) return line
  let kept = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)) {
    if (kept.length + segment.length > longest - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
