// Sends direct messages to the owner of a server, who can surely repair what is wrong there, and to others.

import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  DiscordAPIError,
  MessageFlags,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import { type Language, languageFor } from '../../../core/languages/language.ts'
import type { Message } from '../../../core/message/message.ts'
import type { Address, ChatNames } from '../../../core/ports.ts'
import { channelOf } from '../chats.ts'
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
  const requests = noticeRequests(rest)
  const guild = await unlessRefused(guildOf(requests, guildId))
  if (!guild) return
  const message = await compose(languageFor(guild.preferred_locale))
  await unlessRefused(messageUser(requests, guild.owner_id, message))
}

/** Sends each notice to the owner of the server, if the chat is one, and to the users in `also`. */
export type Notify = (chat: Address, message: Message, also?: readonly string[]) => Promise<void>

/**
 * People who take no messages are left out. Rejects if another try may help some; with the same message object, that try
 * reaches only those.
 */
export function createNotify(rest: REST): Notify {
  const notified = new WeakMap<Message, Set<string>>()
  return async (chat, message, also = []) => {
    const done = notified.get(message) ?? new Set()
    notified.set(message, done)
    const requests = noticeRequests(rest)
    const guild = chat.thread && (await unlessRefused(guildOf(requests, chat.chat)))
    const people = new Set([...(guild ? [guild.owner_id] : []), ...also])
    const failures: unknown[] = []
    for (const user of people) {
      if (done.has(user)) continue
      await unlessRefused(messageUser(requests, user, message)).then(
        () => done.add(user),
        error => failures.push(error),
      )
    }
    if (failures.length > 0) throw failures[0]
  }
}

/**
 * The names of the server and the channel. A channel that the bot may not view has only its id, unless the gateway
 * has told its name. Undefined in a direct message, and after the bot has left.
 */
export async function namesOf(
  rest: REST,
  chat: Address,
  cachedNameOf: (channel: string) => string | undefined,
): Promise<ChatNames | undefined> {
  if (!chat.thread) return undefined
  const requests = noticeRequests(rest)
  const guild = await unlessRefused(guildOf(requests, chat.chat))
  if (!guild) return undefined
  const channel = channelOf(chat)
  const name = cachedNameOf(channel) ?? (await unlessRefused(channelNameOf(requests, channel)))
  return { chat: guild.name, place: `#${name ?? channel}` }
}

/** Whether the person owns the server or may manage it. Rejects if Discord does not say, or they are no member. */
export async function mayManage(rest: REST, guildId: string, user: string): Promise<boolean> {
  const requests = noticeRequests(rest)
  const guild = await guildOf(requests, guildId)
  if (guild.owner_id === user) return true
  const { roles } = (await requests.get(Routes.guildMember(guildId, user))) as APIGuildMember
  const permissions = guild.roles
    // The role of everybody has the id of the server.
    .filter(({ id }) => id === guildId || roles.includes(id))
    .reduce((all, role) => all | BigInt(role.permissions), 0n)
  return (permissions & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n
}

const noticeRequests = (rest: REST): Requests => requestsUntil(rest, AbortSignal.timeout(NOTICE_TIMEOUT_MS))

const guildOf = async (requests: Requests, id: string) => (await requests.get(Routes.guild(id))) as APIGuild

async function channelNameOf(requests: Requests, id: string): Promise<string | undefined> {
  const { name } = (await requests.get(Routes.channel(id))) as APIChannel
  return name ?? undefined
}

async function messageUser(requests: Requests, user: string, message: Message): Promise<void> {
  const direct = (await requests.post(Routes.userChannels(), { body: { recipient_id: user } })) as {
    id: string
  }
  for (const part of partsOf(message))
    await requests.post(Routes.channelMessages(direct.id), {
      body: {
        components: render(part),
        flags: MessageFlags.IsComponentsV2,
        allowed_mentions: { parse: [] },
      },
    })
}

/** Undefined if Discord refuses the request, which no other try changes. */
async function unlessRefused<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (error instanceof DiscordAPIError) return undefined
    throw error
  }
}
