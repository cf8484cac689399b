// Sends posts over REST, each exactly once: by a nonce, and by reading what the channel already has.

import { createHash } from 'node:crypto'
import {
  type APIChannel,
  type APIGuildForumChannel,
  type APIMessage,
  ChannelFlags,
  ComponentType,
  MessageFlags,
  type RawFile,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js'
import type { Memory } from '../../core/delivery/store.ts'
import type { Message } from '../../core/message/message.ts'
import { textOfBlocks } from '../../core/message/text.ts'
import type { Address, Clock, Outcome } from '../../core/ports.ts'
import { storeLongPresses } from './buttons.ts'
import { channelOf } from './chats.ts'
import { isForumError, mayBeFileRefusal, outcomeOf } from './outcome.ts'
import { PICTURE_FILE_NAME, partsOf, render } from './render.ts'

/** A server's choices for the posts of one channel. The adapter stores them because only Discord has them. */
export interface PostOptions {
  role?: string
  publish?: boolean
}

export const postOptionsKey = (channel: string) => `discord wishes ${channel}`

/**
 * Discord remembers a nonce for "the past few minutes", which is surely longer than this
 * (https://discord.com/developers/docs/resources/message#create-message).
 */
const NONCE_LIFETIME_MS = 60_000
/** https://discord.com/developers/docs/resources/message#create-message */
const MAX_NONCE_CHARACTERS = 25
/** How far back a channel is searched for an earlier attempt: the most that one request returns. */
const MAX_MESSAGES_SEARCHED = 100
/** How far Discord's clock may be from ours. */
const MAX_CLOCK_SKEW_MS = 120_000
/** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const MAX_FORUM_TITLE_UNITS = 100

export interface Post {
  to: Address
  message: Message
  /** The delivery's idempotency key. */
  key: string
}

export interface SendingParts {
  rest: REST
  memory: Memory
  clock: Clock
}

