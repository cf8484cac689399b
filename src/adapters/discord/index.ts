// Discord as a platform: interactions over the gateway in, answers and posts over REST out.
import {
  type APIGatewayBotInfo,
  type APIGuild,
  type APIUser,
  Client,
  DiscordAPIError,
  GatewayIntentBits,
  MessageFlags,
  REST,
  RESTEvents,
  Routes,
  Status,
} from 'discord.js'
import type { Bot } from '../../core/bot/bot.ts'
import { type Platform, PlatformError } from '../../core/platform.ts'
import type { Address } from '../../core/ports.ts'
import { redacting, redactor } from '../../core/redacting.ts'
import { aborted, retry } from '../../core/waiting.ts'
import { takesPosts } from './permissions.ts'
import { register } from './commands.ts'
import { logFailure, login, wrongToken } from './login.ts'
import type { DiscordParts } from './parts.ts'
import { render, parts as renderParts } from './render.ts'
import { sendPost } from './sending.ts'
import { listen } from './serve.ts'
import { orphaned, serveShards } from './shards.ts'

/** Discord bans an address that makes 10,000 requests it refuses within ten minutes. */
const mostInvalid = 5000

export function createDiscord(parts: DiscordParts): Platform {
  const { token, api, memory, clock } = parts
  const redact = redactor(token)
  const log = redacting(parts.log, token)
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
  const { promise: refused, reject: refuse } = Promise.withResolvers<never>()
  refused.catch(() => {})
  let client: Client | undefined
  /** Commands are registered and people are answered, as far as the connection holds. */
  let isServing = false

  const tellCommands = async ({ rest, application }: Client, core: Bot) => {
    if (application)
      await register(rest, core, { application: application.id, guild: parts.guild, memory, clock })
  }

  return {
    name: 'discord',
    account: `discord:${token.split('.')[0]}`,
    limits: { perSecond: 45, perSecondInChat: 0.9, isIdempotent: true },

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
        if (error instanceof DiscordAPIError && error.status === 401) throw new PlatformError(wrongToken)
        throw new PlatformError(`Discord cannot be reached: ${redact((error as Error).message)}`)
      }
    },

    async run(core, signal) {
      if (parts.shards && !parts.isShard)
        return Promise.race([
          serveShards({ ...parts, log, posts }, signal, is => {
            isServing = is
          }),
          refused,
        ])
      try {
        await serveShare(core, parts.isShard ? AbortSignal.any([signal, orphaned()]) : signal)
      } finally {
        // The channel to the parent would keep a shard that has ended alive.
        if (parts.isShard && process.connected) process.disconnect()
      }
    },

    async send(to, message, key) {
      const wait = invalid.until - clock.now().epochMilliseconds
      if (invalid.count >= mostInvalid && wait > 0) {
        log('error', 'discord refuses too much', { count: invalid.count })
        return { status: 'later', seconds: Math.ceil(wait / 1000) }
      }
      const outcome = await sendPost(to, message, key, { rest: posts, memory, clock }).catch(error => {
        throw new Error(redact(error instanceof Error ? error.message : String(error)))
      })
      if (outcome.status === 'refused') return { ...outcome, error: redact(outcome.error) }
      if (outcome.status !== 'unauthorized') return outcome
      // The gateway would notice only when it connects the next time.
      refuse(new PlatformError(wrongToken))
      return { status: 'later', seconds: 60 }
    },

    check: chat => takesPosts(posts, chat).catch(() => false),

    /** A server's owner is told, in a direct message, if they take those. */
    async notifyAdmins(chat: Address, message) {
      if (!chat.thread) return
      const guild = (await posts.get(Routes.guild(chat.chat))) as APIGuild
      const direct = (await posts.post(Routes.userChannels(), {
        body: { recipient_id: guild.owner_id satisfies APIUser['id'] },
      })) as { id: string }
      for (const part of renderParts(message))
        await posts.post(Routes.channelMessages(direct.id), {
          body: {
            components: render(part),
            flags: MessageFlags.IsComponentsV2,
            allowed_mentions: { parse: [] },
          },
        })
    },
  }

  /** Serves the servers of this process: all, or a shard's. */
  async function serveShare(core: Bot, signal: AbortSignal): Promise<void> {
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
    const { client: own } = connected
    try {
      await retry(() => tellCommands(own, core), {
        ...{ clock, signal },
        failed: logFailure(log, 'commands not registered'),
      })
      log('info', 'discord connected', { as: own.user?.username })
      isServing = true
      await Promise.race([connected.ended, refused, aborted(signal)])
    } finally {
      isServing = false
      await own.destroy()
    }
  }
}
