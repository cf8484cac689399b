// Holds the chats, people and messages that the fake Telegram knows.

import type { Entity } from './text.ts'

export interface User {
  id: number
  is_bot: boolean
  first_name: string
  username?: string
  language_code?: string
}

/** A message as Telegram gives it; fields that no code here reads are not listed. */
export interface Message {
  message_id: number
  date: number
  chat: { id: number; type: ChatType } & Record<string, unknown>
  from?: User
  sender_chat?: { id: number } & Record<string, unknown>
  message_thread_id?: number
  is_topic_message?: true
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
  /** Of administrators and restricted members; what is not named an administrator has, a restricted member not. */
  rights: Record<string, boolean>
  anonymous: boolean
}

export interface Room {
  id: number
  type: ChatType
  title: string
  username: string | undefined
  forum: boolean
  /** The other end of a private chat. */
  user: User | undefined
  /** By message_thread_id. */
  topics: Map<number, { name: string; closed: boolean }>
  generalClosed: boolean
  members: Map<number, Standing>
  messages: Map<number, Message>
  /** Which of them the bot posted. */
  own: Set<number>
  lastId: number
  gone: 'not started' | 'blocked' | 'deactivated' | 'deleted' | undefined
  migratedTo: number | undefined
  /** What the bot sent and edited here, in order, and how much of it the test has taken. */
  shown: Message[]
  taken: number
}

export interface World {
  /** What getMe gives. */
  me: User & Record<string, unknown>
  /** The bot as it stands in messages. */
  bot: User
  rooms: Map<number, Room>
  people: Map<number, User>
  /** Messages sent through inline mode, by inline_message_id. */
  inline: Map<string, Message>
  files: Set<string>
  /** Seconds since 1970. */
  now(): number
  /** A number that nothing else in this world has. */
  fresh(): number
  room(given: Partial<Room> & { type: ChatType }): Room
}

/** Beyond this a chat forgets its oldest messages, so that a benchmark does not fill the memory. */
const keptMessages = 10_000

export function createWorld(me: World['me'], now: () => number): World {
  let last = 100_000
  const fresh = () => ++last
  const { id, is_bot, first_name, username } = me
  const world: World = {
    me,
    bot: { id, is_bot, first_name, ...(username && { username }) },
    rooms: new Map(),
    people: new Map([[me.id, me]]),
    inline: new Map(),
    files: new Set(),
    now: () => Math.floor(now() / 1000),
    fresh,
    room(given) {
      const id =
        given.id ?? (given.type === 'private' ? fresh() : given.type === 'group' ? -fresh() : -1e12 - fresh())
      const room: Room = {
        ...{ id, title: `${given.type} ${id}`, username: undefined, forum: false, user: undefined },
        ...{
          topics: new Map(),
          generalClosed: false,
          members: new Map(),
          messages: new Map(),
          own: new Set(),
          lastId: 0,
        },
        ...{ gone: undefined, migratedTo: undefined, shown: [], taken: 0 },
        ...given,
      }
      world.rooms.set(id, room)
      return room
    },
  }
  return world
}

/** The chat as it stands in messages. */
export function chatOf({ id, type, title, username, forum, user }: Room): Message['chat'] {
  if (user)
    return { id, type, first_name: user.first_name, ...(user.username && { username: user.username }) }
  return { id, type, title, ...(username && { username }), ...(forum && { is_forum: true }) }
}

/** Adds a message with the chat's next id. Private chats and groups share their ids, as they do on Telegram. */
export function store(world: World, room: Room, fields: Partial<Message>): Message {
  const shared = room.type === 'private' || room.type === 'group'
  room.lastId = shared ? world.fresh() : room.lastId + 1
  const message: Message = { message_id: room.lastId, date: world.now(), chat: chatOf(room), ...fields }
  room.messages.set(room.lastId, message)
  if (room.messages.size > keptMessages) room.messages.delete(room.messages.keys().next().value as number)
  return message
}

/** What the bot showed in a chat; a test takes it with answers(). */
export function show(room: Room, message: Message) {
  room.shown.push(message)
  if (room.shown.length > keptMessages) {
    room.shown.splice(0, keptMessages / 2)
    room.taken = Math.max(0, room.taken - keptMessages / 2)
  }
}

export const standingOf = (room: Room, user: User): Standing =>
  room.members.get(user.id) ?? { user, status: 'left', rights: {}, anonymous: false }

export const isAdmin = ({ status }: Standing) => status === 'creator' || status === 'administrator'

export const may = ({ status, rights }: Standing, right: string) =>
  status === 'creator' || (status === 'administrator' ? (rights[right] ?? true) : (rights[right] ?? false))

const rightsOfAll = [
  ...['can_manage_chat', 'can_delete_messages', 'can_manage_video_chats', 'can_restrict_members'],
  ...['can_promote_members', 'can_change_info', 'can_invite_users', 'can_post_stories', 'can_edit_stories'],
  'can_delete_stories',
]
const rightsOf: Record<ChatType, string[]> = {
  private: [],
  group: ['can_pin_messages'],
  supergroup: ['can_pin_messages', 'can_manage_topics'],
  channel: ['can_post_messages', 'can_edit_messages', 'can_manage_direct_messages'],
}

/** The ChatMember that Telegram would give. */
export function memberOf(room: Room, standing: Standing): Record<string, unknown> {
  const { user, status, anonymous } = standing
  switch (status) {
    case 'creator':
      return { user, status, is_anonymous: anonymous }
    case 'administrator': {
      const names = [...rightsOfAll, ...rightsOf[room.type]]
      const rights = Object.fromEntries(names.map(name => [name, may(standing, name)]))
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
