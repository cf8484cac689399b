// Discord as a platform: interactions over the gateway in, answers and posts over REST out.
import {
  type APIGatewayBotInfo,
  type APIGuild,
  type APIUser,
  Client,
  DiscordAPIError,
  GatewayIntentBits,
  REST,
  RESTEvents,
  Routes,
  Status,
} from 'discord.js'
import type { Memory } from '../../core/delivery/ledger.ts'
import { type Address, type Clock, type Log, type Platform, PlatformError } from '../../core/ports.ts'
import { addressIn, channelOf, missingIn } from './chats.ts'
import { register } from './commands.ts'
import { login, refusedToken } from './login.ts'
import { sendPost } from './sending.ts'
import { listen } from './serve.ts'
import { serveShards } from './shards.ts'

export interface DiscordParts {
  token: string
  /** A REST base other than Discord's, without version and slash. */
  api?: string
  /** Registers the commands in this server alone, where they change at once: for development. */
  guild?: string
  /** How many processes share the servers; without it, this one has all. */
  shards?: number | 'auto'
  /** This process is one of those. */
  isShard?: boolean
  memory: Memory
  clock: Clock
  log: Log
}

/** Discord bans an address that makes 10,000 requests it refuses within ten minutes. */
const mostInvalid = 5000

export function createDiscord(parts: DiscordParts): Platform {
  const { token, api, memory, clock } = parts
  const redact = (text: string) => text.replaceAll(token, '<token>')
  const log: Log = (level, event, details) =>
    parts.log(
      level,
      event,
      Object.fromEntries(
        Object.entries(details).map(([key, value]) => [
          key,
          typeof value === 'string' ? redact(value) : value,
        ]),
      ),
    )
  const options = { ...(api && { api }), version: '10', invalidRequestWarningInterval: 1 }
  const invalid = { count: 0, until: 0 }
  const watch = (rest: REST) =>
    rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      invalid.count = count
      invalid.until = clock.now().epochMilliseconds + remainingTime
    })
  // Posts: the ledger repeats what must be repeated, and waits where Discord says wait.
  const posts = new REST({ ...options, retries: 0, timeout: 20_000, rejectOnRateLimit: () => true }).setToken(
    token,
  )
  watch(posts)
  let client: Client | undefined
  /** Commands are registered and people are answered, as far as the connection holds. */
  let isServing = false

  return {
    name: 'discord',
    account: `discord:${token.split('.')[0]}`,
    limits: { perSecond: 45, perSecondInChat: 0.9, repeatsAreHarmless: true },

    // What discord.js says of the client stays as it was when it first connected; its shards know better.
    isConnected: () =>
      isServing && (client?.ws.shards.every(({ status }) => status === Status.Ready) ?? true),

    async probe() {
      try {
        const me = (await posts.get(Routes.user())) as APIUser
        const { shards, session_start_limit: left } = (await posts.get(
          Routes.gatewayBot(),
        )) as APIGatewayBotInfo
        const starts = `${left.remaining} of ${left.total} connections left today`
        return `${me.username}, ${shards === 1 ? 'one process' : `${shards} shards`} recommended, ${starts}`
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status === 401) throw new PlatformError(refusedToken)
        throw new PlatformError(`Discord cannot be reached: ${redact((error as Error).message)}`)
      }
    },

    async run(core, signal) {
      if (parts.shards && !parts.isShard)
        return serveShards({ ...parts, log, posts }, signal, is => {
          isServing = is
        })
      const connected = await login(
        () => {
          const made = new Client({
            intents: [GatewayIntentBits.Guilds],
            rest: options,
            allowedMentions: { parse: [] },
          })
          watch(made.rest)
          listen({ client: made, core, log, memory, clock })
          return made
        },
        token,
        clock,
        log,
        signal,
      )
      if (!connected) return
      client = connected.client
      try {
        if (client.application)
          await register(client.rest, client.application.id, parts.guild, core, memory, clock)
        log('info', 'discord connected', { as: client.user?.username })
        isServing = true
        await Promise.race([
          connected.ended,
          new Promise<void>(resolve => {
            if (signal.aborted) resolve()
            signal.addEventListener('abort', () => resolve(), { once: true })
          }),
        ])
      } finally {
        isServing = false
        await client.destroy()
      }
    },

    async send(to, message, key) {
      const wait = invalid.until - clock.now().epochMilliseconds
      if (invalid.count >= mostInvalid && wait > 0) {
        log('error', 'discord refuses too much', { count: invalid.count })
        return { status: 'later', seconds: Math.ceil(wait / 1000) }
      }
      return sendPost(to, message, key, { rest: posts, memory, clock })
    },

    async check(chat) {
      const guild = client?.guilds.cache.get(chat.chat)
      try {
        if (!guild || !chat.thread) {
          await posts.get(Routes.channel(channelOf(chat)))
          return true
        }
        const channel = await guild.channels.fetch(chat.thread)
        return channel !== null && missingIn(channel) === undefined
      } catch {
        return false
      }
    },

    /** A server's owner is told, in a direct message, if they take those. */
    async tellAdmins(chat: Address, message) {
      if (!chat.thread) return
      const guild = (await posts.get(Routes.guild(chat.chat))) as APIGuild
      const direct = (await posts.post(Routes.userChannels(), {
        body: { recipient_id: guild.owner_id satisfies APIUser['id'] },
      })) as { id: string }
      const key = `notice ${chat.thread}`.slice(0, 25)
      await sendPost(addressIn(direct.id), message, key, { rest: posts, memory, clock })
    },
  }
}
