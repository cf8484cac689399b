// Runs the bundled archive behind the real Telegram adapter, which talks to the strict fake of the Bot API over HTTP.

import { Temporal } from 'temporal-polyfill'
import { expect, onTestFinished } from 'vitest'
import { createTelegram } from '../../../src/adapters/telegram/index.ts'
import type { TelegramParts } from '../../../src/adapters/telegram/parts.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
import type { Clock } from '../../../src/core/ports.ts'
import { startTelegram, type Telegram } from '../../fakes/telegram/index.ts'
import { type Archive, type Guard, startArchive } from '../archive.ts'

export const token = '123456:AAtheFakeTokenOfTheTests'

export interface Scene extends Archive {
  telegram: Telegram
}

interface Options {
  telegram?: Telegram
  store?: Store
  webhook?: TelegramParts['webhook']
  token?: string
  /** An address for the adapter other than that of the fake. */
  apiRoot?: string
  /** Wraps the bot, as the limits do. */
  guard?: Guard
  mayLeaveUnanswered?: boolean
  /** Lets a wait of a second or more end only when the test has moved the clock so far. */
  waits?: true
}

/** Starts the adapter, which runs until the test is over. The test fails if a press or an inline query is left unanswered. */
export async function startScene(options: Options = {}): Promise<Scene> {
  const telegram = options.telegram ?? (await startTelegram({ token }))
  // Registered first and so closed last, after the bot has stopped.
  if (!options.telegram) onTestFinished(() => telegram.close())
  const archive = await startArchive(
    parts =>
      createTelegram({
        token: options.token ?? token,
        apiRoot: options.apiRoot ?? telegram.url,
        ...(options.webhook && { webhook: options.webhook }),
        ...parts,
        ...(options.waits && { clock: waitingClock(parts.clock) }),
      }),
    options.store,
    options.guard,
  )
  if (!options.mayLeaveUnanswered)
    onTestFinished(async () => {
      const unanswered = () => [...telegram.unansweredPresses(), ...telegram.unansweredQueries()]
      await telegram
        .until(() => (unanswered().length === 0 ? true : undefined), 'all answers')
        .catch(() => expect(unanswered()).toEqual([]))
    })
  return { ...archive, telegram }
}

const waitingClock = ({ now }: Clock): Clock => ({
  now,
  async until(time, signal) {
    const isShort = now().until(time).total('seconds') < 1
    do await new Promise(resolve => setImmediate(resolve))
    while (!isShort && !signal.aborted && Temporal.Instant.compare(now(), time) < 0)
  },
})

export const labelsOf = (message: { reply_markup?: { inline_keyboard?: { text: string }[][] } }): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** A fault that holds an answer back until the test releases it. `begun` resolves when the request has arrived. */
export function holdAnswer() {
  const begun = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const fault = {
    get until() {
      begun.resolve()
      return released.promise
    },
  }
  return { fault, begun: begun.promise, release: released.resolve }
}
