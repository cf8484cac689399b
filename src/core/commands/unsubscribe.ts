// Answers /unsubscribe: ends the posts of an anniversary in this chat.

import { paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { anniversariesLike } from '../search/lookup/anniversaries.ts'
import { noteOf } from '../wording/taken.ts'
import { command, text } from './command.ts'
import { completeAnniversary } from './shared/completions.ts'
import { choiceSection, entryOption, sectionAt, sectionLine, unitsOf } from './shared/pages.ts'
import { placeName } from './shared/place.ts'
import { anniversaryNear, subscriptionName, subscriptionsHere } from './shared/subscriptions.ts'

export const unsubscribe = command({
  name: 'unsubscribe',
  isPrivate: true,
  adminsOnly: true,
  hasPlace: true,
  options: { anniversary: text({ complete: completeAnniversary }), entry: entryOption },
  run: async ({ anniversary: named, entry = 1 }, context): Promise<Message> => {
    const { corpus, store, say } = context
    const phrases = say.commands.unsubscribe
    const here = await subscriptionsHere(context)
    const where = await placeName(context)
    if (here.length === 0) return { body: [paragraph(phrases.none(where))] }
    const all = named?.trim().toLowerCase() === 'all'
    const found = named && !all ? anniversariesLike(named, corpus) : undefined
    const near = found?.isNamed === false && named ? anniversaryNear(named, [], context) : undefined
    const isMeant = (id: string) =>
      near ? near.id === id : found?.isNamed && found.anniversaries.some(each => each.id === id)
    const meant = found ? here.filter(each => isMeant(each.anniversary)) : here
    if (found?.isNamed && meant.length === 0) return { body: [paragraph(phrases.notThat(where))] }
    if (all) {
      for (const each of here) await store.putSubscription({ ...each, status: { type: 'ended' } })
      const done = sectionAt(here, {
        from: 1,
        compose: each => paragraph(phrases.done(subscriptionName(each, context), where)),
        unitsOf: each => unitsOf([each]),
      })
      return { body: [...done.entries, ...sectionLine(done, say)] }
    }
    const [only] = meant
    if (!only || meant.length > 1)
      return {
        body: [paragraph(phrases.which)],
        choices: choiceSection(
          meant.length > 0 ? meant : here,
          {
            from: entry,
            call: { command: 'unsubscribe', args: { ...(named && { anniversary: named }) } },
            option: 'anniversary',
            choice: each =>
              run(subscriptionName(each, context), 'unsubscribe', { anniversary: each.anniversary }),
          },
          say,
        ),
      }
    await store.putSubscription({ ...only, status: { type: 'ended' } })
    return {
      body: [...noteOf(near?.words), paragraph(phrases.done(subscriptionName(only, context), where))],
      choices: [[run(phrases.back, 'subscribe', { anniversary: only.anniversary })]],
    }
  },
})
