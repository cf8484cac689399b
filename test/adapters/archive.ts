// Runs the bundled archive behind a platform's real adapter, with a clock that moves only when a test sets it.

import { Temporal } from 'temporal-polyfill'
import { onTestFinished } from 'vitest'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { type Bot, createBot } from '../../src/core/bot/bot.ts'
import { createDispatcher, type Dispatcher } from '../../src/core/delivery/dispatcher.ts'
import type { Memory, Store } from '../../src/core/delivery/store.ts'
import type { Platform } from '../../src/core/platform.ts'
import type { Clock, Log } from '../../src/core/ports.ts'
import { createComposer } from '../../src/core/wording/composer.ts'
import { bundledCorpus, indexOf } from '../core/bundled.ts'

export interface Archive {
  bot: Bot
  platform: Platform
  store: Store
  dispatcher: Dispatcher
  /** Every line of the log, as the operator would read it. */
  log: string[]
  /** Resolves when a line of the log, past or future, has the words. */
  logged(words: string): Promise<void>
  /** The result of the platform's run; rejects after a fatal error. */
  running: Promise<void>
  at(moment: string): void
  /** Stops the bot as SIGTERM would, and resolves when it has ended. */
  stop(): Promise<void>
}

/** Wraps the bot that the platform talks to, as the limits do. */
export type Guard = (bot: Bot, parts: { store: Store; clock: Clock }) => Bot

/** Running, until the test is over. */
export async function startArchive(
  create: (parts: { memory: Memory; clock: Clock; log: Log }) => Platform,
  store: Store = createStore(openSqlite(':memory:')),
  guard: Guard = bot => bot,
): Promise<Archive> {
  let moment = Temporal.Instant.from('2026-11-21T12:00:00Z')
  // The adapter never waits longer than one turn of the event loop.
  const clock: Clock = { now: () => moment, until: () => new Promise(resolve => setImmediate(resolve)) }
  let ids = 0
  const newId = () => `id-${++ids}`
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const log: Log = (level, event, details) => {
    lines.push(`${level} ${event} ${JSON.stringify(details)}`)
    for (const look of waiting) look()
  }
  const corpus = await bundledCorpus()
  const platform = create({ memory: store, clock, log })
  const bot = createBot({
    corpus,
    index: indexOf(corpus),
    store,
    clock,
    newId,
    random: () => 0,
    log,
    check: async chat => platform.check?.(chat),
    isAdmin: async (chat, user) => (await platform.isAdmin?.(chat, user)) ?? false,
  })
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms: [platform],
    owner: 'test',
    log,
    recurringDayOf: id => corpus.anniversaries.find(each => each.id === id),
    ...createComposer(corpus, store),
  })
  const stopped = new AbortController()
  const running = platform.run(guard(bot, { store, clock }), stopped.signal)
  running.catch(() => {})
  const archive: Archive = {
    bot,
    platform,
    store,
    dispatcher,
    log: lines,
    logged: words =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!lines.some(line => line.includes(words))) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
        running.catch(reject)
      }),
    running,
    at: text => {
      moment = Temporal.Instant.from(text)
    },
    async stop() {
      stopped.abort()
      await running
    },
  }
  onTestFinished(() => archive.stop().catch(() => {}))
  return archive
}
