// Receives the updates that Telegram delivers over HTTP: only with the secret, and each update once.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Endpoint } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'
import { aborted } from '../../core/waiting.ts'

export interface WebhookSettings {
  /** The https address at which Telegram reaches us. */
  url: string
  /** 1-256 characters of A-Za-z0-9_- (https://core.telegram.org/bots/api#setwebhook) */
  secret: string
}

export interface UpdateHandler {
  /** Whether updates can be handled yet. Telegram delivers those that come too early again. */
  isReady(): boolean
  /** `busy` while another process handles the update, `done` once one has. Calling it again renews our lease. */
  take(update: Update): Promise<'taken' | 'busy' | 'done'>
  /** Records that the update is handled. */
  finish(update: Update): Promise<void>
  /** Never rejects. */
  handle(update: Update): Promise<void>
}

export interface WebhookReceiver {
  endpoint: Endpoint
  /** Passes updates on until the signal aborts. Resolves when every update in progress is handled. */
  receive(handler: UpdateHandler, signal: AbortSignal): Promise<void>
}

/** How long an update belongs to the process that took it, unless that process renews its lease. */
export const UPDATE_LEASE_SECONDS = 10
const RENEWAL_SECONDS = 4

/**
 * An update is acknowledged once it is handled. If this process is killed before that, Telegram delivers the update
 * again: it repeats whatever is not answered with 2xx (https://core.telegram.org/bots/api#setwebhook). If a handler
 * outlasts the connection, the next delivery of its update waits for the same handler.
 */
export function createWebhookReceiver({ url, secret }: WebhookSettings, clock: Clock): WebhookReceiver {
  /** The statuses to answer with, by update_id. */
  const inProgress = new Map<number, Promise<number>>()
  let current: UpdateHandler | undefined

  return {
    endpoint: {
      method: 'POST',
      path: new URL(url).pathname,
      answer: async request => new Response(null, { status: await statusFor(request) }),
    },
    async receive(handler, signal) {
      current = handler
      await aborted(signal)
      current = undefined
      await Promise.allSettled(inProgress.values())
    },
  }

  async function statusFor(request: Request): Promise<number> {
    const given = request.headers.get('x-telegram-bot-api-secret-token')
    if (given === null || !equalsSecret(given, secret)) return 401
    if (!current?.isReady()) return 503
    const update = updateOf(await request.text())
    if (!update) return 400
    const status = inProgress.get(update.update_id) ?? handleOnce(update, current)
    inProgress.set(update.update_id, status)
    return status.finally(() => inProgress.delete(update.update_id))
  }

  async function handleOnce(update: Update, { take, finish, handle }: UpdateHandler): Promise<number> {
    const state = await take(update)
    if (state === 'done') return 200
    if (state === 'busy') return 503
    const handled = new AbortController()
    const renewing = renewLease(() => take(update), handled.signal)
    try {
      await handle(update)
    } finally {
      handled.abort()
      await renewing
    }
    await finish(update)
    return 200
  }

  async function renewLease(take: () => Promise<unknown>, handled: AbortSignal): Promise<void> {
    for (;;) {
      await clock.until(clock.now().add({ seconds: RENEWAL_SECONDS }), handled)
      if (handled.aborted) return
      // If the store is away for a moment, the next renewal may succeed.
      await take().catch(() => {})
    }
  }
}

function updateOf(body: string): Update | undefined {
  try {
    const update = JSON.parse(body)
    return Number.isSafeInteger(update?.update_id) ? update : undefined
  } catch {
    return undefined
  }
}

/** Compares in constant time. */
const equalsSecret = (given: string, secret: string) => timingSafeEqual(digest(given), digest(secret))

const digest = (text: string) => createHash('sha256').update(text).digest()
