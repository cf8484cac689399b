// Acknowledges a press of a button: with an alert if there is one in good time, else plainly.

import { type Context, GrammyError } from 'grammy'
import { Temporal } from 'temporal-polyfill'
import type { Clock } from '../../../core/ports.ts'

/** A press is acknowledged once. What comes second does nothing. */
export interface Acknowledgement {
  isGiven(): boolean
  give(): Promise<void>
  /** At most 200 units: https://core.telegram.org/bots/api#answercallbackquery */
  alert(text: string): Promise<void>
  open(url: string): Promise<void>
}

/** Until then the button shows that it is busy. */
const MAX_DELAY_MS = 1000

/** An alert comes only with the acknowledgement, so that one waits a moment for the answer, and no longer. */
export function acknowledgementOf(ctx: Context, clock: Clock): Acknowledgement {
  const given = new AbortController()
  let request: Promise<void> | undefined
  const give = (how: Parameters<Context['answerCallbackQuery']>[0] = {}): Promise<void> => {
    given.abort()
    request ??= ctx.answerCallbackQuery(how).then(() => {}, ignoreRefusal)
    return request
  }
  // The handler gives it at the end, and so learns of an error.
  giveInTime().catch(() => {})

  return {
    isGiven: () => given.signal.aborted,
    give,
    alert: text => give({ text, show_alert: true }),
    open: url => give({ url }),
  }

  async function giveInTime(): Promise<void> {
    const deadline = clock.now().add({ milliseconds: MAX_DELAY_MS })
    // By what the clock shows: a wait may end early.
    while (!given.signal.aborted && Temporal.Instant.compare(clock.now(), deadline) < 0)
      await clock.until(deadline, given.signal)
    await give()
  }
}

/** Telegram refuses an answer to a press that is too old, and nobody waits for that answer any more. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
}
