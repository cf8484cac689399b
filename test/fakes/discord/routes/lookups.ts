// Serves what a bot looks up (the gateway's address, itself, channels, guilds), its commands, and direct messages.

import type { Call, Core, Handler } from '../core.ts'
import { type Command, commandFaults } from '../limits/commands.ts'
import { refuseFaults, unavailable } from '../refusal.ts'
import {
  channelBody,
  channelTypes,
  type Guild,
  guildBody,
  isThread,
  memberBody,
  roleBody,
  userBody,
} from '../world.ts'
import { channelOf } from './messages.ts'
import { newChannel } from './threads.ts'

/** Needs no token (https://discord.com/developers/docs/events/gateway#get-gateway). */
export const gatewayAddress =
  (url: () => string): Handler =>
  () => ({ url: url() })

export const gatewayBot =
  (url: () => string): Handler =>
  ({ shards, maxConcurrency, gateway }) => ({
    url: url(),
    shards,
    session_start_limit: {
      total: 1000,
      remaining: 1000 - gateway.identified.length,
      reset_after: 14_400_000,
      max_concurrency: maxConcurrency,
    },
  })

export const getMe: Handler = ({ world }) => userBody(world.bot)

export const getChannel: Handler = (core, call) => channelBody(channelOf(core, call))

function guildOf({ world }: Core, { params }: Call): Guild {
  const guild = world.guilds.get(params.guild_id ?? '')
  if (!guild) throw unavailable.guild
  if (!guild.members.has(world.bot.id)) throw unavailable.access
  return guild
}

export const getGuild: Handler = (core, call) => {
  const {
    channels: _channels,
    threads: _threads,
    members: _members,
    ...body
  } = guildBody(guildOf(core, call), core.world.bot)
  return body
}

export const getChannels: Handler = (core, call) =>
  [...guildOf(core, call).channels.values()].filter(each => !isThread(each)).map(channelBody)

export const getRoles: Handler = (core, call) => [...guildOf(core, call).roles.values()].map(roleBody)

export const getThreads: Handler = (core, call) => {
  const threads = [...guildOf(core, call).channels.values()].filter(each => isThread(each) && !each.archived)
  return { threads: threads.map(channelBody), members: [] }
}

export const getMember: Handler = (core, call) => {
  const member = guildOf(core, call).members.get(call.params.user_id ?? '')
  if (!member) throw unavailable.member
  return memberBody(member)
}

export const openDm: Handler = ({ world }, { body }) => {
  const recipient = world.users.get((body as { recipient_id?: string }).recipient_id ?? '')
  if (!recipient) {
    return refuseFaults([
      { path: ['recipient_id'], code: 'INVALID_RECIPIENT', message: 'Invalid Recipient(s)' },
    ])
  }
  const known = [...world.channels.values()].find(each => each.recipient === recipient)
  return channelBody(known ?? newChannel(world, { name: '', type: channelTypes.dm, recipient }))
}

/** The key of the commands: the id of a guild, or empty for the global ones. */
function scopeOf(core: Core, call: Call): string {
  if (call.params.application_id !== core.world.bot.id) throw unavailable.access
  return call.params.guild_id === undefined ? '' : guildOf(core, call).id
}

/** What a server changed under Server Settings, Integrations. A bot may read it, but not write it. */
export const getOverrides: Handler = (core, call) => {
  const guild = guildOf(core, call)
  if (call.params.application_id !== core.world.bot.id) throw unavailable.access
  return [...guild.overrides].map(([id, permissions]) => ({
    id,
    application_id: core.world.bot.id,
    guild_id: guild.id,
    permissions,
  }))
}

export const getCommands: Handler = (core, call) => core.commands.get(scopeOf(core, call)) ?? []

/** Replaces all commands of the scope. A command with the same name and type keeps its id. */
export const putCommands: Handler = (core, call) => {
  const where = scopeOf(core, call)
  const sent = (call.body ?? []) as Command[]
  refuseFaults(commandFaults(sent))
  const old = core.commands.get(where) ?? []
  const commands = sent.map(command => {
    const type = command.type ?? 1
    const known = old.find(each => each.name === command.name && each.type === type)
    const ids = { id: known?.id ?? core.world.newId(), version: core.world.newId() }
    const defaults = { description: '', default_member_permissions: null, nsfw: false }
    const where = call.params.guild_id === undefined ? {} : { guild_id: call.params.guild_id }
    return { ...defaults, ...command, ...ids, ...where, type, application_id: core.world.bot.id }
  })
  core.commands.set(where, commands)
  return commands
}
