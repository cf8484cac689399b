// Lets people act in a chat: write, press, add and remove the bot; and waits for what the bot does then.

import type { Journal } from './journal.ts'
import { mark, overhears } from './privacy-mode.ts'
import type { Question, Questions } from './questions.ts'
import type { Entity } from './text.ts'
import type { Updates } from './updates.ts'
import {
  type Button,
  chatOf,
  type Message,
  memberOf,
  type Room,
  type Standing,
  type Status,
  standingOf,
  store,
  type User,
  type World,
} from './world.ts'

export interface Scene {
  world: World
  updates: Updates
  questions: Questions
  journal: Journal
}

interface Saying {
  from?: User
  /** A topic's message_thread_id. */
  topic?: number
  replyTo?: Message
  /** As an administrator who hides behind the group's name. */
  anonymous?: boolean
  /** In the name of a channel. */
  as?: Chat
  entities?: Entity[]
}

/** A chat as people use it, and as a test waits in it. */
export interface Chat {
  id: number
  room: Room
  /** Who acts where a test does not say who. */
  someone: User
  says(text: string, how?: Saying): Message
  /** Anything that is no text: a photo, a sticker, a service message. */
  posts(fields: Partial<Message>, by?: { from?: User }): Message
  /** Presses the button of that label or callback data; `{ data }` is sent as it is, button or not. */
  presses(message: Message, button: string | { data: string }, by?: { from?: User }): Question
  /** The next messages that the bot sends or edits here; those that a test has taken are not given again. */
  answers(count?: number, patience?: { within?: number }): Promise<Message[]>
  answer(patience?: { within?: number }): Promise<Message>
  /** What the bot showed here beyond what was taken. */
  unread(): Message[]
  /** The bot's standing changes. Someone who adds it to a group leaves a service message there, too. */
  botBecomes(status: Status, rights?: Record<string, boolean>, by?: { by?: User }): void
  /** Somebody else's standing, of which a bot is not told. */
  member(user: User, status: Status, rights?: Record<string, boolean>, how?: { anonymous?: boolean }): void
  blocks(): void
  unblocks(): void
  deactivates(): void
  deletes(): void
  /** Gives the new topic's message_thread_id. */
  topic(name: string): number
  /** Closes, opens or deletes a topic; General without an id. */
  topicIs(state: 'closed' | 'open' | 'deleted', topic?: number): void
  /** The group becomes a supergroup; unannounced, only the next request into the old one tells. */
  migrates(how?: { announced?: boolean }): Chat
}

const anonymousAdmin: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
const channelBot: User = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }

