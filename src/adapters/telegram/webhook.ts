// Updates that Telegram delivers itself: a small server behind the secret, each update handled once.
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'
import type { Clock } from '../../core/ports.ts'

export interface Webhook {
  /** Where Telegram reaches us, https. */
  url: string
  /** 1-256 letters of A-Za-z0-9_- (https://core.telegram.org/bots/api#setwebhook) */
  secret: string
  port: number
  host: string
}

interface WebhookParts extends Webhook {
  /** Whether nobody has had the update yet; asked once of each. */
  isNew(update: Update): Promise<boolean>
  /** Never rejects. */
  handle(update: Update): Promise<void>
  clock: Clock
}

/** Telegram's own updates are a few kilobytes. */
const longestBody = 1_000_000
/** Telegram waits a minute for an answer, and asks no more than forty at a time. */
const patience = { seconds: 10 }

/**
 * Serves updates until the signal; resolves when it has ended and every update in hand is handled. The answer waits for
 * the handler, which keeps Telegram from sending faster than we answer, but not for one that takes long.
 */
export async function serveWebhook(parts: WebhookParts, signal: AbortSignal): Promise<void> {
  const { url, secret, port, host, isNew, handle, clock } = parts
  const path = new URL(url).pathname
  const inHand = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => plain(response, 500))
  })
  const ended = new Promise<void>((resolve, reject) => {
    server.once('close', resolve)
    server.once('error', reject)
  })
  const stop = () => {
    server.close()
    server.closeIdleConnections()
  }
  server.listen(port, host, () => {
    if (signal.aborted) stop()
  })
  signal.addEventListener('abort', stop, { once: true })
  await ended
  await Promise.all(inHand)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.split('?')[0] !== path) return plain(response, 404)
    if (request.method !== 'POST') return plain(response, 405)
    const given = request.headers['x-telegram-bot-api-secret-token']
    if (typeof given !== 'string' || !isSame(given, secret)) return plain(response, 401)
    const body = await read(request)
    if (body === undefined) return plain(response, 413)
    const update = updateOf(body)
    if (!update) return plain(response, 400)
    if (!(await isNew(update))) return plain(response, 200)
    const handled = handle(update).finally(() => inHand.delete(handled))
    inHand.add(handled)
    const done = new AbortController()
    const late = clock.until(clock.now().add(patience), done.signal)
    await Promise.race([handled, late])
    done.abort()
    plain(response, 200)
  }
}

/** Undefined where it is too long; the connection is then given up after the answer, unread. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > longestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
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

function plain(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  const closes = status === 413 && { connection: 'close' }
  response.writeHead(status, { 'content-type': 'text/plain', ...closes }).end()
}
