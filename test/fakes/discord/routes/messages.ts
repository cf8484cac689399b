// Serves messages in channels: checks permissions and the state of the channel first, then limits, then the nonce.

import { type Call, type Core, type Handler, keep, post } from '../core.ts'
import { intents } from '../gateway.ts'
import { flag, type MessageBody, messageFaults, type Upload } from '../limits/message.ts'
import { may, type Permission } from '../permissions.ts'
import { edit, type Posted } from '../posted.ts'
import { denied, gone, mistake, refuseFaults } from '../refusal.ts'
import { type Channel, channelBody, channelTypes, isThread } from '../world.ts'

const createFlags = flag.suppressEmbeds | flag.silent | flag.componentsV2
/** How long a nonce is remembered, in ms: the documentation says "the past few minutes". */
const nonceLife = 3 * 60_000

export function channelOf({ world }: Core, { params }: Call): Channel {
  const channel = world.channels.get(params.channel_id ?? '')
  if (!channel) throw gone.channel
  if (channel.guild && !channel.guild.members.has(world.bot.id)) throw gone.access
  if (!may(world.bot, channel)) throw gone.access
  return channel
}

export const createMessage: Handler = (core, call) => {
  const channel = channelOf(core, call)
  const sent = call.body as MessageBody
  mayPost(core, channel, sent, call.files)
  checkMessage(sent, [], call.files)
  const earlier = sent.enforce_nonce && sent.nonce != null ? recent(core, sent.nonce) : undefined
  if (earlier) return earlier.body
  unarchive(core, channel)
  const posted = post(core, { channel, sent, files: call.files })
  if (sent.nonce != null) keep(core.nonces, String(sent.nonce), posted)
  return posted.body
}

/** Limits of a new message, and that it says something. */
export function checkMessage(sent: MessageBody, path: (string | number)[], files: Upload[], more = 0): void {
  refuseFaults(messageFaults(sent, path, { allowedFlags: createFlags | more, files }))
  const parts = [
    sent.content?.trim(),
    sent.embeds?.length,
    sent.components?.length,
    files.length,
    sent.sticker_ids?.length,
  ]
  if (parts.every(part => !part) && !sent.poll) throw mistake(400, 50006, 'Cannot send an empty message')
}

export function mayPost({ world }: Core, channel: Channel, sent: MessageBody, files: Upload[]): void {
  const { dm } = channel.recipient ?? { dm: 'open' }
  if (dm === 'closed') throw denied(403, 50007, 'Cannot send messages to this user')
  if (dm === 'strangers') {
    throw denied(403, 50278, 'Cannot send messages to this user due to having no mutual guilds')
  }
  if (channel.type === channelTypes.category)
    throw denied(400, 50008, 'Cannot send messages in a non-text channel')
  needs(world.bot, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages')
  if (channel.type === channelTypes.forum)
    throw denied(400, 40058, 'Cannot message this channel until a post is made')
  needContent({ world }, channel, sent, files)
  if (channel.locked && !may(world.bot, channel, 'ManageThreads')) {
    if (channel.archived) throw denied(400, 50083, 'Thread is archived')
    throw denied(400, 160005, 'Thread is locked')
  }
}

export function needContent(
  { world }: Pick<Core, 'world'>,
  channel: Channel,
  sent: MessageBody,
  files: Upload[],
): void {
  if (sent.embeds?.length) needs(world.bot, channel, 'EmbedLinks')
  if (files.length > 0) needs(world.bot, channel, 'AttachFiles')
}

export function needs(user: Core['world']['bot'], channel: Channel, ...names: Permission[]): void {
  if (!may(user, channel, ...names)) throw gone.permission
}

/** The same author and nonce, whatever the channel: that is how the documentation puts it. */
function recent({ world, nonces }: Core, nonce: string | number): Posted | undefined {
  const found = nonces.get(String(nonce))
  return found && world.now() - Date.parse(String(found.body.timestamp)) < nonceLife ? found : undefined
}

function unarchive(core: Core, channel: Channel): void {
  if (!channel.archived || !channel.guild) return
  channel.archived = false
  core.gateway.send('THREAD_UPDATE', channelBody(channel), {
    guild: channel.guild.id,
    intent: intents.guilds,
  })
}

const find = (core: Core, call: Call): Posted => {
  const channel = channelOf(core, call)
  const found = channel.messages.get(call.params.message_id ?? '')
  if (!found) throw gone.message
  return found
}

export const getMessage: Handler = (core, call) => {
  const found = find(core, call)
  needs(core.world.bot, found.channel, 'ReadMessageHistory')
  return found.body
}

export const listMessages: Handler = (core, call) => {
  const channel = channelOf(core, call)
  if (!may(core.world.bot, channel, 'ReadMessageHistory')) return []
  const before = BigInt(call.query.get('before') ?? '9223372036854775807')
  const after = BigInt(call.query.get('after') ?? '0')
  const all = [...channel.messages.values()].filter(one => BigInt(one.id) < before && BigInt(one.id) > after)
  return all
    .reverse()
    .slice(0, Number(call.query.get('limit') ?? 50))
    .map(({ body: { nonce: _, ...body } }) => body)
}

export const editMessage: Handler = (core, call) => {
  const found = find(core, call)
  const sent = call.body as MessageBody
  if (found.body.author.id !== core.world.bot.id)
    throw mistake(403, 50005, 'Cannot edit a message authored by another user')
  editIt(core, found, sent, [], call.files)
  return found.body
}

/** An edit holds to the limits too, and leaves something to see. */
export function editIt(core: Core, found: Posted, sent: MessageBody, path: string[], files: Upload[]): void {
  const options = { allowedFlags: flag.suppressEmbeds | flag.componentsV2, files, before: found.body.flags }
  refuseFaults(messageFaults(sent, path, options))
  const left = { ...found.body, ...sent } as unknown as MessageBody
  const shown = [
    left.content,
    left.embeds?.length,
    left.components?.length,
    left.attachments?.length,
    files.length,
  ]
  if (shown.every(part => !part) && !left.poll) throw mistake(400, 50006, 'Cannot send an empty message')
  edit(core.world, found, sent, files)
}

export const deleteMessage: Handler = (core, call) => {
  const found = find(core, call)
  if (found.body.author.id !== core.world.bot.id) needs(core.world.bot, found.channel, 'ManageMessages')
  remove(found)
}

export function remove(posted: Posted): void {
  posted.deleted = true
  posted.channel.messages.delete(posted.id)
}

export const crosspost: Handler = (core, call) => {
  const found = find(core, call)
  if (found.channel.type !== channelTypes.announcement) {
    throw mistake(400, 50024, 'Cannot execute action on this channel type')
  }
  needs(core.world.bot, found.channel, 'SendMessages')
  if (found.body.author.id !== core.world.bot.id) needs(core.world.bot, found.channel, 'ManageMessages')
  if (found.crossposted) throw denied(400, 40033, 'This message has already been crossposted.')
  found.crossposted = true
  found.body.flags |= 1
  return found.body
}
