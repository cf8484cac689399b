// Holds users, guilds, channels and messages, and writes them as Discord does.

import type { Posted } from './posted.ts'

export interface User {
  id: string
  name: string
  bot: boolean
  locale: string
  /** Whether the user installed the app for themselves. */
  installed: boolean
  /** Whether direct messages of the bot arrive; `strangers`: not without a common guild. */
  dm: 'open' | 'closed' | 'strangers'
}
export interface Role {
  id: string
  name: string
  permissions: bigint
  /** Anyone may mention it. */
  mentionable?: boolean
}
export interface Member {
  user: User
  roles: Role[]
}
export interface Overwrite {
  id: string
  type: 0 | 1
  allow: bigint
  deny: bigint
}
export interface Channel {
  id: string
  type: number
  name: string
  guild?: Guild
  /** The channel of a thread, and who started it. */
  parent?: Channel
  starter?: User
  recipient?: User
  overwrites: Map<string, Overwrite>
  archived: boolean
  locked: boolean
  /** A forum that takes no post without a tag. */
  requireTag: boolean
  tags: { id: string; name: string }[]
  appliedTags: string[]
  messages: Map<string, Posted>
  /**
   * The id of the last message, or of the last thread of a forum, even if it is deleted
   * (https://discord.com/developers/docs/resources/channel#channel-object).
   */
  last?: string
}
/** Lets a role (1), a person (2) or a channel (3) use a command, or not. */
export interface CommandOverride {
  id: string
  type: 1 | 2 | 3
  permission: boolean
}
export interface Guild {
  id: string
  name: string
  locale: string
  owner: User
  roles: Map<string, Role>
  members: Map<string, Member>
  channels: Map<string, Channel>
  /** The channel for the server's own messages. */
  system?: Channel
  /** By the id of a command, or of the application for all that have none of their own. */
  overrides: Map<string, CommandOverride[]>
}
export interface World {
  bot: User
  users: Map<string, User>
  guilds: Map<string, Guild>
  channels: Map<string, Channel>
  /** In ms. Tests can put it forward. */
  now(): number
  newId(): string
}

export const channelTypes = {
  text: 0,
  dm: 1,
  voice: 2,
  group: 3,
  category: 4,
  announcement: 5,
  announcementThread: 10,
  thread: 11,
  privateThread: 12,
  forum: 15,
  media: 16,
} as const
/** Takes posts only as threads. A media channel works like a forum. */
export const isForum = ({ type }: Channel) => type === channelTypes.forum || type === channelTypes.media
export const isThread = (channel: Channel) =>
  channel.type === 10 || channel.type === 11 || channel.type === 12

const DISCORD_EPOCH_MS = 1_420_070_400_000

export function createWorld(now: () => number): World {
  let last = 0
  const newId = () => {
    // The 22 low bits of a snowflake count; the others hold the time, from which libraries read the age.
    last = (last + 1) % 4_194_304
    return ((BigInt(Math.floor(now()) - DISCORD_EPOCH_MS) << 22n) | BigInt(last)).toString()
  }
  const bot: User = { id: newId(), name: 'Daybook', bot: true, locale: 'en-US', installed: false, dm: 'open' }
  return { bot, users: new Map([[bot.id, bot]]), guilds: new Map(), channels: new Map(), now, newId }
}

export const userBody = ({ id, name, bot }: User) => ({
  id,
  username: name.toLowerCase(),
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot,
})

export const memberBody = ({ user, roles }: Member) => ({
  user: userBody(user),
  roles: roles.map(role => role.id),
  nick: null,
  avatar: null,
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
})

export const roleBody = ({ id, name, permissions, mentionable = false }: Role) => ({
  id,
  name,
  permissions: permissions.toString(),
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  managed: false,
  mentionable,
  flags: 0,
})

export function channelBody(channel: Channel): Record<string, unknown> {
  const { id, type, name, guild, parent, starter, recipient } = channel
  if (recipient) return { id, type, recipients: [userBody(recipient)], last_message_id: null, flags: 0 }
  const common = {
    id,
    type,
    name,
    guild_id: guild?.id,
    last_message_id: channel.last ?? null,
    flags: channel.requireTag ? 16 : 0,
  }
  if (isThread(channel)) {
    const metadata = { archived: channel.archived, locked: channel.locked, auto_archive_duration: 1440 }
    return {
      ...common,
      parent_id: parent?.id,
      owner_id: (starter ?? guild?.owner)?.id,
      message_count: channel.messages.size,
      member_count: 1,
      applied_tags: channel.appliedTags,
      thread_metadata: { ...metadata, archive_timestamp: '2026-01-01T00:00:00.000Z' },
    }
  }
  const overwrites = [...channel.overwrites.values()]
  return {
    ...common,
    parent_id: null,
    position: 0,
    nsfw: false,
    topic: null,
    available_tags: channel.tags.map(tag => ({ ...tag, moderated: false, emoji_id: null, emoji_name: null })),
    permission_overwrites: overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
  }
}

/** A guild as GUILD_CREATE sends it: with the bot as the only member, and only with active threads. */
export function guildBody(guild: Guild, bot: User): Record<string, unknown> {
  const channels = [...guild.channels.values()]
  const me = guild.members.get(bot.id)
  return {
    id: guild.id,
    name: guild.name,
    unavailable: false,
    owner_id: guild.owner.id,
    preferred_locale: guild.locale,
    member_count: guild.members.size,
    joined_at: '2026-01-01T00:00:00.000Z',
    large: false,
    features: [],
    icon: null,
    roles: [...guild.roles.values()].map(roleBody),
    members: me ? [memberBody(me)] : [],
    channels: channels.filter(each => !isThread(each)).map(channelBody),
    threads: channels.filter(each => isThread(each) && !each.archived).map(channelBody),
    ...{ emojis: [], stickers: [], voice_states: [], presences: [], stage_instances: [] },
    ...{ guild_scheduled_events: [], soundboard_sounds: [] },
    ...{
      system_channel_id: guild.system?.id ?? null,
      rules_channel_id: null,
      public_updates_channel_id: null,
      afk_channel_id: null,
    },
    ...{
      afk_timeout: 300,
      verification_level: 0,
      default_message_notifications: 0,
      explicit_content_filter: 0,
    },
    ...{
      mfa_level: 0,
      nsfw_level: 0,
      premium_tier: 0,
      premium_progress_bar_enabled: false,
      system_channel_flags: 0,
    },
  }
}

/** Whether a user is in the guild. */
export const isMember = (guild: Guild, user: User) => guild.members.has(user.id)
