// Defines the options of /settings, and the calls that its buttons make.

import type { Grace, Subscription } from '../../delivery/subscription.ts'
import { languageNamed, languages, namesOf, ownNameOf } from '../../languages/language.ts'
import { run } from '../../message/build.ts'
import type { Run } from '../../message/message.ts'
import { hour, oneOf, place, publish, role, text, type Values, zone } from '../command.ts'
import { completeAnniversary, completeZone } from '../shared/completions.ts'
import { entryOption } from '../shared/pages.ts'

export const graces = ['skip', 'same-day', '1', '3', '7'] as const
export const leapDays = ['february-28', 'march-1'] as const
/** The settings that the bot can ask about. */
export const askableSettings = ['hour', 'zone', 'late', 'leap-day', 'language'] as const
export type AskableSetting = (typeof askableSettings)[number]

export const settingsOptions = {
  anniversary: text({ complete: completeAnniversary }),
  time: hour({ isChange: true }),
  zone: zone({ complete: completeZone, isChange: true }),
  grace: oneOf(graces, { isChange: true }),
  role: role({ isChange: true }),
  publish: publish({ isChange: true }),
  leapday: oneOf(leapDays, { isHidden: true, isChange: true }),
  language: oneOf(languages, {
    ...{ read: languageNamed, label: ownNameOf, alsoCalled: namesOf },
    ...{ isHidden: true, isChange: true },
  }),
  posts: oneOf(['on', 'off'], { isHidden: true, isChange: true }),
  // Its answers are buttons that change something.
  ask: oneOf(askableSettings, { isHidden: true, isChange: true, isForAsker: true }),
  /** The id of the place to move the subscription to. */
  to: place({ isChange: true }),
  // Shows where else in the chat posts go, which is for admins only.
  view: oneOf(['all'], { isHidden: true, isChange: true, isForAsker: true }),
  entry: entryOption,
}

/** The settings to change, as typed. */
export type SettingChanges = Omit<Values<typeof settingsOptions>, 'anniversary' | 'ask' | 'view' | 'entry'>

/** The subscriptions to change. */
export interface SettingsTarget {
  /** The id of the anniversary, or `ALL`, if one was named. */
  anniversary?: string
  subscriptions: Subscription[]
  /** Words that were typed beside it or alone, and mean an hour or the place whose time zone is wanted. */
  wish?: { time?: string; zone?: string }
  /** Says what was taken for words that only come near it. */
  note?: string
}

/** Names all subscriptions in place of an anniversary. */
export const ALL = 'all'

/** As many buttons as every platform shows well. */
export const MAX_ZONE_CHOICES = 20

export const graceNamed = (name: (typeof graces)[number]): Grace =>
  name === 'skip' || name === 'same-day' ? { type: name } : { type: 'days', days: Number(name) }

/** A button that shows the settings in place, after a change if one is given. */
export const settingsChoice = (label: string, args: Record<string, string>): Run =>
  run(label, 'settings', args, true)
