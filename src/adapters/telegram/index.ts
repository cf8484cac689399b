// Serves Telegram: receives updates by polling or webhook, and sends answers and posts.

import { autoRetry } from '@grammyjs/auto-retry'
import { Api, Bot as Client, GrammyError, HttpError, type Transformer } from 'grammy'
import type { Message } from '../../core/message/message.ts'
import type { Platform } from '../../core/platform.ts'
import type { Address, Limits, Outcome, Readiness, Turn } from '../../core/ports.ts'
import { redacting, redactor } from '../../core/redacting.ts'
import { createAnswerRate } from './answers/answer-rate.ts'
import { createGroupAllowance } from './answers/group-allowance.ts'
import { chatParameters, lackingRight, mayPost, topicUrl } from './chats.ts'
import { fatalErrorOf } from './fatal-error.ts'
import { fetchFromTelegram } from './gateway.ts'
import { createButtons } from './message/buttons.ts'
import { type SendStep, stepsFor } from './message/sending.ts'
import { outcomeOf } from './outcome.ts'
import type { TelegramParts } from './parts.ts'
import { serve } from './serve.ts'
import { topicNameOf } from './updates/topics.ts'
import { createWebhookReceiver } from './webhook.ts'

/** More than Telegram needs, and less than a lease. After that the outcome of a request is unknown. */
const REQUEST_TIMEOUT_SECONDS = 40

const MAX_REQUEST_RETRIES = 2
const MAX_REQUEST_DELAY_SECONDS = 30
/** The callers of these methods wait by themselves when Telegram asks for it, so that nobody else has to. */
const waitsItself = /^(getUpdates|send|edit)/

const PING_TIMEOUT_MS = 10_000

/** For the later parts of a post that has begun, and for notices. Less than a lease, together. */
const MAX_PART_ATTEMPTS = 3
const MAX_PART_DELAY_SECONDS = 20
const RECONNECT_SECONDS = 2

const MAX_NOTIFIED_ADMINS = 20

/**
 * Just below what Telegram allows: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 * At 28.5 of 30 a message may come 50 ms later than it was paced for, on a busy machine or on its way, without making one
 * too many in any second.
 */
const limits: Limits = { perSecond: 28.5, perSecondInChat: 0.9, isIdempotent: false }
/** However many people ask, posts go on. */
const MIN_POSTS_PER_SECOND = 15
const CHAT_SPACING_MS = Math.ceil(1000 / limits.perSecondInChat)

