// /settings: what this chat is subscribed to, and the buttons to change it.
import { formatTime } from '../calendar/zone.ts'
import { translated } from '../corpus/translated.ts'
import { dueFrom, type Grace, type Subscription } from '../delivery/subscription.ts'
import { bullets, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { subscriptionsHere } from './coming.ts'
import { type Context, command, oneOf } from './command.ts'
import { nameOf } from './unsubscribe.ts'

const graces = ['skip', 'same-day', '1', '3', '7'] as const
const leapDays = ['february-28', 'march-1'] as const

export const settings = command({
  name: 'settings',
  options: { grace: oneOf(graces), leapday: oneOf(leapDays) },
  run: async ({ grace, leapday }, context): Promise<Message> => {
    const { say, store, caller, now, corpus } = context
    if (grace !== undefined || leapday !== undefined) {
      if (!caller.isAdmin) return { body: [paragraph(say.adminsOnly)] }
      for (const each of await subscriptionsHere(context)) {
        const changed = {
          ...each,
          ...(grace && { grace: graceOf(grace) }),
          ...(leapday && { leapDay: leapday }),
        }
        const rule = corpus.anniversaries.find(({ id }) => id === each.anniversary)?.recurrence
        await store.putSubscription(
          leapday && rule ? { ...changed, next: dueFrom(now, rule, changed) } : changed,
        )
      }
    }
    return overview(context)
  },
})

async function overview(context: Context): Promise<Message> {
  const { corpus, say, language } = context
  const phrases = say.commands.settings
  const here = await subscriptionsHere(context)
  const others = corpus.anniversaries.filter(each => here.every(({ anniversary }) => anniversary !== each.id))
  const onLeapDay = corpus.anniversaries.some(
    ({ recurrence }) => recurrence.month === 2 && recurrence.day === 29,
  )
  const [first] = here
  return {
    body: [
      heading(2, phrases.title),
      here.length === 0
        ? paragraph(phrases.none)
        : bullets(here.map(subscription => lines(subscription, context))),
    ],
    choices: [
      ...here.map(each => [
        run(phrases.stop(nameOf(each, context)), 'unsubscribe', { anniversary: each.anniversary }),
      ]),
      ...others.map(each => [
        run(phrases.start(translated(each.names, language)), 'subscribe', { anniversary: each.id }),
      ]),
      ...(first
        ? graces
            .filter(each => JSON.stringify(graceOf(each)) !== JSON.stringify(first.grace))
            .map(each => [run(phrases.changeGrace(graceOf(each)), 'settings', { grace: each }, true)])
        : []),
      ...(first && onLeapDay
        ? leapDays
            .filter(each => each !== first.leapDay)
            .map(each => [run(phrases.changeLeapDay(each), 'settings', { leapday: each }, true)])
        : []),
    ],
  }
}

function lines(subscription: Subscription, context: Context): Block[] {
  const { say } = context
  const phrases = say.commands.settings
  const { time, zone, status, next, grace } = subscription
  return [
    paragraph(strong(nameOf(subscription, context))),
    paragraph(phrases.hour(formatTime(time), zone)),
    paragraph(
      status.type === 'paused'
        ? phrases.paused(status.reason)
        : phrases.next(say.moment(next.at.toZonedDateTimeISO(zone))),
    ),
    paragraph(phrases.grace(grace)),
  ]
}

const graceOf = (typed: (typeof graces)[number]): Grace =>
  typed === 'skip' || typed === 'same-day' ? { type: typed } : { type: 'days', days: Number(typed) }
