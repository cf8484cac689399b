// Measures how long each command takes to answer and render, over the lines that people type.

import { Temporal } from 'temporal-polyfill'
import { renderTerminal } from '../src/adapters/console/render.ts'
import { openSqlite } from '../src/adapters/storage/sqlite.ts'
import { createStore } from '../src/adapters/storage/store.ts'
import { createBot } from '../src/core/bot/bot.ts'
import { loadCorpus } from '../src/core/corpus/load/folder.ts'
import { buildIndex } from '../src/core/search/index/build.ts'
import { percentile, round, type Table } from './table.ts'

const lines: Record<string, string[]> = {
  summary: [
    '',
    'sggp-2024',
    'hanoi cerimony',
    '2023',
    'vovworld long',
    'zzz qqq',
    'death toll',
    'about:friendship',
  ].map(words => `/summary ${words}`),
  search: [
    'Pol Pot',
    'genocde Kampuchia',
    'neth savoen speach about relatoins',
    'what happened on 7 January 1979',
    'ខ្មែរក្រហម',
    'Lê Minh Khái',
    'xyzzy qwfp plugh frobnicate wibble wobble flurble grault',
    'x'.repeat(4096),
  ].map(words => `/search ${words}`),
  article: ['', 'sggp-2024', 'vovworld page:2', 'akp'].map(words => `/article ${words}`),
  facts: ['', 'death toll', 'grounds', 'zzz'].map(words => `/facts ${words}`),
  who: ['', 'hun sen', 'ហ៊ុន សែន', 'heng samrim'].map(words => `/who ${words}`),
  timeline: ['', '1979 1989', 'soon'].map(words => `/timeline ${words}`),
  onthisday: ['', '7 January', '7/1', '3 March', 'soon'].map(words => `/onthisday ${words}`),
  upcoming: ['/upcoming'],
  subscribe: ['', '07:30', '08:00 Asia/Ho_Chi_Minh', '07:00 Hanoi', 'zone:hano', 'founding'].map(
    words => `/subscribe ${words}`,
  ),
  unsubscribe: ['/unsubscribe front-founding', '/unsubscribe nothing'],
  settings: ['/settings'],
  preview: ['/preview', '/preview front-founding'],
  sources: ['/sources'],
  start: ['/start'],
  help: ['/help'],
  'not a command': ['/serch Pol Pot', '/qqqq', 'Hun Sen'],
}
const ROUNDS = 200

export async function commands(): Promise<Table[]> {
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error('the bundled corpus has faults')
  let ids = 0
  const newId = () => `id-${++ids}`
  const store = createStore(openSqlite(':memory:'))
  const clock = { now: () => Temporal.Now.instant(), until: async () => {} }
  const { corpus } = loaded
  const bot = createBot({
    corpus,
    index: buildIndex(corpus),
    store,
    clock,
    newId,
    random: Math.random,
    log: () => {},
  })
  const caller = {
    chat: { platform: 'bench', chat: '1' },
    kind: 'private' as const,
    user: 'u',
    locale: 'en',
    isAdmin: () => true,
  }
  const times = Object.fromEntries(Object.keys(lines).map(name => [name, [] as number[]]))
  for (let n = 0; n < ROUNDS; n++)
    for (const [name, list] of Object.entries(lines))
      for (const line of list) {
        const start = performance.now()
        renderTerminal(await bot.answer(bot.read(line), caller), { width: 80, ansi: true })
        times[name]?.push(performance.now() - start)
      }
  return [
    {
      title: `Answering and rendering a command, bundled corpus, ${ROUNDS} rounds from a cold start`,
      goal: 'p99 under 20 ms',
      rows: Object.entries(times).map(([command, list]) => ({
        command,
        answers: list.length,
        'p50 ms': round(percentile(list, 0.5)),
        'p99 ms': round(percentile(list, 0.99)),
        'max ms': round(Math.max(...list)),
      })),
    },
  ]
}
