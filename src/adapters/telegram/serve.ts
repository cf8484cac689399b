// Connects to Telegram, registers the bot, and receives updates until the signal or a fatal error.

import { randomBytes } from 'node:crypto'
import { type Bot as Client, GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Bot } from '../../core/bot/bot.ts'
import { retry } from '../../core/waiting.ts'
import type { GroupAllowance } from './answers/group-allowance.ts'
import { fatalErrorOf } from './fatal-error.ts'
import type { Buttons } from './message/buttons.ts'
import type { TelegramParts } from './parts.ts'
import { poll, type UpdateType } from './polling.ts'
import { registerCommands } from './updates/commands.ts'
import { handleUpdates } from './updates/updates.ts'
import { UPDATE_LEASE_SECONDS, type WebhookReceiver } from './webhook.ts'

export interface ServeParts extends TelegramParts {
  account: string
  bot: Bot
  client: Client
  buttons: Buttons
  allowance: GroupAllowance
  /** Present if there is a webhook. */
  receiver?: WebhookReceiver
  redact(text: string): string
  /** Called whenever that changes. */
  setConnected(isConnected: boolean): void
}

/** Serves until the signal, and finishes what is being answered then. Throws a PlatformError for a fatal error. */
export async function serve(parts: ServeParts, signal: AbortSignal): Promise<void> {
  const { client, receiver, memory, clock, log, account, setConnected } = parts
  const answers = handleUpdates(parts)
  const owner = randomBytes(8).toString('hex')
  const keyOf = (update: Update) => `${account} update ${update.update_id}`
  // The endpoint is open before Telegram knows its address.
  const received = receiver?.receive(
    {
      isReady: () => client.isInited(),
      take: update => {
        const now = clock.now()
        const until = now.add({ seconds: UPDATE_LEASE_SECONDS })
        return memory.takeWork({ key: keyOf(update), owner, now, until })
      },
      finish: update => memory.finishWork(keyOf(update), clock.now()),
      handle: async update => void (await client.handleUpdate(update).catch(client.errorHandler)),
    },
    signal,
  )
  try {
    const isConnected = await retry(
      async () => {
        await connect(parts, signal)
        return true
      },
      {
        ...{ clock, signal },
        failed(error, { seconds }) {
          if (!isTemporary(error)) throw error
          log('error', 'telegram not reached', { error: error.message, 'next try in seconds': seconds })
        },
      },
    )
    if (!isConnected) return received
    log('info', 'telegram connected', { as: client.botInfo.username })
    setConnected(true)
    await (received ?? poll({ client, allowedUpdates, clock, log, setConnected }, signal))
  } catch (error) {
    if (signal.aborted) return received
    throw fatalErrorOf(error, parts.redact, parts.webhook?.url)
  } finally {
    setConnected(false)
    await answers.end()
  }
}

/** Those that `handleUpdates` handles (https://core.telegram.org/bots/api#update). */
const allowedUpdates = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const satisfies readonly UpdateType[]

async function connect(parts: ServeParts, signal: AbortSignal): Promise<void> {
  const { client, webhook } = parts
  // client.init() would retry by itself, silently, with pauses of up to twenty minutes.
  // grammY's types name the signal of a library from before Node had its own.
  client.botInfo = await client.api.getMe(signal as Parameters<typeof client.api.getMe>[0])
  await registerCommands(client.api, parts)
  if (webhook)
    await client.api.setWebhook(webhook.url, {
      secret_token: webhook.secret,
      allowed_updates: allowedUpdates,
    })
  // A webhook left over from an earlier start would keep every update from us.
  else await client.api.deleteWebhook()
}

/** Whether Telegram cannot be reached or asks us to wait. Any other refusal is final. */
const isTemporary = (error: unknown): error is GrammyError | HttpError =>
  error instanceof HttpError ||
  (error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429))
