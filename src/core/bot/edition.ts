// Makes one corpus usable: a bot that answers from it, and a composer of its posts.

import type { Corpus } from '../corpus/model.ts'
import type { DispatcherParts } from '../delivery/dispatcher.ts'
import { openIndex } from '../search/index/open.ts'
import type { IndexOptions } from '../search/index/search-index.ts'
import { createComposer } from '../wording/composer.ts'
import { type Bot, type BotParts, createBot } from './bot.ts'

/** An answer started with one edition finishes with it, so a corpus never changes while it is being read. */
export interface Edition extends Pick<DispatcherParts, 'compose' | 'notice' | 'recurringDayOf'> {
  corpus(): Corpus
  bot: Bot
  /** Resolves once search covers every article; never rejects. */
  whole: Promise<void>
}

/** Answers at once; with a large corpus, from the articles indexed so far. */
export async function createEdition(
  corpus: Corpus,
  { indexOptions, ...parts }: Omit<BotParts, 'corpus' | 'index'> & { indexOptions?: IndexOptions },
): Promise<Edition> {
  const { index, complete } = await openIndex(corpus, indexOptions)
  return {
    corpus: () => corpus,
    bot: createBot({ ...parts, corpus, index }),
    recurringDayOf: id => corpus.anniversaries.find(each => each.id === id),
    ...createComposer(corpus, parts.store, parts.paint),
    whole: complete.catch(error => parts.log('error', 'search index not finished', { error: String(error) })),
  }
}
