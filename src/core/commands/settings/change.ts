// Changes settings of a chat. A value that cannot be read leads to a question, and then nothing changes.

import type { Temporal } from 'temporal-polyfill'
import { zoneNamed } from '../../calendar/zone.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import { readTime } from '../../languages/calendar.ts'
import { paragraph } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import { zonesLike } from '../../search/lookup/zones.ts'
import type { Context } from '../command.ts'
import { askAgain } from '../shared/pages.ts'
import { choosePostOptions, placeName } from '../shared/place.ts'
import { setLanguageHere } from '../shared/scope.ts'
import { subscribeChat } from '../shared/subscribe-chat.ts'
import { subscriptionName } from '../shared/subscriptions.ts'
import { moveSubscriptions } from './move.ts'
import { graceNamed, type SettingChanges, settingsChoice } from './options.ts'
import { askSetting } from './questions.ts'
import { settingsView } from './views.ts'

/** The subscriptions to change. */
export interface SettingsTarget {
  /** The id of the anniversary, if one was named. */
  anniversary?: string
  subscriptions: Subscription[]
}

/** As many buttons as every platform shows well. */
export const MAX_ZONE_CHOICES = 20

/** Changes everything that can be read, and answers with the new settings. */
export async function changeSettings(
  changes: SettingChanges,
  target: SettingsTarget,
  context: Context,
): Promise<Message> {
  if (changes.to !== undefined) return moveSubscriptions(changes.to, target, context)
  const time = readHour(changes.time, target, context)
  if (time && 'question' in time) return time.question
  const zone = readZone(changes, target, context)
  if (zone && 'question' in zone) return zone.question
  const { posts, grace, leapday, language } = changes
  const hour = { ...(time && { time: time.value }), ...(zone && { zone: zone.value }) }
  if (language) await setLanguageHere(language, context)
  const wish = {
    ...hour,
    ...(grace && { grace: graceNamed(grace) }),
    ...(leapday && { leapDay: leapday }),
  }
  const remarks = await choosePostOptions(changes, context)
  if (posts === 'off') remarks.push(...(await endPosts(target.subscriptions, context)))
  else if (Object.keys(wish).length > 0) await changeSubscriptions(target.subscriptions, wish, context)
  if (posts === 'on' && target.subscriptions.length === 0) await startPosts(target, hour, context)
  const inLanguage = language ? await context.speak(language) : context
  const anniversary = posts === 'off' ? undefined : target.anniversary
  return settingsView({ anniversary, entry: 1, remarks }, inLanguage)
}

type Wish = Parameters<typeof subscribeChat>[1]

/** Says what was ended and where. */
async function endPosts(subscriptions: readonly Subscription[], context: Context): Promise<string[]> {
  const { store, say } = context
  const where = await placeName(context)
  for (const each of subscriptions) await store.putSubscription({ ...each, status: { type: 'ended' } })
  return subscriptions.map(each => say.commands.unsubscribe.done(subscriptionName(each, context), where))
}

/** A paused subscription stays paused. */
async function changeSubscriptions(
  subscriptions: readonly Subscription[],
  wish: Wish,
  context: Context,
): Promise<void> {
  for (const { anniversary, status } of subscriptions) {
    const known = context.corpus.anniversaries.find(({ id }) => id === anniversary)
    if (known) await subscribeChat(known, { ...wish, status }, context)
  }
}

async function startPosts({ anniversary }: SettingsTarget, wish: Wish, context: Context): Promise<void> {
  const wanted = context.corpus.anniversaries.find(({ id }) => id === anniversary)
  if (wanted) await subscribeChat(wanted, wish, context)
}

/** Undefined if nothing was typed. */
type Reading<T> = { value: T } | { question: Message } | undefined

function readHour(
  typed: string | undefined,
  { anniversary }: SettingsTarget,
  context: Context,
): Reading<Temporal.PlainTime> {
  if (typed === undefined) return undefined
  const value = readTime(typed)
  if (value) return { value }
  const { badTime } = context.say.commands.subscribe
  return {
    question: {
      ...askSetting('hour', anniversary, context),
      body: [paragraph(badTime(typed.slice(0, 60)))],
    },
  }
}

function readZone(
  changes: SettingChanges,
  { anniversary }: SettingsTarget,
  context: Context,
): Reading<string> {
  const typed = changes.zone
  if (typed === undefined) return undefined
  const value = zoneNamed(typed)
  if (value) return { value }
  const phrases = context.say.commands.subscribe
  const quoted = typed.slice(0, 60)
  const args = { ...(anniversary && { anniversary }), ...changes }
  const near = zonesLike(typed, context.now).slice(0, MAX_ZONE_CHOICES)
  if (near.length === 0)
    return {
      question: {
        ...askSetting('zone', anniversary, context),
        body: [paragraph(phrases.badZone(quoted))],
      },
    }
  return {
    question: {
      body: [paragraph(phrases.whichZone(quoted))],
      choices: [
        ...near.map(zone => [settingsChoice(zone, { ...args, zone })]),
        [askAgain({ command: 'settings', args }, 'zone', context.say)],
      ],
    },
  }
}
