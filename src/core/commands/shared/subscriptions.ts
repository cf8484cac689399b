// Looks up a chat's subscriptions and its time zone.

import { translated } from '../../corpus/translated.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import type { Address } from '../../ports.ts'
import type { Context } from '../command.ts'

/** The chat's subscriptions that have not been ended. */
export const subscriptionsHere = (context: Context): Promise<Subscription[]> =>
  subscriptionsAt(context.caller.chat, context)

/** Those of another address. */
export async function subscriptionsAt(
  address: Address,
  { store }: Pick<Context, 'store'>,
): Promise<Subscription[]> {
  return (await store.subscriptionsOf(address)).filter(isNotEnded)
}

export const isNotEnded = ({ status }: Subscription): boolean => status.type !== 'ended'

/** The time zone for "today": that of the chat's posts, else the archive's own. */
export async function chatZone(context: Context): Promise<string> {
  const [first] = await subscriptionsHere(context)
  return first?.zone ?? context.corpus.about.zone
}

/** The name of its anniversary, or the id if the corpus no longer has it. */
export function subscriptionName({ anniversary: id }: Subscription, { corpus, language }: Context): string {
  const anniversary = corpus.anniversaries.find(each => each.id === id)
  return anniversary ? translated(anniversary.names, language) : id
}
