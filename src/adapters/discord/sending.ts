// Posts over REST: once, whatever happens, by a nonce and by reading what the channel already has.
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
import { keepLong } from './buttons.ts'
import { channelOf } from './chats.ts'
import { isForum, outcomeOf, wasRefused } from './outcome.ts'
import { parts, pictureName, render } from './render.ts'

/** What a server chose for the posts of one channel, kept by this adapter because only Discord has it. */
export interface PostOptions {
  role?: string
  publish?: boolean
}

export const postOptionsKey = (channel: string) => `discord wishes ${channel}`

/** Discord remembers a nonce for some minutes; this is surely among them. */
const nonceHolds = 60_000
/** How far back an earlier attempt is looked for. */
const lookBack = 100
/** By how much Discord's clock may differ from ours, in milliseconds. */
const clockSkew = 120_000

interface SendingParts {
  rest: REST
  memory: Memory
  clock: Clock
}

export async function sendPost(
  to: Address,
  message: Message,
  key: string,
  { rest, memory, clock }: SendingParts,
): Promise<Outcome | { status: 'unauthorized' }> {
  const channel = channelOf(to)
  const wished = await memory.recall(postOptionsKey(channel))
  const wishes = JSON.parse(wished ?? '{}') as PostOptions
  // Anew with each post: what nobody has touched for longer than a year is forgotten.
  if (wished !== undefined)
    await memory.remember({ key: postOptionsKey(channel), value: wished, now: clock.now(), chat: to })
  try {
    const { since, tried } = await firstAttempt()
    let into = channel
    let first: string | undefined
    // A nonce that Discord may have forgotten does not hold a second post back: it is looked for.
    let known = isOld(since) ? await recent(channel, since) : []
    for (const [index, part] of parts(message).entries()) {
      await keepLong((part.choices ?? []).flat(), memory, clock)
      const put = (what: Message) =>
        post(into, what, index).catch(async error => {
          if (!isForum(error)) throw error
          const thread = await postInForum(into, what, since)
          if (!thread.isNew) known = await recent(thread.channel, since)
          return thread
        })
      const sent =
        find(known, tried[index]) ??
        (await put(part).catch(error => {
          // A channel may take words and no files.
          if (part.image && wasRefused(error)) return put({ ...part, image: undefined })
          throw error
        }))
      into = sent.channel
      first ??= sent.id
      if (wishes.publish && index === 0) await publish(into, sent.id)
    }
    return { status: 'sent', id: String(first) }
  } catch (error) {
    return outcomeOf(error)
  }

  /** When the post was first tried, in milliseconds since 1970, and its parts then: a late one says that it is late. */
  async function firstAttempt(): Promise<{ since: number; tried: string[] }> {
    const now = clock.now()
    const before = await memory.recall(`discord post ${key}`)
    if (before !== undefined) return JSON.parse(before)
    const tried = parts(message).map(part => wordsOf(render(part)))
    const attempt = { since: now.epochMilliseconds, tried }
    await memory.remember({ key: `discord post ${key}`, value: JSON.stringify(attempt), now, chat: to })
    return attempt
  }

  function isOld(since: number): boolean {
    return clock.now().epochMilliseconds - since > nonceHolds
  }

  async function post(into: string, part: Message, index: number): Promise<Sent> {
    const nonce = { nonce: nonceOf(key, index), enforce_nonce: true }
    const sent = (await rest.post(Routes.channelMessages(into), {
      body: { ...bodyOf(part, index), ...nonce },
      files: filesOf(part),
    })) as APIMessage
    return { id: sent.id, channel: sent.channel_id }
  }

  function bodyOf(part: Message, index: number) {
    const { role } = wishes
    return {
      components: [...(role && index === 0 ? [{ type: 10, content: `<@&${role}>` }] : []), ...render(part)],
      flags: MessageFlags.IsComponentsV2,
      // Nobody is mentioned by the words of a text.
      allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
    }
  }

  /** A post of its own. A forum takes no nonce, so an earlier attempt is always looked for. */
  async function postInForum(
    forum: string,
    part: Message,
    since: number,
  ): Promise<Sent & { isNew: boolean }> {
    const name = titleOf(message)
    const { threads } = (await rest.get(Routes.guildActiveThreads(to.chat))) as {
      threads: { id: string; name: string; parent_id: string }[]
    }
    const earlier = threads.find(
      each => each.parent_id === forum && each.name === name && isSince(each.id, since),
    )
    if (earlier) return { id: earlier.id, channel: earlier.id, isNew: false }
    const thread = (await rest.post(Routes.threads(forum), {
      body: { name, message: bodyOf(part, 0), ...(await tagOf(forum)) },
      files: filesOf(part),
    })) as APIChannel
    return { id: thread.id, channel: thread.id, isNew: true }
  }

  /** Some forums take no post without a tag; which one is the same to us. */
  async function tagOf(forum: string): Promise<{ applied_tags?: string[] }> {
    const { flags = 0, available_tags = [] } = (await rest.get(Routes.channel(forum))) as APIGuildForumChannel
    const [tag] = available_tags.filter(each => !each.moderated)
    return flags & ChannelFlags.RequireTag && tag ? { applied_tags: [tag.id] } : {}
  }

  /** What stands in the channel since the first attempt. */
  async function recent(into: string, since: number): Promise<APIMessage[]> {
    const messages = (await rest.get(Routes.channelMessages(into), {
      query: new URLSearchParams({ limit: String(lookBack) }),
    })) as APIMessage[]
    return messages.filter(each => isSince(each.id, since))
  }

  /** An attempt of which no answer came is there whole, or not; a preview that holds its words is none. */
  function find(known: readonly APIMessage[], words: string | undefined): Sent | undefined {
    const found = known.find(each => wordsOf((each.components ?? []).filter(isContainer)) === words)
    return found && { id: found.id, channel: found.channel_id }
  }

  /** Followers see the post where it is published; ten an hour may be, and a refusal leaves the post as it is. */
  async function publish(channel: string, id: string): Promise<void> {
    await rest.post(Routes.channelMessageCrosspost(channel, id)).catch(() => {})
  }
}

interface Sent {
  id: string
  channel: string
}

const filesOf = ({ image }: Message): RawFile[] =>
  image ? [{ name: pictureName, data: Buffer.from(image.data) }] : []

/** Discord's ids tell when they were made. */
const isSince = (id: string, since: number) => SnowflakeUtil.timestampFrom(id) > since - clockSkew

/** A mention stands beside the container, and is no part of the text. */
const isContainer = ({ type }: { type: number }) => type === ComponentType.Container

/** The key itself for the first part, and one derived from it for each other; up to 25 letters. */
function nonceOf(key: string, index: number): string {
  return index === 0 ? key : createHash('sha256').update(`${key} ${index}`).digest('hex').slice(0, 25)
}

/** A forum's post needs a name of up to 100 letters. */
const titleOf = ({ body }: Message) =>
  textOfBlocks(body.slice(0, 1)).split('\n')[0]?.slice(0, 100) || 'Daybook'

/** A digest of the texts: Discord adds ids to the components that it was sent. */
const wordsOf = (components: readonly unknown[]) =>
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
