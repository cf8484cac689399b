// Answers /subscribe: posts an anniversary in this chat every year, at the chat's own hour in its own zone.

import { formatTime } from '../calendar/hour.ts'
import { zoneNamed } from '../calendar/zone.ts'
import { translated } from '../corpus/translated.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { readTime, timesLike } from '../languages/calendar.ts'
import type { Phrases } from '../languages/phrases.ts'
import { paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { type AnniversaryMatches, anniversariesLike } from '../search/lookup/anniversaries.ts'
import { isCountryCode, zonesLike, zonesOf } from '../search/lookup/zones.ts'
import { type Context, command, hour, publish, role, text, zone } from './command.ts'
import { completeAnniversary, completeZone } from './shared/completions.ts'
import { askAgain, choiceSection, entryOption } from './shared/pages.ts'
import { choosePostOptions, chosenPostOptions, paragraphOf, placeOfCall } from './shared/place.ts'
import { subscribeChat } from './shared/subscribe-chat.ts'
import { typedCall } from './shared/usage.ts'

const SUGGESTED_HOURS = ['06:00', '07:00', '08:00', '12:00', '18:00']

export const subscribe = command({
  name: 'subscribe',
  isPrivate: true,
  hasPlace: true,
  adminsOnly: true,
  startsPosts: true,
  options: {
    anniversary: text({ complete: completeAnniversary }),
    time: hour({
      complete: typed =>
        SUGGESTED_HOURS.filter(each => each.startsWith(typed)).map(value => ({ value, label: value })),
    }),
    zone: zone({ complete: completeZone }),
    role: role(),
    publish: publish(),
    entry: entryOption,
  },
  example: ({ corpus: { about } }) => ({ time: about.time, zone: about.zone }),
  run: async ({ entry, ...typed }, context): Promise<Message> => {
    const { corpus, say, language } = context
    const phrases = say.commands.subscribe
    // "/subscribe 07:00 Hanoi": a place's time zone is offered, never chosen automatically.
    const place =
      typed.zone === undefined && typed.anniversary !== undefined ? placeIn(typed.anniversary) : undefined
    if (place)
      return question(
        phrases.whichZone(place.name),
        { typed: { ...typed, anniversary: place.before }, option: 'zone', values: place.zones },
        say,
      )
    const { anniversaries, isNamed } = anniversariesLike(typed.anniversary, corpus)
    const [anniversary, ...others] = anniversaries
    // "/subscribe 9": a number that names nothing else is an hour, of the morning or of the evening.
    if (!isNamed && typed.time === undefined && typed.anniversary && timesLike(typed.anniversary).length > 0)
      return askTime({ ...typed, anniversary: '' }, typed.anniversary, say)
    if (!anniversary || !isNamed || others.length > 0)
      return askAnniversary({ typed, entry }, { anniversaries, isNamed }, context)

    const time = typed.time === undefined ? undefined : readTime(typed.time)
    if (typed.time !== undefined && !time) return askTime(typed, typed.time, say)
    const zone = typed.zone === undefined ? undefined : zoneNamed(typed.zone)
    if (typed.zone !== undefined && !zone) return askZone(typed, typed.zone, context)

    const { problems } = await choosePostOptions(typed, context)
    const { before, after } = await subscribeChat(anniversary, { zone, time }, context)
    const name = translated(anniversary.names, language)
    const where = await placeOfCall(context)
    return {
      body: [
        paragraph(confirmation({ name, where: where?.name }, { before, after }, phrases)),
        paragraph(phrases.next(say.moment(after.next.at.toZonedDateTimeISO(after.zone)))),
        ...paragraphOf(await chosenPostOptions(where, context)),
        ...problems.map(problem => paragraph(problem)),
        ...(typed.zone === undefined && !before
          ? [paragraph(phrases.zoneIs(after.zone, lineWithZone(after, context)))]
          : []),
      ],
      choices: [
        [run(phrases.preview, 'preview', { anniversary: anniversary.id }), run(phrases.settings, 'settings')],
      ],
    }
  },
})

/** A line to type for another time zone, which changes this subscription alone. */
const lineWithZone = ({ anniversary, time }: Subscription, { caller }: Context): string =>
  typedCall(
    { command: 'subscribe', args: { anniversary, time: formatTime(time), zone: 'Europe/Paris' } },
    caller,
  )

/** The arguments as typed, repeated in every answer to a question. */
type Typed = { anniversary?: string; time?: string; zone?: string; role?: string; publish?: string }

/** Asks for another value of one of the arguments. */
const question = (
  words: string,
  { typed, option, values }: { typed: Typed; option: 'time' | 'zone'; values: readonly string[] },
  say: Phrases,
): Message => ({
  body: [paragraph(words)],
  choices: [
    ...values.map(value => [run(value, 'subscribe', { ...typed, [option]: value })]),
    [askAgain({ command: 'subscribe', args: { ...typed } }, option, say)],
  ],
})

function askTime(typed: Typed, words: string, say: Phrases): Message {
  const phrases = say.commands.subscribe
  const times = timesLike(words).map(formatTime)
  const [ask, values] = times.length > 0 ? [phrases.whichTime, times] : [phrases.badTime, SUGGESTED_HOURS]
  return question(ask(words.slice(0, 60)), { typed, option: 'time', values }, say)
}

function askAnniversary(
  { typed, entry }: { typed: Typed; entry: number | undefined },
  { anniversaries, isNamed }: AnniversaryMatches,
  { corpus, say, language, now }: Context,
): Message {
  const phrases = say.commands.subscribe
  const { anniversary: words } = typed
  const offers = anniversaries.length > 0 ? anniversaries : corpus.anniversaries
  // The words may also be a misspelt place.
  const zones =
    words !== undefined && typed.zone === undefined && !isNamed
      ? zonesLike(words, now, language).slice(0, 3)
      : []
  return {
    body: [paragraph(words === undefined ? phrases.whichOne : phrases.whichAnniversary(words.slice(0, 60)))],
    choices: [
      ...choiceSection(
        offers,
        {
          from: entry,
          call: { command: 'subscribe', args: { ...typed } },
          option: 'anniversary',
          choice: ({ id, names }) =>
            run(translated(names, language), 'subscribe', { ...typed, anniversary: id }),
        },
        say,
      ),
      ...zones.map(zone => [run(zone, 'subscribe', { ...typed, anniversary: '', zone })]),
    ],
  }
}

function askZone(typed: Typed, name: string, { say, now, language }: Context): Message {
  const phrases = say.commands.subscribe
  const zones = zonesLike(name, now, language).slice(0, 5)
  const quoted = name.slice(0, 60)
  const words = zones.length > 0 ? phrases.whichZone(quoted) : phrases.badZone(quoted)
  return question(words, { typed, option: 'zone', values: zones }, say)
}

function confirmation(
  { name, where }: { name: string; where: string | undefined },
  { before, after }: { before: Subscription | undefined; after: Subscription },
  phrases: Context['say']['commands']['subscribe'],
): string {
  if (before?.status.type !== 'active') return phrases.done(name, where)
  const isUnchanged = before.zone === after.zone && before.time.equals(after.time)
  return isUnchanged ? phrases.already(name, where) : phrases.again(name, where)
}

/** The place named by some of the words, its time zones, and the words before it. */
function placeIn(words: string): { before: string; name: string; zones: string[] } | undefined {
  const typed = words.trim().split(/\s+/).slice(0, 8)
  for (let length = typed.length; length > 0; length--)
    for (let from = 0; from + length <= typed.length; from++) {
      const name = typed.slice(from, from + length).join(' ')
      const zones = name.length > 2 || isCountryCode(name) ? zonesOf(name) : []
      if (zones.length > 0) return { before: typed.slice(0, from).join(' '), name, zones }
    }
  return undefined
}
