// The one server of the program: a few paths, each with its method, and a plain refusal of everything else.
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Endpoint, PlatformError, type Reply } from '../../core/platform.ts'
import type { Log } from '../../core/ports.ts'

export interface ServerParts {
  /** 0 takes any free one. */
  port: number
  host: string
  endpoints: readonly Endpoint[]
  log: Log
  /** How long a client may take, in milliseconds; shorter in tests. */
  patience?: { head: number; whole: number; idle: number; end: number }
}

export interface Serving {
  port: number
  /** Resolves after the signal, when the requests in hand are answered. */
  ended: Promise<void>
}

/** Telegram's own updates are a few kilobytes. */
const longestBody = 1_000_000
/** `whole` is the head and the body of a request, `end` what the last requests are left when the program ends. */
const usualPatience = { head: 5_000, whole: 15_000, idle: 30_000, end: 8_000 }

/** Listens until the signal; resolves when it does. Throws a PlatformError. */
export async function serveHttp(
  { port, host, endpoints, log, patience = usualPatience }: ServerParts,
  signal: AbortSignal,
): Promise<Serving> {
  const server = createServer(
    {
      headersTimeout: patience.head,
      requestTimeout: patience.whole,
      connectionsCheckingInterval: Math.min(1000, patience.head / 2),
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8_192,
    },
    (request, response) => {
      answer(request, endpoints)
        .catch((error: Error): Reply => {
          // Whoever went away in the middle of a request gets no answer, and is no fault.
          if (!request.destroyed) log('error', 'http request failed', { error: error.message })
          return { status: 500 }
        })
        .then(reply => send(reply, request, response))
    },
  )
  // Also for those who read their answer slowly.
  server.setTimeout(patience.idle)
  server.maxConnections = 1000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  }).catch((error: Error) => {
    throw new PlatformError(`HOST and PORT cannot be listened on (${host}:${port}): ${error.message}`)
  })
  const ended = new Promise<void>(resolve => server.once('close', resolve))
  const stop = () => {
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), patience.end).unref()
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return { port: (server.address() as AddressInfo).port, ended }
}

async function answer(
  request: IncomingMessage,
  endpoints: readonly Endpoint[],
): Promise<Reply & { allow?: string }> {
  const [path = '', question = ''] = (request.url ?? '').split('?', 2)
  const endpoint = endpoints.find(each => each.path === path)
  if (!endpoint) return { status: 404 }
  if ((request.method === 'HEAD' ? 'GET' : request.method) !== endpoint.method)
    return { status: 405, allow: endpoint.method === 'GET' ? 'GET, HEAD' : endpoint.method }
  return endpoint.answer({
    query: new URLSearchParams(question),
    header: name => {
      const value = request.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    body: () => read(request),
  })
}

function send(reply: Reply & { allow?: string }, request: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return
  const { status, type = 'text/plain; charset=utf-8', body, allow, version, keptFor } = reply
  const always = {
    'cache-control': keptFor === undefined ? 'no-store' : `public, max-age=${keptFor}`,
    'x-content-type-options': 'nosniff',
    ...(version && { etag: `W/"${version}"` }),
  }
  if (version && has(request.headers['if-none-match'], version))
    return void response.writeHead(304, always).end()
  const text = body ?? `${STATUS_CODES[status]}\n`
  // What is left of a refused request is not read.
  const isLeft = status >= 400 && !request.complete
  response
    .writeHead(status, {
      ...always,
      'content-type': type,
      'content-length': Buffer.byteLength(text),
      ...(allow && { allow }),
      ...(isLeft && { connection: 'close' }),
    })
    .end(text)
}

/** Whether a version is among those that the client says it has (RFC 9110, 13.1.2, which compares them weakly). */
const has = (theirs: string | undefined, version: string): boolean =>
  (theirs ?? '').split(',').some(each => ['*', `"${version}"`].includes(each.trim().replace(/^W\//, '')))

/** Undefined where it is too long. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > longestBody) return undefined
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > longestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
