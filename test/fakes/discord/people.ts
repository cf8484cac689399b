// Plays people: they run commands, type into options, press, choose and fill in modals as Discord's client lets them.

import { type Core, post, setLimited } from './core.ts'
import { intents } from './gateway.ts'
import { createInteraction, type Interaction, type Run, runOf } from './interaction.ts'
import type { Command } from './limits/commands.ts'
import { type Component, walk } from './limits/message.ts'
import type { ModalBody } from './limits/modal.ts'
import { fill, findCommand, resolveIds, type Value } from './options.ts'
import {
  allPermissions,
  everyonePermissions,
  hasPermissions,
  isLetIn,
  permissionBits,
  permissionsOf,
} from './permissions.ts'
import type { Posted, UseComponent } from './posted.ts'
import {
  type Channel,
  channelBody,
  channelTypes,
  type Guild,
  memberBody,
  type User,
  userBody,
} from './world.ts'

export interface Person {
  id: string
  user: User
  /** Runs `/command` or `/command sub` with values for its options. */
  runs(line: string, values?: Record<string, Value>, where?: Where): Run
  /** Types into an option with autocomplete. `values` are those of the other options. */
  types(
    line: string,
    typing: { option: string; text: string },
    where?: Where & { values?: Record<string, Value> },
  ): Run
  /** Chooses a command from the context menu of a message. */
  applies(name: string, message: Posted): Run
  /** Submits a modal with texts, or lists of values, by custom_id or by label. */
  submits(modal: ModalBody, values: Record<string, string | string[]>): Run
  /** Writes a message, which may reply to another. */
  says(text: string, where?: Where & { replyTo?: Posted }): Posted
}
export interface Where {
  in?: { channel: Channel }
  /** Runs the command even if its default permissions or contexts hide it. */
  evenIfHidden?: boolean
}

/** A person who acts in `home` unless a call names another place. It is a channel of a guild, or their direct messages. */
export function createPerson(core: Core, user: User, home: () => Channel): Person {
  const placeOf = (where?: Where) => where?.in?.channel ?? home()

  function offered(where: Where | undefined, type = 1) {
    const channel = placeOf(where)
    const own = channel.guild ? (core.commands.get(channel.guild.id) ?? []) : []
    const all = [...own, ...(core.commands.get('') ?? [])].filter(each => (each.type ?? 1) === type)
    return {
      channel,
      all,
      check: (each: Command) => where?.evenIfHidden || checkOffered(core, each, { user, channel }),
    }
  }

  return {
    id: user.id,
    user,
    runs(line, values = {}, where) {
      const { channel, all, check } = offered(where)
      const found = findCommand(all, line, user.locale)
      check(found.command)
      const given = fill(found.options, values, true)
      const data = {
        ...commandFields(found.command),
        options: found.wrap(given),
        resolved: resolvedOf(core, Object.values(values), { channel, user }),
      }
      return beginInteraction(core, { kind: 'command', user, channel, type: 20 }, { type: 2, data })
    },
    types(line, { option, text }, { values = {}, ...where } = {}) {
      const { channel, all, check } = offered(where)
      const found = findCommand(all, line, user.locale)
      check(found.command)
      const focused = found.options.find(each => each.name === option)
      if (!focused?.autocomplete) throw new Error(`${line}: ${option} has no autocomplete.`)
      const given = [
        ...fill(found.options, values, false),
        { name: option, type: focused.type, value: text, focused: true },
      ]
      const start = { kind: 'autocomplete', user, channel, type: 0, typing: focused.type } as const
      const data = { ...commandFields(found.command), options: found.wrap(given) }
      return beginInteraction(core, start, { type: 4, data })
    },
    applies(name, message) {
      const { channel, all, check } = offered({ in: message }, 3)
      const found = all.find(each => each.name === name || each.name_localizations?.[user.locale] === name)
      if (!found)
        throw new Error(
          `No ${name} in the menu; there is: ${all.map(each => each.name).join(', ') || 'none'}.`,
        )
      check(found)
      const data = {
        ...commandFields(found),
        target_id: message.id,
        resolved: { messages: { [message.id]: message.body } },
      }
      return beginInteraction(core, { kind: 'command', user, channel, type: 23 }, { type: 2, data })
    },
    submits(modal, values) {
      const opened = core.modals.get(modal)
      if (!opened || opened.user !== user) throw new Error('This modal was not shown to this person.')
      const { channel, source } = opened
      const components = modal.components.map(each => filledIn(each, values))
      const fields = walk(modal.components, []).flatMap(([each]) => [each.custom_id, each.label])
      const unknownField = Object.keys(values).find(key => !fields.includes(key))
      if (unknownField !== undefined) throw new Error(`The modal has no field ${unknownField}.`)
      return beginInteraction(
        core,
        { kind: 'modal', user, channel, type: 0, ...(source ? { source } : {}) },
        { type: 5, data: { custom_id: modal.custom_id, components } },
      )
    },
    says(text, where) {
      const { replyTo } = where ?? {}
      // https://discord.com/developers/docs/resources/message#message-object-message-types
      const reply = replyTo && {
        type: 19,
        message_reference: { type: 0, message_id: replyTo.id, channel_id: replyTo.channel.id },
        referenced_message: replyTo.body,
      }
      const sent = { content: text }
      const posted = post(core, {
        channel: placeOf(where),
        sent,
        author: user,
        ...(reply && { extra: reply }),
      })
      const { guild } = posted.channel
      const intent = guild ? intents.guildMessages : intents.directMessages
      const content = guild ? '' : text
      const body = { ...posted.body, content, ...(guild ? { guild_id: guild.id } : {}) }
      core.gateway.send('MESSAGE_CREATE', body, { ...(guild ? { guild: guild.id } : {}), intent })
      return posted
    },
  }
}

