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
import type { Address, Readiness } from '../../../core/ports.ts'
import { channelOf, permissionName, requiredPermissions } from '../chats.ts'
import { outcomeOf } from '../outcome.ts'
import type { Requests } from '../rest.ts'

type GuildChannel = APIGuildTextChannel<GuildTextChannelType>
type AnyChannel = GuildChannel | APIThreadChannel

/**
 * Whether the bot may post. Asks Discord itself, because the process that posts may have no connection that knows the
 * channel. Rejects if Discord does not say.
 */
export async function readinessOf(rest: Requests, chat: Address): Promise<Readiness> {
  const channel = await visibleChannel(rest, chat)
  if ('status' in channel) return channel
  if (!chat.thread) return { status: 'ready' }
  if (takesNoPosts(channel)) return { status: 'refused', cause: 'takes-no-posts' }
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
  const isLocked = thread?.thread_metadata?.locked === true
  const lacking = requiredPermissions(thread !== undefined, isLocked).find(
    flag => (permissions & flag) === 0n,
  )
  if (lacking === undefined) return { status: 'ready' }
  const missing = permissionName(lacking, channel.type)
  return {
    status: 'refused',
    missing,
    ...(lacking === PermissionFlagsBits.ManageThreads && { cause: 'locked' }),
  }
}

/** The channel, or why it is not seen. */
async function visibleChannel(rest: Requests, chat: Address): Promise<AnyChannel | Readiness> {
  try {
    return (await rest.get(Routes.channel(channelOf(chat)))) as AnyChannel
  } catch (error) {
    const outcome = outcomeOf(error)
    if (outcome.status !== 'gone') throw error
    if (outcome.reason === 'deleted') return { status: 'refused', cause: 'deleted' }
    // The same refusal is given for a channel that the bot may not view, and for one of a server that it is not in.
    const isMember = await rest.get(Routes.guild(chat.chat)).then(
      () => true,
      () => false,
    )
    return {
      status: 'refused',
      ...(isMember && { missing: permissionName(PermissionFlagsBits.ViewChannel, ChannelType.GuildText) }),
    }
  }
}

const takesNoPosts = ({ type }: AnyChannel): boolean =>
  [ChannelType.GuildCategory, ChannelType.GuildDirectory].includes(type)

const isThread = (channel: AnyChannel): channel is APIThreadChannel =>
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
