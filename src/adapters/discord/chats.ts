// Translates Discord's channels and people into the core's terms: a server is a chat, and its channels are the threads of it.

import { ChannelType, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import type { Address } from '../../core/ports.ts'

export const addressOf = (guild: string, channel?: string): Address => ({
  platform: 'discord',
  chat: guild,
  ...(channel !== undefined && { thread: channel }),
})

/** A forum, or a media channel, which is one with pictures: they take posts only as threads. */
export const isForumType = (type: ChannelType): boolean =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia

/** The channels that posts can come to. */
export const placeTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.GuildForum,
] as const

/** The channel of an address. A direct message has no server: its channel is the chat. */
export const channelOf = ({ chat, thread }: Address): string => thread ?? chat

/** The first permission that the bot lacks to post in the channel, as Discord's settings call it. Undefined if none. */
export function missingPermission(channel: GuildBasedChannel): string | undefined {
  const me = channel.guild.members.me
  const permissions = me && channel.permissionsFor(me)
  if (!permissions) return 'View Channel'
  const isLocked = channel.isThread() && channel.locked === true
  const missing = requiredPermissions(channel.isThread(), isLocked).find(flag => !permissions.has(flag))
  return missing === undefined ? undefined : permissionName(missing, channel.type)
}

/** The permissions that a post takes, in the order in which a missing one is named. */
export function requiredPermissions(isThread: boolean, isLocked: boolean): bigint[] {
  return [
    PermissionFlagsBits.ViewChannel,
    // Sending in threads is a permission of its own, not inherited from sending.
    isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
    PermissionFlagsBits.EmbedLinks,
    PermissionFlagsBits.AttachFiles,
    // Before a post is sent again after some time, the channel is searched for it.
    PermissionFlagsBits.ReadMessageHistory,
    ...(isLocked ? [PermissionFlagsBits.ManageThreads] : []),
  ]
}

/** As Discord's settings call it. */
export function permissionName(flag: bigint, type: ChannelType): string {
  if (flag === PermissionFlagsBits.SendMessages && isForumType(type)) return 'Create Posts'
  if (flag === PermissionFlagsBits.MentionEveryone) return 'Mention @everyone, @here, and All Roles'
  const [name = ''] = new PermissionsBitField(flag).toArray()
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
}