export async function sendPost(
  { to, message, key }: Post,
  { rest, memory, clock }: SendingParts,
): Promise<Outcome | { status: 'unauthorized' }> {
  const channel = channelOf(to)
  const storedOptions = await memory.recall(postOptionsKey(channel))
  const { role, publish } = JSON.parse(storedOptions ?? '{}') as PostOptions
  // Stored again with each post, because entries that nobody has touched for more than a year are forgotten.
  if (storedOptions !== undefined)
    await memory.remember({
      key: postOptionsKey(channel),
      value: storedOptions,
      now: clock.now(),
      chat: to,
    })
  try {
    const { since, tried } = await firstAttempt()
    let target = channel
    let firstId: string | undefined
    // A nonce that Discord may have forgotten prevents no second post, so the channel is searched.
    let earlier = isNonceOld(since) ? await messagesSince(since, channel) : []
    for (const [index, part] of partsOf(message).entries()) {
      await storeLongPresses((part.choices ?? []).flat(), memory, clock)
      const send = (content: Message) =>
        sendMessage(target, content, index).catch(async error => {
          if (!isForumError(error)) throw error
          const thread = await sendToForum(target, content, since)
          if (!thread.isNew) earlier = await messagesSince(since, thread.channel)
          return thread
        })
      const sent =
        findSent(earlier, tried[index]) ??
        (await send(part).catch(error => {
          // The channel may take text but no files.
          if (part.image && mayBeFileRefusal(error)) return send({ ...part, image: undefined })
          throw error
        }))
      target = sent.channel
      firstId ??= sent.id
      if (publish && index === 0) await publishMessage(target, sent.id)
    }
    return { status: 'sent', id: String(firstId) }
  } catch (error) {
    return outcomeOf(error)
  }

  /**
   * When the post was first tried, in milliseconds since 1970, and the digests of its parts at that time. A later attempt
   * may have other text, because a late post says that it is late.
   */
  async function firstAttempt(): Promise<{ since: number; tried: string[] }> {
    const now = clock.now()
    const stored = await memory.recall(`discord post ${key}`)
    if (stored !== undefined) return JSON.parse(stored)
    const tried = partsOf(message).map(part => digestOfTexts(render(part)))
    const attempt = { since: now.epochMilliseconds, tried }
    await memory.remember({ key: `discord post ${key}`, value: JSON.stringify(attempt), now, chat: to })
    return attempt
  }

  function isNonceOld(since: number): boolean {
    return clock.now().epochMilliseconds - since > NONCE_LIFETIME_MS
  }

  async function sendMessage(target: string, part: Message, index: number): Promise<SentMessage> {
    const nonce = { nonce: nonceOf(key, index), enforce_nonce: true }
    const sent = (await rest.post(Routes.channelMessages(target), {
      body: { ...bodyOf(part, index), ...nonce },
      files: filesOf(part),
    })) as APIMessage
    return { id: sent.id, channel: sent.channel_id }
  }

  function bodyOf(part: Message, index: number) {
    const mention = { type: ComponentType.TextDisplay, content: `<@&${role}>` }
    return {
      components: [...(role && index === 0 ? [mention] : []), ...render(part)],
      flags: MessageFlags.IsComponentsV2,
      // The text itself mentions nobody.
      allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
    }
  }

  /** Sends a forum post. A forum takes no nonce, so it is always searched for an earlier attempt. */
  async function sendToForum(
    forum: string,
    part: Message,
    since: number,
  ): Promise<SentMessage & { isNew: boolean }> {
    const name = forumTitle(message)
    const { threads } = (await rest.get(Routes.guildActiveThreads(to.chat))) as {
      threads: { id: string; name: string; parent_id: string }[]
    }
    const earlier = threads.find(
      each => each.parent_id === forum && each.name === name && isSince(each.id, since),
    )
    if (earlier) return { id: earlier.id, channel: earlier.id, isNew: false }
    const thread = (await rest.post(Routes.threads(forum), {
      body: { name, message: bodyOf(part, 0), ...(await requiredTag(forum)) },
      files: filesOf(part),
    })) as APIChannel
    return { id: thread.id, channel: thread.id, isNew: true }
  }

  /** Some forums take no post without a tag. Any tag will do. */
  async function requiredTag(forum: string): Promise<{ applied_tags?: string[] }> {
    const { flags = 0, available_tags = [] } = (await rest.get(Routes.channel(forum))) as APIGuildForumChannel
    const [tag] = available_tags.filter(each => !each.moderated)
    return flags & ChannelFlags.RequireTag && tag ? { applied_tags: [tag.id] } : {}
  }

  async function messagesSince(since: number, target: string): Promise<APIMessage[]> {
    const messages = (await rest.get(Routes.channelMessages(target), {
      query: new URLSearchParams({ limit: String(MAX_MESSAGES_SEARCHED) }),
    })) as APIMessage[]
    return messages.filter(each => isSince(each.id, since))
  }

  /** Compares the whole text, because a preview of the post in the same channel only contains it. */
  function findSent(messages: readonly APIMessage[], digest: string | undefined): SentMessage | undefined {
    const sent = messages.find(each => digestOfTexts((each.components ?? []).filter(isContainer)) === digest)
    return sent && { id: sent.id, channel: sent.channel_id }
  }

  /** Publishes to followers. Ten messages an hour may be published, and a refusal leaves the post as it is. */
  async function publishMessage(channel: string, id: string): Promise<void> {
    await rest.post(Routes.channelMessageCrosspost(channel, id)).catch(() => {})
  }
}

interface SentMessage {
  id: string
  channel: string
}

const filesOf = ({ image }: Message): RawFile[] =>
  image ? [{ name: PICTURE_FILE_NAME, data: Buffer.from(image.data) }] : []

/** A Discord id contains the time at which it was made. */
const isSince = (id: string, since: number) => SnowflakeUtil.timestampFrom(id) > since - MAX_CLOCK_SKEW_MS

/** The mention of a role is outside the container and not part of the text. */
const isContainer = ({ type }: { type: number }) => type === ComponentType.Container

/** The key itself for the first part, and one derived from it for each other part. */
function nonceOf(key: string, index: number): string {
  if (index === 0) return key
  return createHash('sha256').update(`${key} ${index}`).digest('hex').slice(0, MAX_NONCE_CHARACTERS)
}

const forumTitle = ({ body }: Message) =>
  textOfBlocks(body.slice(0, 1)).split('\n')[0]?.slice(0, MAX_FORUM_TITLE_UNITS) || 'Daybook'

/** Digests the texts only, because Discord adds ids to the components that it is sent. */
const digestOfTexts = (components: readonly unknown[]) =>
  createHash('sha256')
    .update(JSON.stringify(textsOf(components)))
    .digest('hex')
    .slice(0, 16)

function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap(each => {
    const { content, components: inner = [] } = each as { content?: string; components?: unknown[] }
    return [...(content === undefined ? [] : [content]), ...textsOf(inner)]
  })
}
