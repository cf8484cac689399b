// The bot from its start to its end: store, corpus and platforms are opened, served, and closed in time.
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { terminal } from '../adapters/console/index.ts'
import { claimAccount } from '../adapters/host/account.ts'
import { createClock } from '../adapters/host/clock.ts'
import type { Serving } from '../adapters/http/server.ts'
import { createPainter } from '../adapters/picture/index.ts'
import { openStore } from '../adapters/storage/open.ts'
import type { Config } from '../config/config.ts'
import { createEdition } from '../core/bot/edition.ts'
import { createLibrary, type Library } from '../core/bot/library.ts'
import { momentOf } from '../core/calendar/zone.ts'
import { type LoadedCorpus, loadCorpus, reopenCorpus } from '../core/corpus/load/folder.ts'
import type { Fault } from '../core/corpus/load/yaml.ts'
import type { Corpus } from '../core/corpus/model.ts'
import { subscribeByDefault } from '../core/delivery/default-subscription.ts'
import { createDispatcher, type Dispatcher } from '../core/delivery/dispatcher.ts'
import type { Store } from '../core/delivery/ledger.ts'
import { languageFor } from '../core/languages/language.ts'
import { createPaint } from '../core/picture/painting.ts'
import type { Platform } from '../core/platform.ts'
import type { Address, Clock, Log, Meter } from '../core/ports.ts'
import type { IndexOptions } from '../core/search/index/search-index.ts'
import { hasAccounts, httpFor, limitedBot, logFor, platformsFor } from './platforms.ts'
import { indexProgress } from './progress.ts'
import { logFaults, reloadOnChange } from './reload.ts'

/** How long what is in hand may take after a signal to end. */
const drainSeconds = 8

/**
 * Serves until a signal, or the end of what is typed. Resolves with what kept it from starting, a line each; throws a
 * StateError, AccountInUse or PlatformError where the operator has to change something.
 */
export async function serve(config: Config): Promise<string[]> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  // Whoever reads our output may leave before its end.
  process.stdout.on('error', () => stop.abort())
  const clock = createClock(config.now)
  const log = await logFor(config)
  // A library that stumbles over one event must not take the other chats with it.
  if (hasAccounts(config))
    process.on('unhandledRejection', error =>
      log('error', 'unhandled rejection', { error: error instanceof Error ? error.stack : String(error) }),
    )
  stop.signal.addEventListener('abort', () => endInTime(log), { once: true })
  const loading = load(config, stop.signal)
  loading.catch(() => {})
  // Nothing is made for a terminal that has nothing to show.
  const early = hasAccounts(config) ? undefined : await loading
  if (early && 'faults' in early) return sayFaults(early.faults)
  // From the beginning: a large corpus may change while it is loaded, and SIGHUP would end who does not listen to it.
  const opened = Promise.withResolvers<Library>()
  void reloadOnChange(async () => (await opened.promise).reload(), config.corpus, log, stop.signal)
  const store = await openStore(config, clock, log).catch(error => {
    // Who cannot start does not wait for the thread that loads.
    stop.abort()
    throw error
  })
  let answering: Serving | undefined
  try {
    const platforms = await platformsFor(config, { memory: store, clock, log })
    for (const { account } of platforms)
      if (account) claimAccount(account, config.database ?? resolve(config.state))
    let library: Library | undefined
    const http = await httpFor(config, { corpus: () => library?.corpus(), store, platforms, clock, log })
    // Before the corpus is there: a large one takes longer than those who ask for health are patient.
    answering = await http?.serve(stop.signal)
    const loaded = await Promise.race([loading, ended(stop.signal)])
    if (!loaded) return []
    let corpus: Corpus
    if ('corpus' in loaded) corpus = loaded.corpus
    else if (loaded.earlier && hasAccounts(config)) {
      // A bot that is started anew goes on with what it had: its posts must not wait for a curator.
      corpus = loaded.earlier
      logFaults(loaded.faults, log)
    } else return sayFaults(loaded.faults)
    const parts = { config, store, clock, log, platforms, ...(http && { meter: http.meter }) }
    library = await openLibrary(corpus, parts, stop.signal)
    opened.resolve(library)
    await run(library, parts, stop)
    return []
  } finally {
    stop.abort()
    await answering?.ended
    await store.close()
  }
}

