// Asking Telegram for updates: many chats side by side, through outages, until the signal.
import { run as startRunner } from '@grammyjs/runner'
import { type Bot as Client, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Clock, Log } from '../../core/ports.ts'

interface PollParts {
  bot: Client
  kinds: readonly Exclude<keyof Update, 'update_id'>[]
  clock: Clock
  log: Log
  reached(is: boolean): void
}

/** Tries against a second poller, which the old process is while a new one takes over. */
const tries = 10
const untilNextTry = { seconds: 3 }

/** Resolves when the signal came and every update in hand is answered. Throws what Telegram will not take back. */
export async function poll(parts: PollParts, signal: AbortSignal): Promise<void> {
  const { bot, kinds, clock, log } = parts
  tellOutages(parts)
  for (let attempt = 1; !signal.aborted; attempt++) {
    const begun = clock.now()
    const runner = startRunner(bot, {
      runner: {
        fetch: { allowed_updates: kinds },
        silent: true,
        maxRetryTime: Number.POSITIVE_INFINITY,
        // The runner's own intervals double without end.
        retryInterval: 500,
      },
    })
    const stop = () => void runner.stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await runner.task()
      // Updates are confirmed before they are answered: the last ones are still in hand.
      while (runner.size() > 0) await clock.until(clock.now().add({ milliseconds: 20 }), never)
    } catch (error) {
      // Another process that comes long after the last one is another matter.
      if (clock.now().epochMilliseconds - begun.epochMilliseconds > 60_000) attempt = 1
      if (!isConflict(error) || attempt === tries) throw error
      log('info', 'telegram conflict', { attempt, error: error.description })
      await clock.until(clock.now().add(untilNextTry), signal)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
}

const never = new AbortController().signal

const isConflict = (error: unknown): error is GrammyError =>
  error instanceof GrammyError && error.error_code === 409

/** The runner tries again without a word; an operator is told once when polls fail, and when they work again. */
function tellOutages({ bot, log, reached }: PollParts): void {
  let isOut = false
  const note = (out: boolean, error: string) => {
    if (out && !isOut) log('error', 'telegram not reached', { error })
    if (!out && isOut) log('info', 'telegram reached again', {})
    if (out !== isOut) reached(!out)
    isOut = out
  }
  bot.api.config.use(async (previous, method, payload, signal) => {
    if (method !== 'getUpdates') return previous(method, payload, signal)
    try {
      // While it is out a poll asks for an answer at once: a long one would not tell for half a minute that all is well.
      const answer = await previous(method, isOut ? { ...payload, timeout: 0 } : payload, signal)
      note(!answer.ok && answer.error_code !== 409, answer.ok ? '' : answer.description)
      return answer
    } catch (error) {
      if (!signal?.aborted) note(true, (error as Error).message)
      throw error
    }
  })
}
