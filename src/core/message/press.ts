// Writes the press of a button as text and reads it back, because buttons must still work after a restart.

import type { Choice, Invocation } from './message.ts'

/**
 * How a press is answered: below the message, in its place, after somebody types the missing option, or for everybody
 * to see although the message was for one person.
 */
export type PressMode = 'below' | 'inPlace' | 'ask' | 'show'

export interface Press {
  call: Invocation
  mode: PressMode
  /** The option to type, if the mode is `ask`. */
  option?: string
}

/** The press of a choice; undefined for choices that run no command. */
export function pressOf(choice: Choice): Press | undefined {
  switch (choice.type) {
    case 'run':
      return { call: choice.call, mode: choice.inPlace ? 'inPlace' : 'below' }
    case 'ask':
      return { call: choice.call, mode: 'ask', option: choice.option }
    case 'open':
    case 'share':
    case 'copy':
      return undefined
    default:
      return choice satisfies never
  }
}

/**
 * A sign for the mode, then one word a line: the command, the option to type (if any), and option and value in turn.
 * The text is well-formed Unicode without control characters except newlines, and does not end in a space, because
 * platforms change or refuse anything else.
 */
export function writePress({ call, mode, option }: Press): string {
  const words = [call.command, ...(option === undefined ? [] : [option]), ...Object.entries(call.args).flat()]
  return signs[mode] + words.map(escapeWord).join('\n')
}

/** Undefined if the text is not a press. */
export function readPress(written: string): Press | undefined {
  const mode = modeOf(written)
  const [command = '', ...words] = written.slice(1).split('\n').map(unescapeWord)
  if (!mode || !COMMAND_NAME.test(command)) return undefined
  const option = mode === 'ask' ? words.shift() : undefined
  if (words.length % 2 === 1) return undefined
  const args: Record<string, string> = Object.create(null)
  for (let at = 0; at < words.length; at += 2) args[words[at] ?? ''] = words[at + 1] ?? ''
  return { call: { command, args }, mode, ...(option !== undefined && { option }) }
}

/** The mode that the first character encodes. */
export const modeOf = (written: string): PressMode | undefined =>
  modes.find(mode => signs[mode] === written[0])

export const COMMAND_NAME = /^[a-z0-9_]{1,32}$/

const signs: Record<PressMode, string> = { below: '+', inPlace: '=', ask: '?', show: '!' }
const modes = Object.keys(signs) as PressMode[]

const EMPTY_WORD = '\\0'

function escapeWord(word: string): string {
  if (word === '') return EMPTY_WORD
  return word.replace(/[\\\p{Cc}\p{Cs}]|^\s|\s$/gu, character => {
    if (character === '\\') return '\\\\'
    if (character === '\n') return '\\n'
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

function unescapeWord(word: string): string {
  if (word === EMPTY_WORD) return ''
  return word.replace(/\\(?:[\\n]|u[0-9a-f]{4})/g, escaped => {
    if (escaped === '\\\\') return '\\'
    return escaped === '\\n' ? '\n' : String.fromCharCode(Number.parseInt(escaped.slice(2), 16))
  })
}
