// What /settings shows: all subscriptions, one of them, or the question for one setting.
import { formatTime } from '../../calendar/zone.ts'
import { translated } from '../../corpus/translated.ts'
import type { Grace, Subscription } from '../../delivery/subscription.ts'
import { languages, ownNameOf } from '../../languages/language.ts'
import { packs } from '../../languages/packs.ts'
import { ask as askFor, bullets, heading, paragraph, run, strong } from '../../message/build.ts'
import type { Block, Choice, Message } from '../../message/message.ts'
import type { Context } from '../command.ts'
import { graceIn } from '../shared/grace.ts'
import { nameOf } from '../unsubscribe.ts'

export const graces = ['skip', 'same-day', '1', '3', '7'] as const
export const leapDays = ['february-28', 'march-1'] as const
export const asks = ['hour', 'zone', 'late', 'leap-day', 'language'] as const
export type Ask = (typeof asks)[number]

/** Where many people live who read none of the archive's languages at home. */
const places = [
  'Asia/Bangkok',
  'Europe/Paris',
  'America/Los_Angeles',
  'America/New_York',
  'Australia/Sydney',
  'UTC',
]

export function overview(here: readonly Subscription[], context: Context): Message {
  const { corpus, say, language } = context
  const phrases = say.commands.settings
  const others = corpus.anniversaries.filter(each => here.every(({ anniversary }) => anniversary !== each.id))
  return {
    body: [
      heading(2, phrases.title),
      here.length === 0
        ? paragraph(phrases.none)
        : bullets(here.map(each => [paragraph(strong(nameOf(each, context))), ...lines(each, context)])),
      paragraph(phrases.language(ownNameOf(language))),
    ],
    choices: [
      ...here.map(each => [go(phrases.change(nameOf(each, context)), { anniversary: each.anniversary })]),
      ...others.map(each => [
        go(phrases.start(translated(each.names, language)), { anniversary: each.id, posts: 'on' }),
      ]),
      [go(phrases.language(ownNameOf(language)), { ask: 'language' })],
    ],
  }
}

export function detail(subscription: Subscription, context: Context): Message {
  const { say } = context
  const phrases = say.commands.settings
  const { anniversary, time, zone, grace, leapDay } = subscription
  const ask = (label: string, about: Ask): Choice => go(label, { anniversary, ask: about })
  return {
    body: [heading(2, nameOf(subscription, context)), ...lines(subscription, context)],
    choices: [
      [ask(phrases.changeHour(formatTime(time)), 'hour'), ask(phrases.changeZone(zone), 'zone')],
      [ask(graceIn(phrases.changeGrace, grace), 'late')],
      ...(onLeapDay(subscription, context) ? [[ask(phrases.changeLeapDay[leapDay], 'leap-day')]] : []),
      [
        go(phrases.stop(nameOf(subscription, context)), { anniversary, posts: 'off' }),
        run(say.commands.subscribe.preview, 'preview', { anniversary }),
      ],
      [go(phrases.back, {})],
    ],
  }
}

/** A question whose answers are buttons; what has too many answers for buttons says how to write one. */
export function question(about: Ask, anniversary: string | undefined, context: Context): Message {
  const { say, language } = context
  const phrases = say.commands.settings
  const here: Record<string, string> = anniversary ? { anniversary } : {}
  const answer = (label: string, more: Record<string, string>) => go(label, { ...here, ...more })
  const back = [go(phrases.back, here)]
  switch (about) {
    case 'hour': {
      const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
      return {
        body: [paragraph(phrases.askHour(`/settings ${anniversary ?? ''} 06:30`.replace('  ', ' ')))],
        choices: [
          ...rows(hours, 4).map(row => row.map(time => answer(time, { time }))),
          [askFor(phrases.writeHour, 'settings', 'time', here), ...back],
        ],
      }
    }
    case 'zone':
      return {
        body: [paragraph(phrases.askZone)],
        choices: [
          ...rows(zonesFor(context), 2).map(row => row.map(zone => answer(zone, { zone }))),
          [askFor(phrases.writeZone, 'settings', 'zone', here), ...back],
        ],
      }
    case 'late':
      return {
        body: [paragraph(phrases.askGrace)],
        choices: [
          ...graces.map(each => [answer(graceIn(phrases.changeGrace, graceNamed(each)), { grace: each })]),
          back,
        ],
      }
    case 'leap-day':
      return {
        body: [paragraph(phrases.askLeapDay)],
        choices: [...leapDays.map(each => [answer(phrases.changeLeapDay[each], { leapday: each })]), back],
      }
    case 'language':
      return {
        body: [paragraph(say.commands.language.is(ownNameOf(language)))],
        choices: [languages.map(each => go(ownNameOf(each), { language: each })), back],
      }
    default:
      return about satisfies never
  }
}

/** The zones to choose from: the archive's own, those of its readers, and some of the world's. */
function zonesFor({ corpus, index }: Context): string[] {
  const read = new Set(index.segment.articles.map(each => each.language))
  return [
    ...new Set([
      corpus.about.zone,
      ...[...packs].flatMap(([language, { homeZone }]) => (read.has(language) && homeZone) || []),
      ...places,
    ]),
  ]
}

export const graceNamed = (name: string): Grace =>
  name === 'skip' || name === 'same-day' ? { type: name } : { type: 'days', days: Number(name) }

/** Falls on a day that not every year has. */
function onLeapDay({ anniversary }: Subscription, { corpus }: Context): boolean {
  const { recurrence } = corpus.anniversaries.find(({ id }) => id === anniversary) ?? {}
  return recurrence?.month === 2 && recurrence.day === 29
}

function lines(subscription: Subscription, context: Context): Block[] {
  const { time, zone, status, next, grace, leapDay } = subscription
  const phrases = context.say.commands.settings
  return [
    paragraph(phrases.hour(formatTime(time), zone)),
    paragraph(
      status.type === 'paused'
        ? phrases.paused(phrases.pauseReasons[status.reason])
        : phrases.next(context.say.moment(next.at.toZonedDateTimeISO(zone))),
    ),
    paragraph(graceIn(phrases.grace, grace)),
    // Elsewhere it says nothing, but who has set it is told.
    ...(onLeapDay(subscription, context) || leapDay !== 'february-28'
      ? [paragraph(phrases.changeLeapDay[leapDay])]
      : []),
  ]
}

const go = (label: string, args: Record<string, string>): Choice => run(label, 'settings', args, true)

function rows<T>(items: readonly T[], width: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / width) }, (_, row) =>
    items.slice(row * width, (row + 1) * width),
  )
}
