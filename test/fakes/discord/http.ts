// Serves REST: reads a request, plays its fault, checks token, rate, form and limits, answers, and logs it all.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Core } from './core.ts'
import type { Upload } from './limits/message.ts'
import { type Refused, remember } from './log.ts'
import { denied, isRefusal, mistake, type Refusal, refusalBody, refuseFaults } from './refusal.ts'
import { faultsOf } from './requests.ts'
import type { Found } from './routes/table.ts'

interface Answer {
  status: number
  body?: unknown
}

/** The prefix of every path; discord.js puts the version behind the address it is given. */
const prefix = '/api/v10'

export function createHttp(
  core: () => Core,
  find: (method: string, path: string) => Found | undefined,
): Server {
  return createServer((request, response) => {
    serve(core(), find, request, response).catch(bug => {
      // The client hung up in the middle of its request.
      if (!request.complete) return
      response.writeHead(500).end(String(bug))
      core().log.refused.push(
        noted(mistake(500, 0, `A bug of the fake: ${bug?.stack}`), request.method ?? '', '', null),
      )
    })
  })
}

async function serve(
  core: Core,
  find: (method: string, path: string) => Found | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', headers: given } = request
  const url = new URL(request.url ?? '/', 'http://fake')
  const path = decodeURIComponent(url.pathname.slice(prefix.length))
  const bytes = await read(request)
  const found = url.pathname.startsWith(`${prefix}/`) ? find(method, path) : undefined
  const headers: Record<string, string> = {}
  const fault = core.faults.take(method, found?.route.template ?? '', path)
  if (fault === 'reset') return void request.socket.destroy()

  let sent: unknown
  let answer: Answer
  let files: Upload[] = []
  try {
    if (!found) throw mistake(404, 0, `404: Not Found`)
    if (found.route.guarded && given.authorization !== `Bot ${core.token}`)
      throw mistake(401, 0, '401: Unauthorized')
    core.rates.count(found.route.name, found.params, headers)
    ;({ sent, files } = await parse(bytes, given['content-type'] ?? ''))
    if (typeof fault === 'object' && !fault.stored) answer = played(fault, headers)
    else {
      refuseFaults(faultsOf(found.route.name, sent, url.searchParams))
      const call = { params: found.params, query: url.searchParams, body: sent, files }
      const body = found.route.handle(core, call)
      answer = body === undefined ? { status: 204 } : { status: 200, body }
      if (typeof fault === 'object') answer = played(fault, headers)
    }
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    answer = { status: thrown.status, body: refusalBody(thrown) }
    const refused = noted(thrown, method, path, sent)
    const { refusal } = thrown
    core.log[refusal === 'form' ? 'refused' : 'denied'].push(refused)
    const it = core.interactions.get(found?.params.interaction_token ?? found?.params.webhook_token ?? '')
    it?.refused.push(refused)
    it?.news.poke()
  }
  const { status, body } = answer
  remember(core.log, { method, route: found?.route.template ?? path, path, body: sent, status })
  if ([401, 403, 429].includes(status)) core.log.invalid.push(core.world.now())
  core.news.poke()
  if (fault === 'lost') return void request.socket.destroy()
  if (body === undefined) return void response.writeHead(status, headers).end()
  headers['content-type'] = 'application/json'
  response.writeHead(status, headers).end(JSON.stringify(body))
}

function played(
  {
    status,
    code = 0,
    message = 'Played',
    retryAfter,
    global = false,
  }: Extract<Parameters<Core['faults']['next']>[2], object>,
  headers: Record<string, string>,
): Answer {
  const waiting = retryAfter === undefined ? {} : { retryAfter, global }
  const refusal: Refusal = { ...denied(status, code, message), ...waiting }
  if (retryAfter !== undefined) {
    headers['retry-after'] = String(retryAfter)
    headers['x-ratelimit-scope'] = global ? 'global' : 'user'
    if (global) headers['x-ratelimit-global'] = 'true'
  }
  return { status, body: refusalBody(refusal) }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** JSON, or a form with files beside `payload_json`. */
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

const noted = (
  { status, code, message, faults }: Refusal,
  method: string,
  path: string,
  body: unknown,
): Refused => ({
  method,
  path,
  status,
  code,
  message,
  faults: faults.map(fault => `${fault.path.join('.')}: ${fault.message} (${fault.code})`),
  body,
})