export function createTelegram(parts: TelegramParts): Platform {
  const { token, apiRoot, memory, clock } = parts
  const account = `telegram:${token.split(':')[0]}`
  const clientOptions = { ...(apiRoot && { apiRoot }), timeoutSeconds: REQUEST_TIMEOUT_SECONDS }
  const redact = redactor(token)
  const log = redacting(parts.log, token)
  const buttons = createButtons(memory, clock)
  const receiver = parts.webhook && createWebhookReceiver(parts.webhook, clock)
  let isConnected = false
  /** The people who have had a notice, or cannot be reached. */
  const notified = new WeakMap<Message, Set<string>>()
  /** Resolves when a request beyond the one that a post is paced for may be made. */
  let turn: Turn = async () => {}
  // For posts. Only the ledger decides whether a request is repeated.
  const postApi = new Api(token, { ...clientOptions, fetch: fetchFromTelegram })
  postApi.config.use(hideAddress)
  const allowance = createGroupAllowance(clock)
  postApi.config.use(allowance.count)
  // For answers. Requests are repeated only after a wait that Telegram asks for.
  const client = new Client(token, { client: clientOptions })
  client.api.config.use(hideAddress)
  client.api.config.use(followMigration)
  const answers = createAnswerRate(clock)
  client.api.config.use(answers.count)
  const retryRequest = autoRetry({
    maxRetryAttempts: MAX_REQUEST_RETRIES,
    maxDelaySeconds: MAX_REQUEST_DELAY_SECONDS,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  })
  client.api.config.use((previous, method, payload, signal) =>
    waitsItself.test(method)
      ? previous(method, payload, signal)
      : retryRequest(previous, method, payload, signal),
  )

  return {
    name: 'telegram',
    account,
    limits: {
      ...limits,
      get perSecond() {
        return Math.max(limits.perSecond - answers.perSecond(), MIN_POSTS_PER_SECOND)
      },
    },
    ...(receiver && { endpoint: receiver.endpoint }),
    isConnected: () => isConnected,

    run(bot, signal) {
      const setConnected = (value: boolean) => {
        isConnected = value
      }
      return serve(
        {
          ...{ ...parts, account, bot, client, buttons, allowance, log, redact, setConnected },
          ...(receiver && { receiver }),
        },
        signal,
      )
    },

    async probe() {
      try {
        const { username } = await postApi.getMe()
        return `@${username}, ${parts.webhook ? `webhook ${parts.webhook.url}` : 'polling'}`
      } catch (error) {
        throw fatalErrorOf(error, redact)
      }
    },

    async send(to, message): Promise<Outcome> {
      const destination = { chat: to, turn: () => nextTurn(to) }
      const [first, ...others] = await stepsFor(message, destination, buttons)
      let id: string
      try {
        id = String((await first?.send(postApi))?.message_id)
      } catch (error) {
        return outcomeOf(error, to)
      }
      // The post has begun. Whatever happens to the rest, it must not be sent from the start again.
      for (const step of others) {
        const refusal = await sendPart(step, to, nextTurn)
        if (refusal && !step.isOptional) return { status: 'unknown' }
        if (refusal) logMissing(refusal)
      }
      return { status: 'sent', id }
    },

    async check(chat): Promise<Readiness> {
      const { chat_id, ...place } = chatParameters(chat)
      try {
        // Groups and channels have negative ids.
        if (chat_id < 0) {
          const where = await postApi.getChat(chat_id)
          const me = await postApi.getChatMember(chat_id, Number(token.split(':')[0]))
          if (!mayPost(where, me)) return { status: 'refused', ...lackingRight(where, me) }
          // A group may take posts while one of its topics is closed or deleted.
          if (chat.thread === undefined) return { status: 'ready' }
        }
        await postApi.sendChatAction(chat_id, 'typing', 'message_thread_id' in place ? place : {})
        return { status: 'ready' }
      } catch (error) {
        const isRefusal = error instanceof GrammyError && [400, 403].includes(error.error_code)
        return { status: isRefusal ? 'refused' : 'unreachable' }
      }
    },

    async ping() {
      try {
        await postApi.getMe(AbortSignal.timeout(PING_TIMEOUT_MS) as Parameters<typeof postApi.getMe>[0])
        return true
      } catch (error) {
        // An answer, though not the one that was asked for.
        return error instanceof GrammyError && error.error_code < 500
      }
    },

    setPace(paced) {
      turn = paced
    },

    async isAdmin(chat, user) {
      if (!chat.chat.startsWith('-')) return chat.chat === user
      try {
        const admins = await postApi.getChatAdministrators(Number(chat.chat))
        return admins.some(admin => String(admin.user.id) === user)
      } catch (error) {
        if (error instanceof GrammyError) return false
        throw error
      }
    },

    async describe(chat) {
      const { chat_id } = chatParameters(chat)
      if (chat_id > 0) return undefined
      const where = await unlessRefused(postApi.getChat(chat_id))
      if (!where?.title) return undefined
      const { thread } = chat
      const place = thread && ((await topicNameOf(chat, memory)) ?? topicUrl(where, thread))
      return { chat: where.title, ...(place && { place }) }
    },

    async notifyAdmins(chat, message, also = []) {
      const { chat_id } = chatParameters(chat)
      const admins = chat_id > 0 ? [] : await unlessRefused(postApi.getChatAdministrators(chat_id))
      const people = (admins ?? []).filter(({ user }) => !user.is_bot).slice(0, MAX_NOTIFIED_ADMINS)
      const users = new Set([
        ...(chat_id > 0 ? [chat.chat] : people.map(({ user }) => String(user.id))),
        // An anonymous admin subscribed as the chat itself.
        ...also.filter(user => Number(user) > 0),
      ])
      await notify(
        message,
        [...users].map(user => ({ platform: 'telegram', chat: user })),
      )
    },
  }

  /**
   * Sends the notice to those who have not had it yet. Only people who have written to the bot can be reached; the others'
   * refusals do not matter.
   */
  async function notify(message: Message, chats: readonly Address[]): Promise<void> {
    const done = notified.get(message) ?? new Set()
    notified.set(message, done)
    for (const chat of chats.filter(each => !done.has(each.chat))) {
      const refusal = await sendNotice(message, chat)
      if (!refusal || !Number.isFinite(waitAfter(refusal))) done.add(chat.chat)
    }
    if (done.size < chats.length) throw new Error('some people are to be tried again')
  }

  /** A chat that takes no pictures is nothing that an operator can mend. */
  function logMissing({ status }: Outcome): void {
    const isOfChat = status === 'gone' || status === 'refused'
    log(isOfChat ? 'info' : 'error', 'picture of a post missing', { reason: status })
  }

  async function sendNotice(message: Message, chat: Address): Promise<Outcome | undefined> {
    for (const step of await stepsFor(message, { chat }, buttons)) {
      const refusal = await sendPart(step, chat, turn)
      if (refusal) return refusal
    }
    return undefined
  }

  /** The turn of a request that follows another one in the same chat. */
  async function nextTurn(chat: Address): Promise<void> {
    await clock.until(clock.now().add({ milliseconds: CHAT_SPACING_MS }), new AbortController().signal)
    await turn(chat)
  }

  /**
   * Sends one request in its turn, and again after a wait that Telegram asks for or if it was not reached. Undefined once
   * it was sent.
   */
  async function sendPart(step: SendStep, to: Address, ownTurn: Turn): Promise<Outcome | undefined> {
    for (let attempt = 1; ; attempt++)
      try {
        await ownTurn(to)
        await step.send(postApi)
        return undefined
      } catch (error) {
        const outcome = outcomeOf(error, to)
        const seconds = waitAfter(outcome)
        if (attempt === MAX_PART_ATTEMPTS || seconds > MAX_PART_DELAY_SECONDS) return outcome
        await clock.until(clock.now().add({ seconds }), new AbortController().signal)
      }
  }
}

