// Runs `npm start -- --check`: says what would start, asks each platform once, and starts nothing.

import type { Temporal } from 'temporal-polyfill'
import type { Config } from '../config/config.ts'
import { DEFAULT_LEAP_DAY } from '../core/calendar/recurrence.ts'
import { futureWarnings } from '../core/corpus/future.ts'
import { loadCorpus } from '../core/corpus/load/folder.ts'
import type { Corpus } from '../core/corpus/model.ts'
import type { Memory, Store } from '../core/delivery/store.ts'
import { dueFrom } from '../core/delivery/subscription.ts'
import { readTime } from '../core/languages/calendar.ts'
import { plural } from '../core/languages/en/words.ts'
import { type Platform, reservedPaths } from '../core/platform.ts'
import type { Clock } from '../core/ports.ts'

interface CheckParts {
  config: Config
  clock: Clock
  openStore(): Promise<Store>
  openPlatforms(memory: Memory): Promise<Platform[]>
  /** Throws if nothing can listen there; false if a running Daybook does. */
  checkListening(place: { host: string; port: number }): Promise<boolean>
}

/** Prints a line for each part of a start, and resolves with whether all work. A failure does not stop the check. */
export async function checkStart(parts: CheckParts): Promise<boolean> {
  const { config, clock, openStore, openPlatforms } = parts
  let allWork = true
  const print = (part: string, words: string) => console.log(`${part.padEnd(9)} ${words}`)
  const tryTo = async (part: string, work: () => Promise<string>) => {
    try {
      print(part, await work())
    } catch (error) {
      allWork = false
      print(part, `FAILED: ${(error as Error).message}`)
    }
  }

  let corpus: Corpus | undefined
  await tryTo('corpus', async () => {
    const loaded = await loadCorpus(config.corpus)
    if ('faults' in loaded)
      throw new Error(loaded.faults.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n'))
    corpus = loaded.corpus
    return contents(config.corpus, loaded.corpus)
  })
  const now = clock.now()
  for (const line of corpus ? nextOccurrences(corpus, now) : []) print('next', line)
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  for (const line of corpus ? futureWarnings(corpus, today) : []) print('warning', line)
  await tryTo('store', async () => {
    const store = await openStore()
    try {
      const next = await store.nextWake()
      const where = config.database ? 'PostgreSQL' : `SQLite in ${config.state}`
      return `${where}: ${plural(await store.countActive(), 'subscription')}, next post: ${next ? seconds(next) : 'none'}`
    } finally {
      await store.close()
    }
  })
  const platforms = await openPlatforms(noMemory)
  for (const platform of platforms)
    await tryTo(platform.name, async () => (await platform.probe?.()) ?? 'configured, but cannot be asked')
  const paths = [...reservedPaths, ...platforms.flatMap(({ endpoint }) => endpoint?.path ?? [])]
  const { http } = config
  if (http)
    await tryTo('http', async () => {
      const isFree = await parts.checkListening(http)
      const place = `${http.host}:${http.port} with ${paths.join(', ')}`
      return isFree ? place : `${place}, where a Daybook is running now`
    })
  for (const line of config.ignored) print('ignored', line)
  for (const line of config.warnings) print('warning', line)
  console.log(allWork ? 'Everything would start.' : 'Not everything would start.')
  return allWork
}

function contents(folder: string, { articles, anniversaries }: Corpus): string {
  const byLanguage = Map.groupBy(articles, each => each.language)
  const languages = [...byLanguage].map(([language, { length }]) => `${length} in ${language}`).join(', ')
  const { size } = new Set(articles.map(({ id }) => id))
  const days = plural(anniversaries.length, 'anniversary', 'anniversaries')
  return `${folder}: ${plural(size, 'article')} (${languages}), ${days}`
}

/** The next occurrence of each anniversary at the archive's default hour, soonest first. */
function nextOccurrences({ about, anniversaries }: Corpus, now: Temporal.Instant): string[] {
  const { zone } = about
  const time = readTime(about.time)
  if (!time) return []
  return anniversaries
    .map(each => ({ id: each.id, ...dueFrom(now, each, { zone, time, leapDay: DEFAULT_LEAP_DAY }) }))
    .sort((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ id, occurrence, at }) => `${occurrence} ${about.time} ${zone} = ${seconds(at)}: ${id}`)
}

const seconds = (moment: Temporal.Instant) => moment.toString({ smallestUnit: 'second' })

/** A check changes nothing on a platform, so its adapter has nothing to remember. */
const noMemory: Memory = {
  recall: async () => undefined,
  remember: async () => {},
  erase: async () => {},
  markOnce: async () => true,
  takeWork: async () => 'taken',
  finishWork: async () => {},
}
