// Lets people act in a chat (write, press, add and remove the bot), and waits for what the bot does.

import type { Journal } from './journal.ts'
import { entitiesOf, isReceived } from './privacy-mode.ts'
import type { Question, Questions } from './questions.ts'
import type { Entity } from './text.ts'
import type { Updates } from './updates.ts'
import {
  addMessage,
  type Button,
  chatOf,
  type Message,
  memberOf,
  type Room,
  type Standing,
  type Status,
  standingOf,
  type User,
  type World,
} from './world.ts'

export interface Scene {
  world: World
  updates: Updates
  questions: Questions
  journal: Journal
}

interface SayOptions {
  from?: User
  /** A topic's message_thread_id. */
  topic?: number
  replyTo?: Message
  /** As an anonymous administrator, who writes in the group's name. */
  anonymous?: boolean
  /** In the name of a channel. */
  as?: Chat
  entities?: Entity[]
}

/** A chat in which people act and a test waits for the bot. */
export interface Chat {
  id: number
  room: Room
  /** The person who acts unless a test names another. */
  someone: User
  says(text: string, how?: SayOptions): Message
  /** Changes the text of a message, so many seconds after it was sent. */
  edits(message: Message, text: string, how?: { after?: number }): Message
  /** Anything but text: a photo, a sticker, a service message. */
  posts(fields: Partial<Message>, by?: { from?: User }): Message
  /**
   * Presses the button with that label or callback data. `{ data }` is sent as it is, with or without a button. The press
   * of an anonymous admin carries their own id: https://github.com/tdlib/telegram-bot-api/issues/667
   */
  presses(message: Message, button: string | { data: string }, by?: { from?: User }): Question
  /** The next messages that the bot sends or edits here, each of them once. */
  answers(count?: number, options?: { within?: number }): Promise<Message[]>
  answer(options?: { within?: number }): Promise<Message>
  /** What the bot sent or edited here since the last answer that was read. */
  unread(): Message[]
  /** Changes the bot's standing. Adding it to a group leaves a service message there as well. */
  botBecomes(status: Status, rights?: Record<string, boolean>, by?: { by?: User }): void
  /** Sets somebody else's standing, which a bot does not learn of. */
  member(user: User, status: Status, options?: { anonymous?: boolean }): void
  /** Refuses a bot that is no admin the standing of others, or the list of admins as well. */
  hides(what: Room['hides']): void
  blocks(): void
  unblocks(): void
  deactivates(): void
  deletes(): void
  /** Creates a topic and returns its message_thread_id. */
  topic(name: string): number
  /** Refuses every message here for so long. */
  makesWait(seconds: number): void
  /** What members may do who are no admins, as in the group's settings; of which bots learn nothing. */
  permits(permissions: Record<string, boolean>): void
  /** Renames a topic, of which a service message tells. The message that created it still shows its first name. */
  renamesTopic(topic: number, name: string): void
  /** Closes, opens or deletes a topic; all but the last leave a service message. Without an id it is General. */
  topicIs(state: 'closed' | 'open' | 'deleted', topic?: number): void
  /** Turns the group into a supergroup. Unannounced, only the answer to the next request to the old one says so. */
  migrates(how?: { announced?: boolean; joins?: 'first' | 'last' }): Chat
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

  /** Adds a message that somebody wrote, and passes it to the bot if the bot may see it. */
  function receive(fields: Partial<Message>): Message {
    const message = addMessage(world, room, fields)
    if (isReceived(world, room, message)) updates.push(isChannel ? 'channel_post' : 'message', message)
    return message
  }

  function changeStanding(by: User, before: Standing, after: Standing) {
    room.members.set(world.me.id, after)
    updates.push('my_chat_member', {
      ...{ chat: chatOf(room), from: by, date: world.now() },
      ...{ old_chat_member: memberOf(room, before), new_chat_member: memberOf(room, after) },
    })
  }

  function botBecomes(status: Status, rights: Record<string, boolean> = {}, { by = someone } = {}) {
    const before = standingOf(room, world.bot)
    changeStanding(by, before, { user: world.bot, status, rights, anonymous: false })
    const wasOut = before.status === 'left' || before.status === 'kicked'
    if (wasOut && status === 'member' && !isChannel) receive({ from: by, new_chat_members: [world.bot] })
  }

  function setBlocked(isBlocked: boolean) {
    const standing = (status: Status): Standing => ({ user: world.bot, status, rights: {}, anonymous: false })
    room.gone = isBlocked ? 'blocked' : undefined
    changeStanding(
      someone,
      standing(isBlocked ? 'member' : 'kicked'),
      standing(isBlocked ? 'kicked' : 'member'),
    )
  }

  function take(count: number): Message[] | undefined {
    if (room.botMessages.length < room.readCount + count) return undefined
    room.readCount += count
    return room.botMessages.slice(room.readCount - count, room.readCount)
  }

