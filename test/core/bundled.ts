// The bundled corpus, or another, behind a bot with a clock that stands still, for tests of what people are answered.
import { Temporal } from 'temporal-polyfill'
import { createStore } from '../../src/adapters/storage/ledger.ts'
import { openSqlite } from '../../src/adapters/storage/sqlite.ts'
import { type Bot, createBot } from '../../src/core/bot/bot.ts'
import { loadCorpus } from '../../src/core/corpus/load/folder.ts'
import type { Corpus } from '../../src/core/corpus/model.ts'
import { viewIn } from '../../src/core/corpus/view.ts'
import type { Store } from '../../src/core/delivery/ledger.ts'
import type { Block, Choice, Message } from '../../src/core/message/message.ts'
import { textOfBlocks } from '../../src/core/message/text.ts'
import type { Paint } from '../../src/core/picture/painting.ts'
import type { Caller, Clock } from '../../src/core/ports.ts'
import { buildIndex } from '../../src/core/search/index/build.ts'

export const caller: Caller = {
  chat: { platform: 'fake', chat: '1' },
  user: 'u',
  locale: 'en',
  isAdmin: () => true,
}

export async function bundledCorpus(): Promise<Corpus> {
  const loaded = await loadCorpus('data')
  if ('faults' in loaded) throw new Error(`data/ has faults: ${JSON.stringify(loaded.faults)}`)
  return loaded.corpus
}

export interface Chat {
  bot: Bot
  store: Store
  /** As an English chat sees it. */
  corpus: Corpus
  errors: unknown[]
  /** Says a line and gets the answer. */
  say(line: string, who?: Caller): Promise<Message>
  at(moment: string): void
}

export async function createChat(now = '2026-11-21T12:00:00Z', paint?: Paint, told?: Corpus): Promise<Chat> {
  let moment = Temporal.Instant.from(now)
  let ids = 0
  const clock: Clock = { now: () => moment, until: async () => {} }
  const newId = () => `id-${++ids}`
  const corpus = told ?? (await bundledCorpus())
  const store = createStore(openSqlite(':memory:'))
  const errors: unknown[] = []
  const bot = createBot({
    corpus,
    index: buildIndex(corpus),
    store,
    clock,
    newId,
    log: (level, event, details) => {
      if (level === 'error') errors.push({ event, ...details })
    },
    ...(paint && { paint }),
  })
  return {
    bot,
    store,
    corpus: viewIn(corpus, 'en'),
    errors,
    say: (line, who = caller) => bot.answer(bot.read(line), who),
    at: text => {
      moment = Temporal.Instant.from(text)
    },
  }
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
