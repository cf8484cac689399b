// Which anniversaries come next, and whose day it is in this chat.
import type { Temporal } from 'temporal-polyfill'
import { nextOccurrence } from '../../calendar/recurrence.ts'
import type { Anniversary } from '../../corpus/model.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import type { Context } from '../command.ts'

/** The anniversaries with their next date, the nearest first. */
export function comingUp(
  { corpus }: Context,
  today: Temporal.PlainDate,
): { anniversary: Anniversary; occurrence: Temporal.PlainDate }[] {
  return corpus.anniversaries
    .map(anniversary => ({ anniversary, occurrence: nextOccurrence(today, anniversary.recurrence) }))
    .sort((a, b) => (a.occurrence.toString() < b.occurrence.toString() ? -1 : 1))
}

/** The chat's subscriptions that have not been ended. */
export async function subscriptionsHere({ store, caller }: Context): Promise<Subscription[]> {
  const all = await store.subscriptionsOf(caller.chat)
  return all.filter(subscription => subscription.status.type !== 'ended')
}

/** The zone that "today" means here: that of the chat's posts, else the archive's own. */
export async function chatZone(context: Context): Promise<string> {
  const [first] = await subscriptionsHere(context)
  return first?.zone ?? context.corpus.about.zone
}