  const chat: Chat = {
    id: room.id,
    room,
    someone,

    says(
      text: string,
      { from = someone, topic, replyTo, anonymous, as, entities }: SayOptions = {},
    ): Message {
      if (room.gone === 'not started') room.gone = undefined
      const root = topic === undefined ? undefined : room.messages.get(topic)
      // In a supergroup without topics a reply has a thread id as well, but nobody can post to that thread.
      const thread =
        topic ?? (replyTo && room.type === 'supergroup' && !room.forum ? replyTo.message_id : undefined)
      const sender = anonymous ? chatOf(room) : as ? chatOf(as.room) : isChannel ? chatOf(room) : undefined
      const author = anonymous ? anonymousAdmin : as ? channelBot : from
      return receive({
        ...(!isChannel && { from: author }),
        ...(sender && { sender_chat: sender }),
        ...(thread !== undefined && { message_thread_id: thread }),
        ...(topic !== undefined && { is_topic_message: true }),
        // Each person who writes has one topic.
        ...(room.directMessages && { direct_messages_topic: { topic_id: from.id, user: from } }),
        ...((replyTo ?? root) && {
          reply_to_message: { ...(replyTo ?? root), reply_to_message: undefined } as Message,
        }),
        ...{ text, ...entitiesOf(text, entities) },
      })
    },
    edits(message, text, { after = 5 } = {}): Message {
      const { entities: _, ...unchanged } = message
      const edited = { ...unchanged, text, ...entitiesOf(text), edit_date: message.date + after }
      room.messages.set(message.message_id, edited)
      const update = isChannel ? 'edited_channel_post' : 'edited_message'
      if (isReceived(world, room, edited)) updates.push(update, edited)
      return edited
    },
    posts: (fields: Partial<Message>, { from = someone } = {}) =>
      receive({ ...(!isChannel && { from }), ...fields }),

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
    unread: (): Message[] => take(room.botMessages.length - room.readCount) as Message[],

    botBecomes,
    member(user: User, status: Status, { anonymous = false } = {}) {
      room.members.set(user.id, { user, status, rights: {}, anonymous })
    },
    hides(what: Room['hides']) {
      room.hides = what
    },
    blocks: () => setBlocked(true),
    unblocks: () => setBlocked(false),
    deactivates() {
      room.gone = 'deactivated'
    },
    deletes() {
      room.gone = 'deleted'
    },

    topic(name: string): number {
      const { message_id } = addMessage(world, room, {
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
    renamesTopic(topic: number, name: string) {
      const known = room.topics.get(topic)
      if (known) known.name = name
      // https://core.telegram.org/bots/api#forumtopicedited
      receive({
        from: someone,
        message_thread_id: topic,
        is_topic_message: true,
        forum_topic_edited: { name },
      })
    },
    makesWait(seconds: number) {
      room.waitsUntil = world.now() * 1000 + seconds * 1000
    },
    permits(permissions: Record<string, boolean>) {
      room.permissions = permissions
    },
    topicIs(state: 'closed' | 'open' | 'deleted', topic?: number) {
      const known = topic === undefined ? undefined : room.topics.get(topic)
      if (topic === undefined) room.generalClosed = state === 'closed'
      else if (state === 'deleted') room.topics.delete(topic)
      else if (known) known.closed = state === 'closed'
      // https://core.telegram.org/bots/api#forumtopicreopened
      if (state === 'deleted') return
      receive({
        from: someone,
        ...(topic !== undefined && { message_thread_id: topic, is_topic_message: true }),
        [state === 'closed' ? 'forum_topic_closed' : 'forum_topic_reopened']: {},
      })
    },

    migrates({ announced = true, joins = 'last' } = {}): Chat {
      const { title, members } = room
      const next = world.room({ type: 'supergroup', title, members: new Map(members) })
      const upgraded = createChat(scene, next, someone)
      if (announced) {
        // The bot joins the new group, but does not leave the old: https://github.com/tdlib/telegram-bot-api/issues/266
        const now = standingOf(next, world.bot)
        const before: Standing = { ...now, status: 'left' }
        const join = () =>
          updates.push('my_chat_member', {
            ...{ chat: chatOf(next), from: someone, date: world.now() },
            ...{ old_chat_member: memberOf(next, before), new_chat_member: memberOf(next, now) },
          })
        if (joins === 'first') join()
        receive({ from: someone, migrate_to_chat_id: next.id })
        upgraded.posts({ migrate_from_chat_id: room.id })
        if (joins === 'last') join()
      }
      room.migratedTo = next.id
      return upgraded
    },
  }
  return chat
}

/** The callback data of the button with that label. */
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
    throw new Error(`the button ${JSON.stringify(label)} has no callback data`)
  return button.callback_data
}

interface Press {
  from: User
  data: string
  message?: object
  inline_message_id?: string
}

/** Presses a button, under a message or an inline result. */
export function press({ world, updates, questions }: Scene, fields: Press): Question {
  const id = String(world.newId())
  updates.push('callback_query', { id, chat_instance: '1', ...fields })
  return questions.ask('press', id, `${fields.from.first_name} pressed ${JSON.stringify(fields.data)}`)
}
