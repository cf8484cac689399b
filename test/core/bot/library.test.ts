// Checks that the corpus can be replaced while it is in use.
import { describe, expect, it } from 'vitest'
import { createClock } from '../../../src/adapters/host/clock.ts'
import { openSqlite } from '../../../src/adapters/storage/sqlite.ts'
import { createStore } from '../../../src/adapters/storage/store.ts'
import { createBot } from '../../../src/core/bot/bot.ts'
import { createLibrary } from '../../../src/core/bot/library.ts'
import type { ParsedCorpus } from '../../../src/core/corpus/load/parse.ts'
import type { Corpus } from '../../../src/core/corpus/model.ts'
import { buildIndex } from '../../../src/core/search/index/build.ts'
import { createComposer } from '../../../src/core/wording/composer.ts'
import { anniversaryFile, articleFile, corpusOf } from '../../fixtures/corpus.ts'
import { caller, textOf } from '../bundled.ts'

const titled = (title: string, ...more: ReturnType<typeof anniversaryFile>[]) =>
  corpusOf(articleFile({ title }), ...more)

function libraryOf(first: Corpus) {
  const store = createStore(openSqlite(':memory:'))
  const editionOf = (corpus: Corpus) => ({
    corpus: () => corpus,
    bot: createBot({
      corpus,
      index: buildIndex(corpus),
      store,
      clock: createClock(),
      newId: () => 'id',
      random: () => 0,
      log: () => {},
    }),
    recurringDayOf: (id: string) => corpus.anniversaries.find(each => each.id === id),
    ...createComposer(corpus, store),
    whole: Promise.resolve(),
  })
  const next: (() => ParsedCorpus | Promise<ParsedCorpus>)[] = []
  const library = createLibrary(
    editionOf(first),
    async () => (next.shift() as () => ParsedCorpus)(),
    async corpus => editionOf(corpus),
  )
  const read = async (who = caller) => textOf(await library.bot.answer(library.bot.read('/article a-1'), who))
  return { library, next, read, store }
}

describe('a library', () => {
  it('answers from the new corpus once it has loaded', async () => {
    const { library, next, read } = libraryOf(titled('Before'))
    expect(await read()).toContain('Before')
    next.push(() => ({ corpus: titled('After', anniversaryFile()), doubts: [] }))
    expect(library.recurringDayOf('the-day')).toBeUndefined()
    expect(await library.reload()).toEqual([])
    expect(await read()).toContain('After')
    expect(library.recurringDayOf('the-day')).toBeDefined()
  })

  it('keeps the old corpus if the new one has faults, and returns all of them', async () => {
    const { library, next, read } = libraryOf(titled('Before'))
    const faults = [1, 2].map(line => ({ path: 'a.md', line, message: 'is wrong' }))
    next.push(() => ({ faults }))
    expect(await library.reload()).toEqual(faults)
    expect(await read()).toContain('Before')
  })

  it('answers from the old corpus while the new one loads', async () => {
    const { library, next, read } = libraryOf(titled('Before'))
    const loading = Promise.withResolvers<ParsedCorpus>()
    next.push(() => loading.promise)
    const reloading = library.reload()
    expect(await read()).toContain('Before')
    loading.resolve({ corpus: titled('After'), doubts: [] })
    await reloading
    expect(await read()).toContain('After')
  })

  it('finishes an answer with the corpus it started with', async () => {
    const { library, next, store } = libraryOf(titled('Before'))
    const asked = Promise.withResolvers<void>()
    const released = Promise.withResolvers<undefined>()
    store.languageOf = () => {
      asked.resolve()
      return released.promise
    }
    const answer = library.bot.answer(library.bot.read('/article a-1'), caller)
    await asked.promise
    next.push(() => ({ corpus: titled('After'), doubts: [] }))
    await library.reload()
    released.resolve(undefined)
    expect(textOf(await answer)).toContain('Before')
  })

  it('loads one corpus at a time, and continues after a failed load', async () => {
    const { library, next, read } = libraryOf(titled('Before'))
    const order: string[] = []
    const first = Promise.withResolvers<ParsedCorpus>()
    next.push(
      () => first.promise,
      () => {
        order.push('second')
        return { corpus: titled('After'), doubts: [] }
      },
    )
    const failing = library.reload().catch(() => order.push('first failed'))
    const reloading = library.reload()
    first.reject(new Error('the disk is gone'))
    await Promise.all([failing, reloading])
    expect(order).toEqual(['first failed', 'second'])
    expect(await read()).toContain('After')
  })
})
