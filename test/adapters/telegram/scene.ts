// The bundled archive behind the real Telegram adapter, talking over HTTP with the strict fake of the Bot API.
import { Temporal } from 'temporal-polyfill'
import { onTestFinished } from 'vitest'
import { createStore } from '../../../src/adapters/storage/ledger.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createTelegram, type TelegramParts } from '../../../src/adapters/telegram/index.ts'
import { type Bot, createBot } from '../../../src/core/bot.ts'
import { createComposer } from '../../../src/core/delivery/composer.ts'
import { createDispatcher, type Dispatcher } from '../../../src/core/delivery/dispatcher.ts'
import type { Store } from '../../../src/core/delivery/ledger.ts'
import type { Clock, Platform } from '../../../src/core/ports.ts'
import { buildIndex } from '../../../src/core/search/build.ts'
import { bundledCorpus } from '../../core/bundled.ts'
import { startTelegram, type Telegram } from '../../fakes/telegram/index.ts'

export const token = '123456:AAtheFakeTokenOfTheTests'

export interface Scene {
  telegram: Telegram
  platform: Platform
  store: Store
  dispatcher: Dispatcher
  /** Every line of the log, as the operator would read it. */
  log: string[]
  at(moment: string): void
  /** Ends with the bot, as it ends. */
  ended: Promise<void>
  /** Stops the bot as SIGTERM would, and resolves when it has ended. */
  stop(): Promise<void>
}

interface Options {
  telegram?: Telegram
  store?: Store
  webhook?: TelegramParts['webhook']
  token?: string
  /** Where the adapter looks for Telegram, if not where the fake is. */
  apiRoot?: string
  /** What stands before the bot, as the limits do. */
  guard?(bot: Bot, store: Store): Bot
}

/** Read once for all scenes of a file: it is never changed. */
let corpusRead: ReturnType<typeof bundledCorpus> | undefined

/** Running, until the test is over. */
export async function startScene(options: Options = {}): Promise<Scene> {
  const telegram = options.telegram ?? (await startTelegram({ token }))
  const store = options.store ?? createStore(openSqlite(':memory:'))
  let moment = Temporal.Instant.from('2026-11-21T12:00:00Z')
  // Nobody waits for the hour in these tests; what the adapter waits for is as short as can be.
  const clock: Clock = { now: () => moment, until: () => new Promise(resolve => setImmediate(resolve)) }
  let ids = 0
  const newId = () => `id-${++ids}`
  const lines: string[] = []
  const log = (level: string, event: string, details: object) =>
    void lines.push(`${level} ${event} ${JSON.stringify(details)}`)
  corpusRead ??= bundledCorpus()
  const corpus = await corpusRead
  const platform = createTelegram({
    token: options.token ?? token,
    apiRoot: options.apiRoot ?? telegram.url,
    ...(options.webhook && { webhook: options.webhook }),
    memory: store,
    clock,
    log,
  })
  const bot = createBot({
    corpus,
    index: buildIndex(corpus),
    store,
    clock,
    newId,
    log,
    check: async chat => platform.check?.(chat),
  })
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms: [platform],
    owner: 'test',
    log,
    recurrenceOf: id => corpus.anniversaries.find(each => each.id === id)?.recurrence,
    ...createComposer(corpus, store),
  })
  const stopped = new AbortController()
  const running = platform.run(options.guard?.(bot, store) ?? bot, stopped.signal)
  running.catch(() => {})
  const scene: Scene = {
    telegram,
    platform,
    store,
    dispatcher,
    log: lines,
    at: text => {
      moment = Temporal.Instant.from(text)
    },
    ended: running,
    async stop() {
      stopped.abort()
      await running
    },
  }
  onTestFinished(async () => {
    await scene.stop().catch(() => {})
    if (!options.telegram) await telegram.close()
  })
  return scene
}

export const labels = (message: { reply_markup?: { inline_keyboard?: { text: string }[][] } }): string[] =>
  (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text)

/** A fault that holds an answer back from when its request has come until the test lets it go. */
export function hold() {
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
