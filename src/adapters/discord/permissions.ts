// Whether a channel takes posts, asked over REST: the process that posts may have no connection that tells it.
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
  type REST,
  Routes,
} from 'discord.js'
import type { Address } from '../../core/ports.ts'
import { channelOf, neededIn } from './chats.ts'

type Channel = APIGuildTextChannel<GuildTextChannelType>

/** Rejects where Discord does not show the channel. */
export async function takesPosts(rest: REST, chat: Address): Promise<boolean> {
  const channel = (await rest.get(Routes.channel(channelOf(chat)))) as Channel | APIThreadChannel
  if (!chat.thread) return true
  const { id } = (await rest.get(Routes.user())) as APIUser
  const [guild, member] = (await Promise.all([
    rest.get(Routes.guild(chat.chat)),
    rest.get(Routes.guildMember(chat.chat, id)),
  ])) as [APIGuild, APIGuildMember]
  const thread = isThread(channel) ? channel : undefined
  // A thread has the permissions of its channel.
  const place = thread ? ((await rest.get(Routes.channel(String(thread.parent_id)))) as Channel) : channel
  const own = permissionsOf(id, guild, member, (place as Channel).permission_overwrites ?? [])
  const needed = neededIn(thread !== undefined, thread?.thread_metadata?.locked === true)
  return needed.every(flag => (own & flag) !== 0n)
}

const isThread = (channel: Channel | APIThreadChannel): channel is APIThreadChannel =>
  [ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread].includes(channel.type)

/** https://discord.com/developers/docs/topics/permissions#permission-overwrites */
function permissionsOf(
  id: string,
  { id: everyone, roles }: APIGuild,
  member: APIGuildMember,
  overwrites: readonly APIOverwrite[],
): bigint {
  const own = new Set([everyone, ...member.roles])
  const base = union(roles.filter(role => own.has(role.id)).map(role => role.permissions))
  if (base & PermissionFlagsBits.Administrator) return ~0n
  const layers = [
    overwrites.filter(each => each.id === everyone),
    overwrites.filter(each => each.type === OverwriteType.Role && each.id !== everyone && own.has(each.id)),
    overwrites.filter(each => each.type === OverwriteType.Member && each.id === id),
  ]
  return layers.reduce(
    (all, layer) => (all & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow)),
    base,
  )
}

const union = (flags: readonly string[]) => flags.reduce((all, each) => all | BigInt(each), 0n)
