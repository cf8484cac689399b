// Answers /why: whether and when a post will come here, what that depends on, and how the last ones went.

import { formatTime } from '../calendar/hour.ts'
import { zoneNamed } from '../calendar/zone.ts'
import { translated } from '../corpus/translated.ts'
import type { Delivery } from '../delivery/ledger.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { attribution, bullets, heading, paragraph, run, strong, type Words } from '../message/build.ts'
import type { Block, Choice, Message } from '../message/message.ts'
import type { Address } from '../ports.ts'
import { noteOf } from '../wording/taken.ts'
import { type Context, command, text } from './command.ts'
import { everywhereLabel } from './settings/views.ts'
import { refuseNonAdmin } from './shared/admins.ts'
import { completeAnniversary } from './shared/completions.ts'
import { graceIn } from './shared/grace.ts'
import {
  choiceSection,
  entryOption,
  sectionAt,
  sectionChoices,
  sectionLine,
  unitsOf,
} from './shared/pages.ts'
import {
  type Condition,
  chosenPostOptions,
  paragraphOf,
  placeOfCall,
  postingCondition,
} from './shared/place.ts'
import {
  anniversaryNear,
  subscriptionName,
  subscriptionsHere,
  whichAnniversary,
} from './shared/subscriptions.ts'

/** Leaves some room for the last posts and their faults. */
const MAX_CONDITIONS_UNITS = 2400
const MAX_LAST_POSTS = 5
/** Among which those of one anniversary are found. */
const MAX_DELIVERIES_READ = 50

export const why = command({
  name: 'why',
  isPrivate: true,
  hasPlace: true,
  options: {
    anniversary: text({ complete: completeAnniversary }),
    resend: text({ isHidden: true, isChange: true }),
    entry: entryOption,
  },
  run: async ({ anniversary: words, resend: id, entry = 1 }, context): Promise<Message> => {
    const { say, store, caller } = context
    const phrases = say.commands.why
    if (id !== undefined) return resend(id, context)
    const all = await subscriptionsHere(context)
    const near = words === undefined ? undefined : anniversaryNear(words, all, context)
    if (words !== undefined && !near) return askWhichIsMeant(words, entry, context)
    const named = near?.id
    const isMeant = ({ anniversary }: Subscription) => !named || anniversary === named
    const here = all.filter(isMeant)
    const last = (await store.deliveriesOf(caller.chat, MAX_DELIVERIES_READ))
      .filter(({ subscription }) => isMeant(subscription))
      .slice(0, MAX_LAST_POSTS)
    const place = await placeOfCall(context)
    const where = place?.name
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
        ...noteOf(near?.words),
        paragraph(verdict(here, { posting, where, named }, context)),
        ...(here.length > 0 ? [heading(3, phrases.conditions)] : []),
        ...section.entries.flat(),
        ...sectionLine(section, say),
        ...(here.length > 0 ? paragraphOf(await chosenPostOptions(place, context)) : []),
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
        ...sectionChoices({ command: 'why', args: { ...(named && { anniversary: named }) } }, section, say),
        ...(named && here.length === 0 ? startChoice(named, context) : []),
        [run(say.commands.subscribe.settings, 'settings')],
        // The posts that somebody misses may come to another place.
        ...(place && here.length === 0 ? [[run(everywhereLabel(context), 'settings', { view: 'all' })]] : []),
      ],
    }
  },
})

function askWhichIsMeant(words: string, from: number, context: Context): Message {
  const { language, say } = context
  const { question, anniversaries } = whichAnniversary(words, context)
  return {
    body: [paragraph(question)],
    choices: choiceSection(
      anniversaries,
      {
        from,
        call: { command: 'why', args: { anniversary: words } },
        option: 'anniversary',
        choice: ({ id, names }) => run(translated(names, language), 'why', { anniversary: id }),
      },
      say,
    ),
  }
}

const nameOf = (id: string, context: Context): string => subscriptionName({ anniversary: id }, context)

const startChoice = (id: string, context: Context): Choice[][] => [
  [run(context.say.commands.settings.start(nameOf(id, context)), 'subscribe', { anniversary: id })],
]

/** Whether and when a post will come; if none will, the first reason why not. */
function verdict(
  here: readonly Subscription[],
  found: Posting & { named: string | undefined },
  context: Context,
): Words {
  const { posting, where, named } = found
  const { say } = context
  const phrases = say.commands.why
  if (here.length === 0) return phrases.notSubscribed(where, named && nameOf(named, context))
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

/** Whether the bot may post, and the name of the place if the chat has several. */
interface Posting {
  posting: Condition
  where: string | undefined
}

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
