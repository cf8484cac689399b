// Sends direct messages to the owner of a server: the one person there who can surely repair what is wrong.

import { type APIGuild, type APIUser, DiscordAPIError, MessageFlags, type REST, Routes } from 'discord.js'
import { type Language, languageFor } from '../../../core/languages/language.ts'
import type { Message } from '../../../core/message/message.ts'
import { partsOf, render } from '../message/render.ts'
import { type Requests, requestsUntil } from '../rest.ts'

const NOTICE_TIMEOUT_MS = 20_000

/**
 * Composes the message in the server's language. An owner who takes no messages, or whose server the bot has left, is
 * not told. Rejects if another try may help.
 */
export async function messageOwner(
  rest: REST,
  guildId: string,
  compose: (language: Language) => Message | Promise<Message>,
): Promise<void> {
  const requests = requestsUntil(rest, AbortSignal.timeout(NOTICE_TIMEOUT_MS))
  await sendTo(requests, guildId, compose).catch(error => {
    if (!(error instanceof DiscordAPIError)) throw error
  })
}

/** Whether the person owns the server. Rejects if Discord does not say. */
export async function isOwner(rest: REST, guildId: string, user: string): Promise<boolean> {
  const requests = requestsUntil(rest, AbortSignal.timeout(NOTICE_TIMEOUT_MS))
  const { owner_id } = (await requests.get(Routes.guild(guildId))) as APIGuild
  return owner_id === user
}

async function sendTo(
  requests: Requests,
  guildId: string,
  compose: (language: Language) => Message | Promise<Message>,
): Promise<void> {
  const guild = (await requests.get(Routes.guild(guildId))) as APIGuild
  const direct = (await requests.post(Routes.userChannels(), {
    body: { recipient_id: guild.owner_id satisfies APIUser['id'] },
  })) as { id: string }
  for (const part of partsOf(await compose(languageFor(guild.preferred_locale))))
    await requests.post(Routes.channelMessages(direct.id), {
      body: {
        components: render(part),
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [] },
      },
    })
}
