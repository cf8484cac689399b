// Records the requests that the fake gets, and waits for them without sleeping.

import type { Refusal } from './refusal.ts'
import type { Parameters } from './specification.ts'

export interface Call {
  method: string
  parameters: Parameters
  /** 200 if the request was carried out, 0 if its connection was reset. */
  status: number
  /** Telegram's words if it was not. */
  description?: string
  result?: unknown
}

const DEFAULT_WAIT_MS = 5_000
/** Handlers may take a moment between two requests, so quiet means this long without any. */
const QUIET_MS = 40
const MAX_CALLS = 20_000

export function createJournal(isIdle: () => boolean) {
  const calls: Call[] = []
  /** Refused because the request itself was wrong. A correct bot has none. */
  const refused: Call[] = []
  /** Refused because of the state of things: blocked, closed, unchanged, too old, too fast. */
  const declined: Call[] = []
  const watchers = new Set<() => void>()
  let inFlight = 0
  /** How many of the oldest calls were dropped. */
  let droppedCount = 0

  const changed = () => {
    for (const watch of watchers) watch()
  }

  /** Resolves with the result of the condition once that is defined. */
  function until<T>(condition: () => T | undefined, what: string, withinMs = DEFAULT_WAIT_MS): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const end = () => {
      clearTimeout(timer)
      watchers.delete(watch)
    }
    const watch = () => {
      const result = condition()
      if (result === undefined) return
      end()
      resolve(result)
    }
    const error = new Error(`waited ${withinMs} ms in vain for ${what}`)
    const timer = setTimeout(() => {
      end()
      error.message += `; the last calls were:\n${lastCalls()}`
      reject(error)
    }, withinMs)
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
    if (calls.length > MAX_CALLS) droppedCount += calls.splice(0, MAX_CALLS / 2).length
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
    recordRefusal(method: string, parameters: Parameters, { status, message, isMalformed }: Refusal) {
      const call = { method, parameters, status, description: message }
      record(call)
      if (isMalformed) refused.push(call)
      else declined.push(call)
    },
    /** The first call that matches, including those already made. */
    waitFor(matches: (call: Call) => boolean, { within }: { within?: number } = {}): Promise<Call> {
      let next = 0
      const look = () => {
        for (next = Math.max(next, droppedCount); next < droppedCount + calls.length; next++) {
          const call = calls[next - droppedCount] as Call
          if (matches(call)) return call
        }
        return undefined
      }
      return until(look, 'a call', within)
    },
    /**
     * Resolves when every update is confirmed, the bot waits for more, and no request was made for a moment or is in
     * flight. Does not notice a handler that takes longer than the moment between two requests.
     */
    quiet({
      within = DEFAULT_WAIT_MS,
      momentMs = QUIET_MS,
    }: {
      within?: number
      momentMs?: number
    } = {}): Promise<void> {
      let quietSince: number | undefined
      let seen = droppedCount + calls.length
      const ticking = setInterval(changed, momentMs / 4)
      return until(
        () => {
          if (!isIdle() || inFlight > 0 || droppedCount + calls.length !== seen) quietSince = undefined
          else quietSince ??= performance.now()
          seen = droppedCount + calls.length
          return quietSince !== undefined && performance.now() - quietSince >= momentMs ? true : undefined
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
