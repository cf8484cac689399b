// Describes the person behind an interaction to the core.

import { type BaseInteraction, type Client, InteractionContextType, PermissionFlagsBits } from 'discord.js'
import type { Command } from '../../../core/commands/command.ts'
import type { Caller, ChatKind } from '../../../core/ports.ts'
import { addressOf } from '../chats.ts'
import type { IsLetIn } from './integrations.ts'
import { placesOf } from './places.ts'

export interface CallerParts {
  client: Client
  isLetIn: IsLetIn
}

/** The person, who calls the command. */
export function callerOf(
  interaction: BaseInteraction,
  command: Command | undefined,
  { client, isLetIn }: CallerParts,
): Caller {
  const { guildId, channelId, user, memberPermissions, locale } = interaction
  const places = placesOf(interaction, client)
  return {
    kind: chatKindOf(interaction),
    ...(places && { places }),
    chat: guildId ? addressOf(guildId, channelId ?? undefined) : addressOf(channelId ?? user.id),
    user: user.id,
    locale,
    hasPrivateReply: true,
    namesOptions: true,
    async isAdmin() {
      if (!guildId || memberPermissions?.has(PermissionFlagsBits.ManageGuild)) return true
      return command !== undefined && isLetIn(interaction, command)
    },
  }
}

/** Where people have installed the bot for themselves, they also call it from their chats with others. */
function chatKindOf({ guildId, context }: BaseInteraction): ChatKind {
  if (guildId) return 'server'
  return context === InteractionContextType.PrivateChannel ? 'guest' : 'private'
}