/** Starts a press or a choice. Throws at one that Discord's client would not offer. */
export const useComponent =
  (core: () => Core): UseComponent =>
  (message, component, { values, by: { user } }) => {
    const { channel, onlyFor } = message
    if (message.deleted || (onlyFor && onlyFor !== user))
      throw new Error('This person does not see the message.')
    const { custom_id, type, options = [], min_values, max_values } = component
    const chosen = values?.map(value => (typeof value === 'string' ? value : value.id))
    if (chosen && (chosen.length < (min_values ?? 1) || chosen.length > (max_values ?? 1))) {
      throw new Error(`${custom_id} takes ${min_values ?? 1} to ${max_values ?? 1} values.`)
    }
    if (type === 3 && !chosen?.every(value => options.some(option => option.value === value))) {
      throw new Error(`${custom_id} offers ${options.map(option => option.value).join(', ')}.`)
    }
    if (type === 8) {
      const { channel_types: types } = component
      const wrong = chosen?.find(
        each => types?.length && !types.includes(core().world.channels.get(each)?.type ?? -1),
      )
      if (wrong) throw new Error(`${custom_id} does not list the channel ${wrong}.`)
    }
    if (chosen) pickOnce(message, component, { user, chosen })
    const data = { custom_id, component_type: type, id: component.id, ...(chosen ? { values: chosen } : {}) }
    const resolved = type === 3 || !values ? {} : { resolved: resolvedOf(core(), values, { channel, user }) }
    const start = { kind: 'component', user, channel, type: 0, source: message } as const
    return beginInteraction(core(), start, { type: 3, data: { ...data, ...resolved } })
  }

/** What each person last picked in the lists of a message, and how often the message had been edited by then. */
const picked = new WeakMap<Posted, Map<string, { values: string; edits: number }>>()

/**
 * A client shows what was picked until the message is edited, and sends nothing if the same is picked again
 * (https://github.com/discord/discord-api-docs/issues/4801, https://github.com/discord/discord-api-docs/issues/3441).
 */
function pickOnce(
  message: Posted,
  { custom_id }: Component,
  { user, chosen }: { user: User; chosen: string[] },
): void {
  const ofMessage = picked.get(message) ?? new Map<string, { values: string; edits: number }>()
  picked.set(message, ofMessage)
  const key = `${user.id} ${custom_id}`
  const values = chosen.join()
  const last = ofMessage.get(key)
  if (last?.values === values && last.edits === message.edits)
    throw new Error(`${custom_id} already shows ${values} as picked, so the client sends nothing.`)
  ofMessage.set(key, { values, edits: message.edits })
}

type InteractionStart = Pick<Interaction, 'kind' | 'user' | 'channel' | 'type' | 'source' | 'typing'>

