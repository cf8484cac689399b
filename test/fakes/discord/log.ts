// Logs the requests to the fake and its refusals, for tests to look at.

import type { Refusal } from './refusal.ts'

export interface LoggedRequest {
  method: string
  /** The template of the route, or the path if there is no such route. */
  route: string
  path: string
  body: unknown
  status: number
}

export interface RefusedRequest extends Pick<Refusal, 'status' | 'code' | 'message'> {
  method: string
  path: string
  /** Each `path.to.field: what is wrong`. */
  faults: string[]
  body: unknown
}

export interface RequestLog {
  /** The latest requests, in the order of their answers. Above 20,000 the oldest are dropped. */
  requests: LoggedRequest[]
  /** Mistakes of the bot. A test of a bot without mistakes expects this to be empty. */
  refused: RefusedRequest[]
  /** Refusals because of the world's state: a missing permission, a deleted channel, an expired token. */
  denied: RefusedRequest[]
  /** Whom messages would have notified: `@everyone`, `<@1>`, `<@&2>`. */
  pings: { whom: string; text: string }[]
  /** The times of answers with 401, 403 or 429, in ms. Discord bans an address with 10,000 in ten minutes. */
  invalidAt: number[]
}

export const createLog = (): RequestLog => ({
  requests: [],
  refused: [],
  denied: [],
  pings: [],
  invalidAt: [],
})

export function logRequest(log: RequestLog, asked: LoggedRequest): void {
  log.requests.push(asked)
  if (log.requests.length > 20_000) log.requests.splice(0, 10_000)
}
