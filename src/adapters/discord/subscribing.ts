// Where posts would go, before they are subscribed to: a channel in which the bot may post, and what is wished of it there.
import {
  type BaseInteraction,
  ChannelType,
  type Client,
  type CommandInteractionOptionResolver,
  type GuildBasedChannel,
  InteractionContextType,
} from 'discord.js'
import type { Memory } from '../../core/delivery/ledger.ts'
import type { Phrases } from '../../core/languages/phrases.ts'
import type { Invocation } from '../../core/message/message.ts'
import type { Caller, Clock } from '../../core/ports.ts'
import { addressIn, callerOf, missingIn } from './chats.ts'
import { type PostOptions, postOptionsKey } from './sending.ts'

/** The calls after which posts come, also as the buttons of other commands. */
export const startsPosts = ({ command, args }: Invocation): boolean =>
  command === 'subscribe' || (command === 'settings' && args.posts === 'on')

export interface Places {
  client: Client
  memory: Memory
  clock: Clock
}

/** The caller in the channel that is meant, or the words that say why it gets no posts; an admin's wishes are kept. */
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
    const wishes = wishesIn(options, channel)
    if (wishes)
      await memory.keep(postOptionsKey(id), JSON.stringify(wishes), clock.now(), addressIn(guildId, id))
  }
  return { caller: { ...caller, chat: addressIn(guildId, id) } }
}

/** Where posts of another channel are to end: all of them, unless one was named; its buttons would stand in this channel. */
export function endedElsewhere(
  interaction: BaseInteraction,
  { command, args }: Invocation,
): { caller: Caller; call: Invocation } | undefined {
  const { guildId } = interaction
  if (!guildId || command !== 'unsubscribe' || !interaction.isChatInputCommand()) return undefined
  const channel = interaction.options.getChannel('channel')
  if (!channel) return undefined
  const caller = { ...callerOf(interaction), chat: addressIn(guildId, channel.id) }
  return { caller, call: { command, args: { anniversary: 'all', ...args } } }
}

/** Undefined where nothing was said of them: then they stay as they were. */
function wishesIn(
  options: Pick<CommandInteractionOptionResolver, 'getRole' | 'getBoolean'>,
  { type }: GuildBasedChannel,
): PostOptions | undefined {
  const role = options.getRole('role')?.id
  const publish = options.getBoolean('publish')
  if (!role && publish === null) return undefined
  return { ...(role && { role }), ...(publish && type === ChannelType.GuildAnnouncement && { publish }) }
}
