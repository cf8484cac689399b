// Telegram's chats and people as the core knows them: addresses, who may change settings, and news of a chat.
import type { Api } from 'grammy'
import type { Chat, ChatMember, ChatMemberUpdated, Message as Received, User } from 'grammy/types'
import type { Address, Caller, ChatChange } from '../../core/ports.ts'

const platform = 'telegram'

/** The General topic of a forum has no id, and is the chat itself. */
export function addressOf(chat: Pick<Chat, 'id'>, topic?: number): Address {
  return { platform, chat: String(chat.id), ...(topic !== undefined && { thread: String(topic) }) }
}

/** Where a message stands; a reply chain in a group without topics has a thread id too, and is no topic. */
export const placeOf = (message: Received): Address =>
  addressOf(message.chat, message.is_topic_message ? message.message_thread_id : undefined)

/** An address as the parameters of a request. */
export const target = ({ chat, thread }: Address) => ({
  chat_id: Number(chat),
  ...(thread !== undefined && { message_thread_id: Number(thread) }),
})

/** Who wrote a message or a channel post. */
export function authorOf(message: Received, api: Api): Caller {
  const { chat, from, sender_chat } = message
  return {
    chat: placeOf(message),
    user: String(sender_chat?.id ?? from?.id ?? chat.id),
    locale: from?.language_code ?? '',
    // An anonymous admin writes as the chat itself; only admins write in a channel.
    isAdmin: () =>
      chat.type === 'channel' || sender_chat?.id === chat.id || (!sender_chat && isAdminOf(chat, from, api)),
  }
}

/** Who pressed a button under a message; their rights are their own, whoever asked for the message. */
export function presserOf(user: User, message: { chat: Chat } & Partial<Received>, api: Api): Caller {
  return {
    chat: addressOf(message.chat, message.is_topic_message ? message.message_thread_id : undefined),
    user: String(user.id),
    locale: user.language_code ?? '',
    isAdmin: () => isAdminOf(message.chat, user, api),
  }
}

/** Somebody who writes in any chat, through inline mode: of the chat Telegram tells nothing. */
export const writerOf = (user: User): Caller => ({
  chat: addressOf(user),
  user: String(user.id),
  locale: user.language_code ?? '',
  isAdmin: () => false,
})

async function isAdminOf(chat: Chat, user: User | undefined, api: Api): Promise<boolean> {
  if (chat.type === 'private') return true
  if (!user) return false
  const { status } = await api.getChatMember(chat.id, user.id)
  return status === 'creator' || status === 'administrator'
}

/** What a change of the bot's own membership means for posts; undefined where nothing. */
export function newsOf({ chat, new_chat_member: now }: ChatMemberUpdated): ChatChange {
  const address = addressOf(chat)
  if (now.status === 'left' || now.status === 'kicked')
    return { type: 'lost', chat: address, reason: chat.type === 'private' ? 'blocked' : 'kicked' }
  return mayPost(chat, now)
    ? { type: 'back', chat: address }
    : { type: 'lost', chat: address, reason: 'forbidden' }
}

export function mayPost({ type }: Pick<Chat, 'type'>, member: ChatMember): boolean {
  switch (member.status) {
    case 'creator':
      return true
    case 'administrator':
      return type !== 'channel' || member.can_post_messages === true
    case 'member':
      return type !== 'channel'
    case 'restricted':
      return member.is_member && member.can_send_messages
    case 'left':
    case 'kicked':
      return false
    default:
      return member satisfies never
  }
}

/** The bot has just come into a group. */
export const isNewcomer = ({
  chat,
  old_chat_member: before,
  new_chat_member: now,
}: ChatMemberUpdated): boolean =>
  (chat.type === 'group' || chat.type === 'supergroup') &&
  (before.status === 'left' || before.status === 'kicked') &&
  mayPost(chat, now)
