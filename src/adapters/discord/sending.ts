// Posts over REST: once, whatever happens, by a nonce and by reading what the channel already has.
import { createHash } from 'node:crypto'
import { type APIChannel, type APIMessage, MessageFlags, type RawFile, type REST, Routes } from 'discord.js'
import type { Memory } from '../../core/delivery/ledger.ts'
import type { Message } from '../../core/message/message.ts'
import { textOfBlocks } from '../../core/message/text.ts'
import type { Address, Clock, Outcome } from '../../core/ports.ts'
import { keepLong } from './buttons.ts'
import { channelOf } from './chats.ts'
import { isForum, outcomeOf } from './outcome.ts'
import { parts, pictureName, render } from './render.ts'

/** What a server chose for the posts of one channel, kept by this adapter because only Discord has it. */
export interface Wishes {
  role?: string
  publish?: boolean
}

export const wishesKey = (channel: string) => `discord wishes ${channel}`

/** Discord remembers a nonce for some minutes; this is surely among them. */
const nonceHolds = 60_000
/** How far back an earlier attempt is looked for. */
const lookBack = 50

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
): Promise<Outcome> {
  const channel = channelOf(to)
  const wishes = JSON.parse((await memory.recall(wishesKey(channel))) ?? '{}') as Wishes
  const all = parts(message)
  try {
    const now = clock.now().epochMilliseconds
    const before = await memory.recall(`discord post ${key}`)
    if (before === undefined) await memory.keep(`discord post ${key}`, String(now), clock.now(), to)
    else if (now - Number(before) > nonceHolds) {
      const known = await findEarlier(channel, key, all[0] as Message)
      if (known) return { status: 'sent', id: known }
    }
    let into = channel
    let first: string | undefined
    for (const [index, part] of all.entries()) {
      await keepLong((part.choices ?? []).flat(), memory, clock)
      const sent = await post(into, part, index)
      into = sent.channel
      first ??= sent.id
      if (wishes.publish && index === 0) await publish(into, sent.id)
    }
    return { status: 'sent', id: String(first) }
  } catch (error) {
    return outcomeOf(error)
  }

  async function post(into: string, part: Message, index: number): Promise<{ id: string; channel: string }> {
    const { role } = wishes
    const body = {
      components: [...(role && index === 0 ? [{ type: 10, content: `<@&${role}>` }] : []), ...render(part)],
      flags: MessageFlags.IsComponentsV2,
      // Nobody is mentioned by the words of a text.
      allowed_mentions: { parse: [], ...(role && { roles: [role] }) },
    }
    const files = part.image ? [{ name: pictureName, data: Buffer.from(part.image.data) }] : undefined
    const nonced = { ...body, nonce: nonceOf(key, index), enforce_nonce: true }
    try {
      const sent = (await rest.post(Routes.channelMessages(into), {
        body: nonced,
        ...(files && { files }),
      })) as APIMessage
      return { id: sent.id, channel: sent.channel_id }
    } catch (error) {
      if (!isForum(error)) throw error
      return postInForum(into, body, files)
    }
  }

  /** A post of its own. A forum takes no nonce, so an earlier attempt is always looked for. */
  async function postInForum(
    forum: string,
    body: object,
    files: RawFile[] | undefined,
  ): Promise<{ id: string; channel: string }> {
    const name = titleOf(message)
    const earlier = await findThread(forum, name)
    if (earlier) return { id: earlier, channel: earlier }
    const thread = (await rest.post(Routes.threads(forum), {
      body: { name, message: body },
      ...(files && { files }),
    })) as APIChannel
    return { id: thread.id, channel: thread.id }
  }

  async function findThread(forum: string, name: string): Promise<string | undefined> {
    const { threads } = (await rest.get(Routes.guildActiveThreads(to.chat))) as {
      threads: { id: string; name: string; parent_id: string }[]
    }
    return threads.find(each => each.parent_id === forum && each.name === name)?.id
  }

  /** An earlier attempt of which no answer came: the message is there, or it is not. */
  async function findEarlier(channel: string, key: string, part: Message): Promise<string | undefined> {
    const recent = (await rest.get(Routes.channelMessages(channel), {
      query: new URLSearchParams({ limit: String(lookBack) }),
    })) as APIMessage[]
    const words = JSON.stringify(textsOf(render(part)))
    return recent.find(
      each =>
        each.nonce === nonceOf(key, 0) ||
        JSON.stringify(textsOf(each.components ?? [])).includes(words.slice(1, -1)),
    )?.id
  }

  /** Followers see the post where it is published; ten an hour may be, and a refusal leaves the post as it is. */
  async function publish(channel: string, id: string): Promise<void> {
    await rest.post(Routes.channelMessageCrosspost(channel, id)).catch(() => {})
  }
}

/** The key itself for the first part, and one derived from it for each other; up to 25 letters. */
function nonceOf(key: string, index: number): string {
  return index === 0 ? key : createHash('sha256').update(`${key} ${index}`).digest('hex').slice(0, 25)
}

/** A forum's post needs a name of up to 100 letters. */
const titleOf = ({ body }: Message) =>
  textOfBlocks(body.slice(0, 1)).split('\n')[0]?.slice(0, 100) || 'Daybook'

/** Discord adds ids to components; the texts are what was sent. */
function textsOf(components: readonly unknown[]): string[] {
  return components.flatMap(each => {
    const { content, components: inner = [] } = each as { content?: string; components?: unknown[] }
    return [...(content === undefined ? [] : [content]), ...textsOf(inner)]
  })
}
