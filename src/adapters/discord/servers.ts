// Follows servers and their channels: greets a server that the bot joins, and reports chats that are lost or back.

import { type Client, Events, type Guild } from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import { greetingOf } from '../../core/commands/traits.ts'
import type { Caller } from '../../core/ports.ts'
import { addressOf, missingPermission } from './chats.ts'
import { type AnswerParts, answerInChannel } from './interactions/answers.ts'

/** Wraps a listener so that its failure is logged and nothing else. */
export type Guarded = <T extends unknown[]>(handle: (...args: T) => Promise<void>) => (...args: T) => void

export interface ServerParts extends AnswerParts {
  client: Client
  core: Bot
  guarded: Guarded
}

/** Listens to the client. An outage of a server causes none of these events. */
export function followServers({ client, core, guarded, ...answerParts }: ServerParts): void {
  client.on(Events.GuildCreate, guarded(welcome))
  client.on(
    Events.GuildDelete,
    guarded((guild: Guild) =>
      core.onChatChange({ type: 'lost', chat: addressOf(guild.id), reason: 'kicked' }),
    ),
  )
  for (const event of [Events.ChannelDelete, Events.ThreadDelete] as const)
    client.on(
      event,
      guarded(async (channel: { id: string; guildId?: string }) => {
        if (channel.guildId)
          await core.onChatChange({
            type: 'lost',
            chat: addressOf(channel.guildId, channel.id),
            reason: 'deleted',
          })
      }),
    )

  /** Posts a short greeting in the channel for the server's own messages, if the bot may write there. */
  async function welcome(guild: Guild): Promise<void> {
    await core.onChatChange({ type: 'back', chat: addressOf(guild.id) })
    const channel = guild.systemChannel
    if (!channel || missingPermission(channel)) return
    const caller: Caller = {
      chat: addressOf(guild.id, channel.id),
      kind: 'server',
      user: guild.ownerId,
      locale: guild.preferredLocale,
      isAdmin: () => false,
    }
    const message = await core.answer(greetingOf(core.commands), caller)
    await answerInChannel(channel, { message, nonce: guild.id }, answerParts)
  }
}
