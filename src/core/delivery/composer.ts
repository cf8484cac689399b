// What a chat is sent of the dispatcher's own accord, in the chat's language: its posts, and word that they stopped.
import type { Corpus } from '../corpus/corpus.ts'
import { inLanguage } from '../corpus/versions.ts'
import { paragraph } from '../message/build.ts'
import { phrasesOf } from '../phrases/phrases.ts'
import type { LaneParts } from './lane.ts'
import type { Store } from './ledger.ts'
import { composePost } from './post.ts'

/** Throws for a delivery whose anniversary the corpus does not have. */
export function createComposer(
  corpus: Corpus,
  store: Pick<Store, 'languageOf'>,
): Pick<LaneParts, 'compose' | 'paused'> {
  return {
    async compose({ subscription, due, resent, language = 'en' }, late) {
      const anniversary = corpus.anniversaries.find(each => each.id === subscription.anniversary)
      if (!anniversary) throw new Error(`the corpus has no anniversary ${subscription.anniversary}`)
      const say = await phrasesOf(language)
      const since = late || resent ? say.moment(due.at.toZonedDateTimeISO(subscription.zone)) : undefined
      return composePost(anniversary, due.occurrence, inLanguage(corpus, language), language, say, since)
    },
    async paused(chat, reason) {
      const say = await phrasesOf((await store.languageOf(chat)) ?? 'en')
      return { body: [paragraph(say.pausedNotice(say.commands.settings.paused(reason)))] }
    },
  }
}
