// Finds out which subscriptions the words after /settings mean, and asks if they may mean several things.

import { translated } from '../../corpus/translated.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import { timesLike } from '../../languages/calendar.ts'
import { paragraph } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import { zonesLike, zonesOf } from '../../search/lookup/zones.ts'
import { fold } from '../../text/fold.ts'
import type { Context } from '../command.ts'
import { askAgain, choiceSection } from '../shared/pages.ts'
import {
  anniversaryNamed,
  anniversaryNear,
  subscriptionsHere,
  whichAnniversary,
} from '../shared/subscriptions.ts'
import { optionList } from '../shared/usage.ts'
import {
  ALL,
  MAX_ZONE_CHOICES,
  type SettingChanges,
  type SettingsTarget,
  settingsChoice,
  settingsOptions,
} from './options.ts'

/**
 * The subscriptions that the words mean; without words, all of the chat's. Words may also name a place, whose time zone
 * is then offered.
 */
export async function targetOf(
  { words, changes, entry }: { words: string | undefined; changes: SettingChanges; entry: number },
  context: Context,
): Promise<SettingsTarget | { refusal: Message }> {
  const here = await subscriptionsHere(context)
  const ofAnniversary = (id: string) => ({
    anniversary: id,
    subscriptions: here.filter(each => each.anniversary === id),
  })
  const isOnly = (zones: readonly string[]) => zones.length === 1 && changes.zone === undefined
  if (words === undefined) return { subscriptions: here }
  if (fold(words.trim()) === ALL) return { anniversary: ALL, subscriptions: here }
  const quoted = words.slice(0, 60)
  const zonesNamed = zonesOf(quoted).length > 0 ? zonesLike(quoted, context.now, context.language) : []
  const id = anniversaryNamed(words, here, context)
  if (id && zonesNamed.length === 0) return ofAnniversary(id)
  // "/settings 9": a number that names nothing else is an hour, of the morning or of the evening.
  if (!id && changes.time === undefined && timesLike(quoted).length > 0)
    return { subscriptions: here, wish: { time: words } }
  if (isOnly(zonesNamed)) return { subscriptions: here, wish: { zone: words } }
  const both = zonesNamed.length === 0 ? anniversaryAndPlace(quoted, here, context) : undefined
  if (both) {
    const { anniversary, place, zones } = both
    if (isOnly(zones)) return { ...ofAnniversary(anniversary), wish: { zone: place } }
    return { refusal: askZone(place, { zones, changes: { anniversary, ...changes } }, context) }
  }
  // "hour:99" is neither an anniversary nor a place.
  const [, unknownOption] = zonesNamed.length > 0 ? [] : (/(?:^|\s)([a-z][a-z-]*):\S/i.exec(quoted) ?? [])
  if (unknownOption) return { refusal: refuseOption(unknownOption, context) }
  const zones =
    zonesNamed.length === 0 && here.length === 0
      ? []
      : zonesLike(quoted, context.now, context.language).slice(0, MAX_ZONE_CHOICES)
  const near = zonesNamed.length === 0 ? anniversaryNear(quoted, here, context) : undefined
  if (near && zones.length === 0) return { ...ofAnniversary(near.id), note: near.words }
  if (!near && !id && isOnly(zones)) return { subscriptions: here, wish: { zone: words } }
  return {
    refusal:
      zones.length > 0
        ? askZone(quoted, { zones, changes }, context)
        : askAnniversary(quoted, entry, context),
  }
}

interface AnniversaryAndPlace {
  anniversary: string
  place: string
  zones: readonly string[]
}

/** Reads "january-7 France" or "New York january-7". After an id, the place may be misspelt. */
function anniversaryAndPlace(
  typed: string,
  here: readonly Subscription[],
  context: Context,
): AnniversaryAndPlace | undefined {
  const words = typed.split(/\s+/).slice(0, MAX_SPLIT_WORDS)
  const pairs = words.flatMap((_, at) => {
    const [start, end] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    return at === 0
      ? []
      : [
          { name: start, place: end },
          { name: end, place: start },
        ]
  })
  const named = pairs.flatMap(({ name, place }) => {
    const anniversary = anniversaryNamed(name, here, context)
    return anniversary ? [{ anniversary, place, isId: fold(name) === anniversary }] : []
  })
  const exact = named.map(each => ({ ...each, zones: zonesOf(each.place) }))
  const near = named
    .filter(({ isId }) => isId)
    .map(each => ({
      ...each,
      zones: zonesLike(each.place, context.now, context.language).slice(0, MAX_ZONE_CHOICES),
    }))
  return [...exact, ...near].find(({ zones }) => zones.length > 0)
}

const MAX_SPLIT_WORDS = 8

const refuseOption = (name: string, context: Context): Message => ({
  body: [
    paragraph(context.say.notAnOption('settings', name)),
    ...optionList({ name: 'settings', options: settingsOptions, hasPlace: true }, context),
  ],
})

const askZone = (
  quoted: string,
  { zones, changes }: { zones: readonly string[]; changes: SettingChanges & { anniversary?: string } },
  { say }: Context,
): Message => ({
  body: [paragraph(say.commands.subscribe.whichZone(quoted))],
  choices: [
    ...zones.map(zone => [settingsChoice(zone, { ...changes, zone })]),
    [askAgain({ command: 'settings', args: { ...changes } }, 'zone', say)],
  ],
})

function askAnniversary(quoted: string, from: number, context: Context): Message {
  const { say, language } = context
  const { question, anniversaries } = whichAnniversary(quoted, context)
  return {
    body: [paragraph(question)],
    choices: choiceSection(
      anniversaries,
      {
        from,
        call: { command: 'settings', args: { anniversary: quoted } },
        option: 'anniversary',
        choice: ({ id, names }) => settingsChoice(translated(names, language), { anniversary: id }),
      },
      say,
    ),
  }
}
