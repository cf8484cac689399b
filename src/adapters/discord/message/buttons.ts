// Draws choices as rows of buttons, and reads a press back as its call, also after a restart.

import { createHash } from 'node:crypto'
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Memory } from '../../../core/delivery/store.ts'
import type { Choice, Invocation } from '../../../core/message/message.ts'
import {
  COMMAND_NAME,
  modeOf,
  type Press,
  type PressMode,
  pressOf,
  readPress,
  writePress,
} from '../../../core/message/press.ts'
import type { Clock } from '../../../core/ports.ts'

/** https://discord.com/developers/docs/components/reference#button */
const MAX_DATA_UNITS = 100
const MAX_LABEL_UNITS = 80
const MAX_BUTTONS_IN_ROW = 5

/** A choice that only Discord has: shows a private answer to everybody. */
export interface ShowChoice {
  type: 'show'
  label: string
  call: Invocation
}

/**
 * The rows of a message. Leaves out choices for which Discord has no button, and repeats, because Discord refuses equal
 * ids.
 */
export function rowsOf(
  choices: readonly (Choice | ShowChoice)[][],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const ids = new Set<string>()
  return choices.flatMap(row => {
    const buttons = row.flatMap(choice => {
      const button = buttonOf(choice)
      const id = button && 'custom_id' in button ? button.custom_id : undefined
      if (!button || (id !== undefined && ids.has(id))) return []
      if (id !== undefined) ids.add(id)
      return [button]
    })
    return Array.from({ length: Math.ceil(buttons.length / MAX_BUTTONS_IN_ROW) }, (_, index) => ({
      type: ComponentType.ActionRow as const,
      components: buttons.slice(index * MAX_BUTTONS_IN_ROW, (index + 1) * MAX_BUTTONS_IN_ROW),
    }))
  })
}

function buttonOf(choice: Choice | ShowChoice): APIButtonComponent | undefined {
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
      // Discord has no buttons for these: people forward and copy messages with its own menu.
      return undefined
    default:
      return choice satisfies never
  }
}

const pressFor = (choice: Choice | ShowChoice): Press | undefined =>
  choice.type === 'show' ? { call: choice.call, mode: 'show' } : pressOf(choice)

/**
 * The press itself if it fits, else the key under which `storeLongPresses` stores it. The same press has the same key. The
 * key begins with mode and command, so that these are known before the memory is read.
 */
function dataOf(press: Press): string {
  const written = writePress(press)
  return written.length <= MAX_DATA_UNITS ? written : keyOf(written)
}

/** Reads mode and command without the memory. Undefined for data that no button of ours has. */
export function peekPress(data: string): { mode: PressMode; command: string } | undefined {
  const mode = modeOf(data)
  const [command = ''] = data.slice(1).replace(/^#/, '').split(/[\n#]/)
  return mode && COMMAND_NAME.test(command) ? { mode, command } : undefined
}

/** Stores the presses that do not fit their buttons. Must be called before the message is sent. */
export async function storeLongPresses(
  choices: readonly (Choice | ShowChoice)[],
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

/** Undefined for data that no button of ours has, and for a button whose call was forgotten. */
export async function recallPress(data: string, memory: Memory): Promise<Press | undefined> {
  const written = data[1] === '#' ? await memory.recall(`discord call ${data}`) : data
  return written === undefined ? undefined : readPress(written)
}

function keyOf(written: string): string {
  const [modeAndCommand = ''] = written.split('\n')
  const hash = createHash('sha256').update(written).digest('base64url').slice(0, 22)
  return `${written[0]}#${modeAndCommand.slice(1)}#${hash}`
}

/** Makes a label one line of a limited length. The message itself has the full text. */
export function shorten(label: string, maxUnits = MAX_LABEL_UNITS): string {
  const line = label
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
  if (line.length <= maxUnits) return line
  let start = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(line)) {
    if (start.length + segment.length > maxUnits - 1) break
    start += segment
  }
  return `${start.trimEnd()}…`
}
