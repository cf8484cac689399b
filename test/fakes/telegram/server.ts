// Speaks HTTP as api.telegram.org does: /bot<token>/<method>, bodies in JSON or multipart, answers in JSON.

import { isUtf8 } from 'node:buffer'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Fault, type FaultAnswer, SLOW_ANSWER_MS } from './faults.ts'
import type { Journal } from './journal.ts'
import { malformed, Refusal } from './refusal.ts'
import type { Files, Parameters, Specification } from './specification.ts'

interface Options {
  token: string
  specification: Specification
  journal: Journal
  takeFault(method: string): Fault | undefined
  /** Returns the result, or a promise of it for a long poll. Throws a Refusal. */
  carryOut(method: string, parameters: Parameters, files: Files): unknown
}

interface Request {
  method: string
  parameters: Parameters
  files: Files
}

/** How a request is carried out. */
interface Handling {
  /** Reads the parameters into the request. */
  fill(): unknown
  /** The connection is destroyed before the answer. */
  isLost: boolean
}

const noFiles: Files = new Set()

export async function serve({ token, specification, journal, takeFault, carryOut }: Options) {
  const prefix = `/bot${token}/`
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => void answer(request, response, Buffer.concat(chunks)))
  })
  // Closing a connection just as the bot writes to it would look like a fault that no test requested.
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
    const isPoll = method === 'getUpdates'
    if (!isPoll) journal.began()
    try {
      const fault = takeFault(method)
      if (fault === 'reset') return destroy(response, { method, parameters: {} }, 'reset')
      const request = { method, parameters: {}, files: noFiles }
      if (fault && typeof fault === 'object' && 'status' in fault)
        return answerWithFault(fault, request, response)
      if (fault === 'slow') await new Promise(resolve => setTimeout(resolve, SLOW_ANSWER_MS))
      if (fault && typeof fault === 'object') await fault.until
      await handle(request, response, {
        fill: () => read(request, incoming, { body, query }),
        isLost: fault === 'lost',
      })
    } finally {
      if (!isPoll) journal.ended()
    }
  }

  async function handle(request: Request, response: ServerResponse, { fill, isLost }: Handling) {
    const { method } = request
    try {
      // Only a multipart body is read asynchronously.
      const filling = fill()
      if (filling) await filling
      if (!specification.knows(method)) throw new Refusal(404, 'Not Found', { isMalformed: true })
      specification.check(method, request.parameters, request.files)
      let result = carryOut(method, request.parameters, request.files)
      if (result instanceof Promise) {
        const { abandon } = result as Promise<unknown> & { abandon?: () => void }
        response.on('close', () => abandon?.())
        result = await result
      }
      if (isLost) return destroy(response, request, 'handled, but the answer was lost')
      if (method !== 'getUpdates')
        journal.record({ method, parameters: request.parameters, status: 200, result })
      send(response, 200, { body: JSON.stringify({ ok: true, result }) })
    } catch (error) {
      refuse(error, request, response)
    }
  }

  function refuse(error: unknown, { method, parameters }: Request, response: ServerResponse) {
    const refusal =
      error instanceof Refusal
        ? error
        : new Refusal(500, `the fake is broken: ${error}`, { isMalformed: true })
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

  function answerWithFault(fault: FaultAnswer, { method, parameters }: Request, response: ServerResponse) {
    const description = 'body' in fault ? fault.body : fault.description
    journal.record({ method, parameters, status: fault.status, description })
    if ('body' in fault) send(response, fault.status, { body: fault.body, type: 'text/html' })
    else sendError(response, new Refusal(fault.status, fault.description, { parameters: fault.parameters }))
  }

  /** Fills in the parameters, so that a wrong request is recorded with what could be read of it. */
  function read(
    request: Request,
    incoming: IncomingMessage,
    { body, query }: { body: Buffer; query: string | undefined },
  ) {
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

function send(
  response: ServerResponse,
  status: number,
  { body, type = 'application/json' }: { body: string; type?: string },
) {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) })
  response.end(body)
}

function sendError(response: ServerResponse, { status, message, parameters }: Refusal) {
  const answer = { ok: false, error_code: status, description: message, ...(parameters && { parameters }) }
  send(response, status, { body: JSON.stringify(answer) })
}
