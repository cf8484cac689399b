// Telegram as a platform: updates by polling or webhook in, answers and posts out.
import { autoRetry } from '@grammyjs/auto-retry'
import { Api, Bot as Client, GrammyError, HttpError, type Transformer } from 'grammy'
import { heading } from '../../core/message/build.ts'
import type { Message } from '../../core/message/message.ts'
import type { Platform } from '../../core/platform.ts'
import type { Address, Outcome } from '../../core/ports.ts'
import { redacting, redactor } from '../../core/redacting.ts'
import { createButtons } from './buttons.ts'
import { mayPost, target } from './chats.ts'
import { outcomeOf } from './outcome.ts'
import type { TelegramParts } from './parts.ts'
import { explained } from './refusal.ts'
import { stepsFor } from './sending.ts'
import { serve } from './serve.ts'
import { createHook } from './webhook.ts'

/** Longer than Telegram takes, and shorter than a lease: what has not come by then is not known. */
const patience = 40

export function createTelegram(parts: TelegramParts): Platform {
  const { token, apiRoot, memory, clock } = parts
  const account = `telegram:${token.split(':')[0]}`
  const client = { ...(apiRoot && { apiRoot }), timeoutSeconds: patience }
  const redact = redactor(token)
  const log = redacting(parts.log, token)
  const buttons = createButtons(memory, clock)
  const hook = parts.webhook && createHook(parts.webhook, clock)
  let isReached = false
  // Posts: nothing may repeat a request behind the ledger's back.
  const posts = new Api(token, client)
  posts.config.use(withoutAddress)
  // Answers: a wait that Telegram asks for is kept, and nothing else is repeated.
  const bot = new Client(token, { client })
  bot.api.config.use(withoutAddress)
  const retry = autoRetry({
    maxRetryAttempts: 2,
    maxDelaySeconds: 30,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  })
  bot.api.config.use((previous, method, payload, signal) =>
    method === 'getUpdates' ? previous(method, payload, signal) : retry(previous, method, payload, signal),
  )

  return {
    name: 'telegram',
    account,
    limits: { perSecond: 29, perSecondInChat: 0.9, isIdempotent: false },
    ...(hook && { endpoint: hook.endpoint }),
    isConnected: () => isReached,

    run(core, signal) {
      const reached = (is: boolean) => {
        isReached = is
      }
      return serve(
        { ...parts, account, core, bot, buttons, log, redact, reached, ...(hook && { hook }) },
        signal,
      )
    },

    async probe() {
      try {
        const { username } = await posts.getMe()
        return `@${username}, ${parts.webhook ? `webhook ${parts.webhook.url}` : 'polling'}`
      } catch (error) {
        throw explained(error, redact)
      }
    },

    async send(to, message): Promise<Outcome> {
      const [first, ...others] = await stepsFor(message, to, buttons)
      let id: string
      try {
        id = String((await first?.put(posts))?.message_id)
      } catch (error) {
        return outcomeOf(error, to)
      }
      // The post has begun: whatever happens to the rest, it must not begin again.
      for (const step of others) {
        const came = await insist(() => step.put(posts), to)
        if (!came && !step.isPicture) return { status: 'unknown' }
      }
      return { status: 'sent', id }
    },

    async check(chat) {
      const { chat_id, ...thread } = target(chat)
      try {
        if (chat_id < 0) {
          const [where, me] = [
            await posts.getChat(chat_id),
            await posts.getChatMember(chat_id, Number(token.split(':')[0])),
          ]
          if (!mayPost(where, me)) return false
          // A topic may be closed or deleted in a group that takes posts.
          if (chat.thread === undefined) return true
        }
        await posts.sendChatAction(chat_id, 'typing', thread)
        return true
      } catch (error) {
        if (error instanceof GrammyError && (error.error_code === 403 || error.error_code === 400))
          return false
        throw error
      }
    },

    async notifyAdmins(chat, message) {
      const { chat_id } = target(chat)
      if (chat_id > 0) return
      // It arrives in their private chats, where nothing else says which chat is meant.
      const { title = '' } = await posts.getChat(chat_id)
      const named = { ...message, body: [heading(3, title), ...message.body] }
      const admins = await posts.getChatAdministrators(chat_id)
      // Only those who have written to the bot before can be reached; the others' refusals are no matter.
      for (const { user } of admins.filter(each => !each.user.is_bot).slice(0, 20))
        await put(named, { platform: 'telegram', chat: String(user.id) }).catch(() => {})
    },
  }

  async function put(message: Message, to: Address): Promise<void> {
    for (const step of await stepsFor(message, to, buttons)) await step.put(posts)
  }

  /** The later parts of one post: waits where it is told to, three times. */
  async function insist(step: () => Promise<unknown>, to: Address): Promise<boolean> {
    for (let attempt = 1; ; attempt++)
      try {
        await step()
        return true
      } catch (error) {
        const outcome = outcomeOf(error, to)
        if (outcome.status !== 'later' || attempt === 3 || outcome.seconds > 5) return false
        await clock.until(clock.now().add({ seconds: outcome.seconds }), new AbortController().signal)
      }
  }
}

/** What fetch throws has the address in its words, and the token in the address; of it the code is kept. */
const withoutAddress: Transformer = async (previous, method, payload, signal) => {
  try {
    return await previous(method, payload, signal)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    const { code } = error.error as { code?: string }
    throw new HttpError(error.message, { code })
  }
}
