// Reads what people put into a command as Discord's client lets them: typed options, choices, channels and people.

import type { Command, Option } from './limits/commands.ts'
import { permissionsOf } from './permissions.ts'
import { channelBody, type Guild, memberBody, roleBody, userBody, type World } from './world.ts'

/** A text, a number or a boolean; an object with an id for a channel, a person or a role. */
export type Value = string | number | boolean | { id: string }

export interface OptionValue {
  name: string
  type: number
  value?: unknown
  focused?: boolean
  options?: OptionValue[]
}

export const optionTypes = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
}

/** Finds the command of `/name sub` by its localized or its own name, with the options that it takes there. */
export function findCommand(commands: Command[], line: string, locale: string) {
  const [name = '', ...subs] = line.replace(/^\//, '').split(' ')
  const isIt = (each: { name: string; name_localizations?: Record<string, string> | null }, wanted: string) =>
    each.name === wanted || each.name_localizations?.[locale] === wanted
  const command = commands.find(each => (each.type ?? 1) === 1 && isIt(each, name))
  if (!command)
    throw new Error(
      `No command ${line}; registered: ${commands.map(each => each.name).join(', ') || 'none'}.`,
    )
  const path: Option[] = []
  let options = command.options ?? []
  for (const sub of subs) {
    const found = options.find(each => each.type <= 2 && isIt(each, sub))
    if (!found) throw new Error(`${line}: no subcommand ${sub}.`)
    path.push(found)
    options = found.options ?? []
  }
  if (options.some(each => each.type <= 2)) throw new Error(`${line} needs a subcommand.`)
  const wrap = (given: OptionValue[]): OptionValue[] =>
    path.reduceRight((inner, sub) => [{ name: sub.name, type: sub.type, options: inner }], given)
  return { command, options, wrap }
}

/** The values as Discord sends them. Throws at those that its client would not send. */
export function fill(options: Option[], values: Record<string, Value>, complete: boolean): OptionValue[] {
  for (const name of Object.keys(values)) {
    if (!options.some(each => each.name === name)) {
      throw new Error(`No option ${name}; there are: ${options.map(each => each.name).join(', ') || 'none'}.`)
    }
  }
  return options.flatMap(option => {
    const value = values[option.name]
    if (value !== undefined)
      return [{ name: option.name, type: option.type, value: sentValue(option, value) }]
    if (option.required && complete) throw new Error(`The option ${option.name} is required.`)
    return []
  })
}

function sentValue(option: Option, value: Value): unknown {
  const refuse = (why: string): never => {
    throw new Error(`Discord's client does not send ${JSON.stringify(value)} for ${option.name}: ${why}.`)
  }
  if (option.choices?.length && !option.choices.some(choice => choice.value === value)) refuse('not a choice')
  switch (option.type) {
    case optionTypes.string:
      if (typeof value !== 'string') return refuse('not a string')
      if (value.length < (option.min_length ?? 0) || value.length > (option.max_length ?? 6000))
        refuse('its length')
      return value
    case optionTypes.integer:
    case optionTypes.number:
      if (typeof value !== 'number') return refuse('not a number')
      if (option.type === optionTypes.integer && !Number.isInteger(value)) refuse('not an integer')
      if (value < (option.min_value ?? -Infinity) || value > (option.max_value ?? Infinity))
        refuse('its size')
      return value
    case optionTypes.boolean:
      return typeof value === 'boolean' ? value : refuse('not a boolean')
    case optionTypes.channel: {
      if (typeof value !== 'object') return refuse('not a channel')
      const { type } = value as { type?: number }
      if (option.channel_types?.length && !option.channel_types.includes(type ?? 0))
        refuse('its type of channel')
      return value.id
    }
    default:
      return typeof value === 'object' ? value.id : refuse('not a person or a role')
  }
}

/** The channels, people and roles whose ids are in a payload. */
export function resolveIds(
  ids: string[],
  world: World,
  { guild, invoker }: { guild: Guild | undefined; invoker: string },
): Record<string, unknown> {
  const kinds: Record<string, Record<string, unknown>> = {}
  const put = (kind: string, id: string, body: unknown) => {
    kinds[kind] ??= {}
    kinds[kind][id] = body
  }
  for (const id of ids) {
    const channel = world.channels.get(id)
    const user = world.users.get(id)
    const role = guild?.roles.get(id)
    const member = guild?.members.get(id)
    const viewer = world.users.get(invoker)
    if (channel && guild && viewer) {
      put('channels', id, {
        ...channelBody(channel),
        permissions: permissionsOf(viewer, guild, channel).toString(),
      })
    }
    if (role) put('roles', id, roleBody(role))
    if (user) put('users', id, userBody(user))
    if (member && guild) {
      const { user: _user, ...body } = memberBody(member)
      put('members', id, { ...body, permissions: permissionsOf(member.user, guild).toString() })
    }
  }
  return kinds
}