interface Parts {
  config: Config
  store: Store
  clock: Clock
  log: Log
  platforms: readonly Platform[]
  meter?: Meter
}

async function openLibrary(corpus: Corpus, parts: Parts, signal: AbortSignal): Promise<Library> {
  const { config, platforms, clock, log } = parts
  const check = (chat: Address) => {
    const asked = platforms.find(each => each.name === chat.platform)
    return asked?.check ? asked.check(chat) : Promise.resolve(undefined)
  }
  // Who reads a pipe wants words; there the drawing library would only take memory.
  const draws = hasAccounts(config) || process.stdout.isTTY
  const paint = draws ? createPaint({ painter: createPainter(), clock, log }) : undefined
  const opening: IndexOptions = {
    file: join(config.state, 'search.index'),
    signal,
    onProgress: indexProgress(config, platforms, log),
  }
  const publish = (corpus: Corpus) =>
    createEdition(corpus, { ...parts, newId, check, opening, ...(paint && { paint }) })
  return createLibrary(await publish(corpus), () => aside(config, signal), publish)
}

/** Answers and posts until the signal or the last platform's end. */
async function run(
  library: Library,
  { config, store, clock, log, platforms, meter }: Parts,
  stop: AbortController,
): Promise<void> {
  const dispatcher = createDispatcher({
    ...{ store, clock, platforms, owner: newId(), log, ...library },
    ...(meter && { meter }),
  })

  // New rules for a zone move the moments that local hours mean.
  await store.retime(process.versions.tz ?? 'unknown', group =>
    momentOf(group.next.occurrence, group.time, group.zone),
  )
  if (!hasAccounts(config)) {
    await subscribeByDefault(terminal, library.corpus(), store, clock, newId)
    const language = languageFor(config.locale)
    if (language !== 'en' && !(await store.languageOf(terminal))) await store.setLanguage(terminal, language)
  }
  const bot = hasAccounts(config) ? await limitedBot(library.bot, { store, clock }) : library.bot
  // People are greeted before a late post arrives, and their first answer does not wait for it.
  const talking = Promise.all(platforms.map(platform => platform.run(bot, stop.signal)))
  await new Promise(resolve => setImmediate(resolve))
  const posting = config.discord?.isShard ? idle() : startPosting(dispatcher, stop.signal)
  try {
    await talking
    await posting.first
  } finally {
    stop.abort()
    await posting.ended
  }
}

/** A large corpus that changed is loaded on a thread of its own: meanwhile /health is answered. */
async function load(config: Config, signal: AbortSignal): Promise<LoadedCorpus> {
  const { corpus: folder } = config
  const saved = keptIn(config)
  if (!hasAccounts(config)) return loadCorpus(folder, { cacheFile: saved })
  try {
    return await loadCorpus(folder, { cacheFile: saved, loadInWorker: () => aside(config, signal) })
  } catch (error) {
    // A thread that found no memory is no reason to be silent on the day.
    const earlier = await reopenCorpus(folder, saved)
    if (!earlier) throw error
    return { faults: [{ path: folder, line: 1, message: `cannot be loaded: ${String(error)}` }], earlier }
  }
}

async function aside(config: Config, signal: AbortSignal): Promise<LoadedCorpus> {
  return (await import('../adapters/folder/load-in-worker.ts')).loadInWorker(
    config.corpus,
    keptIn(config),
    signal,
  )
}

const keptIn = ({ state }: Config) => join(state, 'corpus.parsed')

function sayFaults(faults: readonly Fault[]): string[] {
  const count = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`
  return [
    ...faults.map(({ path, line, message }) => `${path}:${line} ${message}`),
    `The corpus has ${count} and was not loaded.`,
  ]
}

function ended(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined)
  return new Promise(resolve => signal.addEventListener('abort', () => resolve(undefined), { once: true }))
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

/** The poll covers the first second, so that loading the scheduler does not delay the first answer. */
async function startTicking(pass: () => Promise<void>, signal: AbortSignal): Promise<void> {
  await createClock().until(createClock().now().add({ seconds: 1 }), signal)
  if (signal.aborted) return
  const { everyMinute } = await import('../adapters/host/cron.ts')
  everyMinute(pass, signal)
}

/** 16 letters, so that a delivery's id fits Discord's nonce. */
function newId(): string {
  return randomBytes(8).toString('hex')
}
