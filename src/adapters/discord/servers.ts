// Follows servers and their channels: the bot greets a server that it joins, and stops posting where it was removed.

import { type Client, Events, type Guild, MessageFlags } from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import { greetingOf } from '../../core/commands/traits.ts'
import type { Caller } from '../../core/ports.ts'
import { type Answering, keepChoices } from './answers.ts'
import { addressIn, missingIn } from './chats.ts'
import { parts, render } from './render.ts'

/** An outage of a server causes none of these events. */
export function followServers(
  { client, core, answering }: { client: Client; core: Bot; answering: Answering },
  guarded: <T extends unknown[]>(handle: (...args: T) => Promise<void>) => (...args: T) => void,
): void {
  client.on(Events.GuildCreate, guarded(welcome))
  client.on(
    Events.GuildDelete,
    guarded((guild: Guild) =>
      core.onChatChange({ type: 'lost', chat: addressIn(guild.id), reason: 'kicked' }),
    ),
  )
  for (const event of [Events.ChannelDelete, Events.ThreadDelete] as const)
    client.on(
      event,
      guarded(async (channel: { id: string; guildId?: string }) => {
        if (channel.guildId)
          await core.onChatChange({
            type: 'lost',
            chat: addressIn(channel.guildId, channel.id),
            reason: 'deleted',
          })
      }),
    )

  /** A short greeting where the server has its own messages, if the bot may write there. */
  async function welcome(guild: Guild): Promise<void> {
    await core.onChatChange({ type: 'back', chat: addressIn(guild.id) })
    const channel = guild.systemChannel
    if (!channel || missingIn(channel)) return
    const caller: Caller = {
      chat: addressIn(guild.id, channel.id),
      user: guild.ownerId,
      locale: guild.preferredLocale,
      isAdmin: () => false,
    }
    const [part] = parts(await core.answer(greetingOf(core.commands), caller))
    if (!part) return
    await keepChoices(part, answering)
    await channel.send({
      components: render(part),
      flags: MessageFlags.IsComponentsV2,
      allowedMentions: { parse: [] },
      // The library repeats a request that was not answered.
      nonce: guild.id,
      enforceNonce: true,
    })
  }
}
