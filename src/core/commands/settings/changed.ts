// Says which settings were changed, and what they were before.

import { formatTime } from '../../calendar/hour.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import type { Context } from '../command.ts'
import { graceIn } from '../shared/grace.ts'
import { placeName } from '../shared/place.ts'
import type { SubscriptionChange } from '../shared/subscribe-chat.ts'
import { subscriptionName } from '../shared/subscriptions.ts'

export interface ChangedSubscription {
  before: Subscription
  after: Subscription
}

/** More are counted, not named. */
const MAX_NAMES = 5

/** One sentence about all of them; none if there are none. What was the same before is said to be. */
export async function changeRemarks(
  wish: Partial<SubscriptionChange>,
  all: readonly ChangedSubscription[],
  context: Context,
): Promise<string[]> {
  const phrases = context.say.commands.settings
  const [first] = all
  if (!first) return []
  const wished = settings.filter(name => wish[name] !== undefined)
  const isChanged = (name: Setting) =>
    all.some(({ before, after }) => settingOf(name, before, context) !== settingOf(name, after, context))
  const changed = wished.filter(isChanged)
  const where = await placeName(context)
  if (changed.length === 0)
    return [phrases.unchanged(wished.map(name => settingOf(name, first.after, context)).join(', '), where)]
  const values = changed.map(name => {
    const after = settingOf(name, first.after, context)
    return all.length > 1 || !hasShortValue(name)
      ? after
      : phrases.was(after, settingOf(name, first.before, context))
  })
  const names = all.map(({ after }) => subscriptionName(after, context))
  const which = names.length > MAX_NAMES ? phrases.subscriptions(names.length) : names.join(', ')
  return [phrases.changedTo(`${values.join(', ')}${all.length > 1 ? ` (${which})` : ''}`, where)]
}

const settings = ['time', 'zone', 'grace', 'leapDay'] as const
type Setting = (typeof settings)[number]

/** The others are sentences. */
const hasShortValue = (name: Setting) => name === 'time' || name === 'zone'

function settingOf(
  name: Setting,
  { time, zone, grace, leapDay }: Subscription,
  { say: { commands } }: Context,
): string {
  const phrases = commands.settings
  switch (name) {
    case 'time':
      return formatTime(time)
    case 'zone':
      return zone
    case 'grace':
      return graceIn(phrases.changeGrace, grace)
    case 'leapDay':
      return phrases.changeLeapDay[leapDay]
    default:
      return name satisfies never
  }
}
