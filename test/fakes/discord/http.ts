// Serves REST: reads a request, plays its fault, checks token, rate, form and limits, answers, and logs all of it.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Core } from './core.ts'
import type { Upload } from './limits/message.ts'
import { logRequest, type RefusedRequest } from './log.ts'
import { denied, isRefusal, mistake, type Refusal, refusalBody, refuseFaults } from './refusal.ts'
import { faultsOf } from './requests.ts'
import type { Found } from './routes/table.ts'

interface Answer {
  status: number
  body?: unknown
}

/** The prefix of every path: discord.js appends the version to the address that it is given. */
const PATH_PREFIX = '/api/v10'

type FindRoute = (method: string, path: string) => Found | undefined

export function createHttp(core: () => Core, find: FindRoute): Server {
  return createServer((request, response) => {
    serve({ core: core(), find }, request, response).catch(bug => {
      // The client closed the connection in the middle of its request.
      if (!request.complete) return
      response.writeHead(500).end(String(bug))
      core().log.refused.push(
        refusedRequest(mistake(500, 0, `A bug of the fake: ${bug?.stack}`), {
          method: request.method ?? '',
          path: '',
          body: null,
        }),
      )
    })
  })
}

async function serve(
  { core, find }: { core: Core; find: FindRoute },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers: given } = request
  const url = new URL(request.url ?? '/', 'http://fake')
  const path = decodeURIComponent(url.pathname.slice(PATH_PREFIX.length))
  const bytes = await read(request)
  const found = url.pathname.startsWith(`${PATH_PREFIX}/`) ? find(method, path) : undefined
  // By Discord's own clock, as the ids are.
  const headers: Record<string, string> = { date: new Date(core.world.now()).toUTCString() }
  const fault = core.faults.take(method, found?.route.template ?? '', path)
  if (fault === 'reset') return void request.socket.destroy()
  if (fault === 'hang') {
    logRequest(core.log, { body: undefined, method, route: found?.route.template ?? path, path, status: 0 })
    return core.changes.notify()
  }

  let sent: unknown
  let answer: Answer
  let files: Upload[] = []
  try {
    if (!found) throw mistake(404, 0, `404: Not Found`)
    if (found.route.guarded && given.authorization !== `Bot ${core.token}`)
      throw mistake(401, 0, '401: Unauthorized')
    core.rates.count(found.route.name, found.params, headers)
    ;({ sent, files } = await parse(bytes, given['content-type'] ?? ''))
    if (typeof fault === 'object' && !fault.stored) answer = playedAnswer(fault, headers)
    else {
      refuseFaults(faultsOf(found.route.name, sent, url.searchParams))
      const call = { params: found.params, query: url.searchParams, body: sent, files }
      const body = found.route.handle(core, call)
      answer = body === undefined ? { status: 204 } : { status: 200, body }
      if (typeof fault === 'object') answer = playedAnswer(fault, headers)
    }
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    answer = { status: thrown.status, body: refusalBody(thrown) }
    const refused = refusedRequest(thrown, { method, path, body: sent })
    const { refusal } = thrown
    core.log[refusal === 'form' ? 'refused' : 'denied'].push(refused)
    const it = core.interactions.get(found?.params.interaction_token ?? found?.params.webhook_token ?? '')
    it?.refused.push(refused)
    it?.changes.notify()
  }
  const { status, body } = answer
  logRequest(core.log, { method, route: found?.route.template ?? path, path, body: sent, status })
  // https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
  if ([401, 403, 429].includes(status) && headers['x-ratelimit-scope'] !== 'shared')
    core.log.invalidAt.push(core.world.now())
  core.changes.notify()
  if (fault === 'lost') return void request.socket.destroy()
  if (body === undefined) return void response.writeHead(status, headers).end()
  if (typeof fault === 'object' && fault.isPage)
    return void response.writeHead(status, { ...retryAfterOf(fault), 'content-type': 'text/html' }).end(PAGE)
  headers['content-type'] = 'application/json'
  response.writeHead(status, headers)
  if (fault === 'stall') return void response.write(JSON.stringify(body).slice(0, 10))
  response.end(JSON.stringify(body))
}

const PAGE = '<!doctype html><title>Just a moment</title>'

const retryAfterOf = ({ retryAfter }: { retryAfter?: number }): Record<string, string> =>
  retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }

function playedAnswer(
  {
    status,
    code = 0,
    message = 'Played',
    retryAfter,
    global = false,
    scope = global ? 'global' : 'user',
  }: Extract<Parameters<Core['faults']['next']>[2], object>,
  headers: Record<string, string>,
): Answer {
  const waiting = retryAfter === undefined ? {} : { retryAfter, global }
  const refusal: Refusal = { ...denied(status, code, message), ...waiting }
  if (retryAfter !== undefined) {
    headers['retry-after'] = String(retryAfter)
    headers['x-ratelimit-scope'] = scope
    if (global) headers['x-ratelimit-global'] = 'true'
  }
  return { status, body: refusalBody(refusal) }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Parses JSON, or a form with files and `payload_json`. */
async function parse(bytes: Buffer, type: string): Promise<{ sent: unknown; files: Upload[] }> {
  if (bytes.length === 0) return { sent: undefined, files: [] }
  if (!type.startsWith('multipart/form-data')) {
    if (!type.startsWith('application/json'))
      throw mistake(400, 50035, `Expected application/json, not ${type}`)
    return { sent: json(bytes.toString()), files: [] }
  }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  const files: Upload[] = []
  for (const [key, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(key)?.[1]
    if (typeof value !== 'string' && id !== undefined) files.push({ id, name: value.name, size: value.size })
    else if (key !== 'payload_json') throw mistake(400, 50035, `Unexpected part ${key} in a form`)
  }
  return { sent: json(String(form.get('payload_json') ?? '{}')), files }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw mistake(400, 50109, 'The request body contains invalid JSON.')
  }
}

const refusedRequest = (
  { status, code, message, faults }: Refusal,
  { method, path, body }: Pick<RefusedRequest, 'method' | 'path' | 'body'>,
): RefusedRequest => ({
  method,
  path,
  status,
  code,
  message,
  faults: faults.map(fault => `${fault.path.join('.')}: ${fault.message} (${fault.code})`),
  body,
})
