// The composition root: it alone knows every adapter, the environment and the exit codes.
process.env.TZ = 'UTC'

import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { AccountInUse, claimAccount } from './adapters/account/account.ts'
import { createClock } from './adapters/clock/system.ts'
import { createConsole, terminal } from './adapters/console/index.ts'
import { openStore } from './adapters/storage/open.ts'
import { StateError } from './adapters/storage/sqlite.ts'
import { type Config, readConfig, usage } from './config.ts'
import { createBot } from './core/bot.ts'
import { momentOf } from './core/calendar/zone.ts'
import type { Corpus } from './core/corpus/corpus.ts'
import { loadCorpus } from './core/corpus/folder.ts'
import { createDispatcher } from './core/delivery/dispatcher.ts'
import { composePost } from './core/delivery/post.ts'
import { subscribeUsual } from './core/delivery/usual.ts'
import { paragraph } from './core/message/build.ts'
import { phrasesOf } from './core/phrases/phrases.ts'
import type { Address, Log, Platform } from './core/ports.ts'
import { openIndex } from './core/search/open.ts'

const read = readConfig(process.argv.slice(2), process.env)
if ('errors' in read) fail(2, ...read.errors, '', usage)
else if (read.config.help) console.log(usage)
else await start(read.config)

async function start(config: Config): Promise<void> {
  const loaded = await loadCorpus(config.corpus, join(config.state, 'corpus.json'))
  if ('faults' in loaded) {
    const count = loaded.faults.length
    return fail(
      1,
      ...loaded.faults.map(({ path, line, message }) => `${path}:${line} ${message}`),
      `The corpus has ${count} ${count === 1 ? 'fault' : 'faults'} and was not loaded.`,
    )
  }
  try {
    await serve(config, loaded.corpus)
  } catch (error) {
    if (!(error instanceof StateError || error instanceof AccountInUse)) throw error
    fail(1, error.message)
  }
}

async function serve(config: Config, corpus: Corpus): Promise<void> {
  const clock = createClock(config.now)
  const store = await openStore(config, clock, log)
  const platform = createConsole({
    input: process.stdin,
    output: process.stdout,
    ansi: Boolean(process.stdout.isTTY && process.stdout.hasColors()) && !process.env.NO_COLOR,
  })
  const platforms: Platform[] = [platform]
  for (const { account } of platforms)
    if (account) claimAccount(account, config.database ?? resolve(config.state))
  const check = (chat: Address) => {
    const asked = platforms.find(each => each.name === chat.platform)
    return asked?.check ? asked.check(chat) : Promise.resolve(undefined)
  }
  const say = phrasesOf('en')
  const stop = new AbortController()
  const { index } = await openIndex(corpus, {
    saved: join(config.state, 'search.index'),
    signal: stop.signal,
    told: telling((articles, of) =>
      platform.send(terminal, { body: [paragraph(say.commands.search.indexed(articles, of))] }, ''),
    ),
  })
  const bot = createBot({ corpus, index, store, clock, newId, log, check })
  const dispatcher = createDispatcher({
    store,
    clock,
    platforms,
    owner: newId(),
    log,
    recurrenceOf: id => corpus.anniversaries.find(each => each.id === id)?.recurrence,
    compose: ({ subscription, due, resent }, late) => {
      const anniversary = corpus.anniversaries.find(each => each.id === subscription.anniversary)
      if (!anniversary) throw new Error(`the corpus has no anniversary ${subscription.anniversary}`)
      const since = late || resent ? say.moment(due.at.toZonedDateTimeISO(subscription.zone)) : undefined
      return composePost(anniversary, due.occurrence, corpus, 'en', say, since)
    },
    paused: (_, reason) => ({ body: [paragraph(say.pausedNotice(say.commands.settings.paused(reason)))] }),
  })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  // Whoever reads our output may leave before its end.
  process.stdout.on('error', () => stop.abort())

  // New rules for a zone move the moments that local hours mean.
  await store.retime(process.versions.tz ?? 'unknown', group =>
    momentOf(group.next.occurrence, group.time, group.zone),
  )
  await subscribeUsual(terminal, corpus, store, clock, newId)
  // People are greeted before a late post arrives, and their first answer does not wait for it.
  const talking = platform.run(bot, stop.signal)
  await new Promise(resolve => setImmediate(resolve))
  const first = dispatcher.pass()
  const sending = dispatcher.run(stop.signal)
  const ticking = startTicking(dispatcher.pass, stop.signal)
  await talking
  await first.catch(() => {})
  stop.abort()
  await ticking
  await sending
  await store.close()
}

/** Tells how far something is once it takes longer than a second, every few seconds and at its end, to whoever looks on. */
function telling(tell: (done: number, of: number) => void): (done: number, of: number) => void {
  let next = performance.now() + 1000
  let told = false
  return (done, of) => {
    if (!process.stdout.isTTY || (performance.now() < next && !(told && done === of))) return
    tell(done, of)
    told = true
    next = performance.now() + 3000
  }
}

/** The poll covers the first second, so that loading the scheduler does not delay the first answer. */
async function startTicking(pass: () => Promise<void>, signal: AbortSignal): Promise<void> {
  await createClock().until(createClock().now().add({ seconds: 1 }), signal)
  if (signal.aborted) return
  const { everyMinute } = await import('./adapters/clock/cron.ts')
  everyMinute(pass, signal)
}

/** 16 letters, so that a delivery's id fits Discord's nonce. */
function newId(): string {
  return randomBytes(8).toString('hex')
}

function log(...[level, event, details]: Parameters<Log>): void {
  if (level === 'error') console.error(event, details)
}

function fail(code: number, ...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = code
}
