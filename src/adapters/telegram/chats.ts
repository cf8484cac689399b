// Reads Telegram's chats and people as addresses, callers and chat changes.

import type { Api } from 'grammy'
import type {
  Chat,
  ChatMember,
  ChatMemberUpdated,
  ChatPermissions,
  Message as Received,
  User,
} from 'grammy/types'
import type { Address, Caller, ChatChange, ChatKind } from '../../core/ports.ts'
import { rightsOfPresser, rightsOfWriter } from './admins.ts'

/** The General topic of a forum has no id: its address is that of the chat. */
export const addressOf = (chat: Pick<Chat, 'id'>, topic?: number): Address => ({
  platform: 'telegram',
  chat: String(chat.id),
  ...(topic !== undefined && { thread: String(topic) }),
})

/** Marks the threads of a channel's direct messages, whose numbers requests carry under a name of their own. */
const DIRECT_TOPIC_PREFIX = 'direct-'

const isDirectTopic = (thread: string | undefined): thread is string =>
  thread?.startsWith(DIRECT_TOPIC_PREFIX) === true

/** The address as parameters of a request that sends a message. */
export const chatParameters = ({ chat, thread }: Address) => ({
  chat_id: Number(chat),
  ...(isDirectTopic(thread)
    ? { direct_messages_topic_id: Number(thread.slice(DIRECT_TOPIC_PREFIX.length)) }
    : thread !== undefined && { message_thread_id: Number(thread) }),
})

/** Supergroups and channels have lower ids: https://core.telegram.org/api/bots/ids */
const MIN_GROUP_ID = -999_999_999_999

/**
 * Whether messages there can have buttons that open inline mode: not in channels and their direct messages. Without a
 * kind, an id does not tell channels from supergroups, so that these get none either.
 */
export function takesInlineButtons({ chat, thread }: Address, kind: ChatKind | undefined): boolean {
  if (isDirectTopic(thread)) return false
  return kind === undefined ? Number(chat) >= MIN_GROUP_ID : kind !== 'channel'
}

/** The author of a message or a channel post. */
export function authorOf(message: Received, api: Api): Caller {
  const { chat, from, sender_chat } = message
  return {
    chat: addressOfMessage(message),
    kind: kindOf(message),
    user: String(sender_chat?.id ?? from?.id ?? chat.id),
    locale: from?.language_code ?? '',
    // An anonymous admin writes as the chat itself, and only admins write in a channel.
    ...rightsOfAuthor(message, api),
  }
}

/** The user who pressed a button under a message. Their own rights count, whoever asked for the message. */
export const presserOf = (user: User, message: MessagePlace, api: Api): Caller => ({
  chat: addressOfMessage(message),
  kind: kindOf(message),
  user: String(user.id),
  locale: user.language_code ?? '',
  hasPrivateReply: true,
  ...rightsOfPresser(message.chat, user, api),
})

/** The user who types an inline query. Telegram does not say in which chat. */
export const writerOf = (user: User): Caller => ({
  chat: addressOf(user),
  kind: 'private',
  user: String(user.id),
  locale: user.language_code ?? '',
  isAdmin: () => false,
})

type MessagePlace = { chat: Chat } & Pick<
  Partial<Received>,
  'is_topic_message' | 'message_thread_id' | 'direct_messages_topic'
>

/** In a group without topics, replies have a thread id as well, but it is no topic. */
function addressOfMessage(message: MessagePlace): Address {
  const { chat, is_topic_message, message_thread_id, direct_messages_topic: direct } = message
  if (direct) return { ...addressOf(chat), thread: `${DIRECT_TOPIC_PREFIX}${direct.topic_id}` }
  return addressOf(chat, is_topic_message ? message_thread_id : undefined)
}

function kindOf({ chat, is_topic_message, direct_messages_topic: direct }: MessagePlace): ChatKind {
  switch (chat.type) {
    case 'private':
    case 'channel':
      return chat.type
    case 'group':
    case 'supergroup':
      return is_topic_message || direct ? 'topic' : 'group'
    default:
      return chat satisfies never
  }
}

/** An anonymous admin writes as the chat itself, and only admins write in a channel. Another channel has no rights. */
function rightsOfAuthor(
  { chat, from, sender_chat }: Received,
  api: Api,
): Pick<Caller, 'isAdmin' | 'adminDoubt'> {
  if (chat.type === 'channel' || sender_chat?.id === chat.id) return { isAdmin: () => true }
  return sender_chat ? { isAdmin: () => false } : rightsOfWriter(chat, from, api)
}

/** Reads a change of the bot's own membership as a change for posts. */
export function chatChangeOf({ chat, new_chat_member: member }: ChatMemberUpdated): ChatChange {
  const address = addressOf(chat)
  if (member.status === 'left' || member.status === 'kicked')
    return { type: 'lost', chat: address, reason: chat.type === 'private' ? 'blocked' : 'kicked' }
  return mayPost(chat, member)
    ? { type: 'back', chat: address }
    : { type: 'lost', chat: address, reason: 'forbidden' }
}

/** A chat as Telegram describes it: `permissions` are those of every member, and are left out of what updates carry. */
type ChatRules = Pick<Chat, 'type'> & { permissions?: ChatPermissions }

/** Slow mode and a closed topic do not count here: a post waits for the one, and only a request shows the other. */
export function mayPost({ type, permissions }: ChatRules, member: ChatMember): boolean {
  const mayMembers = type !== 'channel' && permissions?.can_send_messages !== false
  switch (member.status) {
    case 'creator':
      return true
    case 'administrator':
      return type !== 'channel' || member.can_post_messages === true
    case 'member':
      return mayMembers
    case 'restricted':
      return mayMembers && member.is_member && member.can_send_messages
    case 'left':
    case 'kicked':
      return false
    default:
      return member satisfies never
  }
}

/** The right that a member lacks who may not post, as Telegram's apps call it; nothing for one who has left. */
export function lackingRight({ type }: ChatRules, { status }: ChatMember): { missing?: string } {
  if (status === 'left' || status === 'kicked') return {}
  return { missing: type === 'channel' ? 'Post messages' : 'Send messages' }
}

/**
 * Links to a topic, for its members or, with a public group's name, for all
 * (https://core.telegram.org/api/links#forum-topic-links).
 */
export const topicUrl = ({ id, username }: { id: number; username?: string }, topic: string): string =>
  `https://t.me/${username ?? `c/${String(id).replace(/^-100/, '')}`}/${topic}`

/** Whether the bot was just added to a group in which it may post. In direct messages there is nobody to greet. */
export const wasAddedToGroup = ({
  chat,
  old_chat_member: before,
  new_chat_member: after,
}: ChatMemberUpdated): boolean =>
  (chat.type === 'group' || (chat.type === 'supergroup' && !chat.is_direct_messages)) &&
  (before.status === 'left' || before.status === 'kicked') &&
  mayPost(chat, after)
