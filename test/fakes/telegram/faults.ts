// Simulates the faults that a test requests, and the rate limits of Telegram.

import type { ResponseParameters } from './refusal.ts'
import { Refusal } from './refusal.ts'

/**
 * A fault that a request meets: another answer in place of Telegram's, a connection destroyed before ('reset') or after
 * ('lost') the request is carried out, or an answer delayed for a while ('slow') or until a promise resolves.
 */
export type Fault = FaultAnswer | { until: Promise<unknown> } | 'reset' | 'lost' | 'slow'

export type FaultAnswer =
  | { status: number; description: string; parameters?: ResponseParameters }
  /** The answer of a proxy in between, which is not JSON. */
  | { status: number; body: string }

export const SLOW_ANSWER_MS = 200

export function createFaults() {
  const queued = new Map<string, Fault[]>()
  let outage: (() => Fault) | undefined
  return {
    /**
     * Lets every call meet a fault, until it is called without one. Outages of minutes with pages of a gateway:
     * https://github.com/tdlib/telegram-bot-api/issues/868
     */
    outage(faultOf: (() => Fault) | undefined) {
      outage = faultOf
    },
    /** Queues a fault for the next calls of a method ('*' for any). */
    next(method: string, fault: Fault, times = 1) {
      queued.set(method, [...(queued.get(method) ?? []), ...Array<Fault>(times).fill(fault)])
    },
    take: (method: string): Fault | undefined =>
      queued.get(method)?.shift() ??
      queued.get('*')?.shift() ??
      (method === 'getUpdates' ? undefined : outage?.()),
    /** The methods of faults that no request has met yet. */
    left: () => [...queued].flatMap(([method, faults]) => faults.map(() => method)),
  }
}

export interface Rates {
  /** Messages a second in one chat. */
  perChat: number
  /** Messages a minute in one group or channel. */
  perGroup: number
  /** Messages a second over all chats. */
  overall: number
}

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
export const documentedRates: Rates = { perChat: 1, perGroup: 20, overall: 30 }

export function refuseFor(seconds: number): never {
  throw new Refusal(429, `Too Many Requests: retry after ${seconds}`, {
    parameters: { retry_after: seconds },
  })
}

/** Counts messages against the rates. `now` is in milliseconds. */
export function createRates(rates: Rates, now: () => number) {
  const sent = new Map<string, number[]>()

  /** Milliseconds until another message is allowed. Counts nothing yet. */
  function waitMs(key: string, limit: number, spanMs: number): number {
    const times = (sent.get(key) ?? []).filter(time => time > now() - spanMs)
    sent.set(key, times)
    return times.length < limit ? 0 : (times[times.length - limit] as number) + spanMs - now()
  }

  /** Counts a message, or refuses it and says how many seconds to wait. Groups and channels have negative ids. */
  return (chat: string) => {
    const waits = [waitMs('all', rates.overall, 1000), waitMs(chat, rates.perChat, 1000)]
    const isGroup = /^[-@]/.test(chat)
    if (isGroup) waits.push(waitMs(`${chat} minute`, rates.perGroup, 60_000))
    const retryAfter = Math.ceil(Math.max(...waits) / 1000)
    if (retryAfter > 0) refuseFor(retryAfter)
    for (const key of ['all', chat, ...(isGroup ? [`${chat} minute`] : [])]) sent.get(key)?.push(now())
  }
}
