// Posts what is due while the program runs: a first pass at the start, then whenever something falls due.

import { createClock } from '../adapters/host/clock.ts'
import type { Dispatcher } from '../core/delivery/dispatcher.ts'

export interface Posting {
  /** Resolves with the end of the first pass. */
  firstPass: Promise<void>
  /** Resolves after the signal, when the posts in progress are sent. */
  ended: Promise<unknown>
}

/** A shard sends no posts: its parent does. */
export const noPosting: Posting = { firstPass: Promise.resolve(), ended: Promise.resolve() }

export function startPosting({ pass, run }: Dispatcher, signal: AbortSignal): Posting {
  const firstPass = pass().catch(() => {})
  return { firstPass, ended: Promise.all([run(signal), startTicking(pass, signal)]) }
}

/** Waits a second, which the first pass covers, so that loading the scheduler does not delay the first answer. */
async function startTicking(pass: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const clock = createClock()
  await clock.until(clock.now().add({ seconds: 1 }), signal)
  if (signal.aborted) return
  const { everyMinute } = await import('../adapters/host/cron.ts')
  everyMinute(pass, signal)
}
