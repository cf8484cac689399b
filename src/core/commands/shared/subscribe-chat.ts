// Changing what a chat is subscribed to, in one place for every command that does.
import { parseTime } from '../../calendar/zone.ts'
import type { Anniversary } from '../../corpus/model.ts'
import { DEFAULT_GRACE, dueAfter, dueFrom, type Subscription } from '../../delivery/subscription.ts'
import type { Context } from '../command.ts'

export type SubscriptionChange = Pick<Subscription, 'zone' | 'time' | 'grace' | 'leapDay' | 'status'>

/**
 * Subscribes the chat to the anniversary, or changes its subscription; what the wish leaves out stays as it was, or is
 * the archive's own; a pause ends unless the wish keeps it. Tells the subscription before, ended ones too, and after. The chat keeps the language it is asked in.
 */
export async function subscribeChat(
  anniversary: Anniversary,
  wish: Partial<SubscriptionChange>,
  context: Context,
): Promise<{ earlier: Subscription | undefined; kept: Subscription }> {
  const { store, caller, corpus, language } = context
  const here = await store.subscriptionsOf(caller.chat)
  const earlier = here.find(each => each.anniversary === anniversary.id)
  const other = here.find(({ status }) => status.type !== 'ended')
  const time = parseTime(corpus.about.time)
  if (!time) throw new Error(`the archive's hour ${corpus.about.time} was not checked when it was loaded`)
  const whole: SubscriptionChange = {
    // A chat that has chosen a zone once lives there.
    zone: wish.zone ?? earlier?.zone ?? other?.zone ?? corpus.about.zone,
    time: wish.time ?? earlier?.time ?? time,
    grace: wish.grace ?? earlier?.grace ?? DEFAULT_GRACE,
    leapDay: wish.leapDay ?? earlier?.leapDay ?? 'february-28',
    status: wish.status ?? { type: 'active' },
  }
  const kept = await store.putSubscription({
    id: earlier?.id ?? context.newId(),
    chat: caller.chat,
    anniversary: anniversary.id,
    ...whole,
    next: await nextDue(anniversary, whole, earlier, context),
  })
  // Posts have nobody whose client tells a language.
  if ((await store.languageOf(caller.chat)) === undefined) await store.setLanguage(caller.chat, language)
  return { earlier, kept }
}

/** The next hour to come, but not one of an occurrence that this chat has had already. */
async function nextDue(
  anniversary: Anniversary,
  wish: SubscriptionChange,
  earlier: Subscription | undefined,
  { store, caller, now }: Context,
) {
  const due = dueFrom(now, anniversary.recurrence, wish)
  const had = (await store.deliveriesOf(caller.chat, 20)).some(
    each => each.subscription.id === earlier?.id && each.due.occurrence.equals(due.occurrence),
  )
  return had ? dueAfter(due.occurrence, anniversary.recurrence, wish) : due
}
