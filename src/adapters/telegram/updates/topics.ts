// Names the topics of a group for the core. Telegram tells a topic's name only in passing, so it is remembered.

import type { Message as Received } from 'grammy/types'
import type { Bot } from '../../../core/bot/bot.ts'
import type { Memory } from '../../../core/delivery/store.ts'
import {
  type Address,
  type Caller,
  type Clock,
  type Place,
  placeIdOf,
  THREADLESS_PLACE,
} from '../../../core/ports.ts'

export interface Topics {
  /** Gives a caller in a group with topics those topics as its places; any other caller stays as it is. */
  withTopics(caller: Caller, message: Pick<Received, 'chat'> & Partial<Received>): Caller
  /** Remembers the name of a topic that was created or renamed. */
  remember(message: Received): Promise<void>
}

export function createTopics({
  bot,
  memory,
  clock,
}: {
  bot: Pick<Bot, 'phrases'>
  memory: Memory
  clock: Clock
}): Topics {
  return {
    withTopics(caller, message) {
      if (!('is_forum' in message.chat) || !message.chat.is_forum) return caller
      const find = async (id: string): Promise<Place | undefined> =>
        id === THREADLESS_PLACE || /^\d{1,16}$/.test(id) ? placeOf(id, caller) : undefined
      return {
        ...caller,
        places: {
          find,
          async here() {
            await rememberName(message)
            return placeOf(placeIdOf(caller.chat), caller)
          },
        },
      }
    },
    remember: rememberName,
  }

  /** Telegram does not tell bots which topics there are, so whether this one is still there shows when a post comes. */
  async function placeOf(id: string, caller: Caller): Promise<Place> {
    const { platform, chat } = caller.chat
    const say = (await bot.phrases(caller)).place
    if (id === THREADLESS_PLACE) return { address: { platform, chat }, name: say.topicNamed(GENERAL_TOPIC) }
    const address = { platform, chat, thread: id }
    const name = await topicNameOf(address, memory)
    return { address, name: name === undefined ? say.topicNumbered(id) : say.topicNamed(name) }
  }

  async function rememberName(message: Pick<Received, 'chat'> & Partial<Received>): Promise<void> {
    const { chat, message_thread_id: thread, forum_topic_created, forum_topic_edited } = message
    // A message of a topic that answers no other one replies to the message that created the topic, with its first name.
    const firstName = message.reply_to_message?.forum_topic_created?.name
    const newName = forum_topic_edited?.name ?? forum_topic_created?.name
    const name = newName ?? firstName
    if (name === undefined || thread === undefined) return
    const address = { platform: 'telegram', chat: String(chat.id), thread: String(thread) }
    const key = topicKey(address)
    const known = await memory.recall(key)
    if (known === name || (known !== undefined && newName === undefined)) return
    await memory.remember({ key, value: name, now: clock.now(), chat: address })
  }
}

/** The name of a topic, if a message has shown it. */
export const topicNameOf = (topic: Address, memory: Pick<Memory, 'recall'>): Promise<string | undefined> =>
  memory.recall(topicKey(topic))

/** Unless admins have renamed it, of which bots learn nothing. */
const GENERAL_TOPIC = 'General'

const topicKey = ({ chat, thread }: Address) => `telegram topic ${chat} ${thread}`
