// Asks for one setting with buttons as answers; if there are too many answers, says how to type one.

import { languages, ownNameOf } from '../../languages/language.ts'
import { packs } from '../../languages/packs.ts'
import { ask, inRows, paragraph } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import type { Context } from '../command.ts'
import { graceIn } from '../shared/grace.ts'
import { languageScope } from '../shared/scope.ts'
import { typedCall } from '../shared/usage.ts'
import { type AskableSetting, graceNamed, graces, leapDays, settingsChoice } from './options.ts'

/** Asks about one subscription, or all of the chat's if no anniversary is given. */
export function askSetting(
  setting: Exclude<AskableSetting, 'language'>,
  anniversary: string | undefined,
  context: Context,
): Message {
  const { say } = context
  const phrases = say.commands.settings
  const target: Record<string, string> = anniversary ? { anniversary } : {}
  const answer = (label: string, args: Record<string, string>) =>
    settingsChoice(label, { ...target, ...args })
  const back = settingsChoice(phrases.back, target)
  const line = (args: Record<string, string>) =>
    typedCall({ command: 'settings', args: { ...target, ...args } }, context.caller)
  switch (setting) {
    case 'hour': {
      const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)
      return {
        body: [paragraph(phrases.askHour(line({ time: '06:30' })))],
        choices: [
          ...inRows(hours, 4).map(row => row.map(time => answer(time, { time }))),
          [ask(phrases.writeHour, 'settings', 'time', target), back],
        ],
      }
    }
    case 'zone':
      return {
        body: [paragraph(phrases.askZone(line({ zone: 'France' }), line({ zone: '+7' })))],
        choices: [
          ...inRows(zonesFor(context), 2).map(row => row.map(zone => answer(zone, { zone }))),
          [ask(phrases.writeZone, 'settings', 'zone', target), back],
        ],
      }
    case 'late':
      return {
        body: [paragraph(phrases.askGrace)],
        choices: [
          ...graces.map(grace => [answer(graceIn(phrases.changeGrace, graceNamed(grace)), { grace })]),
          [back],
        ],
      }
    case 'leap-day':
      return {
        body: [paragraph(phrases.askLeapDay)],
        choices: [...leapDays.map(leapday => [answer(phrases.changeLeapDay[leapday], { leapday })]), [back]],
      }
    default:
      return setting satisfies never
  }
}

/** Asks about the language of the place that has its own or was named, or else of all of the chat. */
export async function askLanguage(anniversary: string | undefined, context: Context): Promise<Message> {
  const { say, store, language } = context
  const { address, name } = await languageScope(context)
  const current = (await store.languageOf(address)) ?? language
  return {
    body: [paragraph(say.commands.language.is(ownNameOf(current), name))],
    choices: [
      languages.map(each => settingsChoice(ownNameOf(each), { language: each })),
      [settingsChoice(say.commands.settings.back, anniversary ? { anniversary } : {})],
    ],
  }
}

/** Zones where many people live who do not read the archive's languages at home. */
const worldZones = [
  'Asia/Bangkok',
  'Europe/Paris',
  'America/Los_Angeles',
  'America/New_York',
  'Australia/Sydney',
  'UTC',
]

/** The home zone of the reader's language, the archive's own zone, its other readers' zones, and some from around the world. */
function zonesFor({ corpus, index, language }: Context): string[] {
  const archiveLanguages = new Set(index.segment.articles.map(each => each.language))
  const homeZones = [...packs].flatMap(
    ([language, { homeZone }]) => (archiveLanguages.has(language) && homeZone) || [],
  )
  const own = archiveLanguages.has(language) ? packs.get(language)?.homeZone : undefined
  return [...new Set([...(own ? [own] : []), corpus.about.zone, ...homeZones, ...worldZones])]
}
