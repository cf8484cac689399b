// Makes the connection over which posts go out, repeats what a closed connection swallowed, and bounds the time of requests.

import { DefaultRestOptions, type RateLimitData, REST, type RESTOptions } from 'discord.js'
import { wasCutOff } from './outcome.ts'

/** The requests of one piece of work. */
export type Requests = Pick<REST, 'get' | 'post'>

/**
 * The library lets out fifty requests a second, as Discord does for a bot. A post may take several, so that a busy hour
 * reaches that: waiting a moment is better than sending nothing for longer.
 */
const MAX_WAIT_MS = 1500

/** The ledger repeats what must be repeated, and waits if Discord asks for it: this connection does neither. */
export function createPostRest(options: Partial<RESTOptions>, timeoutMs: number): REST {
  return new REST({
    ...options,
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: limit => !isOwnCount(limit) || limit.retryAfter > MAX_WAIT_MS,
    makeRequest: async (url, init) => markBan(await makeRequest(url, init)),
  })
}

/**
 * Repeats a request at once whose connection ended without an answer, if a repeat is harmless: Discord may close a
 * connection that was kept open just as the request goes out on it.
 */
export const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init)
  } catch (error) {
    if (!wasCutOff(error) || !isRepeatable(url, init)) throw error
    return DefaultRestOptions.makeRequest(url, init)
  }
}

type MakeRequest = Parameters<RESTOptions['makeRequest']>

/** A message is repeatable by its nonce. The first answer to an interaction is, because there can be only one. */
function isRepeatable(url: MakeRequest[0], { method, body }: MakeRequest[1]): boolean {
  if (method !== 'POST') return true
  const payload = body instanceof FormData ? body.get('payload_json') : body
  return new URL(url).pathname.endsWith('/callback') || String(payload).includes('"enforce_nonce":true')
}

/** Whether the library itself holds the request back. What Discord answers has a moment of its own beside the wait. */
const isOwnCount = ({ global, retryAfter, timeToReset }: RateLimitData): boolean =>
  global && retryAfter === timeToReset

/** Ends all requests when the signal aborts, so that a channel whose answers hang holds up no other work for long. */
export const requestsUntil = (rest: Requests, signal: AbortSignal): Requests => ({
  get: (route, options) => rest.get(route, { ...options, signal }),
  post: (route, options) => rest.post(route, { ...options, signal }),
})

/**
 * A 429 without any header of a rate limit is not about a bucket: Cloudflare has banned the address. Marking it global
 * makes the library hold every request until it is over
 * (https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
 */
function markBan<T extends { status: number; headers: Pick<Headers, 'has' | 'set'> }>(response: T): T {
  const { status, headers } = response
  const isOfDiscord = ['X-RateLimit-Scope', 'X-RateLimit-Bucket', 'X-RateLimit-Limit'].some(name =>
    headers.has(name),
  )
  if (status === 429 && !isOfDiscord) headers.set('X-RateLimit-Global', 'true')
  return response
}
