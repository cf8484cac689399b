// Choices as rows of buttons or a menu, and a press as the call it stands for, also after a restart.
import { createHash } from 'node:crypto'
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Memory } from '../../core/delivery/ledger.ts'
import type { Choice, Invocation } from '../../core/message/message.ts'
import type { Clock } from '../../core/ports.ts'

/** https://discord.com/developers/docs/components/reference#button */
const longestData = 100
const longestLabel = 80
const inRow = 5

/**
 * How a call is answered: below the message, in its place, once somebody has typed the option that is missing, or for
 * all to see although the message itself was for one.
 */
export type Way = 'below' | 'inPlace' | 'ask' | 'show'
export interface Press {
  call: Invocation
  way: Way
  /** The option that is asked for. */
  option?: string
}

const marks: Record<Way, string> = { below: '+', inPlace: '=', ask: '?', show: '!' }

/** A choice of Discord's own: a private answer once more, for all. */
export interface Show {
  type: 'show'
  label: string
  call: Invocation
}

/** The rows of a message; choices of other platforms are left out, and so is one that stands there already. */
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
    return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, index) => ({
      type: ComponentType.ActionRow as const,
      components: buttons.slice(index * inRow, (index + 1) * inRow),
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
      return button(label, choice.inPlace ? 'inPlace' : 'below', choice.call)
    case 'ask':
      return button(label, 'ask', choice.call, choice.option)
    case 'show':
      return button(label, 'show', choice.call)
    case 'share':
    case 'copy':
      // Discord has no buttons for these: messages are forwarded and copied by its own menu.
      return undefined
    default:
      return choice satisfies never
  }
}

const button = (label: string, way: Way, call: Invocation, option?: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  label,
  custom_id: dataOf({ call, way, ...(option !== undefined && { option }) }),
})

/** The press itself where it fits, else a key under which `keepLong` has it: the same press has the same key. */
export function dataOf(press: Press): string {
  const written = write(press)
  return written.length <= longestData ? written : keyOf(written)
}

/** Keeps the presses that do not fit their buttons; before the message is sent. */
export async function keepLong(
  choices: readonly (Choice | Show)[],
  memory: Memory,
  clock: Clock,
): Promise<void> {
  for (const choice of choices) {
    const press = pressOf(choice)
    const written = press && write(press)
    if (written && written.length > longestData)
      await memory.keep(`discord call ${keyOf(written)}`, written, clock.now())
  }
}

function pressOf(choice: Choice | Show): Press | undefined {
  if (choice.type === 'run') return { call: choice.call, way: choice.inPlace ? 'inPlace' : 'below' }
  if (choice.type === 'show') return { call: choice.call, way: 'show' }
  if (choice.type === 'ask') return { call: choice.call, way: 'ask', option: choice.option }
  return undefined
}

/** Undefined for what no button of ours says, or one whose call is forgotten. */
export async function readPress(data: string, memory: Memory): Promise<Press | undefined> {
  const written = data.startsWith('#') ? await memory.recall(`discord call ${data}`) : data
  return written === undefined ? undefined : read(written)
}

const keyOf = (written: string) => `#${createHash('sha256').update(written).digest('base64url').slice(0, 22)}`

function write({ call, way, option }: Press): string {
  const words = [call.command, ...(option === undefined ? [] : [option]), ...Object.entries(call.args).flat()]
  return marks[way] + words.map(word => word.replace(/[\\\n]/g, escaped)).join('\n')
}

function read(written: string): Press | undefined {
  const way = (Object.keys(marks) as Way[]).find(each => marks[each] === written[0])
  const [command = '', ...rest] = written
    .slice(1)
    .split('\n')
    .map(word => word.replace(/\\[\\n]/g, unescaped))
  const option = way === 'ask' ? rest.shift() : undefined
  if (!way || !/^[a-z0-9_]{1,32}$/.test(command) || rest.length % 2 === 1) return undefined
  const args: Record<string, string> = Object.create(null)
  for (let at = 0; at < rest.length; at += 2) args[rest[at] ?? ''] = rest[at + 1] ?? ''
  return { call: { command, args }, way, ...(option !== undefined && { option }) }
}

const escaped = (letter: string) => (letter === '\n' ? '\\n' : '\\\\')
const unescaped = (pair: string) => (pair === '\\n' ? '\n' : '\\')

/** A label is one line; what it is short for stands in the message. */
export function shorten(label: string, longest = longestLabel): string {
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
