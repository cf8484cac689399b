// Logs what was asked of the fake, and waits for it without sleeping.

import type { Refusal } from './refusal.ts'
import type { Parameters } from './specification.ts'

export interface Call {
  method: string
  parameters: Parameters
  /** 200 where the request was carried out; 0 for a connection that was reset. */
  status: number
  /** Telegram's words where it was not. */
  description?: string
  result?: unknown
}

/** Milliseconds. */
const patience = 5_000
/** Milliseconds without any request before it counts as quiet: handlers may think between two requests. */
const settled = 40
const keptCalls = 20_000

export function createJournal(isIdle: () => boolean) {
  const calls: Call[] = []
  /** Refused because the request itself was wrong, whatever the chats are like: a correct bot has none. */
  const refused: Call[] = []
  /** Refused because of how things stood: blocked, closed, unchanged, too old, too fast. */
  const declined: Call[] = []
  const watchers = new Set<() => void>()
  let inFlight = 0
  /** How many calls were made before the first that is kept. */
  let forgotten = 0

  const changed = () => {
    for (const watch of watchers) watch()
  }

  /** Resolves with what the condition gives, as soon as it gives something. */
  function until<T>(condition: () => T | undefined, what: string, within = patience): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const end = () => {
      clearTimeout(timer)
      watchers.delete(watch)
    }
    const watch = () => {
      const found = condition()
      if (found === undefined) return
      end()
      resolve(found)
    }
    const error = new Error(`waited ${within} ms in vain for ${what}`)
    const timer = setTimeout(() => {
      end()
      error.message += `; the last calls were:\n${lastCalls()}`
      reject(error)
    }, within)
    watchers.add(watch)
    watch()
    return promise
  }

  const lastCalls = () =>
    calls
      .slice(-15)
      .map(({ method, parameters, status, description }) => {
        const given = JSON.stringify(parameters)
        return `  ${method} ${given.length > 300 ? `${given.slice(0, 300)}...` : given} -> ${status} ${description ?? ''}`
      })
      .join('\n') || '  none'

  function record(call: Call) {
    calls.push(call)
    if (calls.length > keptCalls) forgotten += calls.splice(0, keptCalls / 2).length
  }

  return {
    calls,
    refused,
    declined,
    changed,
    until,
    lastCalls,
    began() {
      inFlight++
    },
    ended() {
      inFlight--
      changed()
    },
    record,
    recordRefusal(method: string, parameters: Parameters, { status, message, malformed }: Refusal) {
      const call = { method, parameters, status, description: message }
      record(call)
      if (malformed) refused.push(call)
      else declined.push(call)
    },
    /** The first call that fits, among those already made, too. */
    waitFor(fits: (call: Call) => boolean, { within }: { within?: number } = {}): Promise<Call> {
      let asked = 0
      const look = () => {
        for (asked = Math.max(asked, forgotten); asked < forgotten + calls.length; asked++) {
          const call = calls[asked - forgotten] as Call
          if (fits(call)) return call
        }
        return undefined
      }
      return until(look, 'a call', within)
    },
    /**
     * Resolves when every update was confirmed, the bot waits for more, and no request is in flight or was made for a
     * moment. A handler that thinks longer than the moment between two requests is not noticed.
     */
    quiet({ within = patience, moment = settled }: { within?: number; moment?: number } = {}): Promise<void> {
      let since: number | undefined
      let seen = forgotten + calls.length
      const ticking = setInterval(changed, moment / 4)
      return until(
        () => {
          if (!isIdle() || inFlight > 0 || forgotten + calls.length !== seen) since = undefined
          else since ??= performance.now()
          seen = forgotten + calls.length
          return since !== undefined && performance.now() - since >= moment ? true : undefined
        },
        'quiet',
        within,
      )
        .then(() => {})
        .finally(() => clearInterval(ticking))
    },
  }
}

export type Journal = ReturnType<typeof createJournal>
