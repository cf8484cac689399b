// Subscribes a chat or changes its subscription, for every command that does either.

import type { Anniversary } from '../../corpus/model.ts'
import { DEFAULT_GRACE, type Subscription } from '../../delivery/subscription.ts'
import { nextDue } from '../../delivery/timing/next-due.ts'
import { readTime } from '../../languages/calendar.ts'
import type { Context } from '../command.ts'
import { scopesOf } from './scope.ts'
import { leapDayIn } from './subscriptions.ts'

export type SubscriptionChange = Pick<Subscription, 'zone' | 'time' | 'grace' | 'leapDay' | 'status'>

/**
 * Subscribes the chat to the anniversary, or changes its subscription. Values missing from the wish stay as they were,
 * or are the archive's defaults. A pause ends unless the wish keeps it. The chat keeps the language of the caller.
 *
 * Resolves to the subscription before (even if it had ended) and after.
 */
export async function subscribeChat(
  anniversary: Anniversary,
  wish: Partial<SubscriptionChange>,
  context: Context,
): Promise<{ before: Subscription | undefined; after: Subscription }> {
  const { store, caller, corpus, language } = context
  const here = await store.subscriptionsOf(caller.chat)
  const before = here.find(each => each.anniversary === anniversary.id)
  const other = here.find(({ status }) => status.type !== 'ended')
  const time = readTime(corpus.about.time)
  if (!time) throw new Error(`the archive's hour ${corpus.about.time} was not checked when it was loaded`)
  const settings: SubscriptionChange = {
    // A chat has one zone for all its subscriptions, once it has chosen one.
    zone: wish.zone ?? before?.zone ?? other?.zone ?? corpus.about.zone,
    time: wish.time ?? before?.time ?? time,
    grace: wish.grace ?? before?.grace ?? DEFAULT_GRACE,
    leapDay: wish.leapDay ?? leapDayIn(here, anniversary.id),
    status: wish.status ?? { type: 'active' },
  }
  const wanted = {
    id: before?.id ?? context.newId(),
    chat: caller.chat,
    anniversary: anniversary.id,
    ...settings,
    // Whoever changes it later has not subscribed.
    subscriber: (before?.status.type !== 'ended' && before?.subscriber) || caller.user,
  }
  const after = await store.putSubscription({ ...wanted, next: await nextDue(anniversary, wanted, context) })
  // A post has no caller whose client could give the language.
  if ((await store.languageOf(caller.chat)) === undefined)
    await store.setLanguage(scopesOf(context).chat.address, language)
  return { before, after }
}
