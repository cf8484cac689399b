// Finds the channels and roles of a server for the core, as the person who asks may see them.

import {
  type BaseInteraction,
  ChannelType,
  type Client,
  type Guild,
  type GuildBasedChannel,
  GuildMember,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js'
import type { Place, Places, Role } from '../../../core/ports.ts'
import { addressOf, missingPermission, permissionName } from '../chats.ts'

/** Undefined in a direct message, which is one place. */
export function placesOf(interaction: BaseInteraction, client: Client): Places | undefined {
  const { guildId, channelId, context, member, memberPermissions } = interaction
  if (!guildId)
    return context === InteractionContextType.PrivateChannel
      ? { here: async () => undefined, find: async () => undefined }
      : undefined
  // Unknown in a server where only the person has installed the bot.
  const guild = client.guilds.cache.get(guildId)
  const seesAll = memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true
  const maySee = (channel: GuildBasedChannel): boolean => {
    if (seesAll || channel.id === channelId) return true
    if (!(member instanceof GuildMember)) return false
    // It takes another request to find out who is in a private thread. Its members can ask inside it.
    const needed =
      channel.type === ChannelType.PrivateThread && channel.ownerId !== member.id
        ? [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageThreads]
        : [PermissionFlagsBits.ViewChannel]
    return channel.permissionsFor(member).has(needed)
  }
  const fetchChannel = async (id: string) => (await guild?.channels.fetch(id).catch(() => null)) ?? undefined
  const find = async (id: string): Promise<Place | undefined> => {
    const channel = await fetchChannel(id)
    if (channel && maySee(channel)) return placeOf(channel)
    return guild && id === channelId
      ? { address: addressOf(guildId, id), name: `#${id}`, missing: 'View Channel' }
      : undefined
  }
  return {
    here: () => find(channelId ?? ''),
    find,
    async isHidden(id) {
      const channel = seesAll ? undefined : await fetchChannel(id)
      return channel !== undefined && !maySee(channel)
    },
    async findRole(id, { thread = '' }): Promise<Role | undefined> {
      // The Guilds intent keeps all roles up to date, so a missing one is not asked for.
      const role = guild?.roles.cache.get(id)
      if (!guild || !role) return undefined
      if (role.id === guild.id) return { name: role.name, mention: 'everybody' }
      return {
        name: `@${role.name}`,
        mention:
          role.mentionable || mayMentionAll(guild, thread)
            ? 'allowed'
            : { missing: permissionName(PermissionFlagsBits.MentionEveryone, ChannelType.GuildText) },
      }
    },
  }
}

function placeOf(channel: GuildBasedChannel): Place {
  const missing = missingPermission(channel)
  return {
    address: addressOf(channel.guild.id, channel.id),
    name: `#${channel.name}`,
    ...(missing !== undefined && { missing }),
    canPublish: channel.type === ChannelType.GuildAnnouncement,
  }
}

/** In the channel, whose overwrites may allow or deny it, or in the server if the channel is gone. */
function mayMentionAll({ members: { me }, channels }: Guild, channel: string): boolean {
  const permissions = me && (channels.cache.get(channel)?.permissionsFor(me) ?? me.permissions)
  return permissions?.has(PermissionFlagsBits.MentionEveryone) ?? false
}
