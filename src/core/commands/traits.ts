// Answers platforms' questions about a call from the traits of its command, so that they know no command by name.

import type { Invocation } from '../message/message.ts'
import type { Command } from './command.ts'

type Commands = readonly Command[]

export const commandNamed = (name: string, commands: Commands): Command | undefined =>
  commands.find(command => command.name === name)

/** The call that greets a chat. */
export function greetingOf(commands: Commands): Invocation {
  const greeting = commands.find(({ isGreeting }) => isGreeting)
  if (!greeting) throw new Error('no command greets')
  return { command: greeting.name, args: {} }
}

/** The call that words without a command become. */
export function plainWordsCall(words: string, commands: Commands): Invocation {
  for (const { name, plainWords } of commands)
    if (plainWords !== undefined) return { command: name, args: { [plainWords]: words } }
  throw new Error('no command takes plain words')
}

export const isPrivateCall = ({ command }: Pick<Invocation, 'command'>, commands: Commands): boolean =>
  commandNamed(command, commands)?.isPrivate === true

/** Whether posts come to the chat after this call. */
export function startsPosts({ command, args }: Invocation, commands: Commands): boolean {
  const starts = commandNamed(command, commands)?.startsPosts ?? false
  return typeof starts === 'function' ? starts(args) : starts
}

/** Whether repeating the call would change something again. */
export function changesSomething({ command, args }: Invocation, commands: Commands): boolean {
  const { adminsOnly, options = {} } = commandNamed(command, commands) ?? {}
  const isChange = (name: string) => Object.hasOwn(options, name) && options[name]?.isChange === true
  return adminsOnly === true || Object.keys(args).some(isChange)
}

/**
 * The call that shows others what the call has led to, without changing it again; undefined if it has no such answer.
 */
export function callToShow({ command, args }: Invocation, commands: Commands): Invocation | undefined {
  const { adminsOnly, options = {} } = commandNamed(command, commands) ?? {}
  const traitsOf = (name: string) => (Object.hasOwn(options, name) ? options[name] : undefined)
  if (adminsOnly || Object.keys(args).some(name => traitsOf(name)?.isForAsker)) return undefined
  const kept = Object.entries(args).filter(([name]) => !traitsOf(name)?.isChange)
  return { command, args: Object.fromEntries(kept) }
}

/** A call carries the id of another place of the chat under this name, beside the command's options. */
export const PLACE_KEY = 'at'

/** The name under which people give that place where they name options. */
export const PLACE_OPTION = 'channel'

/** Whether the call can be about another place of the chat. */
export const hasPlace = ({ command }: Pick<Invocation, 'command'>, commands: Commands): boolean =>
  commandNamed(command, commands)?.hasPlace === true
