// Rate limits: a bucket for each route and its channel, guild or webhook, told in headers; past it, 429.
import { tooFast } from './refusal.ts'

export interface Limit {
  requests: number
  /** Seconds. */
  per: number
}

export interface Rates {
  /** Sets the limit of a route, by its template with the method: `POST /channels/{channel_id}/messages`. */
  limit(route: string, limit: Limit): void
  /** Counts a request and gives the headers; throws a refusal when there were too many. */
  count(route: string, params: Record<string, string>, headers: Record<string, string>): void
}

const generous: Limit = { requests: 10_000, per: 1 }

export function createRates(now: () => number): Rates {
  const limits = new Map<string, Limit>([
    ['POST /channels/{channel_id}/messages/{message_id}/crosspost', { requests: 10, per: 3600 }],
  ])
  const buckets = new Map<string, { used: number; until: number }>()
  return {
    limit: (route, limit) => void limits.set(route, limit),
    count(route, params, headers) {
      // Answers to interactions are in no bucket.
      if (route.endsWith('/callback')) return
      const { requests, per } = limits.get(route) ?? generous
      const major = params.channel_id ?? params.guild_id ?? params.webhook_token ?? ''
      const key = `${route} ${major}`
      let bucket = buckets.get(key)
      if (!bucket || bucket.until <= now()) {
        // A webhook's token is of one use: its bucket is not worth keeping for ever.
        if (buckets.size > 50_000) buckets.clear()
        bucket = { used: 0, until: now() + per * 1000 }
        buckets.set(key, bucket)
      }
      bucket.used++
      const left = (bucket.until - now()) / 1000
      headers['x-ratelimit-limit'] = String(requests)
      headers['x-ratelimit-remaining'] = String(Math.max(0, requests - bucket.used))
      headers['x-ratelimit-reset'] = (bucket.until / 1000).toFixed(3)
      headers['x-ratelimit-reset-after'] = left.toFixed(3)
      headers['x-ratelimit-bucket'] = bucketName(route)
      if (bucket.used <= requests) return
      headers['x-ratelimit-scope'] = 'user'
      headers['retry-after'] = String(Math.ceil(left))
      throw tooFast(Number(left.toFixed(3)))
    },
  }
}

/** Discord's bucket names are hashes; the same route has the same one. */
const names = new Map<string, string>()
function bucketName(route: string): string {
  let name = names.get(route)
  if (!name) {
    name = Buffer.from(route).toString('hex').slice(-32)
    names.set(route, name)
  }
  return name
}
