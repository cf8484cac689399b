// Describes the person behind an interaction to the core.

import { type BaseInteraction, type Client, PermissionFlagsBits } from 'discord.js'
import type { Caller } from '../../../core/ports.ts'
import { addressOf } from '../chats.ts'
import { placesOf } from './places.ts'

export function callerOf(interaction: BaseInteraction, client: Client): Caller {
  const { guildId, channelId, user, memberPermissions, locale } = interaction
  const places = placesOf(interaction, client)
  return {
    kind: guildId ? 'server' : 'private',
    ...(places && { places }),
    chat: guildId ? addressOf(guildId, channelId ?? undefined) : addressOf(channelId ?? user.id),
    user: user.id,
    locale,
    hasPrivateReply: true,
    // The permissions that we register with a command are only a default: a server's admins may have changed them.
    isAdmin: () => !guildId || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
  }
}
