// Replaces the corpus while answers go on: a corpus with faults never replaces a sound one.

import type { Fault } from '../corpus/load/fault.ts'
import type { LoadedCorpus } from '../corpus/load/folder.ts'
import type { Corpus } from '../corpus/model.ts'
import type { Edition } from './edition.ts'

/** Every call goes to the newest edition. */
export interface Library extends Omit<Edition, 'whole'> {
  /**
   * Loads the corpus again beside the one in use, which it replaces once search covers all of it. Resolves to the
   * faults, if any; then nothing has changed. Calls never overlap: a call during another one, or while search still
   * reads the first corpus, waits its turn.
   */
  reload(): Promise<Fault[]>
}

export function createLibrary(
  first: Edition,
  load: () => Promise<LoadedCorpus>,
  createEdition: (corpus: Corpus) => Promise<Edition>,
): Library {
  let edition = first
  let last: Promise<unknown> = first.whole

  async function reload(): Promise<Fault[]> {
    const loaded = await load()
    if ('faults' in loaded) return loaded.faults
    const next = await createEdition(loaded.corpus)
    await next.whole
    edition = next
    return []
  }

  return {
    corpus: () => edition.corpus(),
    bot: {
      // The program's commands do not depend on the corpus.
      commands: first.bot.commands,
      read: line => edition.bot.read(line),
      hear: (heard, caller) => edition.bot.hear(heard, caller),
      answer: (call, caller) => edition.bot.answer(call, caller),
      phrases: (caller, call) => edition.bot.phrases(caller, call),
      complete: (call, caller) => edition.bot.complete(call, caller),
      inlineResults: (query, caller) => edition.bot.inlineResults(query, caller),
      onChatChange: news => edition.bot.onChatChange(news),
    },
    compose: (delivery, late) => edition.compose(delivery, late),
    notice: (delivery, trouble, details) => edition.notice(delivery, trouble, details),
    recurringDayOf: anniversary => edition.recurringDayOf(anniversary),
    reload() {
      const turn = last.then(reload)
      last = turn.catch(() => {})
      return turn
    },
  }
}
