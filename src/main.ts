// The composition root: it alone knows every adapter, the environment and the exit codes.
process.env.TZ = 'UTC'

import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { AccountInUse, claimAccount } from './adapters/account/account.ts'
import { createClock } from './adapters/clock/system.ts'
import { createConsole, terminal } from './adapters/console/index.ts'
import type { HttpParts } from './adapters/http/index.ts'
import { createPainter } from './adapters/picture/index.ts'
import { openStore } from './adapters/storage/open.ts'
import { StateError } from './adapters/storage/sqlite.ts'
import { type Config, readConfig, secretsOf } from './config/config.ts'
import { type Bot, createBot } from './core/bot.ts'
import { momentOf } from './core/calendar/zone.ts'
import type { Corpus } from './core/corpus/corpus.ts'
import { loadCorpus } from './core/corpus/folder.ts'
import { createComposer } from './core/delivery/composer.ts'
import { createDispatcher, type Dispatcher } from './core/delivery/dispatcher.ts'
import type { Memory, Store } from './core/delivery/ledger.ts'
import { subscribeUsual } from './core/delivery/usual.ts'
import { createLibrary, type Edition } from './core/library.ts'
import { paragraph } from './core/message/build.ts'
import { languageFor, phrasesOf } from './core/phrases/phrases.ts'
import { createPaint } from './core/picture/painting.ts'
import { type Address, type Clock, type Log, type Platform, PlatformError } from './core/ports.ts'
import { openIndex } from './core/search/open.ts'
import { keepInStep } from './reload.ts'

/** How long what is in hand may take after a signal to end. */
const drainSeconds = 8

const read = readConfig(process.argv.slice(2), process.env, '.env')
if ('errors' in read) fail(process.argv.includes('--check') ? 1 : 2, ...read.errors, '', await usage())
else if (read.config.help) console.log(await usage())
else if (read.config.check) await check(read.config)
else await start(read.config)

async function start(config: Config): Promise<void> {
  const loaded = await load(config)
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
    if (!isForOperator(error)) throw error
    fail(1, error.message)
  }
}

function load({ corpus, state }: Config) {
  return loadCorpus(corpus, join(state, 'corpus.json'))
}

async function reload({ corpus, state }: Config) {
  const { loadAside } = await import('./adapters/folder/load.ts')
  return loadAside(corpus, join(state, 'corpus.json'))
}

async function check(config: Config): Promise<void> {
  const clock = createClock(config.now)
  const { checkStart } = await import('./check.ts')
  const isWell = await checkStart({
    config,
    clock,
    open: () => openStore(config, clock, () => {}),
    platformsFor: memory => platformsFor(config, { memory, clock, log: () => {} }),
  })
  if (!isWell) process.exitCode = 1
}

async function serve(config: Config, corpus: Corpus): Promise<void> {
  const clock = createClock(config.now)
  const log = await logFor(config)
  const store = await openStore(config, clock, log)
  const platforms = await platformsFor(config, { memory: store, clock, log })
  for (const { account } of platforms)
    if (account) claimAccount(account, config.database ?? resolve(config.state))
  const check = (chat: Address) => {
    const asked = platforms.find(each => each.name === chat.platform)
    return asked?.check ? asked.check(chat) : Promise.resolve(undefined)
  }
  const stop = new AbortController()
  const http = await httpFor(config, { corpus: () => library.corpus(), store, platforms, clock, log })
  const meter = http && { meter: http.meter }
<<<<<<< HEAD
  // Who reads a pipe wants words; there the drawing library would only take memory.
  const draws = hasAccounts(config) || process.stdout.isTTY
  const paint = draws ? createPaint({ painter: createPainter(), clock, log }) : undefined
  const publish = async (corpus: Corpus): Promise<Edition> => {
    const { index } = await openIndex(corpus, {
      saved: join(config.state, 'search.index'),
      signal: stop.signal,
      told: telling((articles, of) => tellOfIndex(articles, of, config, platforms, log)),
    })
    const parts = { corpus, index, store, clock, newId, log, check, ...meter, ...(paint && { paint }) }
    return {
      corpus: () => corpus,
      bot: createBot(parts),
      recurrenceOf: id => corpus.anniversaries.find(each => each.id === id)?.recurrence,
      ...createComposer(corpus, store, paint),
    }
  }
  const library = createLibrary(await publish(corpus), () => load(config), publish)
=======
  const publish = (corpus: Corpus): Edition => ({
    corpus: () => corpus,
    bot: createBot({ corpus, store, clock, newId, log, check, ...meter }),
    recurrenceOf: id => corpus.anniversaries.find(each => each.id === id)?.recurrence,
    ...createComposer(corpus, store),
  })
  const library = createLibrary(publish(corpus), () => reload(config), publish)
>>>>>>> e575a17311674fdd05f2009441a5b98c8e457aff
  const dispatcher = createDispatcher({ store, clock, platforms, owner: newId(), log, ...library, ...meter })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  // A library that stumbles over one event must not take the other chats with it.
  if (hasAccounts(config))
    process.on('unhandledRejection', error =>
      log('error', 'unhandled rejection', { error: error instanceof Error ? error.stack : String(error) }),
    )
  stop.signal.addEventListener('abort', () => endInTime(log), { once: true })
  // Whoever reads our output may leave before its end.
  process.stdout.on('error', () => stop.abort())

  // New rules for a zone move the moments that local hours mean.
  await store.retime(process.versions.tz ?? 'unknown', group =>
    momentOf(group.next.occurrence, group.time, group.zone),
  )
  if (!hasAccounts(config)) {
    await subscribeUsual(terminal, corpus, store, clock, newId)
    const language = languageFor(config.locale)
    if (language !== 'en' && !(await store.languageOf(terminal))) await store.setLanguage(terminal, language)
  }
  const bot = hasAccounts(config) ? await withLimits(library.bot, store) : library.bot
  const answering = await http?.serve(stop.signal).catch(async error => {
    await store.close()
    throw error
  })
  // People are greeted before a late post arrives, and their first answer does not wait for it.
  const talking = Promise.all(platforms.map(platform => platform.run(bot, stop.signal)))
  await new Promise(resolve => setImmediate(resolve))
  void keepInStep(library, config.corpus, log, stop.signal)
  const posting = config.discord?.isShard ? idle() : startPosting(dispatcher, stop.signal)
  try {
    await talking
    await posting.first
  } finally {
    stop.abort()
    await posting.ended
    await answering?.ended
    await store.close()
  }
}

