// Posts in a forum: finds the thread of an earlier attempt, or starts a new one with a tag if the forum demands it.

import { type APIChannel, type APIGuildForumChannel, ChannelFlags, type RawFile, Routes } from 'discord.js'
import type { Message } from '../../../core/message/message.ts'
import { textOfBlocks } from '../../../core/message/text.ts'
import type { Address } from '../../../core/ports.ts'
import { channelOf } from '../chats.ts'
import type { Requests } from '../rest.ts'
import { isSince } from './earlier-attempt.ts'

/** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel */
const MAX_FORUM_TITLE_UNITS = 100

export interface ForumPost {
  to: Address
  name: string
  /** The first message of the thread. */
  body: object
  files: RawFile[]
  /** When the post was first tried, in milliseconds since 1970. */
  since: number
}

/** A forum takes no nonce, so it is always searched for an earlier attempt. Returns the id of the thread. */
export async function sendToForum(
  { to, name, body, files, since }: ForumPost,
  rest: Requests,
): Promise<{ id: string; isNew: boolean }> {
  const forum = channelOf(to)
  const { threads } = (await rest.get(Routes.guildActiveThreads(to.chat))) as {
    threads: { id: string; name: string; parent_id: string }[]
  }
  const earlier = threads.find(
    each => each.parent_id === forum && each.name === name && isSince(each.id, since),
  )
  if (earlier) return { id: earlier.id, isNew: false }
  const thread = (await rest.post(Routes.threads(forum), {
    body: { name, message: body, ...(await requiredTag(forum, rest)) },
    files,
  })) as APIChannel
  return { id: thread.id, isNew: true }
}

export const forumTitle = ({ body }: Message) =>
  textOfBlocks(body.slice(0, 1)).split('\n')[0]?.slice(0, MAX_FORUM_TITLE_UNITS) || 'Daybook'

/** Some forums take no post without a tag. Any tag will do. Not stored, because moderators change tags. */
async function requiredTag(forum: string, rest: Requests): Promise<{ applied_tags?: string[] }> {
  const { flags = 0, available_tags = [] } = (await rest.get(Routes.channel(forum))) as APIGuildForumChannel
  const [tag] = available_tags.filter(each => !each.moderated)
  return flags & ChannelFlags.RequireTag && tag ? { applied_tags: [tag.id] } : {}
}
