// Looks up a chat's subscriptions, its time zone, and where 29 February falls for it.

import { DEFAULT_LEAP_DAY, type LeapDay } from '../../calendar/recurrence.ts'
import type { Anniversary } from '../../corpus/model.ts'
import { translated } from '../../corpus/translated.ts'
import type { Subscription } from '../../delivery/subscription.ts'
import type { Address } from '../../ports.ts'
import { anniversariesLike, onlyAnniversaryLike } from '../../search/lookup/anniversaries.ts'
import type { LeapDayOf } from '../../search/lookup/coming.ts'
import { takenWords } from '../../wording/taken.ts'
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
export function subscriptionName(
  { anniversary: id }: Pick<Subscription, 'anniversary'>,
  { corpus, language }: Context,
): string {
  const anniversary = corpus.anniversaries.find(each => each.id === id)
  return anniversary ? translated(anniversary.names, language) : id
}

/** The id of the only anniversary that the words name or come near, with words that say so if they only come near. */
export function anniversaryNear(
  words: string,
  here: readonly Subscription[],
  context: Context,
): { id: string; words?: string } | undefined {
  const id = anniversaryNamed(words, here, context)
  if (id !== undefined) return { id }
  const { corpus, language, say } = context
  const near = onlyAnniversaryLike(words, corpus)
  return near && { id: near.id, words: takenWords(translated(near.names, language), words, say) }
}

/** The id of the only anniversary that the words name. A subscription may outlive its anniversary in the corpus. */
export function anniversaryNamed(
  words: string,
  here: readonly Subscription[],
  { corpus }: Context,
): string | undefined {
  const { anniversaries, isNamed } = anniversariesLike(words, corpus)
  const [anniversary, ...others] = anniversaries
  return anniversary && isNamed && others.length === 0
    ? anniversary.id
    : here.find(each => each.anniversary === words)?.anniversary
}

/** Asks which anniversary is meant: one that resembles the words, or any, if none does. */
export function whichAnniversary(
  words: string,
  { corpus, say }: Pick<Context, 'corpus' | 'say'>,
): { question: string; anniversaries: readonly Anniversary[] } {
  const { anniversaries } = anniversariesLike(words, corpus)
  const phrases = say.commands.subscribe
  const typed = words.slice(0, 60)
  return anniversaries.length > 0
    ? { question: phrases.whichAnniversary(typed), anniversaries }
    : { question: phrases.noAnniversary(typed), anniversaries: corpus.anniversaries }
}

/** The choices of the caller's chat. */
export async function leapDaysHere({ store, caller }: Context): Promise<LeapDayOf> {
  const here = await store.subscriptionsOf(caller.chat)
  return anniversary => leapDayIn(here, anniversary)
}

/**
 * The choice made with the subscription to this anniversary, even if that has ended. Without one, a choice of 1 March for
 * another anniversary counts for the whole chat.
 */
export function leapDayIn(here: readonly Subscription[], anniversary: string): LeapDay {
  const own = here.find(each => each.anniversary === anniversary)
  const other = here.find(each => isNotEnded(each) && each.leapDay !== DEFAULT_LEAP_DAY)
  return own?.leapDay ?? other?.leapDay ?? DEFAULT_LEAP_DAY
}
