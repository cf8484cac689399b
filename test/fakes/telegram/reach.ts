// Decides whether the bot can reach a chat and post there, and says in Telegram's words why not.

import { decline, forbid } from './refusal.ts'
import { isAdmin, may, type Room, standingOf, type World } from './world.ts'

/** The chat by its id or @username, where the bot may look at it at all. */
export function reach({ rooms, me }: World, chatId: unknown): Room {
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
  const kind = `${room.type} chat`
  if (status === 'kicked') forbid(`bot was kicked from the ${kind}`)
  if (status === 'left') forbid(`bot is not a member of the ${kind}`)
  return room
}

const sorts = {
  text: ['can_send_messages', 'text messages'],
  photo: ['can_send_photos', 'photos'],
  document: ['can_send_documents', 'documents'],
} as const

/** Fails unless the bot may post here now. */
export function mayPost({ me }: World, room: Room, thread: number | undefined, sort: keyof typeof sorts) {
  const standing = standingOf(room, me)
  if (room.type === 'channel' && !(isAdmin(standing) && may(standing, 'can_post_messages'))) {
    decline('need administrator rights in the channel chat')
  }
  const [right, words] = sorts[sort]
  if (standing.status === 'restricted' && !may(standing, right)) {
    decline(`not enough rights to send ${words} to the chat`)
  }
  const topic = thread === undefined ? { closed: room.generalClosed } : room.topics.get(thread)
  if (!topic) decline('message thread not found')
  const opens = isAdmin(standing) && may(standing, 'can_manage_topics')
  if (topic.closed && !opens) decline('TOPIC_CLOSED')
}
