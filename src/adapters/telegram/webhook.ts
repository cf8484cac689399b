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
  /** Whether no process has handled the update yet. Called once for each update. */
  isNew(update: Update): Promise<boolean>
  /** Never rejects. */
  handle(update: Update): Promise<void>
}

export interface WebhookReceiver {
  endpoint: Endpoint
  /** Passes updates on until the signal aborts. Resolves when every update in progress is handled. */
  receive(handler: UpdateHandler, signal: AbortSignal): Promise<void>
}

/** Telegram itself waits a minute for an answer, and keeps at most forty updates in flight. */
const HANDLER_WAIT = { seconds: 10 }

/**
 * The answer to an update waits for its handler, but not for a slow one. This keeps Telegram from sending faster than we
 * answer.
 */
export function createWebhookReceiver({ url, secret }: WebhookSettings, clock: Clock): WebhookReceiver {
  const inProgress = new Set<Promise<void>>()
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
      await Promise.all(inProgress)
    },
  }

  async function statusFor(request: Request): Promise<number> {
    const given = request.headers.get('x-telegram-bot-api-secret-token')
    if (given === null || !equalsSecret(given, secret)) return 401
    if (!current?.isReady()) return 503
    const update = updateOf(await request.text())
    if (!update) return 400
    // Once an update is marked as seen it must be handled, even if the program is ending by then.
    const { isNew, handle } = current
    const handled = isNew(update)
      .then(isFirst => (isFirst ? handle(update) : undefined))
      .finally(() => inProgress.delete(settled))
    const settled = handled.catch(() => {})
    inProgress.add(settled)
    const done = new AbortController()
    await Promise.race([handled, clock.until(clock.now().add(HANDLER_WAIT), done.signal)]).finally(() =>
      done.abort(),
    )
    return 200
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
