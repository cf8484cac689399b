// The bundled archive behind the real Telegram adapter, talking over HTTP with the strict fake of the Bot API.
import { onTestFinished } from 'vitest'
import { createTelegram } from '../../../src/adapters/telegram/index.ts'
import type { TelegramParts } from '../../../src/adapters/telegram/parts.ts'
import type { Store } from '../../../src/core/delivery/store.ts'
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
  /** Where the adapter looks for Telegram, if not where the fake is. */
  apiRoot?: string
  /** What stands before the bot, as the limits do. */
  guard?: Guard
}

/** Running, until the test is over. */
export async function startScene(options: Options = {}): Promise<Scene> {
  const telegram = options.telegram ?? (await startTelegram({ token }))
  // The fake ends after the bot: what is registered last is done first.
  if (!options.telegram) onTestFinished(() => telegram.close())
  const archive = await startArchive(
    parts =>
      createTelegram({
        token: options.token ?? token,
        apiRoot: options.apiRoot ?? telegram.url,
        ...(options.webhook && { webhook: options.webhook }),
        ...parts,
      }),
    options.store,
    options.guard,
  )
  return { ...archive, telegram }
}

export const labelsOf = (message: { reply_markup?: { inline_keyboard?: { text: string }[][] } }): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** A fault that holds an answer back from when its request has come until the test lets it go. */
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
