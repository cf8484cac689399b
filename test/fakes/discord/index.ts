// A strict Discord on loopback, gateway and REST, for bots that run a real client against it:
// `const discord = await startDiscord({ token })`, then `new Client({ rest: { api: discord.api } })`.
import type { AddressInfo } from 'node:net'
import { createNews } from './changes.ts'
import type { Core } from './core.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts'
import { createHttp } from './http.ts'
import type { Command } from './limits/commands.ts'
import { createLog, type Log } from './log.ts'
import { act, createPerson, type Person } from './people.ts'
import { createPlace, createServer, newUser, type Place, type Server } from './places.ts'
import { createRates, type Rates } from './rates.ts'
import { routing } from './routes/table.ts'
import { newChannel } from './routes/threads.ts'
import { channelTypes, createWorld, type User } from './world.ts'

export interface DiscordOptions extends GatewayOptions {
  /** ms for the first answer to an interaction (3 s), and for its token (15 min). */
  firstAnswer?: number
  tokenLife?: number
  /** How long a test waits for the bot before it fails, in ms (5 s). */
  patience?: number
  /** What GET /gateway/bot recommends and allows. */
  shards?: number
  maxConcurrency?: number
}

export interface Discord extends Pick<Log, 'requests' | 'refused' | 'denied' | 'pings'> {
  /** The address for `rest.api`. */
  api: string
  /** The id of the bot, and of its application. */
  bot: User
  gateway: Gateway
  guild(name: string, options?: Parameters<typeof createServer>[2]): Server
  /** Somebody outside guilds, with a direct channel to the bot. */
  person(name: string, options?: Partial<Pick<User, 'locale' | 'installed' | 'dm'>>): Person & { dm: Place }
  /** A private channel of people without the bot. */
  groupDm(): Place
  /** The registered commands: global, or of a guild. */
  commands(guild?: { id: string }): Command[]
  /** Puts the clock forward, for time limits. */
  advance(ms: number): void
  /** Lets the next requests to a route fail. */
  next: Faults['next']
  /** Sets a rate limit. */
  limit: Rates['limit']
  /** 401, 403 and 429 of the last ten minutes, by the fake's clock. */
  readonly invalidRequests: number
  /** Waits until something holds; looks again after each request and each event of the gateway. */
  until<T>(what: string, find: () => T | undefined): Promise<T>
  close(): Promise<void>
}

export async function startDiscord(options: DiscordOptions): Promise<Discord> {
  let ahead = 0
  const world = createWorld(() => Date.now() + ahead)
  const news = createNews(options.patience)
  const log = createLog()
  const url = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  const server = createHttp(() => core, routing(url))
  const gateway = createGateway(server, world, options, news.poke)
  const core: Core = {
    token: options.token,
    world,
    log,
    news,
    gateway,
    faults: createFaults(),
    rates: createRates(world.now),
    interactions: new Map(),
    commands: new Map(),
    nonces: new Map(),
    modals: new WeakMap(),
    firstAnswer: options.firstAnswer ?? 3000,
    tokenLife: options.tokenLife ?? 15 * 60_000,
    shards: options.shards ?? 1,
    maxConcurrency: options.maxConcurrency ?? 1,
    patience: options.patience,
    act: act(() => core),
  }
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))

  return {
    api: `${url().replace('ws', 'http')}/api`,
    bot: world.bot,
    requests: log.requests,
    refused: log.refused,
    denied: log.denied,
    pings: log.pings,
    gateway,
    guild: (name, given) => createServer(core, name, given),
    person(name, given) {
      const user = newUser(core, name, given)
      const channel = newChannel(world, { name: '', type: channelTypes.dm, recipient: user })
      return { ...createPerson(core, user, () => channel), dm: createPlace(core, channel, () => {}) }
    },
    groupDm: () =>
      createPlace(core, newChannel(world, { name: 'group', type: channelTypes.group }), () => {}),
    commands: guild => core.commands.get(guild?.id ?? '') ?? [],
    advance(ms) {
      ahead += ms
    },
    next: core.faults.next,
    limit: core.rates.limit,
    get invalidRequests() {
      return log.invalid.filter(at => at > world.now() - 600_000).length
    },
    until: (what, find) => news.until(what, find, () => ({ refused: log.refused, denied: log.denied })),
    async close() {
      gateway.end()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
