// Reads the arguments of a call as values of a command's options, or refuses the one that is wrong.

import type { Command, Option } from '../commands/command.ts'
import { choiceNameOf } from '../commands/shared/usage.ts'
import type { Phrases } from '../languages/phrases.ts'
import { paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { asciiDigits } from '../text/digits.ts'
import { fold } from '../text/fold.ts'
import { nearWords } from '../text/near-words.ts'
import { takenWords } from '../wording/taken.ts'
import { WORDS_KEY } from './line.ts'

type Value = string | number | undefined

/**
 * The values of the options given, the words that no option takes, and notes on what was taken for misspelt words; an
 * empty argument counts as missing.
 */
export function readArguments(
  { name: command, options }: Command,
  args: Record<string, string>,
  say: Phrases,
): { values: Record<string, Value>; leftOut: string | undefined; notes: string[] } | { refusal: Message } {
  let leftOut: string | undefined
  const notes: string[] = []
  const values: Record<string, Value> = {}
  for (const [name, argument] of Object.entries(args)) {
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (!option && name === WORDS_KEY) {
      leftOut = argument
      continue
    }
    if (!option) return { refusal: { body: [paragraph(say.notAnOption(command, name))] } }
    const typed = argument.trim()
    if (typed === '') continue
    const exact = readValue(option, typed)
    const near = exact === undefined ? nearestValue(option, typed, say) : undefined
    if (near !== undefined) notes.push(takenWords(choiceNameOf(near, say, option), typed, say))
    const value = exact ?? near
    if (value === undefined) return { refusal: refusalOf({ command, args }, { name, option, typed }, say) }
    values[name] = value
  }
  return { values, leftOut, notes }
}

function readValue(option: Option, typed: string): Value {
  switch (option.type) {
    case 'integer':
      return readInteger(asciiDigits(typed))
    case 'choice':
      return option.values.find(value => value === fold(typed)) ?? option.read?.(typed)
    case 'publish':
      return ['yes', 'no'].find(each => each === fold(typed))
    case 'text':
    case 'time':
    case 'zone':
    case 'role':
    case 'place':
      return typed
    default:
      return option satisfies never
  }
}

/** The only value of a choice with a name near what was typed. */
function nearestValue(option: Option, typed: string, say: Phrases): string | undefined {
  if (option.type !== 'choice') return undefined
  const values = new Map(
    option.values.flatMap(value =>
      [value, choiceNameOf(value, say, option), ...(option.alsoCalled?.(value) ?? [])].map(name => [
        fold(name),
        value,
      ]),
    ),
  )
  const near = new Set(nearWords(fold(typed), values.keys()).map(({ word }) => values.get(word)))
  const [only] = near
  return near.size === 1 ? only : undefined
}

const readInteger = (typed: string) =>
  /^\d{1,6}$/.test(typed) && Number(typed) > 0 ? Number(typed) : undefined

function refusalOf(
  { command, args }: { command: string; args: Record<string, string> },
  { name, option, typed }: { name: string; option: Option; typed: string },
  say: Phrases,
): Message {
  const quoted = typed.slice(0, 40)
  const values = valuesOf(option)
  if (values.length === 0) return { body: [paragraph(say.notANumber(name, quoted))] }
  return {
    body: [paragraph(say.notOneOf(name, quoted, values.join(', ')))],
    choices: [
      values.map(value => run(choiceNameOf(value, say, option), command, { ...args, [name]: value })),
    ],
  }
}

const valuesOf = (option: Option): readonly string[] =>
  option.type === 'choice' ? option.values : option.type === 'publish' ? ['yes', 'no'] : []
