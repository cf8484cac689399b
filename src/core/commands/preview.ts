// Answers /preview: the next post of this chat, made by the code that will post it, and when it is due.

import { translated } from '../corpus/translated.ts'
import { dueFrom } from '../delivery/subscription.ts'
import { readTime } from '../languages/calendar.ts'
import { emphasis, paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { anniversariesLike } from '../search/lookup/anniversaries.ts'
import { cardOf } from '../wording/card.ts'
import { composePost } from '../wording/post.ts'
import { noteOf } from '../wording/taken.ts'
import { command, text } from './command.ts'
import { completeAnniversary } from './shared/completions.ts'
import { choiceSection, entryOption } from './shared/pages.ts'
import { obstacle, placeName } from './shared/place.ts'
import { anniversaryNear, leapDaysHere, subscriptionsHere, whichAnniversary } from './shared/subscriptions.ts'

export const preview = command({
  name: 'preview',
  isPrivate: true,
  hasPlace: true,
  options: { anniversary: text({ complete: completeAnniversary }), entry: entryOption },
  run: async ({ anniversary: named, entry }, context): Promise<Message> => {
    const { corpus, language, say, now } = context
    const phrases = say.commands.preview
    const here = (await subscriptionsHere(context)).filter(each => each.status.type === 'active')
    const near = named ? anniversaryNear(named, [], context) : undefined
    if (named && !near) {
      const { question, anniversaries } = whichAnniversary(named, context)
      return {
        body: [paragraph(question)],
        choices: choiceSection(
          anniversaries,
          {
            from: entry,
            call: { command: 'preview', args: { anniversary: named } },
            option: 'anniversary',
            choice: each => run(translated(each.names, language), 'preview', { anniversary: each.id }),
          },
          say,
        ),
      }
    }
    const next = here.find(each => !near || near.id === each.anniversary)
    const id = next?.anniversary ?? near?.id
    const anniversary =
      id === undefined
        ? anniversariesLike(undefined, corpus).anniversaries[0]
        : corpus.anniversaries.find(each => each.id === id)
    if (!anniversary) return { body: [paragraph(say.commands.upcoming.none)] }
    const zone = next?.zone ?? corpus.about.zone
    const time = readTime(corpus.about.time)
    const leapDay = (await leapDaysHere(context))(anniversary.id)
    const due = next?.next ?? (time && dueFrom(now, anniversary, { zone, time, leapDay }))
    if (!due) throw new Error(`the archive's hour ${corpus.about.time} was not checked when it was loaded`)
    const moment = say.moment(due.at.toZonedDateTimeISO(zone))
    const where = await placeName(context)
    const day = { anniversary, occurrence: due.occurrence }
    const post = composePost(day, context)
    const image = await context.paint?.(cardOf(day, context))
    return {
      ...post,
      ...(image && { image }),
      body: [
        ...noteOf(near?.words),
        paragraph(emphasis(next ? phrases.next(moment, where) : phrases.would(moment, where))),
        ...(next ? await obstacle(where, context) : []),
        { type: 'thematicBreak' },
        ...post.body,
      ],
    }
  },
})
