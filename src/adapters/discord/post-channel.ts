// Finds the channel that a subscription is for, if the bot may post there, and keeps the options of its posts.

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
import { addressIn, callerOf, missingIn } from './chats.ts'
import { type PostOptions, postOptionsKey } from './sending.ts'

export interface Places {
  client: Client
  memory: Memory
  clock: Clock
}

/** The caller in the channel that is meant, or the reason why it gets no posts. An admin's options are kept. */
export async function placeFor(
  interaction: BaseInteraction,
  say: Phrases,
  { client, memory, clock }: Places,
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
  const missing = channel ? missingIn(channel) : 'View Channel'
  if (missing) return { refusal: say.discord.lacks(missing, channel ? `#${channel.name}` : `#${id}`) }
  if (options && channel && (await caller.isAdmin())) {
    const given = postOptionsIn(options, channel)
    if (given)
      await memory.remember({
        key: postOptionsKey(id),
        value: JSON.stringify(given),
        now: clock.now(),
        chat: addressIn(guildId, id),
      })
  }
  return { caller: { ...caller, chat: addressIn(guildId, id) } }
}

/**
 * The call that ends posts of another channel, and its caller in there. All posts end unless one was named, because
 * buttons to choose one would stand in this channel.
 */
export function endingElsewhere(
  interaction: BaseInteraction,
  call: Invocation,
  commands: readonly Command[],
): { caller: Caller; call: Invocation } | undefined {
  const ending = endingAllPosts(call, commands)
  const { guildId } = interaction
  if (!ending || !guildId || !interaction.isChatInputCommand()) return undefined
  const channel = interaction.options.getChannel('channel')
  if (!channel) return undefined
  return { caller: { ...callerOf(interaction), chat: addressIn(guildId, channel.id) }, call: ending }
}

/** Undefined if none was given: then they stay as they were. */
function postOptionsIn(
  options: Pick<CommandInteractionOptionResolver, 'getRole' | 'getBoolean'>,
  { type }: GuildBasedChannel,
): PostOptions | undefined {
  const role = options.getRole('role')?.id
  const publish = options.getBoolean('publish')
  if (!role && publish === null) return undefined
  return { ...(role && { role }), ...(publish && type === ChannelType.GuildAnnouncement && { publish }) }
}
