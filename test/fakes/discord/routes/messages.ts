// Serves messages in channels: checks permissions and the state of the channel, then limits, then the nonce.

import { type Call, type Core, type Handler, post, setLimited } from '../core.ts'
import { intents } from '../gateway.ts'
import {
  displayedBytes,
  MAX_DISPLAYED_BYTES,
  type MessageBody,
  messageFaults,
  messageFlags,
  type Upload,
} from '../limits/message.ts'
import { hasPermissions, type Permission } from '../permissions.ts'
import { applyEdit, type Posted } from '../posted.ts'
import { denied, mistake, refuseFaults, unavailable } from '../refusal.ts'
import { type Channel, channelBody, channelTypes, isForum, isThread } from '../world.ts'

const CREATE_FLAGS = messageFlags.suppressEmbeds | messageFlags.silent | messageFlags.componentsV2
/** The documentation says "the past few minutes". */
const NONCE_LIFETIME_MS = 3 * 60_000

export function channelOf({ world }: Core, { params }: Call): Channel {
  const channel = world.channels.get(params.channel_id ?? '')
  if (!channel) throw unavailable.channel
  if (channel.guild && !channel.guild.members.has(world.bot.id)) throw unavailable.access
  if (!hasPermissions(world.bot, channel)) throw unavailable.access
  return channel
}

export const createMessage: Handler = (core, call) => {
  const channel = channelOf(core, call)
  const sent = call.body as MessageBody
  checkMayPost(core, channel, { sent, files: call.files })
  checkMessage({ sent, files: call.files })
  const earlier = sent.enforce_nonce && sent.nonce != null ? recentByNonce(core, sent.nonce) : undefined
  if (earlier) return earlier.body
  unarchive(core, channel)
  const posted = post(core, { channel, sent, files: call.files })
  if (sent.nonce != null) setLimited(core.nonces, String(sent.nonce), posted)
  return posted.body
}

const notText = denied(400, 50008, 'Cannot send messages in a non-text channel')

export interface SentMessage {
  sent: MessageBody
  files: Upload[]
  /** The path of the message in the request's body. */
  path?: string[]
}

/** Checks the limits of a new message, and that it is not empty. */
export function checkMessage({ sent, files, path = [] }: SentMessage, extraFlags = 0): void {
  refuseFaults(messageFaults(sent, path, { allowedFlags: CREATE_FLAGS | extraFlags, files }))
  const parts = [
    sent.content?.trim(),
    sent.embeds?.length,
    sent.components?.length,
    files.length,
    sent.sticker_ids?.length,
  ]
  if (parts.every(part => !part) && !sent.poll) throw mistake(400, 50006, 'Cannot send an empty message')
  refuseTooManyBytes(sent)
}

function refuseTooManyBytes(sent: MessageBody): void {
  const bytes = displayedBytes(sent)
  if (bytes > MAX_DISPLAYED_BYTES)
    throw mistake(500, 0, `500: Internal Server Error, for ${bytes} bytes of text`)
}

