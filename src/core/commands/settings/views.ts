// Shows the settings of a chat: all its subscriptions, or one of them.

import { formatTime } from '../../calendar/hour.ts'
import { isLeapDay } from '../../calendar/recurrence.ts'
import type { Anniversary } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import { postOptionsOf } from '../../delivery/post-options.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import { type Language, ownNameOf } from '../../languages/language.ts'
import { askToPick, bullets, heading, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import { type Place, placeIdOf } from '../../ports.ts'
import type { Context } from '../command.ts'
import { graceIn } from '../shared/grace.ts'
import { MAX_WHOLE_CHOICES, sectionAt, sectionChoices, sectionLine, unitsOf } from '../shared/pages.ts'
import { chosenPostOptions, NO_ROLE, obstacle, paragraphOf, placeOfCall } from '../shared/place.ts'
import { subscriptionName, subscriptionsHere } from '../shared/subscriptions.ts'
import { type AskableSetting, settingsChoice } from './options.ts'

/** The chat's subscription to the anniversary, if it has one; else all its subscriptions. */
export async function settingsView(
  {
    anniversary,
    entry,
    remarks = [],
  }: { anniversary: string | undefined; entry: number; remarks?: readonly string[] },
  context: Context,
): Promise<Message> {
  const here = await subscriptionsHere(context)
  const subscription = here.find(each => each.anniversary === anniversary)
  const where = await placeOfCall(context)
  const view = subscription
    ? await oneSubscription(subscription, where, context)
    : await allSubscriptions(here, { entry, where, language: await languageHere(context) }, context)
  const [title, ...lines] = view.body
  const promisesPosts = (subscription ? [subscription] : here).some(({ status }) => status.type === 'active')
  return {
    ...view,
    body: [
      ...remarks.map(remark => paragraph(strong(remark))),
      ...(title ? [title] : []),
      ...(promisesPosts ? await obstacle(where?.name, context) : []),
      ...lines,
      ...paragraphOf(await chosenPostOptions(where, context)),
    ],
  }
}

/** Another place may have another language than the answer. */
const languageHere = async ({ store, caller, language }: Context): Promise<Language> =>
  (await store.languageOf(caller.chat)) ?? language

/** How the whole chat is called, of which a place is a part. */
export const everywhereLabel = ({ caller, say }: Context): string =>
  say.commands.settings.everywhere[caller.kind === 'server' ? 'server' : 'group']

/** The chat's subscriptions, then the other anniversaries. */
async function allSubscriptions(
  here: readonly Subscription[],
  { entry, where, language: ofPosts }: { entry: number; where: Place | undefined; language: Language },
  context: Context,
): Promise<Message> {
  const { corpus, say, language } = context
  const phrases = say.commands.settings
  const subscribed = new Set(here.map(({ anniversary }) => anniversary))
  const others = corpus.anniversaries.filter(({ id }) => !subscribed.has(id))
  const section = sectionAt<Subscription | Anniversary, { blocks: Block[]; choice: Choice }>(
    [...here, ...others],
    {
      from: entry,
      maxWhole: MAX_WHOLE_CHOICES,
      compose: each =>
        'names' in each
          ? {
              blocks: [],
              choice: settingsChoice(phrases.start(translated(each.names, language)), {
                anniversary: each.id,
                posts: 'on',
              }),
            }
          : {
              blocks: [paragraph(strong(subscriptionName(each, context))), ...settingLines(each, context)],
              choice: settingsChoice(phrases.change(subscriptionName(each, context)), {
                anniversary: each.anniversary,
              }),
            },
      unitsOf: ({ blocks }) => unitsOf(blocks),
    },
  )
  const shown = section.entries.map(({ blocks }) => blocks).filter(({ length }) => length > 0)
  return {
    body: [
      heading(2, phrases.title(where?.name)),
      ...(here.length === 0 ? [paragraph(say.commands.unsubscribe.none(where?.name))] : []),
      ...(shown.length > 0 ? [bullets(shown)] : []),
      ...sectionLine(section, say),
      paragraph(phrases.language(ownNameOf(ofPosts))),
    ],
    choices: [
      ...section.entries.map(({ choice }) => [choice]),
      ...sectionChoices({ command: 'settings', args: {} }, section, say),
      [settingsChoice(phrases.language(ownNameOf(ofPosts)), { ask: 'language' })],
      ...(where && here.length > 0 ? await postChoices(where, context) : []),
      ...(where ? [[settingsChoice(everywhereLabel(context), { view: 'all' })]] : []),
    ],
  }
}

async function oneSubscription(
  subscription: Subscription,
  where: Place | undefined,
  context: Context,
): Promise<Message> {
  const { say } = context
  const phrases = say.commands.settings
  const { anniversary, time, zone, grace, leapDay } = subscription
  const name = subscriptionName(subscription, context)
  const ask = (label: string, setting: AskableSetting) => settingsChoice(label, { anniversary, ask: setting })
  return {
    body: [
      heading(2, name),
      ...(where ? [paragraph(phrases.where(where.name))] : []),
      ...settingLines(subscription, context),
    ],
    choices: [
      [ask(phrases.changeHour(formatTime(time)), 'hour'), ask(phrases.changeZone(zone), 'zone')],
      [ask(graceIn(phrases.changeGrace, grace), 'late')],
      ...(fallsOnLeapDay(subscription, context) ? [[ask(phrases.changeLeapDay[leapDay], 'leap-day')]] : []),
      [
        settingsChoice(phrases.stop(name), { anniversary, posts: 'off' }),
        run(say.commands.subscribe.preview, 'preview', { anniversary }),
      ],
      ...(where ? await moveChoices(anniversary, context) : []),
      [settingsChoice(phrases.back, {})],
    ],
  }
}

/** Whom the posts of the place mention, and whether they are published. */
async function postChoices(where: Place, { caller, store, say }: Context): Promise<Choice[][]> {
  if (!caller.places?.findRole || where.isGone) return []
  const phrases = say.commands.settings
  const { role, publish } = await postOptionsOf(where.address, store)
  const change = (label: string, args: Record<string, string>) => [settingsChoice(label, args)]
  return [
    [askToPick('role', phrases.chooseRole, { command: 'settings', args: {}, option: 'role' })],
    ...(role !== undefined ? [change(phrases.noRole, { role: NO_ROLE })] : []),
    ...(publish
      ? [change(phrases.dontPublish, { publish: 'no' })]
      : where.canPublish
        ? [change(phrases.publish, { publish: 'yes' })]
        : []),
  ]
}

async function moveChoices(anniversary: string, { caller, say, place }: Context): Promise<Choice[][]> {
  const phrases = say.commands.settings
  const here = place && (await caller.places?.here())
  return [
    [askToPick('place', phrases.move, { command: 'settings', args: { anniversary }, option: 'to' })],
    ...(here ? [[settingsChoice(phrases.moveHere, { anniversary, to: placeIdOf(here.address) })]] : []),
  ]
}

/** The hour and the next post, or why there is none. */
export function scheduleLines({ time, zone, status, next }: Subscription, { say }: Context): Block[] {
  const phrases = say.commands.settings
  return [
    paragraph(phrases.hour(formatTime(time), zone)),
    paragraph(
      status.type === 'paused'
        ? phrases.paused(phrases.pauseReasons[status.reason])
        : phrases.next(say.moment(next.at.toZonedDateTimeISO(zone))),
    ),
  ]
}

function settingLines(subscription: Subscription, context: Context): Block[] {
  const { grace, leapDay } = subscription
  const phrases = context.say.commands.settings
  // On other days it makes no difference, but if somebody has set it, show it.
  const showsLeapDay = fallsOnLeapDay(subscription, context) || leapDay !== 'february-28'
  return [
    ...scheduleLines(subscription, context),
    paragraph(graceIn(phrases.grace, grace)),
    ...(showsLeapDay ? [paragraph(phrases.changeLeapDay[leapDay])] : []),
  ]
}

/** Not every year has 29 February. */
function fallsOnLeapDay({ anniversary }: Subscription, { corpus }: Context): boolean {
  const day = corpus.anniversaries.find(({ id }) => id === anniversary)
  return day !== undefined && isLeapDay(day)
}
