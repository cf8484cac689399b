// Composes what a chat is sent unasked, in its language: its posts, and the notices that one did not go out.

import type { Corpus } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { PlatformLaneParts } from '../delivery/platform-lane.ts'
import type { Store } from '../delivery/store.ts'
import { type Phrases, phrasesOf } from '../languages/phrases.ts'
import { heading, paragraph, run } from '../message/build.ts'
import type { Paragraph } from '../message/message.ts'
import type { Paint } from '../picture/painting.ts'
import type { GoneReason } from '../ports.ts'
import { cardOf } from './card.ts'
import { languageViewOf } from './language-view.ts'
import { composePost } from './post.ts'

/** Composing throws if the corpus does not have the anniversary. Without `paint` posts have no card. */
export function createComposer(
  corpus: Corpus,
  store: Pick<Store, 'languageOf'>,
  paint?: Paint,
): Pick<PlatformLaneParts, 'compose' | 'notice'> {
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
    async notice({ id, subscription, due }, trouble, { names, missing }) {
      const language = (await store.languageOf(subscription.chat)) ?? 'en'
      const say = await phrasesOf(language)
      const found = corpus.anniversaries.find(each => each.id === subscription.anniversary)
      const name = found ? translated(found.names, language) : subscription.anniversary
      const when = say.date(due.occurrence)
      const title = names ? [heading(3, [names.chat, names.place].filter(Boolean).join(' · '))] : []
      const choices = [[run(say.commands.why.resend(when), 'why', { resend: id })]]
      switch (trouble.type) {
        case 'paused':
          return { body: [...title, ...pauseParagraphs(trouble.reason, { name, missing }, say)] }
        case 'unknown':
          return { body: [...title, paragraph(say.unknownNotice(name, when))], choices }
        case 'refused':
          return { body: [...title, paragraph(say.refusedNotice(name, when, trouble.error))], choices }
        default:
          return trouble satisfies never
      }
    },
  }
}

function pauseParagraphs(
  reason: GoneReason,
  { name, missing }: { name: string; missing: string | undefined },
  say: Phrases,
): Paragraph[] {
  if (reason === 'topic-deleted') return [paragraph(say.topicDeletedNotice(name))]
  const { paused, pauseReasons } = say.commands.settings
  return [
    paragraph(say.pausedNotice(paused(pauseReasons[reason]))),
    ...(missing === undefined ? [] : [paragraph(say.missingPermission(missing))]),
  ]
}