export function checkMayPost({ world }: Core, channel: Channel, message: SentMessage): void {
  const { dm } = channel.recipient ?? { dm: 'open' }
  if (dm === 'closed') throw denied(403, 50007, 'Cannot send messages to this user')
  if (dm === 'strangers') {
    throw denied(403, 50278, 'Cannot send messages to this user due to having no mutual guilds')
  }
  if (channel.type === channelTypes.category) throw notText
  requirePermissions(world.bot, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages')
  // Live Discord answers so, although the documentation suggests 40058
  // (https://github.com/grafana/oncall/pull/26, https://github.com/PipedreamHQ/pipedream/issues/7357). 40058 is about a
  // thread whose author has not written yet (https://github.com/discord/discord-api-docs/issues/6340).
  if (isForum(channel)) throw notText
  requireContentPermissions({ world }, channel, message)
  if (channel.locked && !hasPermissions(world.bot, channel, 'ManageThreads')) {
    if (channel.archived) throw denied(400, 50083, 'Thread is archived')
    throw denied(400, 160005, 'Thread is locked')
  }
}

export function requireContentPermissions(
  { world }: Pick<Core, 'world'>,
  channel: Channel,
  { sent, files }: SentMessage,
): void {
  if (sent.embeds?.length) requirePermissions(world.bot, channel, 'EmbedLinks')
  if (files.length > 0) requirePermissions(world.bot, channel, 'AttachFiles')
}

export function requirePermissions(
  user: Core['world']['bot'],
  channel: Channel,
  ...names: Permission[]
): void {
  if (!hasPermissions(user, channel, ...names)) throw unavailable.permission
}

/** The bot's recent message with this nonce, in any channel: the documentation speaks only of author and nonce. */
function recentByNonce({ world, nonces }: Core, nonce: string | number): Posted | undefined {
  const found = nonces.get(String(nonce))
  return found && world.now() - Date.parse(String(found.body.timestamp)) < NONCE_LIFETIME_MS
    ? found
    : undefined
}

function unarchive(core: Core, channel: Channel): void {
  if (!channel.archived || !channel.guild) return
  channel.archived = false
  core.gateway.send('THREAD_UPDATE', channelBody(channel), {
    guild: channel.guild.id,
    intent: intents.guilds,
  })
}

const messageOf = (core: Core, call: Call): Posted => {
  const channel = channelOf(core, call)
  const found = channel.messages.get(call.params.message_id ?? '')
  if (!found) throw unavailable.message
  return found
}

export const getMessage: Handler = (core, call) => {
  const found = messageOf(core, call)
  requirePermissions(core.world.bot, found.channel, 'ReadMessageHistory')
  return found.body
}

export const listMessages: Handler = (core, call) => {
  const channel = channelOf(core, call)
  if (!hasPermissions(core.world.bot, channel, 'ReadMessageHistory')) return []
  const before = BigInt(call.query.get('before') ?? '9223372036854775807')
  const after = BigInt(call.query.get('after') ?? '0')
  const all = [...channel.messages.values()].filter(
    each => BigInt(each.id) < before && BigInt(each.id) > after,
  )
  return all
    .reverse()
    .slice(0, Number(call.query.get('limit') ?? 50))
    .map(({ body: { nonce: _, ...body } }) => body)
}

export const editMessage: Handler = (core, call) => {
  const found = messageOf(core, call)
  const sent = call.body as MessageBody
  if (found.body.author.id !== core.world.bot.id)
    throw mistake(403, 50005, 'Cannot edit a message authored by another user')
  editChecked(core, found, { sent, files: call.files })
  return found.body
}

/** Edits a message after checking the limits and that something visible is left. */
export function editChecked(core: Core, found: Posted, { sent, files, path = [] }: SentMessage): void {
  const options = {
    allowedFlags: messageFlags.suppressEmbeds | messageFlags.componentsV2,
    files,
    before: found.body.flags,
  }
  refuseFaults(messageFaults(sent, path, options))
  const left = { ...found.body, ...sent } as unknown as MessageBody
  const visible = [
    left.content,
    left.embeds?.length,
    left.components?.length,
    left.attachments?.length,
    files.length,
  ]
  if (visible.every(part => !part) && !left.poll) throw mistake(400, 50006, 'Cannot send an empty message')
  refuseTooManyBytes(left)
  applyEdit(core.world, found, { sent, files })
}

export const deleteMessage: Handler = (core, call) => {
  const found = messageOf(core, call)
  if (found.body.author.id !== core.world.bot.id)
    requirePermissions(core.world.bot, found.channel, 'ManageMessages')
  remove(found)
}

export function remove(posted: Posted): void {
  posted.deleted = true
  posted.channel.messages.delete(posted.id)
}

export const crosspost: Handler = (core, call) => {
  const found = messageOf(core, call)
  if (found.channel.type !== channelTypes.announcement) {
    throw mistake(400, 50024, 'Cannot execute action on this channel type')
  }
  requirePermissions(core.world.bot, found.channel, 'SendMessages')
  if (found.body.author.id !== core.world.bot.id)
    requirePermissions(core.world.bot, found.channel, 'ManageMessages')
  if (found.crossposted) throw denied(400, 40033, 'This message has already been crossposted.')
  found.crossposted = true
  found.body.flags |= 1
  return found.body
}
