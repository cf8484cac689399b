// Builds and changes guilds and their channels, and sends each change to the bot over the gateway.

import type { Core } from './core.ts'
import { intents } from './gateway.ts'
import { createPerson, type Person } from './people.ts'
import { bitsOf, everyonePermissions, type Permission } from './permissions.ts'
import type { Posted } from './posted.ts'
import { newChannel } from './routes/threads.ts'
import {
  type Channel,
  channelBody,
  channelTypes,
  type Guild,
  guildBody,
  isThread,
  type Member,
  memberBody,
  type Role,
  roleBody,
  type User,
} from './world.ts'

export interface Place {
  id: string
  type: number
  channel: Channel
  /** The messages that the bot posted and did not delete, in order. */
  readonly posts: Posted[]
  /** Waits for the nth post of the bot, counted from 1. */
  post(nth?: number): Promise<Posted>
  /** The threads of the channel. In a forum these are its posts. */
  readonly threads: Place[]
  thread(name: string, state?: { archived?: boolean; locked?: boolean; isPrivate?: boolean }): Place
  /** Sets overwrites for a person or a role; for everyone if neither is given. */
  allow(permissions: Permission[], who?: { id: string }): void
  deny(permissions: Permission[], who?: { id: string }): void
  update(change: { name?: string; archived?: boolean; locked?: boolean }): void
  delete(): void
}

export interface Server {
  id: string
  guild: Guild
  channel(name: string, options?: ChannelOptions): Place
  /** Adds a member, with a role of their own for the permissions. */
  member(name: string, options?: { permissions?: Permission[]; locale?: string; installed?: boolean }): Person
  role(name: string, permissions?: Permission[], options?: { mentionable?: boolean }): Role
  /** Sets the permissions of a role, found by its name. There are `@everyone` and one with the bot's name. */
  permit(role: string, permissions: Permission[]): void
  removesRole(role: Role): void
  give(person: { id: string }, role: Role): void
  /**
   * Lets a role, a person, everyone, a channel or all channels use a command, or not, as under Server Settings,
   * Integrations. `app`: all commands that have no such setting of their own.
   */
  lets(who: { id: string } | 'everyone' | 'all channels', command: string, permission?: boolean): void
  /** Makes this the channel for the server's own messages. */
  welcomesIn(place: Place): void
  /** Begins and ends an outage; removes the bot and adds it. */
  fails(): void
  recovers(): void
  removesBot(): void
  addsBot(): void
}

export interface ChannelOptions {
  type?: 'text' | 'announcement' | 'forum' | 'media' | 'voice' | 'category'
  requireTag?: boolean
  tags?: string[]
}

export function createServer(
  core: Core,
  name: string,
  options: { locale?: string; bot?: boolean; permissions?: Permission[] } = {},
): Server {
  const { world, gateway } = core
  const { locale = 'en-US', bot = true, permissions = [] } = options
  const owner = newUser(core, `${name} owner`)
  const guild: Guild = {
    id: world.newId(),
    name,
    locale,
    owner,
    roles: new Map(),
    members: new Map(),
    channels: new Map(),
    overrides: new Map(),
  }
  world.guilds.set(guild.id, guild)
  const tell = (event: string, data: object) => {
    if (!guild.members.has(world.bot.id)) return
    gateway.send(event, { guild_id: guild.id, ...data }, { guild: guild.id, intent: intents.guilds })
  }
  // The role @everyone has the id of the guild.
  const addRole = (role: Role) => {
    guild.roles.set(role.id, role)
    tell('GUILD_ROLE_CREATE', { role: roleBody(role) })
    return role
  }
  addRole({ id: guild.id, name: '@everyone', permissions: everyonePermissions })
  const own = addRole({ id: world.newId(), name: world.bot.name, permissions: bitsOf(permissions) })
  const join = (user: User, roles: Role[]): Member => {
    const member = { user, roles }
    guild.members.set(user.id, member)
    return member
  }
  join(owner, [])

  const server: Server = {
    id: guild.id,
    guild,
    channel(name, { type = 'text', requireTag = false, tags = [] } = {}) {
      const named = tags.map(tag => ({ id: world.newId(), name: tag }))
      const channel = newChannel(world, { name, type: channelTypes[type], guild, requireTag, tags: named })
      tell('CHANNEL_CREATE', channelBody(channel))
      return createPlace(core, channel, tell)
    },
    member(name, { permissions = [], locale = 'en-US', installed = false } = {}) {
      const user = newUser(core, name, { locale, installed })
      join(
        user,
        permissions.length > 0
          ? [addRole({ id: world.newId(), name, permissions: bitsOf(permissions) })]
          : [],
      )
      return createPerson(core, user, () => {
        const first = [...guild.channels.values()][0]
        if (!first) throw new Error(`${guild.name} has no channel.`)
        return first
      })
    },
    role: (name, permissions = [], { mentionable = false } = {}) =>
      addRole({ id: world.newId(), name, permissions: bitsOf(permissions), mentionable }),
    permit(name, permissions) {
      const role = [...guild.roles.values()].find(each => each.name === name)
      if (!role) throw new Error(`${guild.name} has no role ${name}.`)
      role.permissions = bitsOf(permissions)
      tell('GUILD_ROLE_UPDATE', { role: roleBody(role) })
    },
    removesRole(role) {
      guild.roles.delete(role.id)
      for (const member of guild.members.values()) member.roles = member.roles.filter(each => each !== role)
      tell('GUILD_ROLE_DELETE', { role_id: role.id })
    },
    give({ id }, role) {
      const member = guild.members.get(id)
      if (!member) throw new Error('Not a member.')
      member.roles.push(role)
      // The bot gets updates of other members only with the members intent, but always its own.
      if (id === world.bot.id) tell('GUILD_MEMBER_UPDATE', memberBody(member))
    },
    lets(who, name, permission = true) {
      const registered = [...(core.commands.get(guild.id) ?? []), ...(core.commands.get('') ?? [])]
      const key = name === 'app' ? world.bot.id : registered.find(each => each.name === name)?.id
      if (key === undefined) throw new Error(`No command ${name} is registered.`)
      // https://discord.com/developers/docs/interactions/application-commands#application-command-permissions-object-application-command-permissions-constants
      const allChannels = (BigInt(guild.id) - 1n).toString()
      const id = who === 'everyone' ? guild.id : who === 'all channels' ? allChannels : who.id
      const type = guild.roles.has(id) ? 1 : world.users.has(id) && who !== 'all channels' ? 2 : 3
      const others = (guild.overrides.get(key) ?? []).filter(each => each.id !== id || each.type !== type)
      guild.overrides.set(key, [...others, { id, type, permission }])
    },
    fails: () => tell('GUILD_DELETE', { id: guild.id, unavailable: true }),
    recovers: () => tell('GUILD_CREATE', guildBody(guild, world.bot)),
    removesBot() {
      tell('GUILD_DELETE', { id: guild.id })
      guild.members.delete(world.bot.id)
    },
    welcomesIn({ channel }) {
      guild.system = channel
      tell('GUILD_UPDATE', guildBody(guild, world.bot))
    },
    addsBot() {
      join(world.bot, [own])
      tell('GUILD_CREATE', guildBody(guild, world.bot))
    },
  }
  if (bot) server.addsBot()
  return server
}

