// A chat that is served without having asked, such as the terminal: subscribed to the usual anniversaries once.

import { parseTime } from '../calendar/zone.ts'
import type { Corpus } from '../corpus/model.ts'
import type { Address, Clock } from '../ports.ts'
import type { Store } from './ledger.ts'
import { DEFAULT_GRACE, dueAfter, dueFrom, expiryOf } from './subscription.ts'

/**
 * Subscribes the chat to the usual anniversaries at the archive's hour, unless it ever had them: who unsubscribes stays
 * so. A post whose grace still runs counts as due, as for a chat that was there at its hour and only down.
 */
export async function subscribeByDefault(
  chat: Address,
  corpus: Corpus,
  store: Store,
  clock: Clock,
  newId: () => string,
): Promise<void> {
  const had = await store.subscriptionsOf(chat)
  const time = parseTime(corpus.about.time)
  if (!time) throw new Error(`the archive's hour ${corpus.about.time} was not checked when it was loaded`)
  const hour = { zone: corpus.about.zone, time, leapDay: 'february-28' as const }
  const now = clock.now()
  for (const { id, isDefault, recurrence } of corpus.anniversaries) {
    if (!isDefault || had.some(each => each.anniversary === id)) continue
    // Who had everything forgotten has no subscription that would tell that they had one.
    if (!(await store.once(`usual ${id}`, now))) continue
    const last = dueFrom(now.subtract({ hours: 24 * DEFAULT_GRACE.days }), recurrence, hour)
    const open = expiryOf(last, hour, DEFAULT_GRACE).epochMilliseconds > now.epochMilliseconds
    const next = open ? last : dueAfter(last.occurrence, recurrence, hour)
    await store.putSubscription({
      id: newId(),
      chat,
      anniversary: id,
      ...hour,
      grace: DEFAULT_GRACE,
      status: { type: 'active' },
      next,
    })
  }
}
