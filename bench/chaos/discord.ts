// Delivers to channels of the strict fake of Discord, through the real adapter, and counts what came of it.

import { setTimeout as sleep } from 'node:timers/promises'
import { createDiscord } from '../../src/adapters/discord/index.ts'
import { createClock } from '../../src/adapters/host/clock.ts'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { createDispatcher } from '../../src/core/delivery/dispatcher.ts'
import { paragraph } from '../../src/core/message/build.ts'
import type { Message } from '../../src/core/message/message.ts'
import { type Discord, startDiscord } from '../../test/fakes/discord/index.ts'
import type { Place, Server } from '../../test/fakes/discord/places.ts'
import { recurringDay } from './january-7.ts'
import { dueSubscription } from './testbed.ts'

export interface DiscordRun {
  discord: Discord
  places: readonly Place[]
  /** How many messages or threads each place has got. */
  counts(): number[]
  /** How many of the posts have their card. */
  cards(): number
  /** Sends what is due until all places have a post, or the seconds are over. Returns the seconds it took. */
  deliver(maxSeconds: number): Promise<number>
  close(): Promise<void>
}

export interface PlaceOptions extends NonNullable<Parameters<Server['channel']>[1]> {
  /** In the server of the place before, and not in one of its own. */
  isNeighbour?: boolean
}

const TOKEN = 'MTIzNDU2.AbCdEf.the-fake-token-of-the-chaos'
/** A card as large as ours are. */
const post: Message = {
  body: [paragraph('A post.')],
  image: { data: new Uint8Array(107_000), alt: 'A card.' },
}

/** Every place is subscribed, and its post was due a second ago. */
export async function startDiscordRun(options: readonly PlaceOptions[]): Promise<DiscordRun> {
  const discord = await startDiscord({ token: TOKEN })
  const store = createStore(openSqlite(':memory:'))
  const clock = createClock()
  const platform = createDiscord({ token: TOKEN, api: discord.api, memory: store, clock, log: () => {} })
  const due = clock.now().subtract({ seconds: 1 }).round('second')
  const local = due.toZonedDateTimeISO('UTC')
  const places: Place[] = []
  let server = discord.guild('Server 0')
  for (const [index, { isNeighbour, ...kind }] of options.entries()) {
    if (!isNeighbour) server = discord.guild(`Server ${index}`)
    const place = server.channel(`place-${index}`, kind)
    places.push(place)
    const chat = { platform: 'discord', chat: server.id, thread: place.id }
    await store.putSubscription(dueSubscription(index, chat, due))
  }
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms: [platform],
    owner: 'run',
    log: () => {},
    recurringDayOf: () => recurringDay(local.month, local.day),
    compose: () => post,
    notice: () => ({ body: [paragraph('A notice.')] }),
  })
  const stop = new AbortController()
  let running: Promise<void> | undefined
  const counts = () => places.map(({ posts, threads }) => posts.length + threads.length)
  return {
    discord,
    places,
    counts,
    cards: () =>
      places.flatMap(({ posts }) => posts).filter(({ body }) => (body.attachments as object[]).length > 0)
        .length,
    async deliver(maxSeconds) {
      const begun = performance.now()
      const seconds = () => (performance.now() - begun) / 1000
      running ??= dispatcher.run(stop.signal)
      while (counts().includes(0) && seconds() < maxSeconds) await sleep(50)
      return seconds()
    },
    async close() {
      stop.abort()
      await discord.close()
      await running
      await store.close()
    },
  }
}
