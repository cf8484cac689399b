// Finds the next due moment of a subscription, past every occurrence whose post its place has already had.

import { Temporal } from 'temporal-polyfill'
import type { RecurringDay } from '../../calendar/recurrence.ts'
import type { Address } from '../../ports.ts'
import type { Memory, Store } from '../store.ts'
import { type Due, dueAfter, dueFrom, type Hour, type Subscription } from '../subscription.ts'

/** The first occurrence that is due at `now` or later and comes after the last post. */
export async function nextDue(
  day: RecurringDay,
  subscription: Hour & Pick<Subscription, 'id' | 'chat' | 'anniversary'>,
  { store, now }: { store: Pick<Store, 'recall' | 'deliveriesOf'>; now: Temporal.Instant },
): Promise<Due> {
  const due = dueFrom(now, day, subscription)
  const last = await lastPosted(subscription, store)
  const following = last && dueAfter(last, day, subscription)
  return following && Temporal.PlainDate.compare(following.occurrence, due.occurrence) > 0 ? following : due
}

/** Remembers that a place has had a post whose ledger row is not, or will not be, its own subscription's. */
export async function rememberPost(
  place: Address,
  { anniversary, occurrence }: { anniversary: string; occurrence: Temporal.PlainDate },
  { store, now }: { store: Pick<Memory, 'remember'>; now: Temporal.Instant },
): Promise<void> {
  const key = movedPostKey(place, anniversary)
  await store.remember({ key, value: occurrence.toString(), now, chat: place })
}

/** The latest occurrence that was posted, given up or is being sent. */
async function lastPosted(
  { id, chat, anniversary }: Pick<Subscription, 'id' | 'chat' | 'anniversary'>,
  store: Pick<Store, 'recall' | 'deliveriesOf'>,
): Promise<Temporal.PlainDate | undefined> {
  const moved = await store.recall(movedPostKey(chat, anniversary))
  const own = (await store.deliveriesOf(chat, MAX_DELIVERIES))
    .filter(each => each.subscription.id === id)
    .map(each => each.due.occurrence)
  return [...own, ...(moved === undefined ? [] : [Temporal.PlainDate.from(moved)])]
    .sort(Temporal.PlainDate.compare)
    .at(-1)
}

/** The latest of a place, over all of its subscriptions. */
const MAX_DELIVERIES = 20

const movedPostKey = ({ platform, chat, thread = '' }: Address, anniversary: string) =>
  `${platform} moved post ${chat} ${thread} ${anniversary}`
