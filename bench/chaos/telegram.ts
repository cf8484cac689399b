// Delivers to many chats of the strict fake of Telegram, through the real adapter, and counts what came of it.

import { createClock } from '../../src/adapters/host/clock.ts'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { createTelegram } from '../../src/adapters/telegram/index.ts'
import { createDispatcher, type Dispatcher } from '../../src/core/delivery/dispatcher.ts'
import type { Store } from '../../src/core/delivery/store.ts'
import { paragraph } from '../../src/core/message/build.ts'
import type { Message } from '../../src/core/message/message.ts'
import type { Clock } from '../../src/core/ports.ts'
import { type Chat, documentedRates, startTelegram, type Telegram } from '../../test/fakes/telegram/index.ts'
import { recurringDay } from './january-7.ts'
import { dueSubscription } from './testbed.ts'

export interface TelegramRun {
  telegram: Telegram
  chats: readonly Chat[]
  store: Store
  dispatcher: Dispatcher
  /** How many of the chats have their post. */
  arrived(): number
  /** How many notices the admins of the groups got. */
  notices(): number
  /** Messages that were refused because of the rates. */
  refused(): number
  /** Whether every row is settled, after at most so many seconds. */
  settled(seconds: number): Promise<boolean>
  /** Sends what is due until the run is closed. */
  start(): void
  close(): Promise<void>
}

interface RunOptions {
  chats: number
  clock?: Clock
  message?: Message
  /** Every group has an admin of its own who can be told. */
  hasAdmins?: boolean
}

const shortPost: Message = { body: [paragraph('A post.')] }

/** Every chat is subscribed, and its post was due a second ago. */
export async function startTelegramRun({
  chats: count,
  clock = createClock(),
  message = shortPost,
  hasAdmins = false,
}: RunOptions): Promise<TelegramRun> {
  const now = () => clock.now().epochMilliseconds
  const telegram = await startTelegram({ rates: documentedRates, now })
  const store = createStore(openSqlite(':memory:'))
  const platform = createTelegram({
    ...{ token: telegram.token, apiRoot: telegram.url },
    ...{ memory: store, clock, log: () => {} },
  })
  const admins: Chat[] = []
  const chats = Array.from({ length: count }, () => {
    const chat = telegram.supergroup()
    if (hasAdmins) {
      const admin = telegram.privateChat()
      chat.member(admin.someone, 'creator')
      admins.push(admin)
    }
    return chat
  })
  const due = clock.now().subtract({ seconds: 1 }).round('second')
  const local = due.toZonedDateTimeISO('UTC')
  for (const [index, { id }] of chats.entries())
    await store.putSubscription(dueSubscription(index, { platform: 'telegram', chat: String(id) }, due))
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms: [platform],
    owner: 'run',
    log: () => {},
    recurringDayOf: () => recurringDay(local.month, local.day),
    compose: () => message,
    notice: () => ({ body: [paragraph('A notice.')] }),
  })
  const stop = new AbortController()
  let running: Promise<void> | undefined
  const openRows = async () => {
    const { pending, leased, sending } = await store.countDeliveries()
    return pending + leased + sending
  }
  return {
    telegram,
    chats,
    store,
    dispatcher,
    arrived: () => chats.filter(({ room }) => room.botMessages.length > 0).length,
    notices: () => admins.reduce((sum, { room }) => sum + room.botMessages.length, 0),
    refused: () => telegram.declined.filter(({ status }) => status === 429).length,
    async settled(seconds) {
      const until = performance.now() + seconds * 1000
      while (performance.now() < until) {
        await new Promise(resolve => setTimeout(resolve, 100))
        const all = Object.values(await store.countDeliveries()).reduce((sum, each) => sum + each, 0)
        if (all >= count && (await openRows()) === 0) return true
      }
      return false
    },
    start() {
      running = dispatcher.run(stop.signal)
    },
    async close() {
      stop.abort()
      await running
      await telegram.close()
      await store.close()
    },
  }
}
