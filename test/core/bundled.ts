// Sets up a bot with the bundled corpus, or another, and a stopped clock, to test its answers.

import { Temporal } from 'temporal-polyfill'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../src/adapters/storage/store.ts'
import { type Bot, createBot } from '../../src/core/bot/bot.ts'
import { describeFault } from '../../src/core/corpus/load/fault.ts'
import { loadCorpus } from '../../src/core/corpus/load/folder.ts'
import type { Corpus } from '../../src/core/corpus/model.ts'
import { viewIn } from '../../src/core/corpus/view.ts'
import type { Store } from '../../src/core/delivery/store.ts'
import type { Block, Choice, Message } from '../../src/core/message/message.ts'
import { textOfBlocks } from '../../src/core/message/text.ts'
import type { Paint } from '../../src/core/picture/painting.ts'
import type { Caller, Clock, Readiness } from '../../src/core/ports.ts'
import { buildIndex } from '../../src/core/search/index/build.ts'
import type { SearchIndex } from '../../src/core/search/index/search-index.ts'

export const caller: Caller = {
  chat: { platform: 'fake', chat: '1' },
  kind: 'private',
  user: 'u',
  locale: 'en',
  isAdmin: () => true,
}

let bundled: Promise<Corpus> | undefined

/** The corpus in data/, parsed once for all tests of a worker, and frozen so that no test can change it for others. */
export const bundledCorpus = (): Promise<Corpus> => {
  bundled ??= loadBundled()
  return bundled
}

async function loadBundled(): Promise<Corpus> {
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error(loaded.faults.map(describeFault).join('\n'))
  return freeze(loaded.corpus)
}

/** Freezes an object and everything in it. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) freeze(inner)
  return value
}

const indexes = new WeakMap<Corpus, SearchIndex>()

/** The index of a corpus, built once for all tests of a worker. */
export function indexOf(corpus: Corpus): SearchIndex {
  const index = indexes.get(corpus) ?? buildIndex(corpus)
  indexes.set(corpus, index)
  return index
}

export interface Chat {
  bot: Bot
  store: Store
  /** The corpus as an English chat sees it. */
  corpus: Corpus
  errors: unknown[]
  /** Sends a line and returns the answer. */
  say(line: string, who?: Caller): Promise<Message>
  /** The same chat with a bot that has started again over the same database. */
  restart(): Promise<Chat>
  at(moment: string): void
  /** What the platform says of any chat; undefined if it cannot tell. */
  readiness: Readiness | undefined
  /** The next random number: from 0 up to, but not including, 1. */
  chance: number
}

export async function createChat(
  now = '2026-11-21T12:00:00Z',
  paint?: Paint,
  another?: Corpus,
): Promise<Chat> {
  return chatOver(openSqlite(':memory:'), { now, paint, another })
}

async function chatOver(
  database: ReturnType<typeof openSqlite>,
  parts: { now: string; paint: Paint | undefined; another: Corpus | undefined },
): Promise<Chat> {
  const { now, paint, another } = parts
  let moment = Temporal.Instant.from(now)
  let ids = 0
  const clock: Clock = { now: () => moment, until: async () => {} }
  const newId = () => `id-${++ids}`
  const corpus = another ?? (await bundledCorpus())
  const store = createStore(database)
  const errors: unknown[] = []
  const bot = createBot({
    corpus,
    index: indexOf(corpus),
    store,
    clock,
    newId,
    random: () => chat.chance,
    check: async () => chat.readiness,
    log: (level, event, details) => {
      if (level === 'error') errors.push({ event, ...details })
    },
    ...(paint && { paint }),
  })
  const chat: Chat = {
    bot,
    store,
    chance: 0,
    readiness: undefined,
    corpus: viewIn(corpus, 'en'),
    errors,
    say: (line, who = caller) => bot.answer(bot.read(line), who),
    restart: () => chatOver(database, { ...parts, now: moment.toString() }),
    at: text => {
      moment = Temporal.Instant.from(text)
    },
  }
  return chat
}

export const textOf = (message: Message) => textOfBlocks(message.body)

export const choicesOf = (message: Message): Choice[] => (message.choices ?? []).flat()

/** The calls of the choices that run a command, written as somebody would type them. */
export const callsOf = (message: Message): string[] =>
  choicesOf(message).flatMap(choice =>
    choice.type === 'run'
      ? [`/${choice.call.command} ${Object.values(choice.call.args).filter(Boolean).join(' ')}`.trim()]
      : [],
  )

export const blocksOf = <T extends Block['type']>(
  message: Message,
  type: T,
): Extract<Block, { type: T }>[] => {
  const all = (blocks: Block[]): Block[] =>
    blocks.flatMap(block => {
      if (block.type === 'blockquote') return [block, ...all(block.children)]
      if (block.type === 'list') return [block, ...block.children.flatMap(item => all(item.children))]
      return [block]
    })
  return all(message.body).filter((block): block is Extract<Block, { type: T }> => block.type === type)
}
