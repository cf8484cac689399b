// Shows the settings of a chat: all its subscriptions, or one of them.

import { formatTime } from '../../calendar/zone.ts'
import type { Anniversary } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import { ownNameOf } from '../../languages/language.ts'
import { bullets, heading, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import type { Context } from '../command.ts'
import { graceIn } from '../shared/grace.ts'
import { MAX_WHOLE_CHOICES, sectionAt, sectionChoices, sectionLine, unitsOf } from '../shared/pages.ts'
import { subscriptionName, subscriptionsHere } from '../shared/subscriptions.ts'
import { type AskableSetting, settingsChoice } from './options.ts'

/** The chat's subscription to the anniversary, if it has one; else all its subscriptions. */
export async function settingsView(
  { anniversary, entry }: { anniversary: string | undefined; entry: number },
  context: Context,
): Promise<Message> {
  const here = await subscriptionsHere(context)
  const subscription = here.find(each => each.anniversary === anniversary)
  return subscription ? oneSubscription(subscription, context) : allSubscriptions(here, entry, context)
}

/** The chat's subscriptions, then the other anniversaries. */
function allSubscriptions(here: readonly Subscription[], entry: number, context: Context): Message {
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
      heading(2, phrases.title),
      ...(here.length === 0 ? [paragraph(phrases.none)] : []),
      ...(shown.length > 0 ? [bullets(shown)] : []),
      ...sectionLine(section, say),
      paragraph(phrases.language(ownNameOf(language))),
    ],
    choices: [
      ...section.entries.map(({ choice }) => [choice]),
      ...sectionChoices({ command: 'settings', args: {} }, section, say),
      [settingsChoice(phrases.language(ownNameOf(language)), { ask: 'language' })],
    ],
  }
}

function oneSubscription(subscription: Subscription, context: Context): Message {
  const { say } = context
  const phrases = say.commands.settings
  const { anniversary, time, zone, grace, leapDay } = subscription
  const name = subscriptionName(subscription, context)
  const ask = (label: string, setting: AskableSetting) => settingsChoice(label, { anniversary, ask: setting })
  return {
    body: [heading(2, name), ...settingLines(subscription, context)],
    choices: [
      [ask(phrases.changeHour(formatTime(time)), 'hour'), ask(phrases.changeZone(zone), 'zone')],
      [ask(graceIn(phrases.changeGrace, grace), 'late')],
      ...(fallsOnLeapDay(subscription, context) ? [[ask(phrases.changeLeapDay[leapDay], 'leap-day')]] : []),
      [
        settingsChoice(phrases.stop(name), { anniversary, posts: 'off' }),
        run(say.commands.subscribe.preview, 'preview', { anniversary }),
      ],
      [settingsChoice(phrases.back, {})],
    ],
  }
}

function settingLines(subscription: Subscription, context: Context): Block[] {
  const { time, zone, status, next, grace, leapDay } = subscription
  const phrases = context.say.commands.settings
  // On other days it makes no difference, but if somebody has set it, show it.
  const showsLeapDay = fallsOnLeapDay(subscription, context) || leapDay !== 'february-28'
  return [
    paragraph(phrases.hour(formatTime(time), zone)),
    paragraph(
      status.type === 'paused'
        ? phrases.paused(phrases.pauseReasons[status.reason])
        : phrases.next(context.say.moment(next.at.toZonedDateTimeISO(zone))),
    ),
    paragraph(graceIn(phrases.grace, grace)),
    ...(showsLeapDay ? [paragraph(phrases.changeLeapDay[leapDay])] : []),
  ]
}

/** Not every year has 29 February. */
function fallsOnLeapDay({ anniversary }: Subscription, { corpus }: Context): boolean {
  const { recurrence } = corpus.anniversaries.find(({ id }) => id === anniversary) ?? {}
  return recurrence?.month === 2 && recurrence.day === 29
}