export function newUser(core: Core, name: string, more: Partial<User> = {}): User {
  const user: User = {
    id: core.world.newId(),
    name,
    bot: false,
    locale: 'en-US',
    installed: false,
    dm: 'open',
    ...more,
  }
  core.world.users.set(user.id, user)
  return user
}

export function createPlace(
  core: Core,
  channel: Channel,
  tell: (event: string, data: object) => void,
): Place {
  const { world } = core
  const kind = isThread(channel) ? 'THREAD' : 'CHANNEL'
  const changed = () => tell(`${kind}_UPDATE`, channelBody(channel))
  const overwrite = (id: string) => {
    const found = channel.overwrites.get(id) ?? { id, type: world.users.has(id) ? 1 : 0, allow: 0n, deny: 0n }
    channel.overwrites.set(id, found)
    return found
  }
  const everyone = { id: channel.guild?.id ?? '' }
  const place: Place = {
    id: channel.id,
    type: channel.type,
    channel,
    get posts() {
      return [...channel.messages.values()].filter(each => each.body.author.id === world.bot.id)
    },
    post: (nth = 1) =>
      core.changes.until(
        `post ${nth} in ${channel.name}`,
        () => place.posts[nth - 1],
        () => ({
          posts: place.posts.map(each => each.text),
          refused: core.log.refused,
          denied: core.log.denied,
        }),
      ),
    get threads() {
      const own = [...world.channels.values()].filter(each => each.parent === channel)
      return own.map(each => createPlace(core, each, tell))
    },
    thread(name, { isPrivate, ...state } = {}) {
      const type =
        channel.type === channelTypes.announcement
          ? channelTypes.announcementThread
          : isPrivate
            ? channelTypes.privateThread
            : channelTypes.thread
      const thread = newChannel(world, { name, type, guild: channel.guild, parent: channel, ...state })
      tell('THREAD_CREATE', channelBody(thread))
      return createPlace(core, thread, tell)
    },
    allow(permissions, who = everyone) {
      const own = overwrite(who.id)
      own.allow |= bitsOf(permissions)
      own.deny &= ~bitsOf(permissions)
      changed()
    },
    deny(permissions, who = everyone) {
      const own = overwrite(who.id)
      own.deny |= bitsOf(permissions)
      own.allow &= ~bitsOf(permissions)
      changed()
    },
    update(change) {
      Object.assign(channel, change)
      changed()
    },
    delete() {
      for (const thread of place.threads) thread.delete()
      world.channels.delete(channel.id)
      channel.guild?.channels.delete(channel.id)
      tell(`${kind}_DELETE`, channelBody(channel))
    },
  }
  return place
}
