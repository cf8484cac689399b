// Checks whether chats that refused a post take posts again, and counts how often a post was refused.

import type { Temporal } from 'temporal-polyfill'
import type { Address, Sender } from '../../ports.ts'
import type { Delivery } from '../ledger.ts'
import type { Store } from '../store.ts'

/** A check that said yes to a chat which then refused again is not believed again. */
const MAX_REFUSALS = 2
/** Only paused chats with a post due this soon are checked. */
const CHECK_AHEAD_HOURS = 24
const MAX_CHECKED_CHATS = 200
/** More than the subscriptions of a chat that can be due at the same time. */
const MAX_DELIVERIES = 20

type RefusalStore = Pick<Store, 'recall' | 'remember'>

/** Records that the chat of the delivery refused it. */
export async function countRefusal(
  { id, subscription }: Delivery,
  store: RefusalStore,
  now: Temporal.Instant,
): Promise<void> {
  const value = String((await refusalsOf(id, store)) + 1)
  await store.remember({ key: keyOf(id), value, now, chat: subscription.chat })
}

/**
 * Resumes the paused chats that take posts again, as their platform says. A chat that refused a post twice waits for
 * news of it, or for its next occurrence.
 */
export async function checkPausedChats(platform: Sender, store: Store, now: Temporal.Instant): Promise<void> {
  if (!platform.check) return
  const until = now.add({ hours: CHECK_AHEAD_HOURS })
  for (const chat of await store.pausedChats(platform.name, until, MAX_CHECKED_CHATS))
    if (!(await refusedTooOften(chat, store)) && (await platform.check(chat)).status === 'ready')
      await store.resume(chat)
}

async function refusedTooOften(chat: Address, store: Store): Promise<boolean> {
  for (const { id, state } of await store.deliveriesOf(chat, MAX_DELIVERIES))
    if (state === 'pending' && (await refusalsOf(id, store)) >= MAX_REFUSALS) return true
  return false
}

const refusalsOf = async (id: string, store: RefusalStore) => Number((await store.recall(keyOf(id))) ?? 0)

const keyOf = (id: string) => `refusals ${id}`
