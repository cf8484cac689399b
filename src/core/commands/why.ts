// /why: whether and when a post will come here, gate by gate, and what became of the last ones.
import { formatTime, zoneNamed } from '../calendar/zone.ts'
import type { Delivery } from '../delivery/ledger.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { attribution, bullets, heading, paragraph, run, strong } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import { subscriptionsHere } from './coming.ts'
import { type Context, command, text } from './command.ts'
import { nameOf } from './unsubscribe.ts'

export const why = command({
  name: 'why',
  isPrivate: true,
  options: { resend: text({ isHidden: true }) },
  run: async ({ resend: id }, context): Promise<Message> => {
    const { say, store, caller } = context
    const phrases = say.commands.why
    const last = await store.deliveriesOf(caller.chat, 5)
    if (id !== undefined) return resend(id, context)
    const here = await subscriptionsHere(context)
    const takesPosts = await context.check(caller.chat)
    const unasked = last.filter(each => each.state === 'unknown')
    const unknown = unasked.length > 0 && (await caller.isAdmin()) ? unasked : []
    return {
      body: [
        heading(2, phrases.title),
        ...(here.length === 0 ? [paragraph(phrases.notSubscribed)] : []),
        ...here.flatMap(subscription => gates(subscription, takesPosts, context)),
        heading(3, phrases.last),
        last.length === 0
          ? paragraph(phrases.noneYet)
          : bullets(
              last.map(delivery => [
                paragraph(`${say.date(delivery.due.occurrence)}: ${phrases.states[delivery.state]}`),
                ...(delivery.lastError ? [attribution(delivery.lastError)] : []),
              ]),
            ),
      ],
      choices: unknown.map(delivery => [
        run(phrases.resend(say.date(delivery.due.occurrence)), 'why', { resend: delivery.id }),
      ]),
    }
  },
})

function gates(subscription: Subscription, takesPosts: boolean | undefined, context: Context): Block[] {
  const { say } = context
  const phrases = say.commands.why
  const { status, zone, time, next, grace } = subscription
  const paused = status.type === 'paused'
  const gate = (passes: boolean | undefined, words: string) =>
    `${passes === undefined ? phrases.unasked : passes ? phrases.pass : phrases.fail}: ${words}`
  return [
    paragraph(strong(nameOf(subscription, context))),
    bullets([
      gate(true, phrases.subscribed),
      gate(!paused, paused ? say.commands.settings.paused(status.reason) : phrases.active),
      gate(takesPosts, phrases.permission),
      gate(zoneNamed(zone) !== undefined, phrases.hour(formatTime(time), zone)),
      gate(true, say.commands.settings.grace(grace)),
    ]),
    paragraph(say.commands.settings.next(say.moment(next.at.toZonedDateTimeISO(zone)))),
  ]
}

/** Only what is not known to have arrived is sent again, and only for those who answer for the chat. */
async function resend(id: string, context: Context): Promise<Message> {
  const { say, store, caller, now } = context
  const phrases = say.commands.why
  if (!(await caller.isAdmin())) return { body: [paragraph(say.adminsOnly)], isPrivate: true }
  const mine = (await store.deliveriesOf(caller.chat, 20)).find(each => each.id === id)
  if (!mine) return { body: [paragraph(phrases.noSuch)] }
  const again = canResend(mine) && (await store.resend(id, now, now.add({ hours: 24 })))
  return { body: [paragraph(again ? phrases.resending(say.date(again.due.occurrence)) : phrases.notResent)] }
}

const canResend = ({ state }: Delivery) => state === 'unknown' || state === 'failed' || state === 'expired'
