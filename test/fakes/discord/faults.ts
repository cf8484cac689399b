// Plays the faults that a test orders: an answer in place of the work, or a connection that breaks before or after it.

import { routes } from '../../fixtures/digest-discord.ts'

export type Played =
  | {
      status: number
      code?: number
      message?: string
      retryAfter?: number
      global?: boolean
      stored?: boolean
    }
  /** The connection breaks before anything is done. */
  | 'reset'
  /** The work is done, and the answer never arrives. */
  | 'lost'

export interface Faults {
  /** Lets the next requests fail: the route is a template as in the digest, or a pattern over the path. */
  next(method: string, route: string | RegExp, fault: Played, times?: number): void
  take(method: string, template: string, path: string): Played | undefined
}

export function createFaults(): Faults {
  const waiting: { method: string; route: string | RegExp; fault: Played; left: number }[] = []
  return {
    next(method, route, fault, times = 1) {
      if (typeof route === 'string' && !routes.includes(`${method} ${route}`)) {
        throw new Error(`The fake has no route ${method} ${route}.`)
      }
      waiting.push({ method, route, fault, left: times })
    },
    take(method, template, path) {
      const at = waiting.findIndex(
        one =>
          one.method === method &&
          (typeof one.route === 'string' ? one.route === template : one.route.test(path)),
      )
      const found = waiting[at]
      if (!found) return undefined
      found.left--
      if (found.left === 0) waiting.splice(at, 1)
      return found.fault
    },
  }
}
