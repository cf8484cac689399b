// Composes the messages that a chat gets without asking, in its language: its posts, and the notice of a pause.

import type { Corpus } from '../corpus/model.ts'
import type { LaneParts } from '../delivery/lane.ts'
import type { Store } from '../delivery/store.ts'
import { phrasesOf } from '../languages/phrases.ts'
import { paragraph } from '../message/build.ts'
import type { Paint } from '../picture/painting.ts'
import { cardOf } from './card.ts'
import { languageViewOf } from './language-view.ts'
import { composePost } from './post.ts'

/** Composing throws if the corpus does not have the anniversary. Without `paint` posts have no card. */
export function createComposer(
  corpus: Corpus,
  store: Pick<Store, 'languageOf'>,
  paint?: Paint,
): Pick<LaneParts, 'compose' | 'pausedNotice'> {
  return {
    async compose({ subscription, due, resent, language = 'en' }, late) {
      const anniversary = corpus.anniversaries.find(each => each.id === subscription.anniversary)
      if (!anniversary) throw new Error(`the corpus has no anniversary ${subscription.anniversary}`)
      const view = await languageViewOf(corpus, language)
      const { say } = view
      const lateSince = late || resent ? say.moment(due.at.toZonedDateTimeISO(subscription.zone)) : undefined
      const day = { anniversary, occurrence: due.occurrence }
      const post = composePost({ ...day, lateSince }, view)
      const image = await paint?.(cardOf(day, view))
      return image ? { ...post, image } : post
    },
    async pausedNotice(chat, reason) {
      const say = await phrasesOf((await store.languageOf(chat)) ?? 'en')
      const { paused, pauseReasons } = say.commands.settings
      return { body: [paragraph(say.pausedNotice(paused(pauseReasons[reason])))] }
    },
  }
}
