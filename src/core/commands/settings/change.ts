// Changes settings of a chat. A value that cannot be read leads to a question, and then nothing changes.

import type { Temporal } from 'temporal-polyfill'
import { formatTime } from '../../calendar/hour.ts'
import { zoneNamed } from '../../calendar/zone.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import { readTime, timesLike } from '../../languages/calendar.ts'
import { ownNameOf } from '../../languages/language.ts'
import { paragraph } from '../../message/build.ts'
import type { Message } from '../../message/message.ts'
import { zonesLike } from '../../search/lookup/zones.ts'
import { takenWords } from '../../wording/taken.ts'
import type { Context } from '../command.ts'
import { askAgain } from '../shared/pages.ts'
import { choosePostOptions, placeName } from '../shared/place.ts'
import { languageScope, setLanguageHere } from '../shared/scope.ts'
import { type SubscriptionChange, subscribeChat } from '../shared/subscribe-chat.ts'
import { subscriptionName } from '../shared/subscriptions.ts'
import { type ChangedSubscription, changeRemarks } from './changed.ts'
import { moveSubscriptions } from './move.ts'
import {
  graceNamed,
  MAX_ZONE_CHOICES,
  type SettingChanges,
  type SettingsTarget,
  settingsChoice,
} from './options.ts'
import { askSetting } from './questions.ts'
import { settingsView } from './views.ts'
import { askWhich, nothingToChange } from './which.ts'

/** Changes everything that can be read, and answers with what was changed and the new settings. */
export async function changeSettings(
  changes: SettingChanges,
  target: SettingsTarget & { entry: number },
  context: Context,
): Promise<Message> {
  if (changes.to !== undefined) return moveSubscriptions(changes.to, target, context)
  const time = readHour(changes, target, context)
  if (time && 'question' in time) return time.question
  const { posts, grace, leapday, language } = changes
  const isOfSubscription = [changes.time, changes.zone, grace, leapday, posts].some(
    each => each !== undefined,
  )
  if (isOfSubscription && posts !== 'on' && target.subscriptions.length === 0)
    return nothingToChange(changes, target, context)
  const zone = readZone(changes, target, context)
  if (zone && 'question' in zone) return zone.question
  // Where 29 February falls makes a difference to no other day, so nobody is asked which subscription is meant.
  const concernsOne = [changes.time, changes.zone, grace, posts].some(each => each !== undefined)
  if (concernsOne && target.anniversary === undefined && target.subscriptions.length > 1)
    return askWhich(changes, target, context)

  const wish: Wish = {
    ...(time && { time: time.value }),
    ...(zone && { zone: zone.value }),
    ...(grace && { grace: graceNamed(grace) }),
    ...(leapday && { leapDay: leapday }),
  }
  if (language) await setLanguageHere(language, context)
  const there = language ? await context.speak(language) : context
  const remarks = [target.note, zone?.note].flatMap(note => note ?? [])
  if (posts === 'off') remarks.push(...(await endPosts(target.subscriptions, there)))
  else if (posts === 'on' && target.subscriptions.length === 0)
    remarks.push(...(await startPosts(target, wish, there)))
  else if (Object.keys(wish).length > 0)
    remarks.push(
      ...(await changeRemarks(wish, await changeSubscriptions(target.subscriptions, wish, there), there)),
    )
  if (language) {
    const { settings, language: phrases } = there.say.commands
    remarks.push(
      `${settings.changed} ${phrases.done(ownNameOf(language), (await languageScope(there)).name)}`,
    )
  }
  const { done, problems } = await choosePostOptions(changes, there)
  remarks.push(...done.map(each => `${there.say.commands.settings.changed} ${each}`), ...problems)
  const anniversary = posts === 'off' ? undefined : target.anniversary
  return settingsView({ anniversary, entry: 1, remarks }, there)
}

type Wish = Partial<SubscriptionChange>

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
): Promise<ChangedSubscription[]> {
  const changed: ChangedSubscription[] = []
  for (const before of subscriptions) {
    const known = context.corpus.anniversaries.find(({ id }) => id === before.anniversary)
    if (!known) continue
    const { after } = await subscribeChat(known, { ...wish, status: before.status }, context)
    changed.push({ before, after })
  }
  return changed
}

async function startPosts({ anniversary }: SettingsTarget, wish: Wish, context: Context): Promise<string[]> {
  const { corpus, say } = context
  const wanted = corpus.anniversaries.find(({ id }) => id === anniversary)
  if (!wanted) return []
  const { after } = await subscribeChat(wanted, wish, context)
  return [say.commands.subscribe.done(subscriptionName(after, context), await placeName(context))]
}

/** Undefined if nothing was typed. */
type Reading<T> = { value: T; note?: string } | { question: Message } | undefined

function readHour(
  changes: SettingChanges,
  { anniversary }: SettingsTarget,
  context: Context,
): Reading<Temporal.PlainTime> {
  const typed = changes.time
  if (typed === undefined) return undefined
  const value = readTime(typed)
  if (value) return { value }
  const { badTime, whichTime } = context.say.commands.subscribe
  const quoted = typed.slice(0, 60)
  const times = timesLike(typed).map(formatTime)
  const args = { ...(anniversary && { anniversary }), ...changes }
  return {
    question:
      times.length > 0
        ? {
            body: [paragraph(whichTime(quoted))],
            choices: [
              times.map(time => settingsChoice(time, { ...args, time })),
              [askAgain({ command: 'settings', args }, 'time', context.say)],
            ],
          }
        : { ...askSetting('hour', anniversary, context), body: [paragraph(badTime(quoted))] },
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
  const near = zonesLike(typed, context.now, context.language).slice(0, MAX_ZONE_CHOICES)
  const [only, ...others] = near
  if (only && others.length === 0) return { value: only, note: takenWords(only, typed, context.say) }
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
