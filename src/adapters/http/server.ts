// Serves a few paths over HTTP, each with its method, and refuses everything else.

import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Endpoint, PlatformError } from '../../core/platform.ts'
import type { Log } from '../../core/ports.ts'
import { aborted } from '../../core/waiting.ts'
import { HEALTH_FIELD } from './health.ts'

export interface ServerParts {
  /** 0 picks any free port. */
  port: number
  host: string
  endpoints: readonly Endpoint[]
  log: Log
  timeouts?: ServerTimeouts
}

/** How long a client may take, in milliseconds. */
export interface ServerTimeouts {
  head: number
  /** The head and the body of a request together. */
  request: number
  /** Also between two pieces of an answer that is read slowly. */
  idle: number
  /** For the last requests when the program ends. */
  drain: number
}

export interface Serving {
  port: number
  /** Resolves after the signal, when the requests in progress are answered. */
  ended: Promise<void>
}

const defaultTimeouts: ServerTimeouts = { head: 5_000, request: 15_000, idle: 30_000, drain: 8_000 }
/** Telegram's own updates are a few kilobytes. */
const MAX_BODY_BYTES = 1_000_000
const MAX_HEAD_BYTES = 8_192
const MAX_CONNECTIONS = 1_000
/** The store alone may take two seconds. */
const HEALTH_TIMEOUT_MS = 3_000

/** Listens until the signal. Resolves once it is listening, or throws a PlatformError. */
export async function serveHttp(
  { port, host, endpoints, log, timeouts = defaultTimeouts }: ServerParts,
  signal: AbortSignal,
): Promise<Serving> {
  const server = createServer(
    {
      headersTimeout: timeouts.head,
      requestTimeout: timeouts.request,
      connectionsCheckingInterval: Math.min(1000, timeouts.head / 2),
      keepAliveTimeout: 5_000,
      maxHeaderSize: MAX_HEAD_BYTES,
    },
    (incoming, outgoing) => {
      answer(incoming, endpoints)
        .catch((error: Error) => {
          if (error instanceof BodyTooLong) return statusAnswer(413)
          // A client that leaves in the middle of a request gets no answer, and that is not an error of ours.
          if (!incoming.destroyed) log('error', 'http request failed', { error: error.message })
          return statusAnswer(500)
        })
        .then(response => {
          // Otherwise a client that keeps its connection would hold up the end.
          if (signal.aborted) outgoing.setHeader('connection', 'close')
          return send(response, incoming, outgoing)
        })
    },
  )
  server.setTimeout(timeouts.idle)
  server.maxConnections = MAX_CONNECTIONS
  await listen(server, { port, host })
  const ended = new Promise<void>(resolve => server.once('close', resolve))
  const stop = () => {
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), timeouts.drain).unref()
  }
  void aborted(signal).then(stop)
  return { port: (server.address() as AddressInfo).port, ended }
}

/**
 * Listens for a moment. Throws a PlatformError if a start could not, unless a running Daybook has the place: then it
 * resolves to false.
 */
export async function checkListening(place: Pick<ServerParts, 'port' | 'host'>): Promise<boolean> {
  const server = createServer()
  try {
    await listen(server, place)
    await new Promise(resolve => server.close(resolve))
    return true
  } catch (error) {
    if (await isDaybookAt(place)) return false
    throw error
  }
}

async function isDaybookAt({ port, host }: Pick<ServerParts, 'port' | 'host'>): Promise<boolean> {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}/health`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })
    return HEALTH_FIELD in ((await answer.json()) as object)
  } catch {
    return false
  }
}

async function listen(server: Server, { port, host }: Pick<ServerParts, 'port' | 'host'>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    const help = listenHelp[error.code ?? ''] ?? ''
    throw new PlatformError(`cannot listen on HOST and PORT (${host}:${port}): ${error.message}${help}`)
  })
}

const noSuchHost =
  '. HOST has to be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.'
const listenHelp: Record<string, string> = {
  EADDRINUSE: '. Another program, perhaps this bot itself, has the port: end it, or choose another PORT.',
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
  EACCES: '. This user may not take the port: choose a PORT from 1024 on.',
}

async function answer(incoming: IncomingMessage, endpoints: readonly Endpoint[]): Promise<Response> {
  // Not the path of a parsed URL, in which escapes and dots are resolved: two servers may resolve them differently.
  const [path = ''] = (incoming.url ?? '').split('?', 1)
  const endpoint = endpoints.find(each => each.path === path)
  if (!endpoint) return statusAnswer(404)
  const method = incoming.method === 'HEAD' ? 'GET' : incoming.method
  if (method === endpoint.method) return endpoint.answer(requestOf(incoming, endpoint.method))
  return statusAnswer(405, { allow: endpoint.method === 'GET' ? 'GET, HEAD' : endpoint.method })
}

/** Converts the request to the standard one. The host is made up: no endpoint asks for the name it was called by. */
function requestOf(incoming: IncomingMessage, method: Endpoint['method']): Request {
  const { rawHeaders } = incoming
  const headers = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  const url = `http://localhost${incoming.url}`
  if (method === 'GET') return new Request(url, { headers })
  return new Request(url, { method, headers, body: ReadableStream.from(bodyOf(incoming)), duplex: 'half' })
}

class BodyTooLong extends Error {}

/** Throws BodyTooLong, without reading on. */
async function* bodyOf(incoming: IncomingMessage): AsyncGenerator<Uint8Array> {
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLong()
  let length = 0
  for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > MAX_BODY_BYTES) throw new BodyTooLong()
    yield chunk
  }
}

async function send(response: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { status, headers } = response
  const body =
    response.body === null
      ? Buffer.from(`${STATUS_CODES[status]}\n`)
      : Buffer.from(await response.arrayBuffer())
  if (!headers.has('content-type')) headers.set('content-type', 'text/plain; charset=utf-8')
  if (outgoing.destroyed) return
  outgoing.setHeader('x-content-type-options', 'nosniff')
  outgoing.setHeader('cache-control', headers.get('cache-control') ?? 'no-store')
  const tag = headers.get('etag')
  if (tag) outgoing.setHeader('etag', tag)
  if (tag && includesTag(incoming.headers['if-none-match'], tag)) return void outgoing.writeHead(304).end()
  outgoing.setHeaders(headers)
  // The rest of a refused request is not read.
  if (status >= 400 && !incoming.complete) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(status, { 'content-length': body.byteLength }).end(body)
}

/** Whether a client says that it has the tag (RFC 9110, 13.1.2, which compares weakly). */
function includesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  const withoutWeakness = (text: string) => text.trim().replace(/^W\//, '')
  return (ifNoneMatch ?? '')
    .split(',')
    .some(each => ['*', withoutWeakness(tag)].includes(withoutWeakness(each)))
}

/** The server adds the status text as the body. */
const statusAnswer = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers })
