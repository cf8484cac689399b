// Updates that Telegram delivers itself: a small server behind the secret, each update handled once.
import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'

export interface Webhook {
  /** Where Telegram reaches us, https. */
  url: string
  /** 1-256 letters of A-Za-z0-9_- (https://core.telegram.org/bots/api#setwebhook) */
  secret: string
  port: number
  host: string
}

/** Telegram's own updates are a few kilobytes. */
const longestBody = 1_000_000
/** Telegram gives an answer a minute, and then asks again. */
const patience = 10_000

/**
 * Serves updates until the signal; resolves when it has ended. The answer waits for the handler, so that what was not
 * handled is delivered again, but not for one that takes long.
 */
export async function serveWebhook(
  { url, secret, port, host }: Webhook,
  isNew: (update: Update) => Promise<boolean>,
  handle: (update: Update) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const path = new URL(url).pathname
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => plain(response, 500))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
    signal.addEventListener('abort', () => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
  })
  if (!signal.aborted)
    await new Promise<void>(resolve => {
      server.once('close', () => resolve())
    })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (new URL(request.url ?? '', 'http://localhost').pathname !== path) return plain(response, 404)
    if (request.method !== 'POST') return plain(response, 405)
    const given = request.headers['x-telegram-bot-api-secret-token']
    if (typeof given !== 'string' || !isSame(given, secret)) return plain(response, 401)
    const update = await readUpdate(request)
    if (!update) return plain(response, 400)
    if (!(await isNew(update))) return plain(response, 200)
    const handled = handle(update)
    handled.catch(() => {})
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, patience)
    })
    await Promise.race([handled, late]).finally(() => clearTimeout(timer))
    plain(response, 200)
  }
}

async function readUpdate(request: IncomingMessage): Promise<Update | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > longestBody) return undefined
    chunks.push(chunk)
  }
  try {
    const update = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return Number.isSafeInteger(update?.update_id) ? update : undefined
  } catch {
    return undefined
  }
}

const isSame = (given: string, secret: string) =>
  given.length === secret.length && timingSafeEqual(Buffer.from(given), Buffer.from(secret))

function plain(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'text/plain' }).end()
}
