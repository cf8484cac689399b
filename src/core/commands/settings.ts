// /settings: what this chat is subscribed to, and the buttons to change it.
import { formatTime } from '../calendar/zone.ts'
import { translated } from '../corpus/translated.ts'
import { bullets, heading, paragraph, run, strong } from '../message/build.ts'
import { subscriptionsHere } from './coming.ts'
import { command } from './command.ts'
import { nameOf } from './unsubscribe.ts'

export const settings = command({
  name: 'settings',
  options: {},
  run: async (_, context) => {
    const { corpus, say, language } = context
    const phrases = say.commands.settings
    const here = await subscriptionsHere(context)
    const others = corpus.anniversaries.filter(each =>
      here.every(({ anniversary }) => anniversary !== each.id),
    )
    return {
      body: [
        heading(2, phrases.title),
        here.length === 0
          ? paragraph(phrases.none)
          : bullets(
              here.map(subscription => [
                paragraph(strong(nameOf(subscription, context))),
                paragraph(phrases.hour(formatTime(subscription.time), subscription.zone)),
                paragraph(
                  subscription.status.type === 'paused'
                    ? phrases.paused(subscription.status.reason)
                    : phrases.next(say.moment(subscription.next.at.toZonedDateTimeISO(subscription.zone))),
                ),
                paragraph(phrases.grace(subscription.grace)),
              ]),
            ),
      ],
      choices: [
        ...here.map(each => [
          run(phrases.stop(nameOf(each, context)), 'unsubscribe', { anniversary: each.anniversary }),
        ]),
        ...others.map(each => [
          run(phrases.start(translated(each.names, language)), 'subscribe', { anniversary: each.id }),
        ]),
      ],
    }
  },
})