function beginInteraction(
  core: Core,
  start: InteractionStart,
  { type, data }: { type: number; data: object },
): Run {
  const { user, channel, source } = start
  const { guild } = channel
  const { bot } = core.world
  const here = guild ? guild.members.has(bot.id) : channel.type === channelTypes.dm
  const isPrivate = !here && guild !== undefined && !hasPermissions(user, channel, 'UseExternalApps')
  const it = createInteraction(core.world, core.timeoutMs, { ...start, isUserInstalled: !here, isPrivate })
  setLimited(core.interactions, it.token, it)
  const owners = { ...(here ? { 0: guild?.id ?? '0' } : {}), ...(user.installed ? { 1: user.id } : {}) }
  const appPermissions = !guild
    ? allPermissions
    : here
      ? permissionsOf(bot, guild, channel)
      : everyonePermissions
  const payload = {
    id: it.id,
    application_id: bot.id,
    type,
    data,
    token: it.token,
    version: 1,
    channel_id: channel.id,
    channel: channelBody(channel),
    app_permissions: appPermissions.toString(),
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(channel),
    attachment_size_limit: 10_485_760,
    ...(source ? { message: source.body } : {}),
    ...(guild ? guildFields(guild, user, channel) : { user: userBody(user) }),
  }
  core.gateway.send('INTERACTION_CREATE', payload, guild && here ? { guild: guild.id } : {})
  return runOf(it)
}

function guildFields(guild: Guild, user: User, channel: Channel): object {
  const member = guild.members.get(user.id)
  if (!member) throw new Error(`${user.name} is not in ${guild.name}.`)
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberBody(member), permissions: permissionsOf(user, guild, channel).toString() },
  }
}

/** 0 in a guild, 1 in the bot's direct messages, 2 in any other private channel. */
const contextOf = ({ guild, type }: Channel) => (guild ? 0 : type === channelTypes.dm ? 1 : 2)

/** Throws if Discord's client would not list the command. */
function checkOffered(
  core: Core,
  command: Command,
  { user, channel }: { user: User; channel: Channel },
): void {
  const { guild } = channel
  const context = contextOf(channel)
  const no = (why: string): never => {
    throw new Error(`${command.name} is not offered to ${user.name}: ${why}.`)
  }
  if (!(command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2])).includes(context))
    no(`context ${context}`)
  const kinds = command.integration_types ?? [0]
  const here = guild ? guild.members.has(core.world.bot.id) : context === 1
  if (!(here && kinds.includes(0)) && !(user.installed && kinds.includes(1))) no('not installed here')
  if (!guild) return
  const own = permissionsOf(user, guild, channel)
  if ((own & permissionBits.UseApplicationCommands) === 0n && here) no('UseApplicationCommands')
  const wanted = command.default_member_permissions
  if (own === allPermissions) return
  const letIn = isLetIn({ user, guild, channel }, command.id, core.world.bot.id)
  if (letIn === false) no('the server does not let them')
  if (letIn === true || wanted == null) return
  // "0" offers a command to nobody but administrators.
  if (wanted === '0' || (own & BigInt(wanted)) !== BigInt(wanted)) no(`needs the permissions ${wanted}`)
}

const commandFields = ({ id, name, type, guild_id }: Command) => ({
  id,
  name,
  type: type ?? 1,
  ...(guild_id === undefined ? {} : { guild_id }),
})

const resolvedOf = (
  { world }: Core,
  values: Value[],
  { channel, user }: { channel: Channel; user: User },
): Record<string, unknown> => {
  const ids = values.flatMap(value => (typeof value === 'object' ? [value.id] : []))
  return resolveIds(ids, world, { guild: channel.guild, invoker: user.id })
}

/** A component of a modal as it is submitted, with its value. */
function filledIn(component: Component, values: Record<string, string | string[]>): unknown {
  const { type, id, component: field, label } = component
  if (type === 18 && field)
    return { type, id, component: filledIn({ ...field, label: label ?? null }, values) }
  if (!component.custom_id) return { type, id }
  const given = values[component.custom_id] ?? values[label ?? '']
  const own = { type, id, custom_id: component.custom_id }
  if (type === 4) {
    const text = String(given ?? (component as { value?: string }).value ?? '')
    const { min_length: min, max_length: max } = component
    if (text === '' && component.required !== false) throw new Error(`${label} must be filled in.`)
    if (text !== '' && (text.length < (min ?? 0) || text.length > (max ?? 4000)))
      throw new Error(`${label}: its length.`)
    return { ...own, value: text }
  }
  const chosen = [given ?? []].flat()
  if (chosen.length === 0 && component.required !== false) throw new Error(`${label} must be chosen.`)
  return { ...own, values: chosen }
}
