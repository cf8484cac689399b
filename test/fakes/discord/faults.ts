// Plays the faults that a test orders: an error in place of the answer, or a connection that breaks, hangs or stalls.

import { routes } from '../../fixtures/digest-discord.ts'

export type PlayedFault =
  | {
      status: number
      code?: number
      message?: string
      retryAfter?: number
      global?: boolean
      /** Whom a 429 concerns: this bot here, the whole bot, or the channel because of what others did. */
      scope?: 'user' | 'global' | 'shared'
      stored?: boolean
      /**
       * Answered by Cloudflare in front of Discord: a page instead of JSON, and no header about a bucket
       * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
       */
      isPage?: boolean
    }
  /** The connection breaks before anything is done. */
  | 'reset'
  /** The work is done, and the answer never arrives. */
  | 'lost'
  /** Nothing is done and nothing is answered; the connection stays open. */
  | 'hang'
  /** The work is done and the answer begins, but it never ends. */
  | 'stall'

export interface Faults {
  /**
   * Lets the next requests fail. The route is a template from the digest, or a pattern for the path. The returned
   * function ends it before so many have failed.
   */
  next(method: string, route: string | RegExp, fault: PlayedFault, times?: number): () => void
  take(method: string, template: string, path: string): PlayedFault | undefined
}

export function createFaults(): Faults {
  const waiting: { method: string; route: string | RegExp; fault: PlayedFault; left: number }[] = []
  return {
    next(method, route, fault, times = 1) {
      if (typeof route === 'string' && !routes.includes(`${method} ${route}`)) {
        throw new Error(`The fake has no route ${method} ${route}.`)
      }
      const ordered = { method, route, fault, left: times }
      waiting.push(ordered)
      return () => {
        const at = waiting.indexOf(ordered)
        if (at >= 0) waiting.splice(at, 1)
      }
    },
    take(method, template, path) {
      const at = waiting.findIndex(
        each =>
          each.method === method &&
          (typeof each.route === 'string' ? each.route === template : each.route.test(path)),
      )
      const found = waiting[at]
      if (!found) return undefined
      found.left--
      if (found.left === 0) waiting.splice(at, 1)
      return found.fault
    },
  }
}
