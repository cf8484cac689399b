// Decides who sees an answer on Discord: the person alone or everybody, and who may show theirs to all.

import {
  type BaseInteraction,
  ChannelType,
  type Message,
  MessageFlags,
  type PermissionResolvable,
} from 'discord.js'

/** An interaction that may come from a message. */
interface Source {
  guildId: string | null
  message: Message | null
}

export const isEphemeral = (message: Message | null): boolean =>
  message?.flags.has(MessageFlags.Ephemeral) === true

/**
 * Whether the interaction comes from a post, which nobody called for. Those who use its buttons are answered alone, and
 * the post stays as it is. In a direct message there is nobody else.
 */
export const isUnderPost = ({ guildId, message }: Source): boolean =>
  guildId !== null && message !== null && !isEphemeral(message) && !message.interactionMetadata

/**
 * Whether the person may write where they are. In an announcement channel, members are readers even where they were never
 * forbidden to write: only those who look after it show answers there.
 */
export function mayShowToAll({ guildId, channel, memberPermissions }: BaseInteraction): boolean {
  if (guildId === null) return true
  return memberPermissions?.has(permissionsToShow(channel)) === true
}

function permissionsToShow(channel: BaseInteraction['channel']): PermissionResolvable {
  if (channel?.isThread()) return channel.locked ? ['ManageThreads'] : ['SendMessagesInThreads']
  return channel?.type === ChannelType.GuildAnnouncement
    ? ['SendMessages', 'ManageMessages']
    : ['SendMessages']
}
