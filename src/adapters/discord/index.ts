// Makes Discord a platform: interactions come in over the gateway, answers and posts go out over REST.

import {
  type APIGatewayBotInfo,
  type APIUser,
  Client,
  DiscordAPIError,
  GatewayIntentBits,
  RateLimitError,
  type REST,
  RESTEvents,
  Routes,
  Status,
} from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import { phrasesOf } from '../../core/languages/phrases.ts'
import { paragraph } from '../../core/message/build.ts'
import { type Platform, PlatformError } from '../../core/platform.ts'
import { redacting, redactor } from '../../core/redacting.ts'
import { aborted, retry } from '../../core/waiting.ts'
import { registerCommands } from './interactions/commands.ts'
import { listen } from './interactions/listen.ts'
import { logFailure, login, WRONG_TOKEN_FAULT } from './login.ts'
import type { DiscordParts } from './parts.ts'
import { createNotify, mayManage, messageOwner, namesOf } from './posts/owner.ts'
import { readinessOf } from './posts/permissions.ts'
import { createPublishing } from './posts/publishing.ts'
import { sendPost } from './posts/sending.ts'
import { createPostRest, makeRequest, requestsUntil } from './rest.ts'
import { parentGone, serveShards } from './shards.ts'

/**
 * Posts stop at half of what Discord allows: it bans an address with 10,000 invalid requests within ten minutes
 * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
 */
const MAX_INVALID_REQUESTS = 5000
/** For all requests of one post together: well below the lease of a row. */
const POST_TIMEOUT_MS = 20_000
const CHECK_TIMEOUT_MS = 10_000
const RESET_TOKEN_DELAY_SECONDS = 60

