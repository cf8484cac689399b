// Asks over REST whether the bot may post in a channel: the process that posts may have no gateway connection to know it from.

import {
  type APIGuild,
  type APIGuildMember,
  type APIGuildTextChannel,
  type APIOverwrite,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type GuildTextChannelType,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js'
import type { Address } from '../../../core/ports.ts'
import { channelOf, requiredPermissions } from '../chats.ts'
import type { Requests } from '../rest.ts'

type GuildChannel = APIGuildTextChannel<GuildTextChannelType>

/** Rejects if the bot cannot see the channel. */
export async function canPost(rest: Requests, chat: Address): Promise<boolean> {
  const channel = (await rest.get(Routes.channel(channelOf(chat)))) as GuildChannel | APIThreadChannel
  if (!chat.thread) return true
  if (takesNoPosts(channel)) return false
  const { id } = (await rest.get(Routes.user())) as APIUser
  const [guild, member] = (await Promise.all([
    rest.get(Routes.guild(chat.chat)),
    rest.get(Routes.guildMember(chat.chat, id)),
  ])) as [APIGuild, APIGuildMember]
  const thread = isThread(channel) ? channel : undefined
  // A thread has the permissions of its channel.
  const parent = thread
    ? ((await rest.get(Routes.channel(String(thread.parent_id)))) as GuildChannel)
    : (channel as GuildChannel)
  const permissions = permissionsOf(member, { id, guild, overwrites: parent.permission_overwrites ?? [] })
  const required = requiredPermissions(thread !== undefined, thread?.thread_metadata?.locked === true)
  return required.every(flag => (permissions & flag) !== 0n)
}

const takesNoPosts = ({ type }: GuildChannel | APIThreadChannel): boolean =>
  [ChannelType.GuildCategory, ChannelType.GuildDirectory].includes(type)

const isThread = (channel: GuildChannel | APIThreadChannel): channel is APIThreadChannel =>
  [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(channel.type)

/** https://discord.com/developers/docs/topics/permissions#permission-overwrites */
function permissionsOf(
  member: APIGuildMember,
  { id, guild, overwrites }: { id: string; guild: APIGuild; overwrites: readonly APIOverwrite[] },
): bigint {
  // The role @everyone has the id of the guild.
  const everyone = guild.id
  const roles = new Set([everyone, ...member.roles])
  const base = unionOf(guild.roles.filter(role => roles.has(role.id)).map(role => role.permissions))
  if (base & PermissionFlagsBits.Administrator) return ~0n
  const layers = [
    overwrites.filter(each => each.id === everyone),
    overwrites.filter(each => each.type === OverwriteType.Role && each.id !== everyone && roles.has(each.id)),
    overwrites.filter(each => each.type === OverwriteType.Member && each.id === id),
  ]
  return layers.reduce(
    (all, layer) =>
      (all & ~unionOf(layer.map(({ deny }) => deny))) | unionOf(layer.map(({ allow }) => allow)),
    base,
  )
}

const unionOf = (flags: readonly string[]) => flags.reduce((all, each) => all | BigInt(each), 0n)
