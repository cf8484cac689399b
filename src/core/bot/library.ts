// The archive in use, and its replacement while answers go on: a broken corpus never takes the place of a good one.

import type { Fault } from '../corpus/load/fault.ts'
import type { LoadedCorpus } from '../corpus/load/folder.ts'
import type { Corpus } from '../corpus/model.ts'
import type { Edition } from './edition.ts'

/** Speaks for the newest edition. */
export interface Library extends Omit<Edition, 'whole'> {
  /**
   * Loads the corpus anew beside the one in use, and puts it in its place when search knows all of it. Resolves with the
   * faults where there are any: then nothing has changed. Calls never overlap; one that is made during another, or while
   * search still reads the first corpus, begins after it.
   */
  reload(): Promise<Fault[]>
}

export function createLibrary(
  first: Edition,
  load: () => Promise<LoadedCorpus>,
  publish: (corpus: Corpus) => Promise<Edition>,
): Library {
  let edition = first
  let last: Promise<unknown> = first.whole

  async function reload(): Promise<Fault[]> {
    const loaded = await load()
    if ('faults' in loaded) return loaded.faults
    const next = await publish(loaded.corpus)
    await next.whole
    edition = next
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
      inlineResults: (query, caller) => edition.bot.inlineResults(query, caller),
      onChatChange: news => edition.bot.onChatChange(news),
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
