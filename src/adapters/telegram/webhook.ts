// Updates that Telegram delivers itself: behind the secret, each update handled once.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Endpoint, Incoming } from '../../core/platform.ts'
import type { Clock } from '../../core/ports.ts'

export interface Webhook {
  /** Where Telegram reaches us, https. */
  url: string
  /** 1-256 letters of A-Za-z0-9_- (https://core.telegram.org/bots/api#setwebhook) */
  secret: string
}

export interface Receiver {
  /** Whether updates can be handled yet; Telegram delivers those again that came too early. */
  isReady(): boolean
  /** Whether nobody has had the update yet; asked once of each. */
  isNew(update: Update): Promise<boolean>
  /** Never rejects. */
  handle(update: Update): Promise<void>
}

export interface Hook {
  endpoint: Endpoint
  /** Hands updates over until the signal; resolves when every update in hand is handled. */
  receive(receiver: Receiver, signal: AbortSignal): Promise<void>
}

/** Telegram waits a minute for an answer, and asks no more than forty at a time. */
const patience = { seconds: 10 }

/**
 * The answer to an update waits for its handler, which keeps Telegram from sending faster than we answer, but not for
 * one that takes long.
 */
export function createHook({ url, secret }: Webhook, clock: Clock): Hook {
  const inHand = new Set<Promise<void>>()
  let receiver: Receiver | undefined

  return {
    endpoint: {
      method: 'POST',
      path: new URL(url).pathname,
      answer: async request => ({ status: await take(request) }),
    },
    async receive(given, signal) {
      receiver = given
      await new Promise<void>(resolve => {
        if (signal.aborted) resolve()
        signal.addEventListener('abort', () => resolve(), { once: true })
      })
      receiver = undefined
      await Promise.all(inHand)
    },
  }

  async function take(request: Incoming): Promise<number> {
    const given = request.header('x-telegram-bot-api-secret-token')
    if (given === undefined || !isSame(given, secret)) return 401
    if (!receiver?.isReady()) return 503
    const body = await request.body()
    if (body === undefined) return 413
    const update = updateOf(body)
    if (!update) return 400
    // Once an update is noted as had, it must be handled, though the end has come meanwhile.
    const { isNew, handle } = receiver
    const handled = isNew(update)
      .then(fresh => (fresh ? handle(update) : undefined))
      .finally(() => inHand.delete(settled))
    const settled = handled.catch(() => {})
    inHand.add(settled)
    const done = new AbortController()
    await Promise.race([handled, clock.until(clock.now().add(patience), done.signal)]).finally(() =>
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

/** Takes as long whatever is given. */
const isSame = (given: string, secret: string) => timingSafeEqual(digest(given), digest(secret))

const digest = (text: string) => createHash('sha256').update(text).digest()
