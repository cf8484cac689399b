// Logs what was asked of the fake and what it refused, for tests to look at.

import type { Refusal } from './refusal.ts'

export interface Asked {
  method: string
  /** The template of the route, or the path where there is none. */
  route: string
  path: string
  body: unknown
  status: number
}

export interface Refused extends Pick<Refusal, 'status' | 'code' | 'message'> {
  method: string
  path: string
  /** Each `path.to.field: what is wrong`. */
  faults: string[]
  body: unknown
}

export interface Log {
  /** The latest requests, in the order of their answers; the oldest are forgotten after some ten thousand. */
  requests: Asked[]
  /** Mistakes of the bot: a test of a bot without mistakes expects this to be empty. */
  refused: Refused[]
  /** What the world did not allow: a right missing, a channel gone, a token too old. */
  denied: Refused[]
  /** Whom messages would have notified: `@everyone`, `<@1>`, `<@&2>`. */
  pings: { whom: string; text: string }[]
  /** When 401, 403 and 429 were answered, in ms: 10,000 within ten minutes ban an address. */
  invalid: number[]
}

export const createLog = (): Log => ({ requests: [], refused: [], denied: [], pings: [], invalid: [] })

export function remember(log: Log, asked: Asked): void {
  log.requests.push(asked)
  if (log.requests.length > 20_000) log.requests.splice(0, 10_000)
}
