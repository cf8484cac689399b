// Counts requests against rate limits: one bucket for each route and its channel, guild or webhook. Beyond the limit it is 429.

import { routes } from '../../fixtures/digest-discord.ts'
import { setLimited } from './core.ts'
import { rateLimited } from './refusal.ts'

export interface RateLimit {
  requests: number
  /** Seconds. */
  per: number
}

export interface Rates {
  /**
   * Sets the limit of a route, named by its method and template: `POST /channels/{channel_id}/messages`.
   * `*` stands for all routes together (Discord's own limit is 50 a second).
   */
  limit(route: string, limit: RateLimit): void
  /** Counts a request and adds the headers. Throws a refusal if there were too many. */
  count(route: string, params: Record<string, string>, headers: Record<string, string>): void
}

interface Bucket {
  used: number
  until: number
}

const defaultLimit: RateLimit = { requests: 10_000, per: 1 }

export function createRates(now: () => number): Rates {
  const limits = new Map<string, RateLimit>([
    ['POST /channels/{channel_id}/messages/{message_id}/crosspost', { requests: 10, per: 3600 }],
  ])
  const buckets = new Map<string, Bucket>()
  return {
    limit(route, limit) {
      if (route !== '*' && !routes.includes(route)) throw new Error(`The fake has no route ${route}.`)
      limits.set(route, limit)
    },
    count(route, params, headers) {
      // Answers to interactions have no rate limit.
      if (route.endsWith('/callback')) return
      const all = limits.get('*')
      if (all) {
        const { used, until } = enter('*', all)
        if (used > all.requests) throw refuse(until, 'global', headers)
      }
      const limit = limits.get(route) ?? defaultLimit
      const { requests } = limit
      const major = params.channel_id ?? params.guild_id ?? params.webhook_token ?? ''
      const bucket = enter(`${route} ${major}`, limit)
      const left = (bucket.until - now()) / 1000
      headers['x-ratelimit-limit'] = String(requests)
      headers['x-ratelimit-remaining'] = String(Math.max(0, requests - bucket.used))
      headers['x-ratelimit-reset'] = (bucket.until / 1000).toFixed(3)
      headers['x-ratelimit-reset-after'] = left.toFixed(3)
      headers['x-ratelimit-bucket'] = bucketName(route)
      if (bucket.used > requests) throw refuse(bucket.until, 'user', headers)
    },
  }

  function enter(key: string, { per }: RateLimit): Bucket {
    let bucket = buckets.get(key)
    if (!bucket || bucket.until <= now()) {
      bucket = { used: 0, until: now() + per * 1000 }
      setLimited(buckets, key, bucket)
    }
    bucket.used++
    return bucket
  }

  function refuse(until: number, scope: 'global' | 'user', headers: Record<string, string>) {
    const left = (until - now()) / 1000
    headers['retry-after'] = String(Math.ceil(left))
    headers['x-ratelimit-scope'] = scope
    if (scope === 'global') headers['x-ratelimit-global'] = 'true'
    return rateLimited(Number(left.toFixed(3)), scope === 'global')
  }
}

/** Discord's bucket names are hashes, the same one for the same route. */
const bucketNames = new Map<string, string>()
function bucketName(route: string): string {
  let name = bucketNames.get(route)
  if (!name) {
    name = Buffer.from(route).toString('hex').slice(-32)
    bucketNames.set(route, name)
  }
  return name
}
