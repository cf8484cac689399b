// Answers /subscribe: posts an anniversary in this chat every year, at the chat's own hour in its own zone.

import { formatTime } from '../calendar/hour.ts'
import { zoneNamed } from '../calendar/zone.ts'
import type { Anniversary } from '../corpus/model.ts'
import { translated } from '../corpus/translated.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { readTime, timesLike } from '../languages/calendar.ts'
import type { Phrases } from '../languages/phrases.ts'
import { paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import {
  type AnniversaryMatches,
  anniversariesLike,
  onlyAnniversaryLike,
} from '../search/lookup/anniversaries.ts'
import { isCountryCode, zonesLike, zonesOf } from '../search/lookup/zones.ts'
import { noteOf, takenWords } from '../wording/taken.ts'
import { type Context, command, hour, publish, role, text, zone } from './command.ts'
import { completeAnniversary, completeZone } from './shared/completions.ts'
import { askAgain, choiceSection, entryOption } from './shared/pages.ts'
import { choosePostOptions, chosenPostOptions, paragraphOf, placeOfCall } from './shared/place.ts'
import { subscribeChat } from './shared/subscribe-chat.ts'
import { whichAnniversary } from './shared/subscriptions.ts'
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
  run: async ({ entry, ...words }, context): Promise<Message> => {
    const { corpus, say, language } = context
    const phrases = say.commands.subscribe
    const { typed, place } = withPlace(words, context)
    if (place && place.zones.length > 1)
      return question(phrases.whichZone(place.name), { typed, option: 'zone', values: place.zones }, say)
    const { anniversaries, isNamed } = anniversariesLike(typed.anniversary, corpus)
    // "/subscribe 9": a number that names nothing else is an hour, of the morning or of the evening.
    if (!isNamed && typed.time === undefined && typed.anniversary && timesLike(typed.anniversary).length > 0)
      return askTime({ ...typed, anniversary: '' }, typed.anniversary, say)
    const meant = anniversaryOrPlace({ typed, anniversaries, isNamed }, context)
    if (!meant) return askAnniversary({ typed, entry }, { anniversaries, isNamed }, context)

    const time = typed.time === undefined ? undefined : readTime(typed.time)
    if (typed.time !== undefined && !time) return askTime(typed, typed.time, say)
    const zone = readZone(place?.name ?? meant.place ?? typed.zone, context)
    if (zone && !zone.value) return askZone(typed, zone.typed, context)

    const { anniversary } = meant
    const { problems } = await choosePostOptions(typed, context)
    const { before, after } = await subscribeChat(anniversary, { zone: zone?.value, time }, context)
    const name = translated(anniversary.names, language)
    const where = await placeOfCall(context)
    return {
      body: [
        ...noteOf(meant.note),
        ...noteOf(zone?.note),
        paragraph(confirmation({ name, where: where?.name }, { before, after }, phrases)),
        paragraph(phrases.next(say.moment(after.next.at.toZonedDateTimeISO(after.zone)))),
        ...paragraphOf(await chosenPostOptions(where, context)),
        ...problems.map(problem => paragraph(problem)),
        ...(zone === undefined && !before
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

/** "/subscribe 07:00 Hanoi": words that name a place are taken out of those for the anniversary. */
function withPlace(words: Typed, { now, language }: Context): { typed: Typed; place?: PlaceInWords } {
  const place = words.zone === undefined && words.anniversary ? placeIn(words.anniversary) : undefined
  if (!place) return { typed: words }
  const zones = zonesLike(place.name, now, language)
  return { typed: { ...words, anniversary: place.before }, place: { ...place, zones } }
}

interface Meant {
  anniversary: Anniversary
  /** The words, if they come near a place and no anniversary. */
  place?: string
  note?: string
}

/** The only thing that the words may mean; undefined if somebody must choose. */
function anniversaryOrPlace(
  { typed, anniversaries, isNamed }: AnniversaryMatches & { typed: Typed },
  { corpus, say, language, now }: Context,
): Meant | undefined {
  const [anniversary, ...others] = anniversaries
  if (isNamed) return anniversary && others.length === 0 ? { anniversary } : undefined
  const { anniversary: words = '', zone } = typed
  const near = onlyAnniversaryLike(words, corpus)
  const places = zone === undefined ? zonesLike(words, now, language) : []
  if (near && places.length === 0)
    return { anniversary: near, note: takenWords(translated(near.names, language), words, say) }
  const [byDefault, ...more] = anniversariesLike(undefined, corpus).anniversaries
  const isPlace = anniversaries.length === 0 && places.length === 1
  return isPlace && byDefault && more.length === 0 ? { anniversary: byDefault, place: words } : undefined
}

/** The zone that the words mean, with a note if it has another name; no value if there is not just one. */
function readZone(
  typed: string | undefined,
  { now, say, language }: Context,
): { typed: string; value?: string; note?: string } | undefined {
  if (typed === undefined) return undefined
  const named = zoneNamed(typed)
  if (named) return { typed, value: named }
  const [only, ...others] = zonesLike(typed, now, language)
  return only && others.length === 0 ? { typed, value: only, note: takenWords(only, typed, say) } : { typed }
}

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
  matches: AnniversaryMatches,
  context: Context,
): Message {
  const { say, language, now } = context
  const phrases = say.commands.subscribe
  const { anniversary: words } = typed
  // The words may also be a misspelt place.
  const zones =
    words !== undefined && typed.zone === undefined && !matches.isNamed
      ? zonesLike(words, now, language).slice(0, 3)
      : []
  if (words && zones.length > 0 && matches.anniversaries.length === 0)
    return question(
      phrases.whichZone(words.slice(0, 60)),
      { typed: { ...typed, anniversary: '' }, option: 'zone', values: zones },
      say,
    )
  const asked = words
    ? whichAnniversary(words, context)
    : { question: phrases.whichOne, anniversaries: matches.anniversaries }
  return {
    body: [paragraph(asked.question)],
    choices: [
      ...choiceSection(
        asked.anniversaries,
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

interface PlaceInWords {
  /** The words before it. */
  before: string
  name: string
  zones: string[]
}

/** The place named by some of the words, with its time zones. */
function placeIn(words: string): PlaceInWords | undefined {
  const typed = words.trim().split(/\s+/).slice(0, 8)
  for (let length = typed.length; length > 0; length--)
    for (let from = 0; from + length <= typed.length; from++) {
      const name = typed.slice(from, from + length).join(' ')
      const zones = name.length > 2 || isCountryCode(name) ? zonesOf(name) : []
      if (zones.length > 0) return { before: typed.slice(0, from).join(' '), name, zones }
    }
  return undefined
}
