// Answers /why: whether and when a post will come here, what that depends on, and how the last ones went.

import { formatTime } from '../calendar/hour.ts'
import { zoneNamed } from '../calendar/zone.ts'
import type { Delivery } from '../delivery/ledger.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { attribution, bullets, heading, paragraph, run, strong, type Words } from '../message/build.ts'
import type { Block, Message } from '../message/message.ts'
import type { Address } from '../ports.ts'
import { type Context, command, text } from './command.ts'
import { refuseNonAdmin } from './shared/admins.ts'
import { graceIn } from './shared/grace.ts'
import { entryOption, sectionAt, sectionChoices, sectionLine, unitsOf } from './shared/pages.ts'
import { placeName } from './shared/place.ts'
import { subscriptionName, subscriptionsHere } from './shared/subscriptions.ts'

/** Leaves some room for the last posts and their faults. */
const MAX_CONDITIONS_UNITS = 2400

export const why = command({
  name: 'why',
  isPrivate: true,
  hasPlace: true,
  options: { resend: text({ isHidden: true, isChange: true }), entry: entryOption },
  run: async ({ resend: id, entry = 1 }, context): Promise<Message> => {
    const { say, store, caller } = context
    const phrases = say.commands.why
    const last = await store.deliveriesOf(caller.chat, 5)
    if (id !== undefined) return resend(id, context)
    const here = await subscriptionsHere(context)
    const where = await placeName(context)
    const posting = await postingCondition(where, context)
    const unknown = last.filter(each => each.state === 'unknown')
    const resendable = unknown.length > 0 && (await caller.isAdmin()) ? unknown : []
    const section = sectionAt(here, {
      from: entry,
      compose: (subscription): Block[] => [
        ...conditionBlocks(subscription, { posting, where }, context),
        // For a single subscription the first line says it.
        ...(here.length > 1 ? [nextPost(subscription, context)] : []),
      ],
      unitsOf,
      maxUnits: MAX_CONDITIONS_UNITS,
    })
    return {
      body: [
        paragraph(verdict(here, { posting, where }, context)),
        ...(here.length > 0 ? [heading(3, phrases.conditions)] : []),
        ...section.entries.flat(),
        ...sectionLine(section, say),
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
      choices: [
        ...resendable.map(delivery => [
          run(phrases.resend(say.date(delivery.due.occurrence)), 'why', { resend: delivery.id }),
        ]),
        ...sectionChoices({ command: 'why', args: {} }, section, say),
        [run(say.commands.subscribe.settings, 'settings')],
      ],
    }
  },
})

/** Whether and when a post will come; if none will, the first reason why not. */
function verdict(here: readonly Subscription[], found: Posting, context: Context): Words {
  const { posting, where } = found
  const { say } = context
  const phrases = say.commands.why
  if (here.length === 0) return phrases.notSubscribed(where)
  const [coming] = here
    .filter(({ status, zone }) => status.type === 'active' && posting.holds && zoneNamed(zone))
    .sort((a, b) => a.next.at.epochMilliseconds - b.next.at.epochMilliseconds)
  if (coming) return phrases.comes(say.moment(coming.next.at.toZonedDateTimeISO(coming.zone)), where)
  return `${phrases.notNow} ${firstReason(here, found, context)}`.trim()
}

function firstReason(here: readonly Subscription[], found: Posting, context: Context): string {
  // It names the permission, which the reason of a pause does not.
  if (!found.posting.holds) return found.posting.words
  for (const subscription of here) {
    const failed = conditions(subscription, found, context).find(({ holds }) => !holds)
    if (failed) return failed.words
  }
  return ''
}

const nextPost = ({ zone, next }: Subscription, { say }: Context): Block =>
  paragraph(say.commands.settings.next(say.moment(next.at.toZonedDateTimeISO(zone))))

function conditionBlocks(subscription: Subscription, found: Posting, context: Context): Block[] {
  return [
    paragraph(strong(subscriptionName(subscription, context))),
    bullets(
      conditions(subscription, found, context).map(({ holds, words }) => (holds ? words : strong(words))),
    ),
  ]
}

/** What a post depends on, with a sentence that says whether it is met. It holds if nothing is known against it. */
interface Condition {
  holds: boolean
  words: string
}

/** Whether the bot may post, and the name of the place if the chat has several. */
interface Posting {
  posting: Condition
  where: string | undefined
}

/** Whether the platform lets the bot post. A platform that does not answer keeps posts waiting, and pauses nothing. */
async function postingCondition(
  where: string | undefined,
  { say, caller, check }: Context,
): Promise<Condition> {
  const phrases = say.commands.why
  const readiness = await check(caller.chat)
  switch (readiness?.status) {
    case undefined:
      return { holds: true, words: phrases.unasked(where) }
    case 'ready':
      return { holds: true, words: phrases.mayPost(where) }
    case 'unreachable':
      return { holds: true, words: phrases.unanswered(platformTitle(caller.chat), where) }
    case 'refused': {
      const { missing, cause } = readiness
      const lack = missing && where ? phrases.lacks(missing, where) : phrases.mayNotPost(where)
      const words = cause ? phrases.refusals[cause](where) : ''
      return { holds: false, words: cause && !missing ? words : `${words} ${lack}`.trim() }
    }
    default:
      return readiness satisfies never
  }
}

const platformTitle = ({ platform }: Address) => platform.charAt(0).toUpperCase() + platform.slice(1)

/** The conditions for a post, in the order in which the first that fails is named. */
function conditions(
  { status, zone, time, grace }: Subscription,
  { posting, where }: Posting,
  { say }: Context,
): Condition[] {
  const { paused, pauseReasons, grace: lateness } = say.commands.settings
  const phrases = say.commands.why
  return [
    { holds: true, words: phrases.subscribed(where) },
    status.type === 'paused'
      ? { holds: false, words: `${paused(pauseReasons[status.reason])}${say.stop}` }
      : { holds: true, words: phrases.active },
    posting,
    zoneNamed(zone)
      ? { holds: true, words: phrases.hour(formatTime(time), zone) }
      : { holds: false, words: say.commands.subscribe.badZone(zone) },
    { holds: true, words: `${graceIn(lateness, grace)}${say.stop}` },
  ]
}

/** Sends a post again if it is not known to have arrived. For admins of the chat only. */
async function resend(id: string, context: Context): Promise<Message> {
  const { say, store, caller, now } = context
  const phrases = say.commands.why
  const delivery = await store.findDelivery(id)
  // Admins are notified in a chat of their own, and resend from there.
  const elsewhere = delivery && !isSameChat(delivery.subscription.chat, caller.chat)
  const refusal = elsewhere ? await refuseStranger(delivery, context) : await refuseNonAdmin(context)
  if (refusal) return refusal
  if (!delivery) return { body: [paragraph(phrases.noSuch)] }
  const again = canResend(delivery) && (await store.resend(id, now, now.add({ hours: 24 })))
  return { body: [paragraph(again ? phrases.resending(say.date(again.due.occurrence)) : phrases.notResent)] }
}

const refuseStranger = async (
  { subscription }: Delivery,
  { isAdminOf, say }: Context,
): Promise<Message | undefined> =>
  (await isAdminOf(subscription.chat))
    ? undefined
    : { body: [paragraph(say.commands.why.noSuch)], isPrivate: true }

const isSameChat = (one: Address, other: Address) =>
  one.platform === other.platform && one.chat === other.chat && one.thread === other.thread

const canResend = ({ state }: Delivery) => state === 'unknown' || state === 'failed' || state === 'expired'
