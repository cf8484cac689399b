// Moves subscriptions to another place of the chat, with their hour, zone, next post, role and publishing.

import { changePostOptions, type PostOptions, postOptionsOf } from '../../delivery/post-options.ts'
import { dueAfter, type Subscription } from '../../delivery/subscription.ts'
import { rememberPost } from '../../delivery/timing/next-due.ts'
import { paragraph } from '../../message/build.ts'
import type { Choice, Message } from '../../message/message.ts'
import { type Address, type Place, placeIdOf } from '../../ports.ts'
import type { Context } from '../command.ts'
import { placeName } from '../shared/place.ts'
import { subscriptionName, subscriptionsAt } from '../shared/subscriptions.ts'
import { PLACE_KEY } from '../traits.ts'
import { settingsView } from './views.ts'

/** Answers with the settings of the place that the subscriptions are in then, and says what became of each. */
export async function moveSubscriptions(
  to: string,
  { anniversary, subscriptions }: { anniversary?: string; subscriptions: readonly Subscription[] },
  context: Context,
): Promise<Message> {
  const { caller, say } = context
  const goal = await caller.places?.find(to)
  if (!goal || goal.isGone) return refusal(say.place.none)
  if (goal.missing !== undefined) return refusal(say.place.lacks(goal.missing, goal.name))
  const isThere = placeIdOf(goal.address) === placeIdOf(caller.chat)
  const remarks = isThere ? [] : await moveAll(subscriptions, goal, context)
  const view = await settingsView({ anniversary, entry: 1, remarks }, await contextAt(goal, context))
  return { ...view, choices: (view.choices ?? []).map(row => row.map(each => at(goal, each))) }
}

const refusal = (why: string): Message => ({ body: [paragraph(why)], isPrivate: true })

async function contextAt(goal: Place, context: Context): Promise<Context> {
  const here = await context.caller.places?.here()
  const isHere = here && placeIdOf(here.address) === placeIdOf(goal.address)
  return {
    ...context,
    caller: { ...context.caller, chat: goal.address },
    place: isHere ? undefined : goal,
  }
}

/** The choice about the goal, although the call was about the place before. */
const at = ({ address }: Place, choice: Choice): Choice =>
  choice.type === 'run' || choice.type === 'ask'
    ? { ...choice, call: { ...choice.call, args: { [PLACE_KEY]: placeIdOf(address), ...choice.call.args } } }
    : choice

async function moveAll(
  subscriptions: readonly Subscription[],
  goal: Place,
  context: Context,
): Promise<string[]> {
  const phrases = context.say.commands.settings
  const from = (await placeName(context)) ?? placeIdOf(context.caller.chat)
  const remarks: string[] = []
  for (const each of subscriptions) {
    const name = subscriptionName(each, context)
    const isTaken = (await subscriptionsAt(goal.address, context)).some(
      ({ anniversary }) => anniversary === each.anniversary,
    )
    if (isTaken) {
      remarks.push(phrases.goalHasIt(name, goal.name))
      continue
    }
    // Before the subscription, so that no post goes out without them.
    remarks.push(...(await movePostOptions(goal, context)))
    const isMoved = await moveOne(each, goal.address, context)
    remarks.push(isMoved ? phrases.moved(name, from, goal.name) : phrases.movesLater(name))
  }
  return remarks
}

/** A place whose other posts have options of their own keeps these. */
async function movePostOptions(goal: Place, context: Context): Promise<string[]> {
  const { caller, store, now, say } = context
  const { role, publish } = await postOptionsOf(caller.chat, store)
  const problems = publish && !goal.canPublish ? [say.place.cannotPublish(goal.name)] : []
  const wish: PostOptions = { role: role ?? '', publish: publish === true && goal.canPublish === true }
  const own = await postOptionsOf(goal.address, store)
  const isSame = (own.role ?? '') === wish.role && (own.publish ?? false) === wish.publish
  if (isSame) return problems
  if ((await subscriptionsAt(goal.address, context)).length > 0)
    return [say.commands.settings.keepsOwn(goal.name)]
  await changePostOptions({ place: goal.address, wish, now }, store)
  return problems
}

/** False while a post of the subscription is on its way, which may still arrive in the old place. */
async function moveOne(subscription: Subscription, to: Address, context: Context): Promise<boolean> {
  const { store, corpus } = context
  const { id, chat, anniversary, next } = subscription
  const known = corpus.anniversaries.find(each => each.id === anniversary)
  const ended = (await store.subscriptionsOf(to)).find(each => each.anniversary === anniversary)
  // The goal may have had this year's post already, before its own subscription ended.
  const wasPosted =
    ended !== undefined &&
    (await store.deliveriesOf(to, 20)).some(
      each => each.subscription.id === ended.id && each.due.occurrence.equals(next.occurrence),
    )
  const [last] = (await store.deliveriesOf(chat, 20)).filter(each => each.subscription.id === id)
  if (last && last.state !== 'pending') await rememberPost(chat, { anniversary, ...last.due }, context)
  if (!wasPosted || !known) return store.moveSubscription(id, { to, next })
  // The ledger row of that post moves away with the ended subscription.
  await rememberPost(to, { anniversary, occurrence: next.occurrence }, context)
  return store.moveSubscription(id, { to, next: dueAfter(next.occurrence, known, subscription) })
}
