// Finds the place of a chat that a call is about, and says why posts cannot come there.

import type { Store } from '../delivery/store.ts'
import type { Phrases } from '../languages/phrases.ts'
import { paragraph } from '../message/build.ts'
import type { Message } from '../message/message.ts'
import { type Caller, type Place, placeIdOf } from '../ports.ts'

/** Undefined if there is no such place. One that was deleted is still there for admins while it has subscriptions. */
export async function placeMeant(id: string, caller: Caller, store: Store): Promise<Place | undefined> {
  if (!caller.places) return undefined
  const known = await caller.places.find(id)
  if (known) return known
  const address = (await store.threadsOf(caller.chat)).find(each => placeIdOf(each) === id)
  if (!address || (await caller.places.isHidden?.(id))) return undefined
  return (await caller.isAdmin()) ? { address, name: id, isGone: true } : undefined
}

/** Why no posts can come to the place; undefined if they can, as far as is known before the first one. */
export async function refusalToPost(
  place: Place | undefined,
  { places }: Caller,
  say: Phrases,
): Promise<Message | undefined> {
  if (!places) return undefined
  const target = place ?? (await places.here())
  const why = !target
    ? say.place.notMember
    : target.isGone
      ? say.place.none
      : target.missing === undefined
        ? undefined
        : say.place.lacks(target.missing, target.name)
  return why === undefined ? undefined : { body: [paragraph(why)], isPrivate: true }
}
