// Brings back what a wrong clock gave up: posts whose day is still to come, and moments that it skipped.

import { Temporal } from 'temporal-polyfill'
import type { RecurringDay } from '../../calendar/recurrence.ts'
import type { Clock } from '../../ports.ts'
import type { Store } from '../store.ts'
import { dueFrom } from '../subscription.ts'
import { nextDue } from './next-due.ts'

interface WrongClockParts {
  store: Pick<
    Store,
    'takeBack' | 'groupsAfter' | 'subscriptionsIn' | 'putSubscription' | 'recall' | 'deliveriesOf'
  >
  clock: Pick<Clock, 'now'>
  recurringDayOf(anniversary: string): RecurringDay | undefined
}

/** A subscription that waits longer than from one occurrence to the next may have been moved on by a wrong clock. */
const MAX_PERIOD_DAYS = 365
const MAX_SUBSCRIPTIONS_PER_READ = 1000

/**
 * A post that was given up before its day, or a next moment after one that is still to come, proves that the clock was
 * wrong. Returns how many posts were taken back, and how many subscriptions wait for an earlier day again.
 */
export async function restoreGivenUp({
  store,
  clock,
  recurringDayOf,
}: WrongClockParts): Promise<{ posts: number; subscriptions: number }> {
  const now = clock.now()
  const posts = await store.takeBack(now)
  let subscriptions = 0
  for (const group of await store.groupsAfter(now.add({ hours: 24 * MAX_PERIOD_DAYS }))) {
    const day = recurringDayOf(group.anniversary)
    if (!day || !isBefore(dueFrom(now, day, group), group.next)) continue
    let after = ''
    for (;;) {
      const page = await store.subscriptionsIn(group, { after, limit: MAX_SUBSCRIPTIONS_PER_READ })
      for (const subscription of page) {
        // Its post of the coming day may have gone out, at an earlier hour or in another place.
        const next = await nextDue(day, subscription, { store, now })
        if (!isBefore(next, subscription.next)) continue
        await store.putSubscription({ ...subscription, next })
        subscriptions++
      }
      const last = page.at(-1)
      if (!last || page.length < MAX_SUBSCRIPTIONS_PER_READ) break
      after = last.id
    }
  }
  return { posts, subscriptions }
}

const isBefore = (
  one: { occurrence: Temporal.PlainDate },
  other: { occurrence: Temporal.PlainDate },
): boolean => Temporal.PlainDate.compare(one.occurrence, other.occurrence) < 0
