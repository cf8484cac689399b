// Measures /summary of a topic over ten articles against one search for the same words in the same run.

import { Temporal } from 'temporal-polyfill'
import { openSqlite } from '../src/adapters/storage/sqlite.ts'
import { createStore } from '../src/adapters/storage/store.ts'
import { createBot } from '../src/core/bot/bot.ts'
import { loadCorpus } from '../src/core/corpus/load/folder.ts'
import type { Corpus } from '../src/core/corpus/model.ts'
import { buildIndex } from '../src/core/search/index/build.ts'
import { search } from '../src/core/search/search.ts'
import { percentile, round, type Table } from './table.ts'

const TOPICS = [
  'death toll',
  'Pol Pot',
  'hun sen speech',
  'Vietnamese volunteer soldiers',
  'about:friendship',
]
const ROUNDS = 100

export async function topic(): Promise<Table[]> {
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error('the bundled corpus has faults')
  const corpus = twice(loaded.corpus)
  const index = buildIndex(corpus)
  const sql = await openSqlite(':memory:')
  const store = createStore(sql)
  const now = Temporal.Instant.from('2027-01-01T00:00:00Z')
  const bot = createBot({
    corpus,
    index,
    store,
    clock: { now: () => now, until: async () => {} },
    newId: () => 'id',
    random: () => 0,
    log: () => {},
  })
  const chat = { platform: 'bench', chat: '1' }
  const caller = { chat, kind: 'private' as const, user: '1', locale: 'en', isAdmin: () => true }
  const rows: Table['rows'] = []
  for (const words of TOPICS) {
    const summaries: number[] = []
    const searches: number[] = []
    // In turn, so that other load on the machine affects both alike.
    for (let round = 0; round < ROUNDS; round++) {
      summaries.push(await cpuMs(() => bot.answer(bot.read(`/summary ${words}`), caller)))
      searches.push(await cpuMs(() => search(index, words.replace('about:', ''), { count: 10 })))
    }
    const [summary, one] = [percentile(summaries, 0.5), percentile(searches, 0.5)]
    rows.push({ words, 'CPU ms': round(summary), 'one search': round(one), ratio: round(summary / one) })
  }
  await sql.close()
  const articles = new Set(corpus.articles.map(({ id }) => id)).size
  return [{ title: `/summary of a topic over ${articles} articles, median of ${ROUNDS}`, rows }]
}

/** Every article of the corpus, and once more under another id. */
function twice(corpus: Corpus): Corpus {
  const { fingerprints: _ofOneCopy, ...rest } = corpus
  return { ...rest, articles: corpus.articles.flatMap(each => [each, { ...each, id: `${each.id}-b` }]) }
}

async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