export function createDiscord(parts: DiscordParts): Platform {
  const { token, api, memory, clock } = parts
  const redact = redactor(token)
  const log = redacting(parts.log, token)
  const restOptions = { ...(api && { api }), version: '10', invalidRequestWarningInterval: 1 }
  const invalidRequests = { count: 0, untilMs: 0 }
  const countInvalidRequests = (rest: REST) =>
    rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      invalidRequests.count = count
      invalidRequests.untilMs = clock.now().epochMilliseconds + remainingTime
    })
  const { postTimeoutMs = POST_TIMEOUT_MS } = parts
  const posts = createPostRest(restOptions, postTimeoutMs).setToken(token)
  countInvalidRequests(posts)
  let skewMs = 0
  posts.on(RESTEvents.Response, (_, { headers }) => {
    const answeredAt = Date.parse(headers.get('date') ?? '')
    if (!Number.isNaN(answeredAt)) skewMs = answeredAt - clock.now().epochMilliseconds
  })
  const { promise: tokenReset, reject: reportTokenReset } = Promise.withResolvers<never>()
  tokenReset.catch(() => {})
  const publishing = createPublishing({
    ...{ rest: posts, memory, clock, log },
    notify: ({ to, channel, message }) =>
      messageOwner(posts, to.chat, async language => {
        const say = await phrasesOf(language)
        return {
          body: [
            paragraph(
              say.discord.notPublished(`https://discord.com/channels/${to.chat}/${channel}/${message}`),
            ),
          ],
        }
      }),
  })
  let client: Client | undefined
  /** The commands are registered, and people are answered while the connection holds. */
  let isServing = false
  /** Of the slash commands, by name; empty until they are registered. */
  let commandIds: ReadonlyMap<string, string> = new Map()

  return {
    name: 'discord',
    account: `discord:${token.split('.')[0]}`,
    limits: { perSecond: 45, perSecondInChat: 0.9, isIdempotent: true },

    // The client's own status stays as it was at the first connection. Its shards have the current one.
    isConnected: () =>
      isServing && (client?.ws.shards.every(({ status }) => status === Status.Ready) ?? true),

    async probe() {
      try {
        const me = (await posts.get(Routes.user())) as APIUser
        const { shards, session_start_limit: limit } = (await posts.get(
          Routes.gatewayBot(),
        )) as APIGatewayBotInfo
        const processes = shards === 1 ? 'one process' : `${shards} shards`
        const connections = `${limit.remaining} of ${limit.total} connections left today`
        return `${me.username}, ${processes} recommended, ${connections}`
      } catch (error) {
        if (error instanceof DiscordAPIError && error.status === 401)
          throw new PlatformError(WRONG_TOKEN_FAULT)
        throw new PlatformError(`Discord cannot be reached: ${redact((error as Error).message)}`)
      }
    },

    async run(core, signal) {
      if (!parts.isShard) return withPublishing(() => serveAsPoster(core, signal), signal)
      try {
        await serveGuilds(core, AbortSignal.any([signal, parentGone()]))
      } finally {
        // The channel to the parent would keep the process of a shard that has ended alive.
        if (process.connected) process.disconnect()
      }
    },

    async send(to, message, key) {
      const waitMs = invalidRequests.untilMs - clock.now().epochMilliseconds
      if (invalidRequests.count >= MAX_INVALID_REQUESTS && waitMs > 0) {
        log('error', 'too many invalid requests to discord', { count: invalidRequests.count })
        return { status: 'later', seconds: Math.ceil(waitMs / 1000), scope: 'account' }
      }
      const sending = {
        rest: requestsUntil(posts, AbortSignal.timeout(postTimeoutMs)),
        cachedTypeOf: (channel: string) => client?.channels.cache.get(channel)?.type,
        ...{ memory, clock, log, publishing, skewMs: () => skewMs },
      }
      const outcome = await sendPost({ to, message, key }, sending).catch(error => {
        throw new Error(redact(error instanceof Error ? error.message : String(error)))
      })
      if (outcome.status === 'refused') return { ...outcome, error: redact(outcome.error) }
      if (outcome.status !== 'unauthorized') return outcome
      // The gateway would notice only at its next connection.
      reportTokenReset(new PlatformError(WRONG_TOKEN_FAULT))
      return { status: 'later', seconds: RESET_TOKEN_DELAY_SECONDS, scope: 'account' }
    },

    async check(chat) {
      // An outage, a limit, or a page of Cloudflare tells nothing about the channel.
      return readinessOf(requestsUntil(posts, AbortSignal.timeout(CHECK_TIMEOUT_MS)), chat).catch(() => ({
        status: 'unreachable',
      }))
    },

    async ping() {
      try {
        await requestsUntil(posts, AbortSignal.timeout(CHECK_TIMEOUT_MS)).get(Routes.gateway())
        return true
      } catch (error) {
        // An answer, though not the one that was asked for.
        return error instanceof DiscordAPIError || error instanceof RateLimitError
      }
    },

    isAdmin: async (chat, user) =>
      chat.thread !== undefined && (await mayManage(posts, chat.chat, user).catch(() => false)),

    describe: chat =>
      namesOf(posts, chat, channel => {
        const cached = client?.channels.cache.get(channel)
        return cached && 'name' in cached ? (cached.name ?? undefined) : undefined
      }),

    notifyAdmins: createNotify(posts),
  }

  /** Serves the servers from the process that posts: by itself, or by one process a shard. */
  async function serveAsPoster(core: Bot, signal: AbortSignal): Promise<void> {
    if (!parts.shards) return serveGuilds(core, signal)
    const shards = serveShards({ ...parts, log, posts }, signal, areConnected => {
      isServing = areConnected
    })
    await Promise.race([shards, tokenReset])
  }

  /** Tries refused publications again while the work lasts. */
  async function withPublishing(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    const ended = new AbortController()
    const tries = publishing.run(AbortSignal.any([signal, ended.signal]))
    try {
      await work()
    } finally {
      ended.abort()
      await tries
    }
  }

  /** Serves the servers of this process: all of them, or those of a shard. */
  async function serveGuilds(core: Bot, signal: AbortSignal): Promise<void> {
    const createClient = () => createListeningClient(core)
    const connected = await login({ createClient, token, clock, log }, signal)
    if (!connected) return
    client = connected.client
    const { client: own, ended } = connected
    try {
      await retry(() => register(own, core), {
        ...{ clock, signal },
        failed: logFailure(log, 'commands not registered'),
      })
      log('info', 'discord connected', { as: own.user?.username })
      isServing = true
      await Promise.race([ended, tokenReset, aborted(signal)])
    } finally {
      isServing = false
      await own.destroy()
    }
  }

  function createListeningClient(core: Bot): Client {
    const listening = new Client({
      // Neither is privileged. A bot may read its direct messages without the intent for the content of messages
      // (https://discord.com/developers/docs/events/gateway#message-content-intent).
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
      rest: { ...restOptions, makeRequest },
      allowedMentions: { parse: [] },
    })
    countInvalidRequests(listening.rest)
    listen({ client: listening, core, log, memory, clock, commandIds: () => commandIds })
    return listening
  }

  async function register({ rest, application }: Client, bot: Bot): Promise<void> {
    if (!application) return
    commandIds = await registerCommands({
      rest,
      application: application.id,
      guild: parts.guild,
      bot,
      memory,
      clock,
    })
  }
}
