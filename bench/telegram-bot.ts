// Runs one bot for the Telegram bench in a separate process: ours with the bundled archive, or a bare echo on grammY.

import { AsyncLocalStorage } from 'node:async_hooks'
import http from 'node:http'
import { run } from '@grammyjs/runner'
import { Bot as Client } from 'grammy'
import { createClock } from '../src/adapters/host/clock.ts'
import { openSqlite } from '../src/adapters/storage/sqlite.ts'
import { createStore } from '../src/adapters/storage/store.ts'
import { createTelegram } from '../src/adapters/telegram/index.ts'
import { createBot } from '../src/core/bot/bot.ts'
import { loadCorpus } from '../src/core/corpus/load/folder.ts'
import { buildIndex } from '../src/core/search/index/build.ts'

/** The answer to each message of the parent: milliseconds of CPU since the last one, and each update's handling time. */
export interface Report {
  cpu: number
  times: number[]
}

const [kind = '', token = '', apiRoot = '', timed] = process.argv.slice(2)
const times: number[] = []
if (timed === 'timed') timeHandling()

let before = process.cpuUsage()
process.on('message', () => {
  const { user, system } = process.cpuUsage(before)
  before = process.cpuUsage()
  process.send?.({ cpu: (user + system) / 1000, times: times.splice(0) } satisfies Report)
})

if (kind === 'echo') {
  const bot = new Client(token, { client: { apiRoot } })
  bot.on('message:text', ctx => ctx.reply(ctx.message.text))
  run(bot)
} else {
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error('the bundled corpus has faults')
  const store = createStore(openSqlite(':memory:'))
  const clock = createClock()
  let ids = 0
  const bot = createBot({
    corpus: loaded.corpus,
    index: buildIndex(loaded.corpus),
    store,
    clock,
    newId: () => `id-${++ids}`,
    random: Math.random,
    log: () => {},
  })
  const platform = createTelegram({ token, apiRoot, memory: store, clock, log: () => {} })
  await platform.run(bot, new AbortController().signal)
}

/** Times each update from where it is handed to the bot to where the first request for it is written. */
function timeHandling() {
  const handling = new AsyncLocalStorage<{ start: number | undefined }>()
  const handle = Client.prototype.handleUpdate
  Client.prototype.handleUpdate = function (...update) {
    return handling.run({ start: performance.now() }, () => handle.apply(this, update))
  }
  const request = http.request
  http.request = ((...given: Parameters<typeof http.request>) => {
    const update = handling.getStore()
    if (update?.start !== undefined) {
      times.push(performance.now() - update.start)
      update.start = undefined
    }
    return request(...given)
  }) as typeof http.request
}
