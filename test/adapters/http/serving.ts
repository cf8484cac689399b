// Starts the program's server on a free port until the test is over.

import { onTestFinished } from 'vitest'
import { type ServerParts, serveHttp } from '../../../src/adapters/http/server.ts'
import type { Endpoint } from '../../../src/core/platform.ts'

export async function startServer(endpoints: readonly Endpoint[], more: Partial<ServerParts> = {}) {
  const log: string[] = []
  const closing = new AbortController()
  const { port, ended } = await serveHttp(
    {
      port: 0,
      host: '127.0.0.1',
      endpoints,
      log: (level, event, details) => void log.push(`${level} ${event} ${JSON.stringify(details)}`),
      ...more,
    },
    closing.signal,
  )
  const stop = () => {
    closing.abort()
    return ended
  }
  onTestFinished(stop)
  return { port, log, stop, url: `http://127.0.0.1:${port}` }
}

/** The answer of an endpoint to a request for its own path. */
export async function ask(endpoint: Endpoint, query = '') {
  const response = await endpoint.answer(new Request(`http://localhost${endpoint.path}?${query}`))
  const type = response.headers.get('content-type')
  return { status: response.status, type, body: await response.text() }
}
