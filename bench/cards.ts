// Measures the drawing of uncached cards against an empty canvas of the same size, and the memory it takes.

import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { createPainter } from '../src/adapters/picture/index.ts'
import { loadCorpus } from '../src/core/corpus/load/folder.ts'
import { viewIn } from '../src/core/corpus/view.ts'
import { type Language, languages } from '../src/core/languages/language.ts'
import { phrasesOf } from '../src/core/languages/phrases.ts'
import type { Picture } from '../src/core/picture/picture.ts'
import { cardOf } from '../src/core/wording/card.ts'
import { plotOf } from '../src/core/wording/plot.ts'
import { percentile, round, type Table } from './table.ts'

const CARDS = 200
const PLOTS = 10

/** Runs twice with the options of `npm start`; the first run warms the compile cache. */
export async function cards(): Promise<Table[]> {
  const state = mkdtempSync(join(tmpdir(), 'daybook-bench-'))
  try {
    await inOwnProcess(state)
    return await inOwnProcess(state)
  } finally {
    rmSync(state, { recursive: true, force: true })
  }
}

function inOwnProcess(state: string): Promise<Table[]> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, [state], {
      execArgv: ['--min-semi-space-size=16', '--import', './src/bin/warm.mjs'],
    })
    child.on('message', tables => resolve(tables as Table[]))
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`the bench of cards exited with ${code}`)))
  })
}

async function measure(state: string): Promise<Table[]> {
  const loaded = await loadCorpus('data', { cacheFile: join(state, 'corpus.parsed') })
  if ('faults' in loaded) throw new Error('data/ has faults')
  const { corpus } = loaded
  const before = megabytes()
  const painter = createPainter()
  const january = corpus.anniversaries.find(({ id }) => id === 'january-7')
  if (!january) throw new Error('data/ has no 7 January')

  const say = Object.fromEntries(
    await Promise.all(languages.map(async language => [language, await phrasesOf(language)])),
  )
  // Another year is another card, so that each one is drawn.
  const card = (n: number, language: Language = languages[n % languages.length] ?? 'en') => {
    const day = Temporal.PlainDate.from({ year: 1980 + n, month: 1, day: 7 })
    return cardOf(
      { anniversary: january, occurrence: day },
      { corpus: viewIn(corpus, language), language, say: say[language] },
    )
  }
  const plot = (n: number) => {
    const language = languages[n % languages.length] ?? 'en'
    const drawn = plotOf(corpus.events, {
      corpus: viewIn(corpus, language),
      language,
      say: say[language],
    })
    return { ...drawn, source: `${drawn.source} ${n}` }
  }
  const paint = async (picture: Picture) => {
    const start = performance.now()
    await painter.paint(picture)
    return performance.now() - start
  }

  const first = await paint(card(0))
  const drawn: number[] = []
  const settled: number[] = []
  for (let n = 1; n <= CARDS; n++) {
    drawn.push(await paint(card(n)))
    if (n > CARDS / 2) settled.push(megabytes())
  }
  const again = await paint(card(CARDS))
  const plots: number[] = []
  for (let n = 0; n < PLOTS; n++) plots.push(await paint(plot(n)))
  const afterPlots = megabytes()

  // In turn, so that other load on the machine affects both alike.
  const { createCanvas } = await import('@napi-rs/canvas')
  const canvas = createCanvas(1080, 810)
  canvas.getContext('2d')
  const [empty, beside]: [number[], number[]] = [[], []]
  for (let n = 1; n <= CARDS / 2; n++) {
    const start = performance.now()
    await canvas.encode('png')
    empty.push(performance.now() - start)
    beside.push(await paint(card(CARDS + n)))
  }

  const base = percentile(empty, 0.5)
  const row = (what: string, times: number[]) => ({
    what,
    'p50 ms': round(percentile(times, 0.5), 2),
    'p95 ms': round(percentile(times, 0.95), 2),
    ratio: round(percentile(times, 0.5) / base, 2),
  })
  return [
    {
      title: `Pictures, ${CARDS} cards in ${languages.length} languages`,
      goal: 'p50 of a card under 100 ms',
      rows: [
        row('encoding an empty canvas', empty),
        row('a card, in turn with it', beside),
        row(`each of ${CARDS} cards`, drawn),
        row('the first card, loading the library', [first]),
        row('a cached card', [again]),
        row(`each of ${PLOTS} timelines`, plots),
      ],
    },
    {
      title: 'Resident memory',
      goal: 'under 160 MB over the cards',
      rows: [
        { what: 'with the corpus loaded, before the first', MB: round(before, 1) },
        { what: `steady, median of the last ${settled.length}`, MB: round(percentile(settled, 0.5), 1) },
        { what: 'highest', MB: round(Math.max(...settled), 1) },
        { what: `after ${PLOTS} timelines`, MB: round(afterPlots, 1) },
      ],
    },
  ]
}

const megabytes = () => process.memoryUsage.rss() / 1024 / 1024

if (process.argv[1] === import.meta.filename) {
  process.send?.(await measure(process.argv[2] ?? ''))
  process.disconnect?.()
}
