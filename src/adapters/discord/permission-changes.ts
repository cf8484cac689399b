// Tells the core when the bot may have got back a permission, so that paused posts need not wait for the next check.

import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayThreadUpdateDispatchData,
  type GuildBasedChannel,
} from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import type { Address, Clock } from '../../core/ports.ts'
import { addressOf } from './chats.ts'
import type { Guarded } from './servers.ts'

/** Changes come in bursts: saved settings, a role that is moved, a category whose channels all follow it. */
const LOOK_DELAY_MS = 2000

/**
 * Listens to changes of channels, threads, roles and of the bot's own membership, which all come with the Guilds intent
 * (https://discord.com/developers/docs/events/gateway#list-of-intents). A permission that is taken away is not acted
 * upon: the next post tells.
 */
export function followPermissions({
  client,
  core,
  clock,
  guarded,
}: {
  client: Client
  core: Bot
  clock: Clock
  guarded: Guarded
}): void {
  const waiting = new Set<string>()
  const { signal } = new AbortController()

  /** Lets the core look once, whatever changes meanwhile. */
  const look = guarded(async (chat: Address) => {
    const key = `${chat.chat} ${chat.thread ?? ''}`
    if (waiting.has(key)) return
    waiting.add(key)
    await clock.until(clock.now().add({ milliseconds: LOOK_DELAY_MS }), signal)
    waiting.delete(key)
    await core.onChatChange({ type: 'maybe-back', chat })
  })

  client.on(Events.ChannelUpdate, (before, after) => {
    if (before.isDMBased() || after.isDMBased()) return
    if (gains(permissionsIn(before), permissionsIn(after))) look(addressOf(after.guildId))
  })
  client.on(Events.GuildRoleUpdate, (before, after) => {
    const isOwn = after.guild.members.me?.roles.cache.has(after.id)
    if (isOwn && gains(before.permissions.bitfield, after.permissions.bitfield))
      look(addressOf(after.guild.id))
  })
  // An overwrite of the role may have denied something.
  client.on(Events.GuildRoleDelete, role => look(addressOf(role.guild.id)))
  // Of its own changes the bot is told without the intent for members. They may be roles, or the end of a timeout.
  client.on(Events.GuildMemberUpdate, (_, { id, guild }) => {
    if (id === client.user?.id) look(addressOf(guild.id))
  })
  // The client reports no change of a thread that it does not know, such as one that was archived before it started.
  client.ws.on(GatewayDispatchEvents.ThreadUpdate, (thread: GatewayThreadUpdateDispatchData) => {
    if (!thread.guild_id || thread.thread_metadata?.locked) return
    look(addressOf(thread.guild_id, thread.id))
  })
}

const permissionsIn = (channel: GuildBasedChannel): bigint => {
  const { me } = channel.guild.members
  return (me && channel.permissionsFor(me)?.bitfield) ?? 0n
}

const gains = (before: bigint, after: bigint) => (after & ~before) !== 0n
