// The archive in use, and its replacement while answers go on: a broken corpus never takes the place of a good one.
import type { Bot } from './bot.ts'
import type { Corpus } from './corpus/corpus.ts'
import type { Fault } from './corpus/frontmatter.ts'
import type { Parsed } from './corpus/parse.ts'
import type { DispatcherParts } from './delivery/dispatcher.ts'

/** One corpus, and what answers and posts from it. An answer that began with an edition ends with it. */
export interface Edition extends Pick<DispatcherParts, 'compose' | 'paused' | 'recurrenceOf'> {
  corpus(): Corpus
  bot: Bot
}

/** Speaks for the newest edition. */
export interface Library extends Edition {
  /**
   * Loads the corpus anew beside the one in use, and puts it in its place. Resolves with the faults where there are any:
   * then nothing has changed. Calls never overlap; one that is made during another begins after it.
   */
  reload(): Promise<Fault[]>
}

export function createLibrary(
  first: Edition,
  load: () => Promise<Parsed>,
  publish: (corpus: Corpus) => Edition | Promise<Edition>,
): Library {
  let edition = first
  let last: Promise<unknown> = Promise.resolve()

  async function reload(): Promise<Fault[]> {
    const loaded = await load()
    if ('faults' in loaded) return loaded.faults
    edition = await publish(loaded.corpus)
    return []
  }

  return {
    corpus: () => edition.corpus(),
    bot: {
      // What can be asked is the program's, and the same whatever the corpus.
      commands: first.bot.commands,
      read: line => edition.bot.read(line),
      answer: (call, caller) => edition.bot.answer(call, caller),
      phrases: caller => edition.bot.phrases(caller),
      complete: (call, caller) => edition.bot.complete(call, caller),
      offer: (words, from, count, caller) => edition.bot.offer(words, from, count, caller),
      hear: news => edition.bot.hear(news),
    },
    compose: (delivery, late) => edition.compose(delivery, late),
    paused: (chat, reason) => edition.paused(chat, reason),
    recurrenceOf: anniversary => edition.recurrenceOf(anniversary),
    reload() {
      const turn = last.then(reload)
      last = turn.catch(() => {})
      return turn
    },
  }
}
