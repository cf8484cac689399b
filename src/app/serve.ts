// Runs the bot from start to finish: opens the store, the corpus and the platforms, serves, and shuts down in time.

import { createHash, randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { terminal } from '../adapters/console/index.ts'
import { claimAccount } from '../adapters/host/account.ts'
import { createClock } from '../adapters/host/clock.ts'
import type { Serving } from '../adapters/http/server.ts'
import { createPainter } from '../adapters/picture/index.ts'
import { openSendingStore } from '../adapters/storage/open.ts'
import type { Config } from '../config/config.ts'
import { createEdition } from '../core/bot/edition.ts'
import { createLibrary, type Library } from '../core/bot/library.ts'
import type { LoadedCorpus } from '../core/corpus/load/folder.ts'
import type { Corpus } from '../core/corpus/model.ts'
import { createDispatcher } from '../core/delivery/dispatcher.ts'
import type { Store } from '../core/delivery/store.ts'
import { subscribeByDefault } from '../core/delivery/timing/default-subscription.ts'
import { realign } from '../core/delivery/timing/realign.ts'
import { createDeliveryWatch, type DeliveryWatch } from '../core/delivery/watch.ts'
import { languageFor } from '../core/languages/language.ts'
import { createPaint } from '../core/picture/painting.ts'
import type { Platform } from '../core/platform.ts'
import type { Address, Clock, Log, Meter } from '../core/ports.ts'
import type { IndexOptions } from '../core/search/index/search-index.ts'
import { aborted } from '../core/waiting.ts'
import { describeFaults, loadFirst, loadInBackground } from './loading.ts'
import { isTerminal, limitBot, openHttp, openLog, openPlatforms } from './parts.ts'
import { noPosting, startPosting } from './posting.ts'
import { indexProgress } from './progress.ts'
import { rehearsalWarning } from './rehearsal.ts'
import { logFaults, reloadOnChange } from './reload.ts'

/** How long work in progress may take after a stop signal. Docker kills a container after 10 seconds. */
const MAX_DRAIN_SECONDS = 8

interface Parts {
  config: Config
  store: Store
  clock: Clock
  log: Log
  platforms: readonly Platform[]
  watch: DeliveryWatch
  meter?: Meter
}

/**
 * Serves until a signal or the end of the input. Resolves with the reasons why it could not start, one line each, or
 * with none. Throws a StateError, AccountInUse or PlatformError if the operator has to change something.
 */
export async function serve(config: Config): Promise<string[]> {
  const stop = stopOnSignals()
  const clock = createClock(config.now)
  const log = await openLog(config)
  for (const warning of config.warnings) log('error', 'suspicious setting', { warning })
  if (!isTerminal(config)) logRejections(log)
  stop.signal.addEventListener('abort', () => endInTime(log), { once: true })
  const loading = loadFirst(config, stop.signal)
  loading.catch(() => {})
  // A terminal without a corpus has nothing to show, so nothing is written to its state.
  const early = isTerminal(config) ? await loading : undefined
  if (early && 'faults' in early) return describeFaults(early.faults)
  // Watch from the beginning: a large corpus may change while it loads, and an unhandled SIGHUP would end the process.
  const opened = Promise.withResolvers<{ library: Library; store: Store }>()
  const load = async () => {
    const { library, store } = await opened.promise
    const faults = await library.reload()
    if (faults.length === 0) await realignPosts(library, store)
    return faults
  }
  void reloadOnChange({ load, folder: config.corpus, log }, stop.signal)
  const store = await openSendingStore(config, clock, log).catch(error => {
    // Abort the loader if the store fails to open.
    stop.abort()
    throw error
  })
  let http: Serving | undefined
  try {
    const platforms = await openPlatforms(config, { memory: store, clock, log })
    await claimAccounts(platforms, config)
    let library: Library | undefined
    const watch = createDeliveryWatch({ store, platforms, clock, log })
    const sources = { store, platforms, watch, clock, log }
    const served = await openHttp(config, { ...sources, corpus: () => library?.corpus() })
    // Before the corpus is loaded: a large one takes longer than health checks wait.
    http = await served?.serve(stop.signal)
    const loaded = await Promise.race([loading, aborted(stop.signal)])
    if (!loaded) return []
    const corpus = usableCorpus(loaded, config, log)
    if (!corpus) return describeFaults('faults' in loaded ? loaded.faults : [])
    const parts = { config, store, clock, log, platforms, watch, meter: served?.meter }
    library = await openLibrary(corpus, parts, stop.signal)
    opened.resolve({ library, store })
    await run(library, parts, stop)
    return []
  } finally {
    stop.abort()
    await http?.ended
    await store.close()
  }
}

/** Aborts on SIGINT, on SIGTERM, and when the reader of our output closes the pipe. */
function stopOnSignals(): AbortController {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  process.stdout.on('error', () => stop.abort())
  return stop
}

/** A library that fails on one event must not take down the other chats. */
function logRejections(log: Log): void {
  process.on('unhandledRejection', error =>
    log('error', 'unhandled rejection', { error: error instanceof Error ? error.stack : String(error) }),
  )
}

/**
 * Ends the process if work in progress does not finish. A post without an outcome stays in the ledger as sending, and
 * becomes unknown when its lease runs out.
 */
function endInTime(log: Log): void {
  setTimeout(() => {
    log('error', 'ended with work in progress', { seconds: MAX_DRAIN_SECONDS })
    process.exit()
  }, MAX_DRAIN_SECONDS * 1000).unref()
}

async function claimAccounts(platforms: readonly Platform[], { database, state }: Config): Promise<void> {
  for (const { account } of platforms) if (account) await claimAccount(account, database ?? resolve(state))
}

/** A bot restarted over a corpus with faults uses the previous one: posts do not wait for a curator. */
function usableCorpus(loaded: LoadedCorpus, config: Config, log: Log): Corpus | undefined {
  if ('corpus' in loaded) return loaded.corpus
  if (!loaded.earlier || isTerminal(config)) return undefined
  logFaults(loaded.faults, log)
  return loaded.earlier
}

async function openLibrary(corpus: Corpus, parts: Parts, signal: AbortSignal): Promise<Library> {
  const { config, platforms, clock, log } = parts
  const platformOf = (chat: Address) => platforms.find(each => each.name === chat.platform)
  const check = async (chat: Address) => platformOf(chat)?.check?.(chat)
  const isAdmin = async (chat: Address, user: string) =>
    (await platformOf(chat)?.isAdmin?.(chat, user)) ?? false
  // When output is piped, pictures cannot be shown, and the drawing library would only take memory.
  const canDraw = !isTerminal(config) || process.stdout.isTTY
  const paint = canDraw ? createPaint({ painter: createPainter(), clock, log }) : undefined
  const indexOptions: IndexOptions = {
    file: join(config.state, 'search.index'),
    signal,
    onProgress: indexProgress(config, platforms, log),
  }
  const publish = (corpus: Corpus) =>
    createEdition(corpus, {
      ...parts,
      newId,
      random: Math.random,
      check,
      isAdmin,
      indexOptions,
      ...(paint && { paint }),
    })
  return createLibrary(await publish(corpus), () => loadInBackground(config, signal), publish)
}

/** Answers and posts until the signal, or until the last platform ends. */
async function run(library: Library, parts: Parts, stop: AbortController): Promise<void> {
  const { config, store, clock, log, platforms, meter } = parts
  const dispatcher = createDispatcher({
    ...{ store, clock, platforms, owner: newId(), log, ...library },
    ...(meter && { meter }),
  })
  await realignPosts(library, store)
  if (!config.shardOf) {
    await warnOfRehearsal(parts)
    await dispatcher.putRight()
  }
  if (isTerminal(config)) await prepareTerminal(library.corpus(), parts)
  const bot = await limitBot(library.bot, parts)
  // People are greeted before a late post arrives, and their first answer does not wait for it.
  const talking = Promise.all(platforms.map(platform => platform.run(bot, stop.signal)))
  await new Promise(resolve => setImmediate(resolve))
  const posting = config.shardOf ? noPosting : startPosting(dispatcher, stop.signal)
  const watching = config.shardOf || isTerminal(config) ? undefined : parts.watch.run(stop.signal)
  try {
    await talking
    await posting.firstPass
  } finally {
    stop.abort()
    await posting.ended
    await watching
  }
}

/** On stderr, because the answers on stdout may be read by a program. */
async function warnOfRehearsal({ config, store, log }: Parts): Promise<void> {
  const warning = await rehearsalWarning({ store, now: config.now, machineNow: createClock().now() })
  if (!warning) return
  if (isTerminal(config)) console.error(warning)
  else log('error', 'a post would be used up', { help: warning })
}

/** Keeps the next posts where the time zone data and the corpus of today have them. */
async function realignPosts({ corpus, recurringDayOf }: Library, store: Store): Promise<void> {
  const days = corpus().anniversaries.map(({ id, recurrence, since }) => [id, recurrence, since])
  const hash = createHash('sha256').update(JSON.stringify(days)).digest('base64url')
  await realign(store, { version: `${process.versions.tz ?? 'unknown'} ${hash}`, recurringDayOf })
}

/** Subscribes the terminal, and sets its language by its locale unless one was chosen. */
async function prepareTerminal(corpus: Corpus, { config, store, clock }: Parts): Promise<void> {
  await subscribeByDefault(terminal, corpus, { store, clock, newId })
  const language = languageFor(config.locale)
  if (language !== 'en' && !(await store.languageOf(terminal))) await store.setLanguage(terminal, language)
}

/** 16 characters, so that a delivery's id fits the nonce of every platform. */
function newId(): string {
  return randomBytes(8).toString('hex')
}
