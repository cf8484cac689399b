// Answers /upcoming: the next date of every anniversary.

import type { Temporal } from 'temporal-polyfill'
import { translated } from '../corpus/translated.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { bullets, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block } from '../message/message.ts'
import { type ComingAnniversary, comingUp } from '../search/lookup/coming.ts'
import { comingLine } from '../wording/post.ts'
import { type Context, command } from './command.ts'
import {
  entryOption,
  MAX_WHOLE_CHOICES,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from './shared/pages.ts'
import { chatZone, leapDaysHere, subscriptionsHere } from './shared/subscriptions.ts'

export const upcoming = command({
  name: 'upcoming',
  options: { entry: entryOption },
  run: async ({ entry = 1 }, context) => {
    const { corpus, say, language, now } = context
    const phrases = say.commands.upcoming
    const today = now.toZonedDateTimeISO(await chatZone(context)).toPlainDate()
    const subscribed = new Map((await subscriptionsHere(context)).map(each => [each.anniversary, each]))
    const coming = comingUp({ corpus, today, leapDayOf: await leapDaysHere(context) })
    if (coming.length === 0) return { body: [paragraph(phrases.none)] }
    const section = sectionAt(coming, {
      from: entry,
      maxWhole: MAX_WHOLE_CHOICES,
      compose: each => ({
        anniversary: each.anniversary,
        blocks: entryBlocks(each, { today, subscription: subscribed.get(each.anniversary.id) }, context),
      }),
      unitsOf: ({ blocks }) => unitsOf(blocks),
    })
    return {
      body: [
        heading(2, phrases.title),
        bullets(section.entries.map(({ blocks }) => blocks)),
        ...sectionLine(section, say),
      ],
      choices: [
        ...section.entries
          .filter(({ anniversary }) => !subscribed.has(anniversary.id))
          .map(({ anniversary }) => [
            run(say.commands.settings.start(translated(anniversary.names, language)), 'subscribe', {
              anniversary: anniversary.id,
            }),
          ]),
        ...sectionChoices({ command: 'upcoming', args: {} }, section, say),
      ],
    }
  },
})

/** Agrees with /why and /settings, which say when the next post comes. */
function entryBlocks(
  { anniversary, occurrence }: ComingAnniversary,
  { today, subscription }: { today: Temporal.PlainDate; subscription: Subscription | undefined },
  { say, language }: Context,
): Block[] {
  const { upcoming: phrases, settings } = say.commands
  const line = comingLine({ anniversary, occurrence }, today, say)
  const isPosted = subscription?.status.type === 'active' && subscription.next.occurrence.equals(occurrence)
  const blocks = [
    paragraph(strong(translated(anniversary.names, language))),
    paragraph(isPosted ? `${line}, ${phrases.subscribed}` : line),
  ]
  if (!subscription || isPosted) return blocks
  const { status, next } = subscription
  if (status.type === 'paused')
    return [...blocks, paragraph(settings.paused(settings.pauseReasons[status.reason]))]
  // Today's post has gone out, or the one before is still to come.
  return [...blocks, paragraph(settings.next({ type: 'text', value: say.date(next.occurrence) }))]
}
