// Answers /upcoming: the next date of every anniversary.

import { translated } from '../corpus/translated.ts'
import { bullets, heading, paragraph, run, strong } from '../message/build.ts'
import { command } from './command.ts'
import {
  entryOption,
  MAX_WHOLE_CHOICES,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from './shared/pages.ts'
import { chatZone, subscriptionsHere } from './shared/subscriptions.ts'
import { comingUp } from './shared/upcoming.ts'

export const upcoming = command({
  name: 'upcoming',
  options: { entry: entryOption },
  run: async ({ entry = 1 }, context) => {
    const { say, language, now } = context
    const phrases = say.commands.upcoming
    const today = now.toZonedDateTimeISO(await chatZone(context)).toPlainDate()
    const subscribed = new Set((await subscriptionsHere(context)).map(each => each.anniversary))
    const coming = comingUp(context, today)
    if (coming.length === 0) return { body: [paragraph(phrases.none)] }
    const section = sectionAt(coming, {
      from: entry,
      maxWhole: MAX_WHOLE_CHOICES,
      compose: ({ anniversary, occurrence }) => ({
        anniversary,
        blocks: [
          paragraph(strong(translated(anniversary.names, language))),
          paragraph([
            phrases.line(
              say.date(occurrence),
              say.inDays(today.until(occurrence).days),
              occurrence.year - anniversary.since.year,
            ),
            subscribed.has(anniversary.id) ? `, ${phrases.subscribed}` : '',
          ]),
        ],
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