/**
 * Ends the process where what is in hand does not: Docker and systemd kill what outlasts their patience, 10 seconds with
 * Docker. A send without its outcome stays in the ledger as sending, and is unknown when its lease is over.
 */
function endInTime(log: Log): void {
  setTimeout(() => {
    log('error', 'ended with work in hand', { seconds: drainSeconds })
    process.exit()
  }, drainSeconds * 1000).unref()
}

/** The platforms that there are tokens for; the terminal where there are none. Each is loaded only where it is served. */
async function platformsFor(
  config: Config,
  parts: { memory: Memory; clock: Clock; log: Log },
): Promise<Platform[]> {
  if (!hasAccounts(config))
    return [
      createConsole({
        input: process.stdin,
        output: process.stdout,
        ansi: Boolean(process.stdout.isTTY && process.stdout.hasColors()) && !config.plain,
        locale: config.locale,
        pictures: join(config.state, 'pictures'),
      }),
    ]
  const platforms: Platform[] = []
  // A shard answers Discord's people, and nothing else: its parent does the rest.
  if (config.telegram && !config.discord?.isShard) {
    const { createTelegram } = await import('./adapters/telegram/index.ts')
    platforms.push(createTelegram({ ...config.telegram, ...parts }))
  }
  if (config.discord) {
    const { createDiscord } = await import('./adapters/discord/index.ts')
    platforms.push(createDiscord({ ...config.discord, ...parts }))
  }
  return platforms
}

/** Who sits at the terminal may ask as much as they like, and waits for nothing to load. */
async function withLimits(bot: Bot, store: Store): Promise<Bot> {
  const { limited } = await import('./adapters/limits/limits.ts')
  return limited(bot, store)
}

/** What is served over HTTP where a port is given, and the meter whose figures are read there. */
async function httpFor({ http, discord }: Config, parts: Omit<HttpParts, 'port' | 'host'>) {
  if (!http || discord?.isShard) return undefined
  const { createHttp } = await import('./adapters/http/index.ts')
  return createHttp({ ...http, ...parts })
}

function hasAccounts({ telegram, discord }: Config): boolean {
  return telegram !== undefined || discord !== undefined
}

/** What a shard posts: nothing. */
function idle() {
  return { first: Promise.resolve(), ended: Promise.resolve() }
}

/** Posts what is due until the signal; `first` ends with the first pass. */
function startPosting({ pass, run }: Dispatcher, signal: AbortSignal) {
  const first = pass().catch(() => {})
  const sending = run(signal)
  const ticking = startTicking(pass, signal)
  return { first, ended: Promise.all([sending, ticking]) }
}

/** A large index takes a while: who sits at the terminal is told there, an operator in the log. */
async function tellOfIndex(
  articles: number,
  of: number,
  config: Config,
  platforms: readonly Platform[],
  log: Log,
): Promise<void> {
  if (hasAccounts(config)) return log('info', 'search index', { articles, of })
  const { indexed } = (await phrasesOf(languageFor(config.locale))).commands.search
  await platforms[0]?.send(terminal, { body: [paragraph(indexed(articles, of))] }, '')
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

/** Loaded only where somebody is to read it. */
async function usage(): Promise<string> {
  return (await import('./config/usage.ts')).usage
}

/** 16 letters, so that a delivery's id fits Discord's nonce. */
function newId(): string {
  return randomBytes(8).toString('hex')
}

/** A terminal belongs to who talks in it, and is told only what went wrong. */
async function logFor(config: Config): Promise<Log> {
  if (!hasAccounts(config))
    return (level, event, details) => {
      if (level === 'error') console.error(event, details)
    }
  const { createLog } = await import('./adapters/log/log.ts')
  return createLog({ level: config.log, output: process.stderr, secrets: secretsOf(config) })
}

function isForOperator(error: unknown): error is Error {
  return error instanceof StateError || error instanceof AccountInUse || error instanceof PlatformError
}

function fail(code: number, ...lines: string[]): void {
  for (const line of lines) console.error(line)
  process.exitCode = code
}
