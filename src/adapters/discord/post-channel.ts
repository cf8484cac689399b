// Finds the channel that a subscription is for, checks that the bot may post there, and stores the options of its posts.

import {
  type BaseInteraction,
  ChannelType,
  type Client,
  type CommandInteractionOptionResolver,
  type GuildBasedChannel,
  InteractionContextType,
} from 'discord.js'
import type { Command } from '../../core/commands/command.ts'
import { endingAllPosts } from '../../core/commands/traits.ts'
import type { Memory } from '../../core/delivery/store.ts'
import type { Phrases } from '../../core/languages/phrases.ts'
import type { Invocation } from '../../core/message/message.ts'
import type { Caller, Clock } from '../../core/ports.ts'
import { addressOf, callerOf, missingPermission } from './chats.ts'
import { type PostOptions, postOptionsKey } from './sending.ts'

export interface PostChannelParts {
  client: Client
  memory: Memory
  clock: Clock
}

/**
 * The caller, moved to the channel that is to get posts, or the reason why it gets none. Stores the options of the posts
 * if an admin asks.
 */
export async function callerInPostChannel(
  interaction: BaseInteraction,
  say: Phrases,
  { client, memory, clock }: PostChannelParts,
): Promise<{ caller: Caller } | { refusal: string }> {
  const caller = callerOf(interaction)
  const { guildId, context } = interaction
  if (!guildId)
    return context === InteractionContextType.PrivateChannel ? { refusal: say.discord.notMember } : { caller }
  const guild = client.guilds.cache.get(guildId)
  if (!guild) return { refusal: say.discord.notMember }
  const options = interaction.isChatInputCommand() ? interaction.options : undefined
  const id = options?.getChannel('channel')?.id ?? interaction.channelId ?? ''
  const channel = await guild.channels.fetch(id).catch(() => null)
  const missing = channel ? missingPermission(channel) : 'View Channel'
  if (missing) return { refusal: say.discord.lacks(missing, channel ? `#${channel.name}` : `#${id}`) }
  const chat = addressOf(guildId, id)
  if (options && channel && (await caller.isAdmin())) {
    const given = readPostOptions(options, channel)
    if (given)
      await memory.remember({ key: postOptionsKey(id), value: JSON.stringify(given), now: clock.now(), chat })
  }
  return { caller: { ...caller, chat } }
}

/**
 * The call that ends all posts of another channel, and its caller there. Undefined if the command names no channel. All
 * posts end unless one is named, because buttons to choose one would appear in this channel.
 */
export function endingInNamedChannel(
  interaction: BaseInteraction,
  call: Invocation,
  commands: readonly Command[],
): { caller: Caller; call: Invocation } | undefined {
  const ending = endingAllPosts(call, commands)
  const { guildId } = interaction
  if (!ending || !guildId || !interaction.isChatInputCommand()) return undefined
  const channel = interaction.options.getChannel('channel')
  if (!channel) return undefined
  return { caller: { ...callerOf(interaction), chat: addressOf(guildId, channel.id) }, call: ending }
}

/** Undefined if none was given: the stored ones then stay. */
function readPostOptions(
  options: Pick<CommandInteractionOptionResolver, 'getRole' | 'getBoolean'>,
  { type }: GuildBasedChannel,
): PostOptions | undefined {
  const role = options.getRole('role')?.id
  const publish = options.getBoolean('publish')
  if (!role && publish === null) return undefined
  return { ...(role && { role }), ...(publish && type === ChannelType.GuildAnnouncement && { publish }) }
}
