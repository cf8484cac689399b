// Stores the chats, people and messages of the fake Telegram.

import type { Entity } from './text.ts'

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  username?: string
  language_code?: string
}

/** A message as Telegram represents it, with the fields that some code here reads. */
export interface Message {
  message_id: number
  date: number
  chat: { id: number; type: ChatType } & Record<string, unknown>
  from?: User
  sender_chat?: { id: number } & Record<string, unknown>
  message_thread_id?: number
  is_topic_message?: true
  direct_messages_topic?: { topic_id: number; user?: User }
  edit_date?: number
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: { file_id: string }[]
  link_preview_options?: unknown
  reply_markup?: { inline_keyboard?: Button[][] }
  reply_to_message?: Message
  [field: string]: unknown
}

export interface Button {
  text: string
  callback_data?: string
  [kind: string]: unknown
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel'
export type Status = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface Standing {
  user: User
  status: Status
  /** Of administrators, who have every right unless it is false here, and of restricted members, who have none. */
  rights: Record<string, boolean>
  anonymous: boolean
}

export interface Room {
  id: number
  type: ChatType
  title: string
  username: string | undefined
  forum: boolean
  /** Whether it is the direct messages of a channel, in which each person who writes has a topic. */
  directMessages: boolean
  /** The person in a private chat. */
  user: User | undefined
  /** By message_thread_id. */
  topics: Map<number, { name: string; closed: boolean }>
  generalClosed: boolean
  /** What all members may do who are no admins; everything that is not false here. */
  permissions: Record<string, boolean>
  /** Seconds between two messages of somebody who is no admin; 0 if there is no slow mode. */
  slowModeSeconds: number
  /** Milliseconds since 1970 until which every message to the chat is refused. */
  waitsUntil: number
  members: Map<number, Standing>
  /** What a bot that is no admin may not ask: the standing of others, and the list of admins as well. */
  hides: 'nothing' | 'members' | 'admins'
  messages: Map<number, Message>
  /** The ids of those that the bot posted. */
  own: Set<number>
  lastId: number
  gone: 'not started' | 'blocked' | 'deactivated' | 'deleted' | undefined
  migratedTo: number | undefined
  /** What the bot sent and edited here, in order, and how many of these the test has read. */
  botMessages: Message[]
  readCount: number
}

export interface World {
  /** The answer to getMe. */
  me: User & Record<string, unknown>
  /** The bot as messages name it. */
  bot: User
  rooms: Map<number, Room>
  people: Map<number, User>
  /** Messages sent through inline mode, by inline_message_id. */
  inline: Map<string, Message>
  files: Set<string>
  /** Seconds since 1970. */
  now(): number
  /** A number that nothing else in this world has as its id. */
  newId(): number
  room(given: Partial<Room> & { type: ChatType }): Room
}

/** A chat drops its oldest messages beyond this, so that a bench does not fill the memory. */
const MAX_MESSAGES = 10_000

export function createWorld(me: World['me'], now: () => number): World {
  let lastId = 100_000
  const newId = () => ++lastId
  const { id, is_bot, first_name, username } = me
  const world: World = {
    me,
    bot: { id, is_bot, first_name, ...(username && { username }) },
    rooms: new Map(),
    people: new Map([[me.id, me]]),
    inline: new Map(),
    files: new Set(),
    now: () => Math.floor(now() / 1000),
    newId,
    room(given) {
      const id =
        given.id ?? (given.type === 'private' ? newId() : given.type === 'group' ? -newId() : -1e12 - newId())
      const room: Room = {
        ...{
          id,
          title: `${given.type} ${id}`,
          username: undefined,
          forum: false,
          directMessages: false,
          user: undefined,
        },
        ...{
          topics: new Map(),
          generalClosed: false,
          permissions: {},
          slowModeSeconds: 0,
          waitsUntil: 0,
          members: new Map(),
          hides: 'nothing',
          messages: new Map(),
          own: new Set(),
          lastId: 0,
        },
        ...{ gone: undefined, migratedTo: undefined, botMessages: [], readCount: 0 },
        ...given,
      }
      world.rooms.set(id, room)
      return room
    },
  }
  return world
}

/** The chat as messages name it. */
export function chatOf({ id, type, title, username, forum, directMessages, user }: Room): Message['chat'] {
  if (user)
    return { id, type, first_name: user.first_name, ...(user.username && { username: user.username }) }
  return {
    ...{ id, type, title, ...(username && { username }) },
    ...(forum && { is_forum: true }),
    ...(directMessages && { is_direct_messages: true }),
  }
}

/** Adds a message with the chat's next id. As on Telegram, private chats and groups share one sequence of ids. */
export function addMessage(world: World, room: Room, fields: Partial<Message>): Message {
  const shared = room.type === 'private' || room.type === 'group'
  room.lastId = shared ? world.newId() : room.lastId + 1
  const message: Message = { message_id: room.lastId, date: world.now(), chat: chatOf(room), ...fields }
  room.messages.set(room.lastId, message)
  if (room.messages.size > MAX_MESSAGES) room.messages.delete(room.messages.keys().next().value as number)
  return message
}

/** Records what the bot sent or edited in a chat. A test reads it with answers(). */
export function recordBotMessage(room: Room, message: Message) {
  room.botMessages.push(message)
  if (room.botMessages.length > MAX_MESSAGES) {
    room.botMessages.splice(0, MAX_MESSAGES / 2)
    room.readCount = Math.max(0, room.readCount - MAX_MESSAGES / 2)
  }
}

export const standingOf = (room: Room, user: User): Standing =>
  room.members.get(user.id) ?? { user, status: 'left', rights: {}, anonymous: false }

export const isAdmin = ({ status }: Standing) => status === 'creator' || status === 'administrator'

export const hasRight = ({ status, rights }: Standing, right: string) =>
  status === 'creator' || (status === 'administrator' ? (rights[right] ?? true) : (rights[right] ?? false))

const commonRights = [
  ...['can_manage_chat', 'can_delete_messages', 'can_manage_video_chats', 'can_restrict_members'],
  ...['can_promote_members', 'can_change_info', 'can_invite_users', 'can_post_stories', 'can_edit_stories'],
  'can_delete_stories',
]
const extraRights: Record<ChatType, string[]> = {
  private: [],
  group: ['can_pin_messages'],
  supergroup: ['can_pin_messages', 'can_manage_topics'],
  channel: ['can_post_messages', 'can_edit_messages', 'can_manage_direct_messages'],
}

/** The ChatMember that Telegram would return. */
export function memberOf(room: Room, standing: Standing): Record<string, unknown> {
  const { user, status, anonymous } = standing
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: anonymous }
    case 'administrator': {
      const names = [...commonRights, ...extraRights[room.type]]
      const rights = Object.fromEntries(names.map(name => [name, hasRight(standing, name)]))
      return { user, status, is_anonymous: anonymous, can_be_edited: false, ...rights }
    }
    case 'restricted':
      return { user, status, is_member: true, until_date: 0, can_send_messages: false, ...standing.rights }
    case 'kicked':
      return { user, status, until_date: 0 }
    case 'member':
    case 'left':
      return { user, status }
    default:
      return status satisfies never
  }
}
