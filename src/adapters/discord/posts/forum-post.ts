// Posts in a forum: finds the thread of an earlier attempt, or starts a new one with a tag if the forum demands it.

import {
  type APIChannel,
  type APIGuildForumChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelFlags,
  type RawFile,
  Routes,
} from 'discord.js'
import type { Message } from '../../../core/message/message.ts'
import { textOfBlocks } from '../../../core/message/text.ts'
import type { Address } from '../../../core/ports.ts'
import { channelOf } from '../chats.ts'
import { shorten } from '../message/shorten.ts'
import type { Requests } from '../rest.ts'

/** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const MAX_FORUM_TITLE_UNITS = 100

export interface ForumPost {
  to: Address
  name: string
  /** The first message of the thread. */
  body: object
  files: RawFile[]
  /** The newest id in the forum before the first attempt. Empty at the first attempt. */
  newest: string
  storeNewest(id: string): Promise<void>
}

type Thread = Pick<APIThreadChannel, 'id' | 'name' | 'parent_id' | 'owner_id'>

/**
 * A forum takes no nonce, so each attempt but the first looks for the thread of an earlier one. It is newer than all that
 * was there before by Discord's own ids, whatever our clock says. Returns the id of the thread.
 */
export async function sendToForum(
  { to, name, body, files, newest, storeNewest }: ForumPost,
  rest: Requests,
): Promise<{ id: string; isNew: boolean }> {
  const forum = channelOf(to)
  const { threads } = (await rest.get(Routes.guildActiveThreads(to.chat))) as { threads: Thread[] }
  const inForum = threads.filter(each => each.parent_id === forum)
  if (newest !== '') {
    const sameName = inForum.filter(each => each.name === name && BigInt(each.id) > BigInt(newest))
    const earlier = sameName.length > 0 ? await ownThread(sameName, rest) : undefined
    if (earlier) return { id: earlier.id, isNew: false }
  }
  const channel = (await rest.get(Routes.channel(forum))) as APIGuildForumChannel
  if (newest === '')
    await storeNewest(
      newestOf([
        forum,
        ...(channel.last_message_id ? [channel.last_message_id] : []),
        ...inForum.map(({ id }) => id),
      ]),
    )
  const thread = (await rest.post(Routes.threads(forum), {
    body: { name, message: body, ...requiredTag(channel) },
    files,
  })) as APIChannel
  return { id: thread.id, isNew: true }
}

async function ownThread(threads: readonly Thread[], rest: Requests): Promise<Thread | undefined> {
  const me = (await rest.get(Routes.user())) as APIUser
  return threads.find(({ owner_id }) => owner_id === me.id)
}

const newestOf = (ids: readonly string[]): string =>
  ids.reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest))

export const forumTitle = ({ body }: Message) =>
  shorten(textOfBlocks(body.slice(0, 1)).split('\n')[0] ?? '', MAX_FORUM_TITLE_UNITS) || 'Daybook'

/** Some forums take no post without a tag. Any tag will do. Not stored, because moderators change tags. */
function requiredTag(forum: APIGuildForumChannel): { applied_tags?: string[] } {
  const { flags = 0, available_tags = [] } = forum
  const [tag] = available_tags.filter(each => !each.moderated)
  return flags & ChannelFlags.RequireTag && tag ? { applied_tags: [tag.id] } : {}
}
