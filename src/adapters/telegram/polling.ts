// Polls Telegram for updates until the signal: handles many chats at the same time, and goes on after outages.

import { run as startRunner } from '@grammyjs/runner'
import { type Bot as Client, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Clock, Log } from '../../core/ports.ts'

export type UpdateType = Exclude<keyof Update, 'update_id'>

interface PollParts {
  client: Client
  allowedUpdates: readonly UpdateType[]
  clock: Clock
  log: Log
  setConnected(isConnected: boolean): void
}

/** There may be a second poller for a while: the old process, until the new one has taken over. */
const MAX_CONFLICT_ATTEMPTS = 10
const CONFLICT_RETRY_DELAY = { seconds: 3 }
/** A conflict after this long is a new one. */
const CONFLICT_RESET_MS = 60_000
const FETCH_RETRY_MS = 500
const IN_FLIGHT_CHECK = { milliseconds: 20 }

/** Resolves once the signal has aborted and every fetched update is answered. Throws Telegram's final refusals. */
export async function poll(parts: PollParts, signal: AbortSignal): Promise<void> {
  const { client, allowedUpdates, clock, log } = parts
  reportOutages(parts)
  for (let attempt = 1; !signal.aborted; attempt++) {
    const startedAt = clock.now()
    const runner = startRunner(client, {
      runner: {
        fetch: { allowed_updates: allowedUpdates },
        silent: true,
        maxRetryTime: Number.POSITIVE_INFINITY,
        // The runner's own intervals double without limit.
        retryInterval: FETCH_RETRY_MS,
      },
    })
    const stop = () => void runner.stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await runner.task()
      // Updates are confirmed before they are answered, so the last ones may still be in progress.
      while (runner.size() > 0) await clock.until(clock.now().add(IN_FLIGHT_CHECK), neverAborted)
    } catch (error) {
      if (clock.now().epochMilliseconds - startedAt.epochMilliseconds > CONFLICT_RESET_MS) attempt = 1
      if (!isConflict(error) || attempt === MAX_CONFLICT_ATTEMPTS) throw error
      log('info', 'telegram conflict', { attempt, error: error.description })
      await clock.until(clock.now().add(CONFLICT_RETRY_DELAY), signal)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}

const neverAborted = new AbortController().signal

const isConflict = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 409

/** The runner retries silently. This logs once when polls begin to fail, and once when they work again. */
function reportOutages({ client, log, setConnected }: PollParts): void {
  let isDown = false
  const report = (isDownNow: boolean, error: string) => {
    if (isDownNow && !isDown) log('error', 'telegram not reached', { error })
    if (!isDownNow && isDown) log('info', 'telegram reached again', {})
    if (isDownNow !== isDown) setConnected(!isDownNow)
    isDown = isDownNow
  }
  client.api.config.use(async (previous, method, payload, signal) => {
    if (method !== 'getUpdates') return previous(method, payload, signal)
    try {
      // During an outage a poll asks for an answer at once. A long poll would report the recovery half a minute late.
      const answer = await previous(method, isDown ? { ...payload, timeout: 0 } : payload, signal)
      report(!answer.ok && answer.error_code !== 409, answer.ok ? '' : answer.description)
      return answer
    } catch (error) {
      if (!signal?.aborted) report(true, (error as Error).message)
      throw error
    }
  })
}
