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

/**
 * The press itself where it fits, else a key under which `keepLong` has it: the same press has the same key. Way
 * and command stand in it, so that they are known before anything is recalled.
 */
export function dataOf(press: Press): string {
  const written = write(press)
  return written.length <= longestData ? written : keyOf(written)
}

/** What can be told of a press at once; undefined for what no button of ours says. */
export function peek(data: string): { way: Way; command: string } | undefined {
  const way = (Object.keys(marks) as Way[]).find(each => marks[each] === data[0])
  const [command = ''] = data.slice(1).replace(/^#/, '').split(/[\n#]/)
  return way && /^[a-z0-9_]{1,32}$/.test(command) ? { way, command } : undefined
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
  const written = data[1] === '#' ? await memory.recall(`discord call ${data}`) : data
  return written === undefined ? undefined : read(written)
}

function keyOf(written: string): string {
  const [marked = ''] = written.split('\n')
  const hash = createHash('sha256').update(written).digest('base64url').slice(0, 22)
  return `${written[0]}#${marked.slice(1)}#${hash}`
}

function write({ call, way, option }: Press): string {
  // An argument without words is none, and Discord would cut it off at the end.
  const args = Object.entries(call.args).filter(([, value]) => value.trim() !== '')
  const words = [call.command, ...(option === undefined ? [] : [option]), ...args.flat()]
  return marks[way] + words.map(plain).join('\n')
}

function read(written: string): Press | undefined {
  const seen = peek(written)
  const [, ...rest] = written
    .slice(1)
    .split('\n')
    .map(word => word.replace(/\\[\\n]/g, unescaped))
  if (!seen) return undefined
  const { way, command } = seen
  const option = way === 'ask' ? rest.shift() : undefined
  if (rest.length % 2 === 1) return undefined
  const args: Record<string, string> = Object.create(null)
  for (let at = 0; at < rest.length; at += 2) args[rest[at] ?? ''] = rest[at + 1] ?? ''
  return { call: { command, args }, way, ...(option !== undefined && { option }) }
}

/** Half letters and control characters are no words of anybody's, and Discord takes neither. */
const plain = (word: string) =>
  word
    .toWellFormed()
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim()
    .replace(/[\\\n]/g, escaped)
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
