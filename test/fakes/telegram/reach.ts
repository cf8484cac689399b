// Decides whether the bot can reach a chat and post there, and refuses in Telegram's words if not.

import { decline, forbid } from './refusal.ts'
import { hasRight, isAdmin, type Room, standingOf, type World } from './world.ts'

/** The chat with this id or @username. Refuses if the bot has no access to it. */
export function requireRoom({ rooms, me }: World, chatId: unknown): Room {
  const room =
    typeof chatId === 'string' && chatId.startsWith('@')
      ? [...rooms.values()].find(({ username }) => username === chatId.slice(1))
      : rooms.get(Number(chatId))
  if (!room) decline('chat not found')
  if (room.migratedTo !== undefined) {
    decline('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: room.migratedTo })
  }
  switch (room.gone) {
    case 'not started':
      return forbid("bot can't initiate conversation with a user")
    case 'blocked':
      return forbid('bot was blocked by the user')
    case 'deactivated':
      return forbid('user is deactivated')
    case 'deleted':
      return forbid('the group chat was deleted')
    case undefined:
      break
    default:
      return room.gone satisfies never
  }
  if (room.type === 'private') return room
  const { status } = standingOf(room, me)
  const chatName = `${room.type} chat`
  if (status === 'kicked') forbid(`bot was kicked from the ${chatName}`)
  if (status === 'left') forbid(`bot is not a member of the ${chatName}`)
  return room
}

const isGroup = ({ type }: Room) => type === 'group' || type === 'supergroup'

export type ContentKind = 'text' | 'photo' | 'document'

const contentRights = {
  text: ['can_send_messages', 'text messages'],
  photo: ['can_send_photos', 'photos'],
  document: ['can_send_documents', 'documents'],
} as const satisfies Record<ContentKind, readonly [right: string, words: string]>

/** Refuses unless the bot may post such content here now. */
export function requirePostRight(
  { me }: World,
  room: Room,
  { thread, kind }: { thread: number | undefined; kind: ContentKind },
) {
  const standing = standingOf(room, me)
  if (room.type === 'channel' && !(isAdmin(standing) && hasRight(standing, 'can_post_messages'))) {
    decline('need administrator rights in the channel chat')
  }
  const [right, words] = contentRights[kind]
  if (standing.status === 'restricted' && !hasRight(standing, right)) {
    decline(`not enough rights to send ${words} to the chat`)
  }
  // https://core.telegram.org/bots/api#chatpermissions: of all members, and the bot is one unless it is an admin.
  if (isGroup(room) && !isAdmin(standing) && room.permissions[right] === false) {
    decline(`not enough rights to send ${words} to the chat`)
  }
  const topic = thread === undefined ? { closed: room.generalClosed } : room.topics.get(thread)
  if (!topic) decline('message thread not found')
  const mayOpen = isAdmin(standing) && hasRight(standing, 'can_manage_topics')
  if (topic.closed && !mayOpen) decline('TOPIC_CLOSED')
}
