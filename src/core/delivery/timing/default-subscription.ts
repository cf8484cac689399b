// Subscribes a chat that never asked, such as the terminal, once to the archive's default anniversaries.

import { DEFAULT_LEAP_DAY } from '../../calendar/recurrence.ts'
import type { Corpus } from '../../corpus/model.ts'
import { readTime } from '../../languages/calendar.ts'
import type { Address, Clock } from '../../ports.ts'
import type { Store } from '../store.ts'
import { DEFAULT_GRACE, dueAfter, dueFrom, expiryOf } from '../subscription.ts'

interface DefaultSubscriptionParts {
  store: Pick<Store, 'subscriptionsOf' | 'putSubscription' | 'markOnce'>
  clock: Clock
  newId(): string
}

/**
 * Subscribes the chat, at the archive's hour, to the default anniversaries it never had. A chat that unsubscribed stays
 * unsubscribed. A post whose grace is still running is due at once, as it would be for a chat subscribed while the bot
 * was down.
 */
export async function subscribeByDefault(
  chat: Address,
  corpus: Corpus,
  { store, clock, newId }: DefaultSubscriptionParts,
): Promise<void> {
  const existing = await store.subscriptionsOf(chat)
  const time = readTime(corpus.about.time)
  if (!time) throw new Error(`the archive's hour ${corpus.about.time} was not checked when it was loaded`)
  const hour = { zone: corpus.about.zone, time, leapDay: DEFAULT_LEAP_DAY, grace: DEFAULT_GRACE }
  const now = clock.now()
  for (const anniversary of corpus.anniversaries) {
    const { id, isDefault } = anniversary
    if (!isDefault || existing.some(each => each.anniversary === id)) continue
    // A chat that had everything erased has no subscription left to show that it once had this one.
    if (!(await store.markOnce(`usual ${id}`, now))) continue
    const last = dueFrom(now.subtract({ hours: 24 * DEFAULT_GRACE.days }), anniversary, hour)
    const isOpen = expiryOf(last, hour).epochMilliseconds > now.epochMilliseconds
    const next = isOpen ? last : dueAfter(last.occurrence, anniversary, hour)
    await store.putSubscription({
      id: newId(),
      chat,
      anniversary: id,
      ...hour,
      status: { type: 'active' },
      next,
    })
  }
}
