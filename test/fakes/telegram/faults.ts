// Plays the faults that a test orders, and the rates that Telegram allows.

import type { ResponseParameters } from './refusal.ts'
import { Refusal } from './refusal.ts'

/**
 * What happens to a request: an answer instead of Telegram's own, the connection destroyed before ('reset') or after
 * ('lost') the request is carried out, the answer held back for a while ('slow') or until a promise is kept.
 */
export type Fault = PlayedAnswer | { until: Promise<unknown> } | 'reset' | 'lost' | 'slow'

export type PlayedAnswer =
  | { status: number; description: string; parameters?: ResponseParameters }
  /** As a proxy in between answers: no JSON. */
  | { status: number; body: string }

/** Milliseconds that a slow answer takes. */
export const slowFor = 200

export function createFaults() {
  const ordered = new Map<string, Fault[]>()
  return {
    /** For the next call of a method ('*' for any), or for the next few. */
    next(method: string, fault: Fault, times = 1) {
      ordered.set(method, [...(ordered.get(method) ?? []), ...Array<Fault>(times).fill(fault)])
    },
    take: (method: string): Fault | undefined => ordered.get(method)?.shift() ?? ordered.get('*')?.shift(),
    /** Faults that no request has met yet. */
    left: () => [...ordered].flatMap(([method, faults]) => faults.map(() => method)),
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

/** What Telegram documents. */
export const documentedRates: Rates = { perChat: 1, perGroup: 20, overall: 30 }

/** @param now milliseconds */
export function createRates(rates: Rates, now: () => number) {
  const sent = new Map<string, number[]>()

  /** Milliseconds to wait, 0 where there is room; nothing is counted yet. */
  function wait(key: string, most: number, span: number): number {
    const times = (sent.get(key) ?? []).filter(time => time > now() - span)
    sent.set(key, times)
    return times.length < most ? 0 : (times[times.length - most] as number) + span - now()
  }

  /** Counts a message, or refuses it with the seconds to wait. Groups and channels have negative ids. */
  return (chat: string) => {
    const waits = [wait('all', rates.overall, 1000), wait(chat, rates.perChat, 1000)]
    const isGroup = /^[-@]/.test(chat)
    if (isGroup) waits.push(wait(`${chat} minute`, rates.perGroup, 60_000))
    const longest = Math.ceil(Math.max(...waits) / 1000)
    if (longest > 0) {
      throw new Refusal(429, `Too Many Requests: retry after ${longest}`, { retry_after: longest })
    }
    for (const key of ['all', chat, ...(isGroup ? [`${chat} minute`] : [])]) sent.get(key)?.push(now())
  }
}
