// Starts a strict Discord on loopback, gateway and REST, for bots that run a real client against it:
// `const discord = await startDiscord({ token })`, then `new Client({ rest: { api: discord.api } })`.

import type { AddressInfo } from 'node:net'
import { createChanges } from './changes.ts'
import type { Core } from './core.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGateway, type Gateway, type GatewayOptions } from './gateway.ts'
import { createHttp } from './http.ts'
import { unansweredAmong } from './interaction.ts'
import type { Command } from './limits/commands.ts'
import { createLog, type RequestLog } from './log.ts'
import { createPerson, type Person, useComponent } from './people.ts'
import { createPlace, createServer, newUser, type Place, type Server } from './places.ts'
import { createRates, type Rates } from './rates.ts'
import { routing } from './routes/table.ts'
import { newChannel } from './routes/threads.ts'
import { channelTypes, createWorld, type User } from './world.ts'

export interface DiscordOptions extends GatewayOptions {
  /** Time for the first answer to an interaction (3 s), and lifetime of its token (15 min). */
  firstAnswerMs?: number
  tokenLifetimeMs?: number
  /** How long a test waits for the bot before it fails (5 s). */
  timeoutMs?: number
  /** What GET /gateway/bot recommends and allows. */
  shards?: number
  maxConcurrency?: number
}

export interface Discord extends Pick<RequestLog, 'requests' | 'refused' | 'denied' | 'pings'> {
  /** The address for `rest.api`. */
  api: string
  /** The id of the bot, and of its application. */
  bot: User
  gateway: Gateway
  guild(name: string, options?: Parameters<typeof createServer>[2]): Server
  /** A person outside guilds, with a direct channel to the bot. */
  person(name: string, options?: Partial<Pick<User, 'locale' | 'installed' | 'dm'>>): Person & { dm: Place }
  /** A private channel of several people, without the bot. */
  groupDm(): Place
  /** The registered commands: the global ones, or those of a guild. */
  commands(guild?: { id: string }): Command[]
  /** Forgets registered commands, as Discord does for a server that removes the app. */
  loseCommands(guild?: { id: string }, name?: string): void
  /** Puts the clock forward, for time limits. */
  advance(ms: number): void
  /** Lets the next requests to a route fail. */
  next: Faults['next']
  /** Sets a rate limit. */
  limit: Rates['limit']
  /** How many requests of the last ten minutes got 401, 403 or 429, by the fake's clock. */
  readonly invalidRequests: number
  /** The interactions that people still wait for: not acknowledged, or deferred and never filled in. */
  readonly unanswered: string[]
  /** Waits until every interaction is answered. */
  answeredAll(): Promise<void>
  /** Waits until `find` returns something. Tries again after each request and each event of the gateway. */
  until<T>(what: string, find: () => T | undefined): Promise<T>
  close(): Promise<void>
}

export async function startDiscord(options: DiscordOptions): Promise<Discord> {
  let ahead = 0
  const world = createWorld(() => Date.now() + ahead)
  const changes = createChanges(options.timeoutMs)
  const log = createLog()
  const url = () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  const server = createHttp(() => core, routing(url))
  const gateway = createGateway({ server, world, notify: changes.notify }, options)
  const core: Core = {
    token: options.token,
    world,
    log,
    changes,
    gateway,
    faults: createFaults(),
    rates: createRates(world.now),
    interactions: new Map(),
    commands: new Map(),
    nonces: new Map(),
    modals: new WeakMap(),
    firstAnswerMs: options.firstAnswerMs ?? 3000,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 15 * 60_000,
    shards: options.shards ?? 1,
    maxConcurrency: options.maxConcurrency ?? 1,
    timeoutMs: options.timeoutMs,
    useComponent: useComponent(() => core),
  }
  const unanswered = () => unansweredAmong(core.interactions.values())
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
    loseCommands(guild, name) {
      const scope = guild?.id ?? ''
      const left = (core.commands.get(scope) ?? []).filter(each => name !== undefined && each.name !== name)
      core.commands.set(scope, left)
    },
    advance(ms) {
      ahead += ms
    },
    next: core.faults.next,
    limit: core.rates.limit,
    get invalidRequests() {
      return log.invalidAt.filter(at => at > world.now() - 600_000).length
    },
    get unanswered() {
      return unanswered()
    },
    answeredAll: () =>
      changes
        .until(
          'answers to all interactions',
          () => (unanswered().length === 0 ? true : undefined),
          () => ({ unanswered: unanswered(), refused: log.refused, denied: log.denied }),
        )
        .then(() => {}),
    until: (what, find) => changes.until(what, find, () => ({ refused: log.refused, denied: log.denied })),
    async close() {
      gateway.end()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
