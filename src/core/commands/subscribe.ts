// Answers /subscribe: posts an anniversary in this chat every year, at the chat's own hour in its own zone.

import { parseTime, zoneNamed } from '../calendar/zone.ts'
import { translated } from '../corpus/translated.ts'
import type { Subscription } from '../delivery/subscription.ts'
import { paragraph, run } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { anniversariesLike } from '../search/lookup/anniversaries.ts'
import { zonesLike, zonesOf } from '../search/lookup/zones.ts'
import { type Context, command, hour, text, zone } from './command.ts'
import { completeAnniversary, completeZone } from './shared/completions.ts'
import { subscribeChat } from './shared/subscribe-chat.ts'

const hours = ['06:00', '07:00', '08:00', '12:00', '18:00']

export const subscribe = command({
  name: 'subscribe',
  isPrivate: true,
  adminsOnly: true,
  startsPosts: true,
  options: {
    anniversary: text({ complete: completeAnniversary }),
    time: hour({
      complete: typed =>
        hours.filter(each => each.startsWith(typed)).map(each => ({ value: each, label: each })),
    }),
    zone: zone({ complete: completeZone }),
  },
  example: ({ corpus }) => `${corpus.about.time} ${corpus.about.zone}`,
  run: async ({ anniversary: named, time: typedTime, zone: typedZone }, context): Promise<Message> => {
    const { corpus, say, language, now } = context
    const phrases = say.commands.subscribe
    const again = (more: Record<string, string>) => ({
      ...(named !== undefined && { anniversary: named }),
      ...(typedTime !== undefined && { time: typedTime }),
      ...(typedZone !== undefined && { zone: typedZone }),
      ...more,
    })

    const place = typedZone === undefined && named !== undefined ? placeIn(named) : undefined
    if (place) {
      const rest = { ...again({}), anniversary: place.rest }
      return ask(
        phrases.whichZone(place.name),
        place.zones.map(zone => [zone, { ...rest, zone }]),
      )
    }
    const found = anniversariesLike(named, corpus)
    const [anniversary] = found.anniversaries
    if (!anniversary || !found.isNamed || found.anniversaries.length > 1) {
      const offers = found.anniversaries.length > 0 ? found.anniversaries : corpus.anniversaries
      // The words may be a misspelt place as well.
      const places =
        typedZone === undefined && named !== undefined && !found.isNamed
          ? zonesLike(named, now).slice(0, 3)
          : []
      return ask(named === undefined ? phrases.whichOne : phrases.whichAnniversary(named.slice(0, 60)), [
        ...offers.map(
          each =>
            [translated(each.names, language), again({ anniversary: each.id })] as [
              string,
              Record<string, string>,
            ],
        ),
        ...places.map(
          zone => [zone, { ...again({ zone }), anniversary: '' }] as [string, Record<string, string>],
        ),
      ])
    }

    const time = typedTime === undefined ? undefined : parseTime(typedTime)
    if (typedTime !== undefined && !time)
      return ask(
        phrases.badTime(typedTime.slice(0, 60)),
        hours.map(each => [each, again({ time: each })]),
      )
    const zone = typedZone === undefined ? undefined : zoneNamed(typedZone)
    if (typedZone !== undefined && !zone) {
      const places = zonesLike(typedZone, now).slice(0, 5)
      const shown = typedZone.slice(0, 60)
      const question = places.length > 0 ? phrases.whichZone(shown) : phrases.badZone(shown)
      return ask(
        question,
        places.map(each => [each, again({ zone: each })]),
      )
    }

    const { earlier, kept } = await subscribeChat(anniversary, { zone, time }, context)
    const name = translated(anniversary.names, language)
    return {
      body: [
        paragraph(said(earlier, kept, name, phrases)),
        paragraph(phrases.next(say.moment(kept.next.at.toZonedDateTimeISO(kept.zone)))),
        ...(typedZone === undefined && !earlier ? [paragraph(phrases.zoneIs(kept.zone))] : []),
      ],
      choices: [
        [run(phrases.preview, 'preview', { anniversary: anniversary.id }), run(phrases.settings, 'settings')],
      ],
    }
  },
})

function said(
  earlier: Subscription | undefined,
  kept: Subscription,
  name: string,
  phrases: Context['say']['commands']['subscribe'],
): string {
  if (earlier?.status.type !== 'active') return phrases.done(name)
  const same = earlier.zone === kept.zone && earlier.time.equals(kept.time)
  return same ? phrases.already(name) : phrases.again(name)
}

/** "/subscribe 07:00 Hanoi": some of the words name a place, whose zone is offered, never just taken. */
function placeIn(words: string): { rest: string; name: string; zones: string[] } | undefined {
  const typed = words.trim().split(/\s+/).slice(0, 8)
  for (let length = typed.length; length > 0; length--)
    for (let from = 0; from + length <= typed.length; from++) {
      const name = typed.slice(from, from + length).join(' ')
      const zones = name.length > 2 ? zonesOf(name) : []
      if (zones.length > 0) return { rest: typed.slice(0, from).join(' '), name, zones }
    }
  return undefined
}

const ask = (question: string, answers: [label: string, args: Record<string, string>][]): Message => ({
  body: [paragraph(question)],
  choices: answers.map(([label, args]) => [run(label, 'subscribe', args)]),
})
