// Serves threads: under a message, on their own, and as the posts of a forum.

import { type Call, type Core, type Handler, post } from '../core.ts'
import { intents } from '../gateway.ts'
import type { MessageBody } from '../limits/message.ts'
import { denied, mistake, refuseFaults, unavailable } from '../refusal.ts'
import { type Channel, channelBody, channelTypes, isForum, type World } from '../world.ts'
import { channelOf, checkMessage, requireContentPermissions, requirePermissions } from './messages.ts'

interface ThreadBody {
  name: string
  type?: number | null
  applied_tags?: string[] | null
  message?: MessageBody
}

export const createThread: Handler = (core, call) => {
  const parent = channelOf(core, call)
  const body = call.body as ThreadBody
  if (isForum(parent)) return createForumPost(core, call, parent)
  if (parent.type !== channelTypes.text && parent.type !== channelTypes.announcement) {
    throw mistake(400, 50024, 'Cannot execute action on this channel type')
  }
  if (body.message) {
    refuseFaults([{ path: ['message'], code: 'UNKNOWN_FIELD', message: 'Only in forums' }])
  }
  requirePermissions(core.world.bot, parent, 'CreatePublicThreads')
  // As documented: without a type it is a private thread (12).
  return channelBody(openThread(core, { parent, name: body.name, type: body.type ?? 12 }))
}

function createForumPost(core: Core, call: Call, parent: Channel): unknown {
  const body = call.body as ThreadBody
  requirePermissions(core.world.bot, parent, 'SendMessages')
  if (!body.message)
    refuseFaults([{ path: ['message'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }])
  const sent = body.message as MessageBody
  const tags = body.applied_tags ?? []
  if (tags.some(tag => !parent.tags.some(each => each.id === tag))) throw denied(400, 10087, 'Unknown tag')
  if (parent.requireTag && tags.length === 0) {
    throw denied(400, 40067, 'A tag is required to create a forum post in this channel')
  }
  requireContentPermissions(core, parent, { sent, files: call.files })
  checkMessage({ sent, files: call.files, path: ['message'] })
  const thread = openThread(core, { parent, name: body.name, type: channelTypes.thread, tags })
  const message = post(core, { channel: thread, sent, files: call.files })
  return { ...channelBody(thread), message: message.body }
}

export const createThreadUnder: Handler = (core, call) => {
  const parent = channelOf(core, call)
  const message = parent.messages.get(call.params.message_id ?? '')
  if (!message) throw unavailable.message
  requirePermissions(core.world.bot, parent, 'CreatePublicThreads')
  // A thread under a message has the id of the message.
  if (core.world.channels.has(message.id))
    throw mistake(400, 160004, 'A thread has already been created for this message')
  const type =
    parent.type === channelTypes.announcement ? channelTypes.announcementThread : channelTypes.thread
  const { name } = call.body as ThreadBody
  return channelBody(openThread(core, { parent, name, type, id: message.id }))
}

function openThread(
  core: Core,
  {
    parent,
    name,
    type,
    tags = [],
    id,
  }: { parent: Channel; name: string; type: number; tags?: string[]; id?: string },
): Channel {
  const { guild } = parent
  const starter = core.world.bot
  const thread = newChannel(core.world, { name, type, guild, parent, starter, appliedTags: tags, id })
  core.gateway.send(
    'THREAD_CREATE',
    { ...channelBody(thread), newly_created: true },
    { guild: parent.guild?.id ?? '', intent: intents.guilds },
  )
  core.changes.notify()
  return thread
}

export function newChannel(
  world: World,
  given: Pick<Channel, 'name' | 'type'> & { [K in keyof Channel]?: Channel[K] | undefined },
): Channel {
  const { guild, parent, starter, recipient } = given
  const channel: Channel = {
    id: given.id ?? world.newId(),
    name: given.name,
    type: given.type,
    ...(guild ? { guild } : {}),
    ...(parent ? { parent } : {}),
    ...(starter ? { starter } : {}),
    ...(recipient ? { recipient } : {}),
    overwrites: new Map(),
    archived: given.archived ?? false,
    locked: given.locked ?? false,
    requireTag: given.requireTag ?? false,
    tags: given.tags ?? [],
    appliedTags: given.appliedTags ?? [],
    messages: new Map(),
  }
  if (parent && isForum(parent)) parent.last = channel.id
  world.channels.set(channel.id, channel)
  guild?.channels.set(channel.id, channel)
  return channel
}