/** Undefined if Telegram refuses the request for good. */
async function unlessRefused<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if (error instanceof GrammyError && [400, 403].includes(error.error_code)) return undefined
    throw error
  }
}

/** Seconds until a request that was surely not carried out may be repeated; infinite for any other outcome. */
function waitAfter(outcome: Outcome): number {
  if (outcome.status === 'later') return outcome.seconds
  return outcome.status === 'unreachable' ? RECONNECT_SECONDS : Number.POSITIVE_INFINITY
}

/**
 * Sends an answer to what its group has become in the meantime
 * (https://core.telegram.org/bots/api#responseparameters). Of posts the ledger decides.
 */
const followMigration: Transformer = async (previous, method, payload, signal) => {
  const answer = await previous(method, payload, signal)
  const supergroup = answer.ok ? undefined : answer.parameters?.migrate_to_chat_id
  if (supergroup === undefined || !method.startsWith('send')) return answer
  return previous(method, { ...payload, chat_id: supergroup }, signal)
}

/** The errors of fetch contain the address, and the address contains the token. Keeps only their code. */
const hideAddress: Transformer = async (previous, method, payload, signal) => {
  try {
    return await previous(method, payload, signal)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const { code } = error.error as { code?: string }
    throw new HttpError(error.message, { code })
  }
}