export function createChat(scene: Scene, room: Room, someone: User): Chat {
  const { world, updates, journal } = scene
  const isChannel = room.type === 'channel'

  /** Stores a message that somebody wrote, and lets the bot have it where it may. */
  function arrive(fields: Partial<Message>): Message {
    const message = store(world, room, fields)
    if (overhears(world, room, message)) updates.push(isChannel ? 'channel_post' : 'message', message)
    return message
  }

  function turn(by: User, before: Standing, after: Standing) {
    room.members.set(world.me.id, after)
    updates.push('my_chat_member', {
      ...{ chat: chatOf(room), from: by, date: world.now() },
      ...{ old_chat_member: memberOf(room, before), new_chat_member: memberOf(room, after) },
    })
  }

  function botBecomes(status: Status, rights: Record<string, boolean> = {}, { by = someone } = {}) {
    const before = standingOf(room, world.bot)
    turn(by, before, { user: world.bot, status, rights, anonymous: false })
    const wasOut = before.status === 'left' || before.status === 'kicked'
    if (wasOut && status === 'member' && !isChannel) arrive({ from: by, new_chat_members: [world.bot] })
  }

  function blocked(isBlocked: boolean) {
    const standing = (status: Status): Standing => ({ user: world.bot, status, rights: {}, anonymous: false })
    room.gone = isBlocked ? 'blocked' : undefined
    turn(someone, standing(isBlocked ? 'member' : 'kicked'), standing(isBlocked ? 'kicked' : 'member'))
  }

  function take(count: number): Message[] | undefined {
    if (room.shown.length < room.taken + count) return undefined
    room.taken += count
    return room.shown.slice(room.taken - count, room.taken)
  }

  const chat: Chat = {
    id: room.id,
    room,
    someone,

    says(text: string, { from = someone, topic, replyTo, anonymous, as, entities }: Saying = {}): Message {
      if (room.gone === 'not started') room.gone = undefined
      const root = topic === undefined ? undefined : room.messages.get(topic)
      // In a supergroup without topics a reply carries a thread, too, in which nobody can post by its id.
      const thread =
        topic ?? (replyTo && room.type === 'supergroup' && !room.forum ? replyTo.message_id : undefined)
      const sender = anonymous ? chatOf(room) : as ? chatOf(as.room) : isChannel ? chatOf(room) : undefined
      const author = anonymous ? anonymousAdmin : as ? channelBot : from
      return arrive({
        ...(!isChannel && { from: author }),
        ...(sender && { sender_chat: sender }),
        ...(thread !== undefined && { message_thread_id: thread }),
        ...(topic !== undefined && { is_topic_message: true }),
        ...((replyTo ?? root) && {
          reply_to_message: { ...(replyTo ?? root), reply_to_message: undefined } as Message,
        }),
        ...{ text, ...mark(text, entities) },
      })
    },
    posts: (fields: Partial<Message>, { from = someone } = {}) =>
      arrive({ ...(!isChannel && { from }), ...fields }),

    presses(message: Message, button: string | { data: string }, { from = someone } = {}): Question {
      const data = typeof button === 'string' ? dataOf(message, button) : button.data
      const { chat: where, message_id } = message
      const current = room.messages.get(message_id) ?? { chat: where, message_id, date: 0 }
      return press(scene, { from, data, message: current })
    },

    answers: (count = 1, { within }: { within?: number } = {}): Promise<Message[]> =>
      journal.until(() => take(count), `${count} answers in chat ${room.id}`, within),
    async answer(options) {
      return (await chat.answers(1, options))[0] as Message
    },
    unread: (): Message[] => take(room.shown.length - room.taken) as Message[],

    botBecomes,
    member(user: User, status: Status, rights: Record<string, boolean> = {}, { anonymous = false } = {}) {
      room.members.set(user.id, { user, status, rights, anonymous })
    },
    blocks: () => blocked(true),
    unblocks: () => blocked(false),
    deactivates() {
      room.gone = 'deactivated'
    },
    deletes() {
      room.gone = 'deleted'
    },

    topic(name: string): number {
      const { message_id } = store(world, room, {
        from: someone,
        forum_topic_created: { name, icon_color: 7322096 },
      })
      const message = {
        ...room.messages.get(message_id),
        message_thread_id: message_id,
        is_topic_message: true,
      }
      room.messages.set(message_id, message as Message)
      room.topics.set(message_id, { name, closed: false })
      return message_id
    },
    topicIs(state: 'closed' | 'open' | 'deleted', topic?: number) {
      const known = topic === undefined ? undefined : room.topics.get(topic)
      if (topic === undefined) room.generalClosed = state === 'closed'
      else if (state === 'deleted') room.topics.delete(topic)
      else if (known) known.closed = state === 'closed'
    },

    migrates({ announced = true } = {}): Chat {
      const { title, members } = room
      const next = world.room({ type: 'supergroup', title, members: new Map(members) })
      const upgraded = createChat(scene, next, someone)
      if (announced) {
        arrive({ from: someone, migrate_to_chat_id: next.id })
        upgraded.posts({ migrate_from_chat_id: room.id })
      }
      room.migratedTo = next.id
      return upgraded
    },
  }
  return chat
}

/** The data that the button sends which people see under that label. */
export function dataOf(
  { reply_markup, text }: Pick<Message, 'reply_markup' | 'text'>,
  label: string,
): string {
  const buttons: Button[] = reply_markup?.inline_keyboard?.flat() ?? []
  const button =
    buttons.find(known => known.text === label) ?? buttons.find(known => known.callback_data === label)
  if (!button) {
    const labels = buttons.map(known => JSON.stringify(known.text)).join(', ') || 'none'
    throw new Error(`no button ${JSON.stringify(label)} under ${JSON.stringify(text)}; there are: ${labels}`)
  }
  if (button.callback_data === undefined)
    throw new Error(`the button ${JSON.stringify(label)} sends the bot nothing`)
  return button.callback_data
}

interface Press {
  from: User
  data: string
  message?: object
  inline_message_id?: string
}

/** A callback query from wherever a button is. */
export function press({ world, updates, questions }: Scene, fields: Press): Question {
  const id = String(world.fresh())
  updates.push('callback_query', { id, chat_instance: '1', ...fields })
  return questions.ask('press', id, `${fields.from.first_name} pressed ${JSON.stringify(fields.data)}`)
}
