// Discord's channels and people as the core knows them: a server is the chat, its channels are the threads of it.
import {
  type BaseInteraction,
  ChannelType,
  type GuildBasedChannel,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js'
import type { Address, Caller } from '../../core/ports.ts'

const platform = 'discord'

export const addressIn = (guild: string, channel?: string): Address => ({
  platform,
  chat: guild,
  ...(channel !== undefined && { thread: channel }),
})

/** The channel of an address: a direct message is a chat of its own. */
export const channelOf = ({ chat, thread }: Address): string => thread ?? chat

export function callerOf(interaction: BaseInteraction): Caller {
  const { guildId, channelId, user, memberPermissions, locale } = interaction
  return {
    chat: guildId ? addressIn(guildId, channelId ?? undefined) : addressIn(channelId ?? user.id),
    user: user.id,
    locale,
    // The permissions of a command are only what a server begins with: its admins may have changed them.
    isAdmin: () => !guildId || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
  }
}

/** The first permission that the bot lacks to post in the channel, as Discord's settings name it; undefined for none. */
export function missingIn(channel: GuildBasedChannel): string | undefined {
  const me = channel.guild.members.me
  const own = me && channel.permissionsFor(me)
  if (!own) return 'View Channel'
  const isLocked = channel.isThread() && channel.locked === true
  const missing = neededIn(channel.isThread(), isLocked).find(flag => !own.has(flag))
  return missing === undefined ? undefined : nameOf(missing, channel.type)
}

export function neededIn(isThread: boolean, isLocked: boolean): bigint[] {
  return [
    PermissionFlagsBits.ViewChannel,
    // Sending in threads is a permission of its own, not inherited from sending.
    isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages,
    PermissionFlagsBits.EmbedLinks,
    PermissionFlagsBits.AttachFiles,
    // A post that is repeated after a while is looked for first.
    PermissionFlagsBits.ReadMessageHistory,
    ...(isLocked ? [PermissionFlagsBits.ManageThreads] : []),
  ]
}

function nameOf(flag: bigint, type: ChannelType): string {
  if (flag === PermissionFlagsBits.SendMessages && type === ChannelType.GuildForum) return 'Create Posts'
  const [name = ''] = new PermissionsBitField(flag).toArray()
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
}
