// Speaks HTTP as api.telegram.org does: /bot<token>/<method>, JSON or multipart bodies, one JSON object as the answer.

import { isUtf8 } from 'node:buffer'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Fault, type PlayedAnswer, slowFor } from './faults.ts'
import type { Journal } from './journal.ts'
import { malformed, Refusal } from './refusal.ts'
import type { Files, Parameters, Specification } from './specification.ts'

interface Options {
  token: string
  specification: Specification
  journal: Journal
  takeFault(method: string): Fault | undefined
  /** Gives the result, or a promise of it for a long poll; throws a Refusal. */
  carryOut(method: string, parameters: Parameters, files: Files): unknown
}

interface Request {
  method: string
  parameters: Parameters
  files: Files
}

const noFiles: Files = new Set()

export async function serve({ token, specification, journal, takeFault, carryOut }: Options) {
  const prefix = `/bot${token}/`
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => void answer(request, response, Buffer.concat(chunks)))
  })
  // A connection closed just as the bot writes into it would look like a fault that nobody ordered.
  server.keepAliveTimeout = 600_000
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse, body: Buffer) {
    const [path = '', query] = (incoming.url ?? '').split('?')
    if (!path.startsWith(prefix)) {
      const status = path.startsWith('/bot') ? 401 : 404
      return sendError(response, new Refusal(status, status === 401 ? 'Unauthorized' : 'Not Found'))
    }
    const method = path.slice(prefix.length)
    const polls = method === 'getUpdates'
    if (!polls) journal.began()
    try {
      const fault = takeFault(method)
      if (fault === 'reset') return destroy(response, { method, parameters: {} }, 'reset')
      const request = { method, parameters: {}, files: noFiles }
      if (fault && typeof fault === 'object' && 'status' in fault) return play(fault, request, response)
      if (fault === 'slow') await new Promise(resolve => setTimeout(resolve, slowFor))
      if (fault && typeof fault === 'object') await fault.until
      await handle(request, response, () => read(request, incoming, body, query), fault === 'lost')
    } finally {
      if (!polls) journal.ended()
    }
  }

  async function handle(request: Request, response: ServerResponse, fill: () => unknown, lost: boolean) {
    const { method } = request
    try {
      // Only a multipart body has to be waited for.
      const filling = fill()
      if (filling) await filling
      if (!specification.knows(method)) throw new Refusal(404, 'Not Found', undefined, true)
      specification.check(method, request.parameters, request.files)
      let result = carryOut(method, request.parameters, request.files)
      if (result instanceof Promise) {
        const { abandon } = result as Promise<unknown> & { abandon?: () => void }
        response.on('close', () => abandon?.())
        result = await result
      }
      if (lost) return destroy(response, request, 'handled, but the answer was lost')
      if (method !== 'getUpdates')
        journal.record({ method, parameters: request.parameters, status: 200, result })
      send(response, 200, JSON.stringify({ ok: true, result }))
    } catch (error) {
      refuse(error, request, response)
    }
  }

  function refuse(error: unknown, { method, parameters }: Request, response: ServerResponse) {
    const refusal =
      error instanceof Refusal ? error : new Refusal(500, `the fake is broken: ${error}`, undefined, true)
    journal.recordRefusal(method, parameters, refusal)
    sendError(response, refusal)
  }

  function destroy(
    response: ServerResponse,
    { method, parameters }: Omit<Request, 'files'>,
    description: string,
  ) {
    journal.record({ method, parameters, status: 0, description })
    response.socket?.destroy()
  }

  function play(fault: PlayedAnswer, { method, parameters }: Request, response: ServerResponse) {
    const description = 'body' in fault ? fault.body : fault.description
    journal.record({ method, parameters, status: fault.status, description })
    if ('body' in fault) send(response, fault.status, fault.body, 'text/html')
    else sendError(response, new Refusal(fault.status, fault.description, fault.parameters))
  }

  /** Fills in the parameters, so that what was understood of a wrong request is recorded with it. */
  function read(request: Request, incoming: IncomingMessage, body: Buffer, query: string | undefined) {
    if (query) malformed('parameters in the address are not simulated')
    if (body.length === 0) return
    const type = incoming.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data')) return readForm(request, body, type)
    if (!type.startsWith('application/json')) malformed(`a body of type "${type}" is not simulated`)
    if (!isUtf8(body)) malformed('strings must be encoded in UTF-8')
    try {
      request.parameters = JSON.parse(body.toString())
    } catch {
      malformed("can't parse JSON object")
    }
    if (typeof request.parameters !== 'object' || request.parameters === null)
      malformed('expected a JSON object')
  }

  async function readForm(request: Request, body: Buffer, type: string) {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
    const parts = [...form]
    const texts = parts.filter((part): part is [string, string] => typeof part[1] === 'string')
    request.files = new Set(parts.filter(([, part]) => typeof part !== 'string').map(([name]) => name))
    request.parameters = specification.read(request.method, Object.fromEntries(texts))
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json') {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function sendError(response: ServerResponse, { status, message, parameters }: Refusal) {
  const answer = { ok: false, error_code: status, description: message, ...(parameters && { parameters }) }
  send(response, status, JSON.stringify(answer))
}
